import { expect, test } from 'vitest';
import { businessClassOf, type ClassCriterion } from '#clinic/examinations/business-class.ts';

const nothing = { members: null, ownCapital: null, assets: null };
const of = (criterion: ClassCriterion, amount: bigint) => businessClassOf({ ...nothing, [criterion]: amount });

/** `[criterion, edge, class just below it, at it, just above it]`, in members and in rupiah. */
test.each([
	['members', 5_000n, 1, 2, 2],
	['members', 9_000n, 2, 3, 3],
	['members', 35_000n, 3, 3, 4],
	['ownCapital', 250_000_000n, 1, 2, 2],
	['ownCapital', 15_000_000_000n, 2, 3, 3],
	['ownCapital', 40_000_000_000n, 3, 3, 4],
	['assets', 2_500_000_000n, 1, 2, 2],
	['assets', 100_000_000_000n, 2, 3, 3],
	['assets', 500_000_000_000n, 3, 3, 4]
] as const)('%s at %d: class %i, %i, %i', (criterion, edge, ...classes) => {
	expect([edge - 1n, edge, edge + 1n].map((amount) => of(criterion, amount)?.class)).toEqual(classes);
});

test('the highest class that any criterion reaches holds, and it says which criterion that was', () => {
	expect(businessClassOf({ members: 120, ownCapital: 300_000_000n, assets: 900_000_000n })).toEqual({
		class: 2,
		by: ['ownCapital'],
		unknown: [],
		certainty: 'unverified'
	});
	expect(businessClassOf({ members: 40_000, ownCapital: -5n, assets: 600_000_000_000n })).toMatchObject({
		class: 4,
		by: ['members', 'assets']
	});
});

test('what is not known is said, and of nothing known there is no class', () => {
	expect(businessClassOf({ ...nothing, members: 0 })).toMatchObject({
		class: 1,
		by: ['members'],
		unknown: ['ownCapital', 'assets']
	});
	expect(businessClassOf(nothing)).toBeNull();
});
