import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualHours } from '#clinic/offices/hours.ts';
import {
	daysOffered,
	nextSlots,
	slotsOn,
	substitutesFor,
	type Agenda,
	type Span,
	type Wanted
} from '#clinic/visits/appointment-slots.ts';
import { momentAt } from '#platform/clock.ts';

// Monday 2 March 2026 in Jakarta; Friday is the 6th.
const monday = '2026-03-02';
const friday = '2026-03-06';
const at = (clock: string, on = monday) => momentAt(on, clock, 'Asia/Jakarta');
const span = (from: string, to: string, on = monday): Span => ({ from: at(from, on), to: at(to, on) });
const agenda = (over: Partial<Agenda> = {}): Agenda => ({
	hours: usualHours,
	closed: new Map(),
	zone: 'Asia/Jakarta',
	officers: [{ id: 'a', hours: null, busy: [] }],
	rooms: [{ id: 'r', busy: [] }],
	notBefore: new Date(0),
	...over
});
const one: Wanted = { minutes: 60, officers: 1, needsRoom: true };
const clocks = (of: Agenda, wanted = one, on = monday) =>
	slotsOn(of, wanted, on).map(({ startsAt }) =>
		new Date(startsAt.getTime() + 7 * 3_600_000).toISOString().slice(11, 16)
	);

describe('the times of a day', () => {
	it('begin at the opening, end at the closing, and rest at noon, longer on Fridays', () => {
		expect(clocks(agenda())).toEqual([
			...['08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00'],
			...['13:00', '13:30', '14:00', '14:30']
		]);
		expect(clocks(agenda(), one, friday)).toEqual([
			...['08:00', '08:30', '09:00', '09:30', '10:00', '10:30'],
			...['13:00', '13:30']
		]);
	});

	it('are none on a closed day, and none before what is asked', () => {
		expect(clocks(agenda({ closed: new Map([[monday, 'Nyepi']]) }))).toEqual([]);
		expect(clocks(agenda(), one, '2026-03-07')).toEqual([]);
		expect(clocks(agenda({ notBefore: at('14:00') }))).toEqual(['14:00', '14:30']);
		expect(clocks(agenda({ notBefore: at('14:01') }))).toEqual(['14:30']);
	});

	it('leave out what touches neither end of what is taken, to the minute', () => {
		const busy = [span('09:00', '10:00')];
		const taken = agenda({ officers: [{ id: 'a', hours: null, busy }] });
		expect(clocks(taken).slice(0, 4)).toEqual(['08:00', '10:00', '10:30', '11:00']);
		expect(clocks(agenda({ rooms: [{ id: 'r', busy }] })).slice(0, 2)).toEqual(['08:00', '10:00']);
		// Without a room nobody asks for one.
		expect(clocks(agenda({ rooms: [] }))).toEqual([]);
		expect(clocks(agenda({ rooms: [] }), { ...one, needsRoom: false })).toHaveLength(11);
	});

	it('ask for a pair where the service does, each within his or her own hours', () => {
		const morning = { 1: { opens: '08:00', closes: '10:00' } } as const;
		const officers = [
			{ id: 'a', hours: null, busy: [] },
			{ id: 'b', hours: morning, busy: [] }
		];
		const pair = { ...one, officers: 2 as const };
		expect(clocks(agenda({ officers }), pair)).toEqual(['08:00', '08:30', '09:00']);
		expect(clocks(agenda({ officers: officers.slice(1) }))).toEqual(['08:00', '08:30', '09:00']);
		expect(slotsOn(agenda({ officers }), pair, monday)[0]).toMatchObject({ officerIds: ['a', 'b'], roomId: 'r' });
	});

	it('give the day’s work to who has least of it', () => {
		const officers = [
			{ id: 'a', hours: null, busy: [span('08:00', '09:00')] },
			{ id: 'b', hours: null, busy: [] }
		];
		expect(slotsOn(agenda({ officers }), one, monday).every(({ officerIds }) => officerIds[0] === 'b')).toBe(true);
	});
});

it('names what a day is: free, full, closed, and for which holiday', () => {
	const full = { id: 'a', hours: null, busy: [span('00:00', '23:59')] };
	const days = daysOffered(
		agenda({ officers: [full], closed: new Map([['2026-03-03', 'Hari jadi']]) }),
		one,
		'2026-03-01',
		4
	);
	expect(days.map(({ state, holiday }) => [state, holiday])).toEqual([
		['closed', null],
		['full', null],
		['closed', 'Hari jadi'],
		['free', null]
	]);
	expect(nextSlots(agenda({ officers: [full] }), one, monday, 1, 30)[0]?.startsAt).toEqual(at('08:00', '2026-03-03'));
	expect(nextSlots(agenda({ officers: [] }), one, monday, 3, 30)).toEqual([]);
});

it('finds who can take over: free, serving, and none of the team, the least busy first', () => {
	const officers = [
		{ id: 'ill', hours: null, busy: [] },
		{ id: 'busy', hours: null, busy: [span('09:30', '10:30')] },
		{ id: 'some', hours: null, busy: [span('13:00', '14:00')] },
		{ id: 'free', hours: null, busy: [] }
	];
	expect(substitutesFor(agenda({ officers }), span('09:00', '10:00'), monday, ['ill'])).toEqual(['free', 'some']);
});

it('never offers what cannot be kept, whatever is taken', () => {
	const anySpan = fc
		.tuple(fc.integer({ min: 0, max: 570 }), fc.integer({ min: 10, max: 240 }))
		.map(([from, minutes]) => ({
			from: new Date(at('07:00').getTime() + from * 60_000),
			to: new Date(at('07:00').getTime() + (from + minutes) * 60_000)
		}));
	const anyTaken = fc.array(fc.array(anySpan, { maxLength: 4 }), { maxLength: 4 });
	fc.assert(
		fc.property(
			anyTaken,
			anyTaken,
			fc.integer({ min: 10, max: 240 }),
			fc.constantFrom(1 as const, 2 as const),
			(officerBusy, roomBusy, minutes, officers) => {
				const of = agenda({
					officers: officerBusy.map((busy, n) => ({ id: `o${n}`, hours: null, busy })),
					rooms: roomBusy.map((busy, n) => ({ id: `r${n}`, busy }))
				});
				for (const slot of slotsOn(of, { minutes, officers, needsRoom: true }, monday)) {
					const takers = [
						...of.officers.filter(({ id }) => slot.officerIds.includes(id)),
						...of.rooms.filter(({ id }) => id === slot.roomId)
					];
					expect(takers).toHaveLength(officers + 1);
					for (const { busy } of takers)
						expect(busy.some(({ from, to }) => from < slot.endsAt && slot.startsAt < to)).toBe(false);
					expect(slot.endsAt.getTime() - slot.startsAt.getTime()).toBe(minutes * 60_000);
					expect(slot.startsAt >= at('08:00') && slot.endsAt <= at('15:30')).toBe(true);
				}
			}
		),
		{ numRuns: 60 }
	);
});
