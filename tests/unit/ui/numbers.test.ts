import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	formatBytes,
	formatDecimal,
	formatInteger,
	formatRupiah,
	formatRupiahShort,
	parseDecimal,
	parseInteger,
	parseRupiah,
	round
} from '#ui/numbers.ts';

describe('writing numbers', () => {
	it.each([
		[0n, '0'],
		[999n, '999'],
		[1000n, '1.000'],
		[1_234_567n, '1.234.567'],
		[-1000n, '-1.000'],
		[123_456_789_012_345_678_901n, '123.456.789.012.345.678.901']
	])('%s → %s', (value, text) => expect(formatInteger(value)).toBe(text));

	it('refuses a broken number as a whole one', () => {
		expect(() => formatInteger(1.5)).toThrow(RangeError);
		expect(() => formatInteger(2 ** 53)).toThrow(RangeError);
	});

	it.each([
		['1234567.89', undefined, '1.234.567,89'],
		['0.5', undefined, '0,5'],
		['-1234.5', undefined, '-1.234,5'],
		['62.15', 1, '62,2'],
		['62.149', 1, '62,1'],
		['-62.15', 1, '-62,2'],
		['7', 2, '7,00'],
		['0.004', 2, '0,00'],
		['-0.004', 2, '0,00'],
		['999.995', 2, '1.000,00'],
		['0.5', 0, '1'],
		['0.4', 0, '0']
	])('%s with %s places → %s', (value, places, text) => expect(formatDecimal(value, places)).toBe(text));

	it.each(['', 'abc', '1,5', '1.', '.5', '1e3', '--1'])('refuses %j as a decimal', (value) => {
		expect(() => formatDecimal(value)).toThrow(RangeError);
	});

	it('rounds half away from zero', () => {
		expect(round('2.5', 0)).toBe('3');
		expect(round('-2.5', 0)).toBe('-3');
		expect(round('1.005', 2)).toBe('1.01');
	});

	it('writes rupiah without a space and the minus in front', () => {
		expect(formatRupiah(1_234_567n)).toBe('Rp1.234.567');
		expect(formatRupiah(-5000n)).toBe('-Rp5.000');
	});

	it.each([
		[999_949n, 'Rp999.949'],
		[999_950n, 'Rp1 juta'],
		[1_250_000n, 'Rp1,3 juta'],
		[999_949_999n, 'Rp999,9 juta'],
		[999_950_000n, 'Rp1 miliar'],
		[1_200_000_000n, 'Rp1,2 miliar'],
		[-2_000_000_000_000n, '-Rp2 triliun']
	])('shortens %s to %s', (value, text) => expect(formatRupiahShort(value)).toBe(text));

	it('writes sizes of files', () => {
		expect(formatBytes(1023)).toBe('1023 B');
		expect(formatBytes(1536)).toBe('1,5 kB');
		expect(formatBytes(5 * 1024 * 1024)).toBe('5 MB');
	});
});

describe('reading numbers', () => {
	it.each([
		['1.234.567,89', '1234567.89'],
		['1234567', '1234567'],
		['1234,5', '1234.5'],
		['(1.234)', '-1234'],
		['( 1.234,50 )', '-1234.50'],
		['-1.234', '-1234'],
		['−5', '-5'],
		['Rp 5.000,-', '5000'],
		['Rp. 5.000', '5000'],
		['rp5000', '5000'],
		['-Rp5.000', '-5000'],
		['Rp -5.000', '-5000'],
		['(Rp5.000)', '-5000'],
		['\u00a01.000 ', '1000'],
		['007', '7'],
		['0,00', '0.00'],
		['(0)', '0']
	])('%j → %j', (text, value) => expect(parseDecimal(text)).toBe(value));

	it.each([
		'',
		' ',
		'-',
		'()',
		'1.5',
		'1.23',
		'1,234.56',
		'1234.567',
		'1.2345',
		'12.34.567',
		'1..000',
		'1,2,3',
		'1,',
		',5',
		'1 000',
		'(-5)',
		'-(5)',
		'(5',
		'5%',
		'1e3',
		'12 juta',
		'١٢٣'
	])('refuses %j', (text) => expect(parseDecimal(text)).toBeNull());

	it('reads rupiah only when there are no cents', () => {
		expect(parseRupiah('1.250.000,00')).toBe(1_250_000n);
		expect(parseRupiah('(1.250.000)')).toBe(-1_250_000n);
		expect(parseRupiah('1.250.000,50')).toBeNull();
		expect(parseRupiah('x')).toBeNull();
	});

	it('reads whole numbers that JavaScript can hold exactly', () => {
		expect(parseInteger('412')).toBe(412);
		expect(parseInteger('9.007.199.254.740.991')).toBe(Number.MAX_SAFE_INTEGER);
		expect(parseInteger('9.007.199.254.740.992')).toBeNull();
		expect(parseInteger('-9.007.199.254.740.992')).toBeNull();
	});

	it('reads back whatever it writes', () => {
		fc.assert(fc.property(fc.bigInt(), (value) => parseRupiah(formatRupiah(value)) === value));
		fc.assert(
			fc.property(fc.bigInt(), fc.stringMatching(/^\d{1,6}$/), (whole, fraction) => {
				const decimal = `${whole}.${fraction}`;
				return parseDecimal(formatDecimal(decimal)) === decimal;
			})
		);
	});
});
