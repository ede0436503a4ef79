import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triageLevels } from '#clinic/cases/triage.ts';
import {
	beforeInQueue,
	mayBe,
	minutesSince,
	queueRank,
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
		['call', ['waiting']],
		['recall', ['called', 'finished', 'absent']],
		['finish', ['called']],
		['markAbsent', ['waiting', 'called']]
	])('%s may be done from %o only', (deed, states) => {
		expect(ticketStates.filter((state) => mayBe(deed, state))).toEqual(states);
	});
});

describe('the order of the waiting', () => {
	const order = (list: Waiting[]) =>
		[...list]
			.sort(beforeInQueue)
			.map(({ id }) => id)
			.join(' ');

	it('puts emergencies first, then what is urgent, then everybody by arrival', () => {
		expect(
			order([
				{ id: 'a', level: null, issuedAt: at(1) },
				{ id: 'b', level: 'information', issuedAt: at(2) },
				{ id: 'c', level: 'routine', issuedAt: at(3) },
				{ id: 'd', level: 'urgent', issuedAt: at(5) },
				{ id: 'e', level: 'urgent', issuedAt: at(4) },
				{ id: 'f', level: 'emergency', issuedAt: at(6) }
			])
		).toBe('f e d a b c');
	});

	it('keeps two of the same instant in a fixed order', () => {
		expect(
			order([
				{ id: 'b', level: null, issuedAt: at(1) },
				{ id: 'a', level: null, issuedAt: at(1) }
			])
		).toBe('a b');
	});

	it('ranks only what cannot wait', () => {
		expect([null, ...triageLevels].map(queueRank)).toEqual([2, 0, 1, 2, 2]);
	});

	it('is an order: total and without circles', () => {
		const waiting = fc.record({
			id: fc.uuid(),
			level: fc.constantFrom(null, ...triageLevels),
			issuedAt: fc.integer({ min: 0, max: 5 }).map(at)
		});
		fc.assert(
			fc.property(waiting, waiting, waiting, (a, b, c) => {
				expect(Math.sign(beforeInQueue(a, b)) + Math.sign(beforeInQueue(b, a))).toBe(0);
				if (a.id !== b.id) expect(beforeInQueue(a, b)).not.toBe(0);
				if (beforeInQueue(a, b) < 0 && beforeInQueue(b, c) < 0) expect(beforeInQueue(a, c)).toBeLessThan(0);
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
