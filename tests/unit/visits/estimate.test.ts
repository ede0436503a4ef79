import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handlingOf, roomFreeIn, waitRange, type WaitFacts } from '#clinic/visits/estimate.ts';

const usual: WaitFacts = { ahead: 0, freeIn: [0], handling: { short: 10, long: 20 }, bookings: [] };

describe('the range of the wait', () => {
	it.each<[string, Partial<WaitFacts>, [number, number] | null]>([
		['nobody ahead and a free room', {}, [0, 5]],
		['one ahead, one room', { ahead: 1 }, [10, 20]],
		['three ahead, two rooms', { ahead: 3, freeIn: [0, 0] }, [10, 20]],
		['a room that is free in seven minutes', { freeIn: [7] }, [5, 10]],
		['no staffed room', { freeIn: [] }, null],
		['a booking that is due', { bookings: [{ at: -3, minutes: 30 }] }, [30, 35]],
		['a booking before the turn', { ahead: 1, bookings: [{ at: 10, minutes: 30 }] }, [40, 50]],
		['a booking after the turn', { ahead: 1, bookings: [{ at: 60, minutes: 30 }] }, [10, 20]],
		['a booking that takes the other room', { freeIn: [0, 0], bookings: [{ at: 0, minutes: 30 }] }, [0, 5]]
	])('%s', (_, facts, expected) => {
		expect(waitRange({ ...usual, ...facts })).toEqual(expected && { from: expected[0], to: expected[1] });
	});

	it('grows with who is ahead, shrinks with another room, and is a range in steps of five', () => {
		const minutes = fc.integer({ min: 0, max: 60 });
		const facts = fc.record({
			ahead: fc.integer({ min: 0, max: 30 }),
			freeIn: fc.array(minutes, { minLength: 1, maxLength: 5 }),
			handling: fc.tuple(minutes, minutes).map(([a, b]) => ({ short: Math.min(a, b) + 1, long: Math.max(a, b) + 1 })),
			bookings: fc.array(fc.record({ at: fc.integer({ min: -20, max: 120 }), minutes }), { maxLength: 4 })
		});
		fc.assert(
			fc.property(facts, (given) => {
				const range = waitRange(given)!;
				expect(range.from % 5).toBe(0);
				expect(range.to % 5).toBe(0);
				expect(range.to).toBeGreaterThan(range.from);
				const longer = waitRange({ ...given, ahead: given.ahead + 1 })!;
				expect(longer.to).toBeGreaterThanOrEqual(range.to);
				const plain = { ...given, bookings: [] };
				expect(waitRange({ ...plain, freeIn: [...given.freeIn, 0] })!.to).toBeLessThanOrEqual(waitRange(plain)!.to);
			})
		);
	});
});

describe('handling times', () => {
	it('are those that were measured once there are eight, else what is usual', () => {
		expect(handlingOf([1, 2, 3, 4, 5, 6, 7], 20)).toEqual({ short: 15, long: 25 });
		expect(handlingOf([8, 7, 6, 5, 4, 3, 2, 1], 20)).toEqual({ short: 3, long: 7 });
	});
	it('tell when a room is free: soon, never at once', () => {
		expect(roomFreeIn(5, { short: 10, long: 20 })).toBe(10);
		expect(roomFreeIn(90, { short: 10, long: 20 })).toBe(2);
	});
});
