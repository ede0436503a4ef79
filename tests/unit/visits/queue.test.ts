import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triageLevels } from '#clinic/cases/triage.ts';
import {
	beforeInQueue,
	mayBe,
	mayUndo,
	minutesSince,
	queueRank,
	standingSince,
	ticketLabel,
	ticketStates,
	waitLength,
	type QueueDeed,
	type TicketState,
	type Waiting
} from '#clinic/visits/queue.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 2, minute));

describe('a ticket', () => {
	it.each([
		['K', 7, 'K-007'],
		['K', 999, 'K-999'],
		['B', 1000, 'B-1000']
	])('%s %i is said %s', (prefix, number, label) => {
		expect(ticketLabel(prefix, number)).toBe(label);
	});

	it.each<[QueueDeed, TicketState[]]>([
		['confirm', ['expected']],
		['call', ['waiting']],
		['recall', ['called', 'parked', 'finished', 'absent']],
		['begin', ['called']],
		['changeRoom', ['called', 'serving']],
		['transfer', ['waiting', 'called', 'serving', 'parked']],
		['park', ['waiting', 'called', 'serving']],
		['prefer', ['expected', 'waiting']],
		['finish', ['called', 'serving']],
		['markAbsent', ['expected', 'waiting', 'called', 'parked']],
		['cancel', ['expected', 'waiting', 'called', 'parked']],
		['rejoin', ['absent', 'cancelled']]
	])('%s may be done from %o only', (deed, states) => {
		expect(ticketStates.filter((state) => mayBe(deed, state))).toEqual(states);
	});

	it('can be undone for a minute, the last millisecond included', () => {
		const done = at(0);
		expect(mayUndo(done, new Date(done.getTime() + 60_000))).toBe(true);
		expect(mayUndo(done, new Date(done.getTime() + 60_001))).toBe(false);
	});
});

describe('the order of the waiting', () => {
	const now = at(30);
	const person = (id: string, minute: number, over: Partial<Waiting> = {}): Waiting => ({
		id,
		level: null,
		standsAt: at(minute),
		dueAt: null,
		...over
	});
	const order = (list: Waiting[], moment = now) =>
		[...list]
			.sort(beforeInQueue(moment))
			.map(({ id }) => id)
			.join(' ');

	it('puts emergencies first, then what is urgent, then everybody by arrival', () => {
		expect(
			order([
				person('a', 1),
				person('b', 2, { level: 'information' }),
				person('c', 3, { level: 'routine' }),
				person('d', 5, { level: 'urgent' }),
				person('e', 4, { level: 'urgent' }),
				person('f', 6, { level: 'emergency' })
			])
		).toBe('f e d a b c');
	});

	it('keeps an appointment from five minutes before its time, behind what is urgent', () => {
		const list = [person('early', 1), person('due', 20, { dueAt: at(35) }), person('urgent', 25, { level: 'urgent' })];
		expect(order(list, at(29))).toBe('urgent early due');
		expect(order(list, at(30))).toBe('urgent due early');
	});

	it('counts priority as having come earlier, and so passes nobody for ever', () => {
		expect(standingSince(at(30), null)).toEqual(at(30));
		expect(standingSince(at(30), 'cameFar')).toEqual(at(15));
		for (const priority of ['elderly', 'pregnant', 'disabled'] as const)
			expect(standingSince(at(30), priority)).toEqual(at(0));
		const old = { standsAt: standingSince(at(30), 'elderly') };
		expect(order([person('b', 1), person('old', 30, old)])).toBe('old b');
		expect(order([person('b', -1), person('old', 30, old)])).toBe('b old');
	});

	it('keeps two of the same instant in a fixed order', () => {
		expect(order([person('b', 1), person('a', 1)])).toBe('a b');
	});

	it('ranks only what cannot wait', () => {
		expect([null, ...triageLevels].map((level) => queueRank(level, null, now))).toEqual([3, 0, 1, 3, 3]);
	});

	it('is an order: total and without circles', () => {
		const moment = fc.integer({ min: 0, max: 5 }).map(at);
		const waiting = fc.record({
			id: fc.uuid(),
			level: fc.constantFrom(null, ...triageLevels),
			standsAt: moment,
			dueAt: fc.option(moment, { nil: null })
		});
		fc.assert(
			fc.property(waiting, waiting, waiting, moment, (a, b, c, when) => {
				const before = beforeInQueue(when);
				expect(Math.sign(before(a, b)) + Math.sign(before(b, a))).toBe(0);
				if (a.id !== b.id) expect(before(a, b)).not.toBe(0);
				if (before(a, b) < 0 && before(b, c) < 0) expect(before(a, c)).toBeLessThan(0);
			})
		);
	});
});

describe('the time of waiting', () => {
	it.each([
		[0, 'fair'],
		[14, 'fair'],
		[15, 'long'],
		[29, 'long'],
		[30, 'tooLong']
	])('%i minutes is %s', (minutes, length) => {
		expect(waitLength(minutes)).toBe(length);
	});
	it('is whole minutes and never negative', () => {
		expect(minutesSince(at(0), new Date(at(1).getTime() - 1))).toBe(0);
		expect(minutesSince(at(0), at(1))).toBe(1);
		expect(minutesSince(at(1), at(0))).toBe(0);
	});
});
