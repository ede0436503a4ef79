import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountIn, readAmount } from '#clinic/examinations/amounts.ts';
import { formatDecimal } from '#ui/numbers.ts';

describe('an amount as it is typed', () => {
	it.each([
		['rupiah', '1.234.567', 1_234_567n],
		['rupiah', '1234567', 1_234_567n],
		['rupiah', '0', 0n],
		['rupiah', '(1.250.000)', -1_250_000n],
		['rupiah', '-1.250.000', -1_250_000n],
		['rupiah', 'Rp 5.000,-', 5000n],
		['rupiah', '5.000,00', 5000n],
		['million', '1.234', 1_234_000_000n],
		['million', '1.234,5', 1_234_500_000n],
		['million', '0,000001', 1n],
		['million', '(0,5)', -500_000n],
		['million', '12,2500000', 12_250_000n]
	] as const)('in %s, %s', (unit, text, rupiah) => {
		expect(readAmount(text, unit)).toEqual({ rupiah });
	});

	it.each([
		['rupiah', '5.000,5', 'notWholeRupiah'],
		['million', '0,0000001', 'notWholeRupiah'],
		['rupiah', '1.5', 'notAnAmount'],
		['rupiah', '1,234.56', 'notAnAmount'],
		['rupiah', 'seribu', 'notAnAmount'],
		['rupiah', '--5', 'notAnAmount'],
		['rupiah', '9'.repeat(31), 'notAnAmount']
	] as const)('in %s, %s is refused', (unit, text, problem) => {
		expect(readAmount(text, unit)).toEqual({ problem });
	});

	it('takes thirty digits and no more', () => {
		expect(readAmount('9'.repeat(30), 'rupiah')).toEqual({ rupiah: 10n ** 30n - 1n });
	});

	it('is read back as it was written, in either unit', () => {
		fc.assert(
			fc.property(
				fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
				fc.constantFrom('rupiah', 'million'),
				(rupiah, unit) => {
					expect(readAmount(formatDecimal(amountIn(rupiah, unit)), unit)).toEqual({ rupiah });
				}
			)
		);
	});
});

describe('an amount in its unit', () => {
	it.each([
		[1_250_000n, 'million', '1.25'],
		[-500_000n, 'million', '-0.5'],
		[0n, 'million', '0'],
		[2_000_000n, 'million', '2'],
		[1n, 'million', '0.000001'],
		[1_250_000n, 'rupiah', '1250000']
	] as const)('%s in %s is %s', (rupiah, unit, text) => {
		expect(amountIn(rupiah, unit)).toBe(text);
	});
});
