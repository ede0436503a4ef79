import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, readCount } from '#clinic/cooperatives/cell-amounts.ts';
import { readForm, readKind, readPattern, readStatus } from '#clinic/cooperatives/cell-choices.ts';
import { readDay } from '#clinic/cooperatives/cell-days.ts';
import { isBlank, isSpreadsheetError, tidy } from '#clinic/cooperatives/cell-text.ts';

describe('text', () => {
	it.each<[string, string, string[]]>([
		['Koperasi Jaya', 'Koperasi Jaya', []],
		['  Koperasi   Jaya ', 'Koperasi Jaya', ['spacesTidied']],
		['Koperasi \nJaya', 'Koperasi Jaya', ['lineBreakRemoved']],
		['Koperasi\r\n Jaya\u00a0', 'Koperasi Jaya', ['lineBreakRemoved']],
		['Koperasi Jaya\n', 'Koperasi Jaya', ['spacesTidied']],
		['Kope\u0000rasi\u200b Jaya\ufeff', 'Koperasi Jaya', ['controlCharacterRemoved']],
		['Jaya \ud800', 'Jaya \ufffd', ['controlCharacterRemoved']],
		['=1+1', '=1+1', []],
		['@Jaya', '@Jaya', []]
	])('%j', (cell, text, changes) => {
		expect(tidy(cell)).toEqual({ text, changes });
	});

	it('tidied is tidy', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (cell) => {
				const once = tidy(cell).text;
				expect(tidy(once)).toEqual({ text: once, changes: [] });
			})
		);
	});

	it.each(['', ' ', '-', '–', '...', 'Nihil', 'belum ada', '#N/A', 'NULL'])('%j says nothing', (cell) => {
		expect(isBlank(cell)).toBe(true);
	});

	it('knows what a formula leaves when it fails', () => {
		expect(isSpreadsheetError('#REF!')).toBe(true);
		expect(isSpreadsheetError('#REF')).toBe(false);
	});
});

describe('days', () => {
	it.each([
		['2010-03-24', '2010-03-24'],
		['2010-03-24 00:00:00', '2010-03-24'],
		['24/03/2010', '2010-03-24'],
		['24-3-2010', '2010-03-24'],
		['24.03.2010', '2010-03-24'],
		['18 NOVEMBER 1991', '1991-11-18'],
		['01 Juli 2019', '2019-07-01'],
		['tgl. 19 Mei 1998', '1998-05-19'],
		['Tanggal 5 Nopember 2001', '2001-11-05'],
		['24-Agt-2010', '2010-08-24'],
		['29 Februari 2020', '2020-02-29']
	])('%s', (cell, day) => {
		expect(readDay(cell)).toEqual({ how: 'day', day, isRewritten: false });
	});

	it.each([
		['03/24/2010', '2010-03-24'],
		['33560', '1991-11-18']
	])('%s, and says so', (cell, day) => {
		expect(readDay(cell)).toEqual({ how: 'day', day, isRewritten: true });
	});

	it('takes the day for first where both could be', () => {
		expect(readDay('03/04/2010')).toMatchObject({ day: '2010-04-03' });
	});

	it.each(['Agustus 2008', 'tanggal Agustus 2008', '2008', '08/2008'])('%s is not whole', (cell) => {
		expect(readDay(cell)).toEqual({ how: 'incomplete' });
	});

	it.each([
		'31/02/2010',
		'29 Februari 2021',
		'13/13/2010',
		'kemarin',
		'24/03/10',
		'9999',
		'70000',
		'1 Foo 2010',
		'01/01/1899'
	])('%s is none', (cell) => {
		expect(readDay(cell)).toEqual({ how: 'unreadable' });
	});
});

describe('amounts', () => {
	it.each<[string, bigint, bigint, boolean]>([
		['Rp1.190.916.827', 1n, 1_190_916_827n, false],
		['Rp. 155,206,668.00', 1n, 155_206_668n, false],
		['1.996.423.178,45', 1n, 1_996_423_178n, true],
		['296542911.5', 1n, 296_542_912n, true],
		['40.000', 1n, 40_000n, false],
		['40.000,-', 1n, 40_000n, false],
		['(1.234.567)', 1n, -1_234_567n, false],
		['-500', 1n, -500n, false],
		['0', 1n, 0n, false],
		['12,5', 1_000_000n, 12_500_000n, false],
		['1.190,9', 1_000_000n, 1_190_900_000n, false],
		['0,0000005', 1_000_000n, 1n, true],
		['1500', 1_000n, 1_500_000n, false]
	])('%s in %i', (cell, unit, rupiah, isRounded) => {
		expect(readAmount(cell, unit)).toEqual({ how: 'amount', rupiah, isRounded });
	});

	it('never guesses what a dot before three digits means where the heading counts in millions', () => {
		expect(readAmount('123.456', 1_000_000n)).toEqual({ how: 'ambiguous' });
		expect(readAmount('123,456', 1_000n)).toEqual({ how: 'ambiguous' });
		expect(readAmount('0.456', 1_000_000n)).toEqual({ how: 'amount', rupiah: 456_000n, isRounded: false });
	});

	it.each(['40..000', 'Rp -', 'banyak', '1.2.3', '12.34.567', '1,234.567.890', '', '9999999999999999999'])(
		'%j is none',
		(cell) => {
			expect(readAmount(cell, 1n)).toEqual({ how: 'unreadable' });
		}
	);

	it('written the Indonesian way or the English way are read alike', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: 0n, max: 10n ** 15n }), (rupiah) => {
				const cut = (sign: string) => rupiah.toString().replace(/\B(?=(\d{3})+$)/g, sign);
				for (const text of [`${cut('.')},00`, `${cut(',')}.00`, `Rp ${cut('.')}`, rupiah.toString()]) {
					expect(readAmount(text, 1n)).toEqual({ how: 'amount', rupiah, isRounded: false });
				}
			})
		);
	});
});

describe('counts', () => {
	it.each([
		['25', 25],
		['25.0', 25],
		['1.000', 1000],
		['1,234 orang', 1234],
		['0', 0]
	])('%s', (cell, count) => {
		expect(readCount(cell)).toBe(count);
	});
	it.each(['', '12,5', '-3', 'dua', '1.00.0'])('%j is none', (cell) => {
		expect(readCount(cell)).toBeNull();
	});
});

describe('choices', () => {
	it('are read in the words of registers, others are not guessed', () => {
		expect(readKind('SIMPAN PINJAM')).toBe('savingsAndLoan');
		expect(readKind('Koperasi Konsumen')).toBe('consumer');
		expect(readKind('Serba Usaha')).toBeNull();
		expect(readPattern('Syari’ah')).toBe('sharia');
		expect(readPattern('campuran')).toBeNull();
		expect(readStatus('Tidak Aktif')).toBe('inactive');
		expect(readStatus('AKTIF')).toBe('active');
		expect(readStatus('beku')).toBeNull();
		expect(readForm('Primer Kab/Kota')).toBe('primary');
		expect(readForm('Sekunder Nasional')).toBe('secondary');
		expect(readForm('Kota')).toBeNull();
	});
});
