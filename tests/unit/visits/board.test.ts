import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deltaOf, type Board, type ShownRoom } from '#clinic/visits/board.ts';
import { roomState } from '#clinic/visits/breaks.ts';
import { nextSeries } from '#clinic/visits/devices.ts';
import { mayGive, type GivingFacts } from '#clinic/visits/quota.ts';

const label = fc.constantFrom('K-001', 'K-002', 'B-001');
const room = (id: string): fc.Arbitrary<ShownRoom> =>
	fc.record({
		id: fc.constant(id),
		name: fc.constantFrom('Ruang 1', 'Ruang 2'),
		state: fc.constantFrom('open' as const, 'break' as const, 'closed' as const),
		label: fc.option(label, { nil: null }),
		calls: fc.integer({ min: 0, max: 2 })
	});
const board: fc.Arbitrary<Board> = fc.record({
	rooms: fc.uniqueArray(fc.constantFrom('a', 'b', 'c').chain(room), { selector: ({ id }) => id }),
	last: fc.array(label, { maxLength: 3 }),
	missed: fc.array(label, { maxLength: 3 }),
	waiting: fc.integer({ min: 0, max: 3 })
});

/** As a screen puts a change onto what it shows: the script of the pages does the same. */
function put(before: Board, delta: ReturnType<typeof deltaOf>): Board {
	if (!delta) return before;
	const rooms = new Map([...before.rooms, ...(delta.rooms ?? [])].map((one) => [one.id, one]));
	const order = delta.order ?? before.rooms.map(({ id }) => id);
	return { ...before, ...delta, rooms: order.map((id) => rooms.get(id)!) } as Board;
}

describe('a change of the board', () => {
	it('makes of any board any other, and is nothing where nothing changed', () => {
		fc.assert(
			fc.property(board, board, (before, after) => {
				const { order: _, ...shown } = put(before, deltaOf(before, after)) as Board & { order?: unknown };
				expect(shown).toEqual(after);
				expect(deltaOf(after, structuredClone(after))).toBeNull();
			})
		);
	});

	it('leaves out the rooms that are as they were', () => {
		const one = { id: 'a', name: 'Ruang 1', state: 'open' as const, label: null, calls: 0 };
		const two = { ...one, id: 'b', name: 'Ruang 2' };
		const before: Board = { rooms: [one, two], last: [], missed: [], waiting: 3 };
		const called = { ...two, label: 'K-001', calls: 1 };
		expect(deltaOf(before, { ...before, rooms: [one, called], waiting: 2 })).toEqual({ rooms: [called], waiting: 2 });
	});
});

describe('what a machine may give', () => {
	const open: GivingFacts = {
		opening: { state: 'open', today: { on: '2026-03-02', opens: '08:00', closes: '15:30' } },
		dayIsClosed: false,
		dailyQuota: null,
		given: 500
	};
	it.each<[string, Partial<GivingFacts>, string]>([
		['as many as come', {}, 'yes'],
		['the last one', { dailyQuota: 10, given: 9 }, 'yes'],
		['one too many', { dailyQuota: 10, given: 10 }, 'full'],
		['none at all', { dailyQuota: 0, given: 0 }, 'full'],
		[
			'before the door opens, for those who wait there',
			{ opening: { ...open.opening, state: 'opensLater' } as never },
			'yes'
		],
		['a closed office', { opening: { state: 'closed', holiday: null, next: null } }, 'closed'],
		['a day that was ended', { dayIsClosed: true }, 'dayClosed']
	])('%s', (_, facts, expected) => {
		const giving = mayGive({ ...open, ...facts });
		expect(giving.may ? 'yes' : giving.why).toBe(expected);
	});

	it('numbers kiosks KA to KZ and on', () => {
		const taken = new Set<string>();
		for (let n = 0; n < 28; n++) taken.add(nextSeries(taken));
		expect([...taken].slice(0, 2)).toEqual(['KA', 'KB']);
		expect([...taken].slice(-3)).toEqual(['KZ', 'KAA', 'KAB']);
	});

	it('knows what a room is doing', () => {
		expect([
			roomState(true, null),
			roomState(true, { state: 'break' }),
			roomState(true, { state: 'off' }),
			roomState(false, { state: 'break' })
		]).toEqual(['open', 'break', 'closed', 'closed']);
	});
});
