import { describe, expect, it } from 'vitest';
import { labelKey } from '#clinic/examinations/account-spellings.ts';
import { accountNamed } from '#clinic/examinations/accounts.ts';
import { findBlocks } from '#clinic/examinations/statement-columns.ts';
import { accountTyped, linesRead, readMatches } from '#clinic/examinations/statement-matches.ts';
import { amountsTaken, linesOf, unitSaid, type SheetUnit } from '#clinic/examinations/statement-sheet.ts';

const rowsOf = (cells: string[][], sheet = 'Neraca') =>
	cells.map((row, place) => ({ sheet, number: place + 1, cells: row }));
const lines = (cells: string[][], unit: SheetUnit = 'rupiah') =>
	linesOf(rowsOf(cells), { bookYear: 2025, unit, said: null }).map(({ label, now, before, account, isTotal }) => ({
		label,
		now: now && ('rupiah' in now ? now.rupiah : now.problem),
		before: before && ('rupiah' in before ? before.rupiah : before.problem),
		account: account?.code ?? null,
		isTotal
	}));

const printed = [
	['KSP GUYUB'],
	['NERACA PER 31 DESEMBER 2025 DAN 2024'],
	['Uraian', '2025', '2024'],
	['AKTIVA LANCAR'],
	['1. Kas', '12.500.000', '10.000.000'],
	['2. Bank', '1.250.000,00', '(3.000)'],
	['Jumlah aktiva lancar', '13.750.000', '9.997.000'],
	['KEWAJIBAN JANGKA PANJANG'],
	['Utang Bank', '5.000.000', '-'],
	['Titipan arisan', '', '200.000']
];

describe('an uploaded balance sheet', () => {
	it('gives its lines with both years and what they probably are', () => {
		expect(lines(printed)).toEqual([
			{ label: '1. Kas', now: 12_500_000n, before: 10_000_000n, account: 'cash', isTotal: false },
			{ label: '2. Bank', now: 1_250_000n, before: -3000n, account: 'currentAccounts', isTotal: false },
			{ label: 'Jumlah aktiva lancar', now: 13_750_000n, before: 9_997_000n, account: null, isTotal: true },
			{ label: 'Utang Bank', now: 5_000_000n, before: null, account: 'bankLoansLongTerm', isTotal: false },
			{ label: 'Titipan arisan', now: null, before: 200_000n, account: null, isTotal: false }
		]);
	});

	it('tells the years apart by their heading, whichever stands first', () => {
		const swapped = printed.map(([label = '', now = '', before = '']) => [label, before, now]);
		expect(lines(swapped)[0]).toMatchObject({ now: 12_500_000n, before: 10_000_000n });
	});

	it('is not taken for a year that it does not have', () => {
		expect(linesOf(rowsOf(printed), { bookYear: 2020, unit: 'rupiah', said: null })).toEqual([]);
		expect(linesOf(rowsOf(printed), { bookYear: 2026, unit: 'rupiah', said: null })[0]?.before).toMatchObject({
			rupiah: 12_500_000n
		});
	});

	it('may have two halves beside each other', () => {
		const halves = [
			['AKTIVA', '2025', '', 'PASIVA', '2025'],
			['Kas', '100.000', '', 'Simpanan pokok', '40.000'],
			['Tanah', '300.000', '', 'Simpanan wajib', '60.000']
		];
		expect(findBlocks(rowsOf(halves), 2025)).toEqual([
			{ label: 0, now: 1, before: null },
			{ label: 3, now: 4, before: null }
		]);
		expect(lines(halves).map(({ account, now }) => [account, now])).toEqual([
			['cash', 100_000n],
			['land', 300_000n],
			['principalSavings', 40_000n],
			['mandatorySavings', 60_000n]
		]);
	});

	it('tells a name that the chart has twice by the heading above it, and else leaves it to a person', () => {
		const debt = (heading: string) =>
			lines([[heading], ['Hutang LPDB', '5.000.000'], ['Kas', '1.000.000']])[0]?.account ?? null;
		expect(debt('Hutang jangka panjang')).toBe('lpdbLoansLongTerm');
		expect(debt('Hutang jangka pendek')).toBe('lpdbLoansShortTerm');
		expect(debt('Lain-lain')).toBeNull();
	});

	it('does not take the numbers of accounts for amounts', () => {
		const numbered = [
			['1.1.01', 'Kas', '5.000.000'],
			['1.1.02', 'Tanah', '6.000.000']
		];
		expect(findBlocks(rowsOf(numbered), 2025)).toEqual([{ label: 1, now: 2, before: null }]);
	});
});

