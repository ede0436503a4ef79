import { describe, expect, it } from 'vitest';
import { doubtsIn } from '#clinic/examinations/doubts.ts';

const doubts = (figures: Record<string, bigint>, before: Record<string, bigint> = {}) =>
	Object.fromEntries(doubtsIn(new Map(Object.entries(figures)), new Map(Object.entries(before))));

describe('a slip of units', () => {
	it.each([
		[499_999n, 1000n, {}],
		[500_000n, 1000n, { loans: 'farFromBefore' }],
		[1000n, 499_999n, {}],
		[1000n, 500_000n, { loans: 'farFromBefore' }],
		[-1000n, 500_000n, { loans: 'farFromBefore' }],
		[1_200_000_000n, 1200n, { loans: 'farFromBefore' }],
		[0n, 1_000_000_000n, {}],
		[1_000_000_000n, 0n, {}]
	])('%s after %s', (now, before, expected) => {
		expect(doubts({ loans: now }, { loans: before })).toEqual(expected);
	});

	it.each([
		[10_000_000n, {}],
		[9_999_999n, { totalAssets: 'tinyAssets' }],
		[0n, { totalAssets: 'tinyAssets' }],
		[-1n, { totalAssets: 'tinyAssets' }]
	])('assets of %s', (totalAssets, expected) => {
		expect(doubts({ totalAssets })).toEqual(expected);
	});

	it('is not looked for where a figure was not known before, nor in small figures', () => {
		expect(doubts({ cash: 5n, loans: 7n }, { bank: 9n })).toEqual({});
	});
});
