import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, promiseError, replay, spentBy, type Moved } from '#clinic/visits/truth.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 2, minute));
const moves = (...list: [number, Moved['state']][]): Moved[] =>
	list.map(([minute, state]) => ({ at: at(minute), state }));

describe('where the time went', () => {
	it.each<[string, Moved[], [number, number | null, number]]>([
		['wait, walk, service', moves([0, 'waiting'], [7, 'called'], [9, 'serving'], [30, 'finished']), [7, 2, 21]],
		[
			'nobody pressed that the visitor had come in',
			moves([0, 'waiting'], [7, 'called'], [30, 'finished']),
			[7, null, 23]
		],
		['called and not come', moves([0, 'waiting'], [7, 'called'], [12, 'absent']), [7, null, 0]],
		[
			'sent on to another poli, with a paper fetched between',
			moves(
				[0, 'waiting'],
				[5, 'called'],
				[6, 'serving'],
				[10, 'waiting'],
				[12, 'parked'],
				[40, 'called'],
				[41, 'serving'],
				[50, 'finished']
			),
			[7, 2, 13]
		],
		[
			'here only later',
			moves([0, 'expected'], [20, 'waiting'], [25, 'called'], [25, 'serving'], [30, 'finished']),
			[5, 0, 5]
		]
	])('%s', (_, list, [waiting, walking, handling]) => {
		expect(spentBy(list)).toEqual({ waiting, walking, handling });
	});

	it.each([
		[9, -1],
		[10, 0],
		[15, 0],
		[16, 1]
	])('%i minutes against 10 to 15 is wrong by %i', (waited, error) => {
		expect(promiseError({ from: 10, to: 15 }, waited)).toBe(error);
	});

	it('takes the middle', () => {
		expect([median([]), median([5]), median([9, 1, 5]), median([1, 2, 3, 10])]).toEqual([null, 5, 5, 2.5]);
	});
});

describe('a day played again', () => {
	const day = [
		{ arrivedAt: 480, handling: 20 },
		{ arrivedAt: 480, handling: 20 },
		{ arrivedAt: 490, handling: 30 }
	];
	it('tells what one officer more would change', () => {
		expect(replay(day, 1)).toEqual({ mean: (0 + 20 + 30) / 3, longest: 30, endsAt: 550 });
		expect(replay(day, 2)).toEqual({ mean: 10 / 3, longest: 10, endsAt: 530 });
		expect(replay([], 2)).toBeNull();
		expect(replay(day, 0)).toBeNull();
	});
	it('never gets worse by one more officer', () => {
		const visitor = fc.record({
			arrivedAt: fc.integer({ min: 480, max: 900 }),
			handling: fc.integer({ min: 0, max: 60 })
		});
		fc.assert(
			fc.property(
				fc.array(visitor, { minLength: 1, maxLength: 40 }),
				fc.integer({ min: 1, max: 6 }),
				(list, officers) => {
					const [now, more] = [replay(list, officers)!, replay(list, officers + 1)!];
					expect(more.mean).toBeLessThanOrEqual(now.mean + 1e-9);
					expect(more.endsAt).toBeLessThanOrEqual(now.endsAt);
				}
			)
		);
	});
});