describe('the unit of a file', () => {
	it.each([
		['(dalam jutaan rupiah)', 'million'],
		['Disajikan dalam Rp juta', 'million'],
		['(dalam ribuan rupiah)', 'thousand'],
		['Rp 000', 'thousand'],
		['Disajikan dalam rupiah', 'rupiah'],
		['PT Juta Rasa', 'rupiah']
	])('%s', (heading, unit) => {
		expect(unitSaid(rowsOf([[heading], ['Kas', '12.500']]))).toBe(unit);
	});

	it('has dots between thousands as people write, and before the fraction as programs do', () => {
		const now = (amounts: string[]) =>
			lines(
				amounts.map((amount) => ['Kas besar', amount]),
				'thousand'
			)[0]?.now;
		expect(now(['12.500', '800.000'])).toBe(12_500_000n);
		expect(now(['12.5', '800000'])).toBe(12_500n);
		// Twelve and a half thousand, or twelve and a half? Nobody guesses.
		expect(now(['12.500', '800000'])).toBe('unreadable');
	});
});

describe('a name in a balance sheet', () => {
	it.each([
		['1. Kas', 'Kas'],
		['a) Beban Gaji:', 'Biaya gaji'],
		['Utang Pajak', 'Hutang pajak'],
		['Simpanan Non Anggota', 'Simpanan bukan anggota'],
		['1.1.03 Piutang  Anggota', 'Piutang anggota'],
		['Hutang bank (BRI)', 'Hutang bank'],
		['Sisa Hasil Usaha', 'SHU']
	])('%s is %s', (one, other) => {
		expect(labelKey(one)).toBe(labelKey(other));
	});

	it.each([
		['8', 'memberReceivables'],
		['8 Piutang anggota', 'memberReceivables'],
		['Piutang anggota', 'memberReceivables'],
		['117 Lain', null],
		['Surat berharga', null],
		['Hutang bank', null],
		['apa saja', null]
	])('%s is typed for %s', (text, code) => {
		expect(accountTyped(text)?.code ?? null).toBe(code);
	});
});

describe('what a person says of the lines', () => {
	const rows = rowsOf([
		['Uraian', '2025', '2024'],
		['Dana pendidikan', '100.000', '50.000'],
		['Dana sosial', '200.000', ''],
		['Akumulasi penyusutan', '(30.000)', '20.000'],
		['Arisan', '12,345.6.7', '1.000']
	]);
	const asked = { bookYear: 2025, unit: 'rupiah', label: '', nowAt: '', beforeAt: '' } as const;
	const match = { r0: '48 Dana bagian SHU', r1: '48', r2: '30 Akumulasi penyusutan', r3: '' };

	it('adds lines of one account up and takes what is subtracted without its minus', () => {
		const read = readMatches(rows, new Map(), { ...asked, match });
		if ('problems' in read) throw new Error('not understood');
		expect(amountsTaken(read.lines, read.matches, 'now')).toEqual(
			new Map([
				['surplusFunds', 300_000n],
				['accumulatedDepreciation', 30_000n]
			])
		);
		expect(amountsTaken(read.lines, read.matches, 'before').get('surplusFunds')).toBe(50_000n);
	});

	it('is refused by line where it names no account, or an amount that cannot be read', () => {
		expect(readMatches(rows, new Map(), { ...asked, match: { ...match, r0: 'apa', r3: '19' } })).toEqual({
			problems: new Map([
				['match.r0', 'notInChart'],
				['match.r3', 'amountUnreadable']
			])
		});
	});

	it('is remembered before what a name looks like, also that it is left out', () => {
		const remembered = new Map([
			[labelKey('Arisan'), 'otherShortTermLiabilities'],
			[labelKey('Dana Sosial'), '']
		]);
		const codes = linesRead(rows, remembered, asked).map(({ account }) => account?.code ?? null);
		expect(codes).toEqual(['surplusFunds', null, 'accumulatedDepreciation', 'otherShortTermLiabilities']);
	});

	it('may say where the columns stand', () => {
		const read = linesRead(rows, new Map(), { ...asked, label: '0', nowAt: '2', beforeAt: '' });
		expect(read[0]).toMatchObject({ label: 'Dana pendidikan', now: { rupiah: 50_000n }, before: null });
		expect(accountNamed('surplusFunds')?.number).toBe(48);
	});
});
