import { describe, expect, test } from 'vitest';
import { compareWithEdge, decimal, decimalText, floorDivide, ratioText } from '#clinic/examinations/ratio.ts';

describe('ratioText', () => {
	test.each([
		// thousandths of the unit: over / under
		[69_498n, 1n, '69.498'],
		[1n, 2n, '0.001'],
		[999n, 2000n, '0.000'],
		[3n, 2n, '0.002'],
		[-1n, 2n, '0.000'],
		[-3n, 2n, '-0.001'],
		[-1501n, 1000n, '-0.002'],
		[-1n, 3n, '0.000'],
		[0n, 7n, '0.000'],
		[100_000n, 3n, '33.333'],
		[200_000n, 3n, '66.667'],
		[10n ** 40n, 1n, `1${'0'.repeat(37)}.000`]
	])('%i / %i thousandths is %s: half up, towards the larger number', (over, under, text) => {
		expect(ratioText({ over, under })).toBe(text);
	});
});

test('floorDivide rounds down on both sides of 0', () => {
	expect([floorDivide(7n, 2n), floorDivide(-7n, 2n), floorDivide(-6n, 2n), floorDivide(7n, -2n)]).toEqual([
		3n,
		-4n,
		-3n,
		-4n
	]);
});

test('decimal reads exactly, and refuses more places than it may', () => {
	expect([decimal('7.5', 3), decimal('-0.25', 2), decimal('100', 0)]).toEqual([7500n, -25n, 100n]);
	for (const text of ['0.001', '', '1.', '.5', '1e3', ' 1']) expect(() => decimal(text, 2)).toThrow(RangeError);
});

test('decimalText keeps its zeros and its sign', () => {
	expect([decimalText(7n, 2), decimalText(0n, 2), decimalText(-1n, 3), decimalText(10_000n, 2)]).toEqual([
		'0.07',
		'0.00',
		'-0.001',
		'100.00'
	]);
});

test('compareWithEdge is exact where a rounded ratio would be on the edge', () => {
	const third = { over: 100_000n, under: 3n };
	expect(compareWithEdge(third, 33_333n)).toBe(1);
	expect(compareWithEdge(third, 33_334n)).toBe(-1);
	expect(compareWithEdge({ over: 100_002n, under: 3n }, 33_334n)).toBe(0);
});
