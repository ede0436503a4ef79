import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueOf, pressure, warningOf, type Clock } from '#clinic/consultations/clocks.ts';
import {
	dayParts,
	momentAfter,
	pathBetween,
	workedBetween,
	type WorkCalendar
} from '#clinic/consultations/working-time.ts';
import { openingOn } from '#clinic/offices/opening.ts';
import { usualHours, type OpeningHours } from '#clinic/offices/hours.ts';
import { addDays, zones } from '#platform/clock.ts';
import { onTheWall } from '#ui/dates.ts';

const minute = 60_000;
const jakarta: WorkCalendar = { hours: usualHours, closed: new Map(), zone: 'Asia/Jakarta' };
const wib = (text: string) => new Date(`${text}:00+07:00`);
const clockText = (minutes: number) =>
	`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The naive model: looks at the wall clock once a minute. A minute of an open day is one of that day's minutes. */
function shareOfMinute(calendar: WorkCalendar, at: Date): { minutes: number; of: number } | null {
	const { day, hour, minute: past } = onTheWall(at, calendar.zone);
	const open = openingOn(calendar.hours, calendar.closed, day);
	if (!open) return null;
	const [from, to] = [open.opens, open.closes].map((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
	const now = hour * 60 + past;
	return now >= from! && now < to! ? { minutes: 1, of: to! - from! } : null;
}
const naiveWorked = (calendar: WorkCalendar, from: Date, to: Date): bigint => {
	let parts = 0n;
	for (let at = from.getTime(); at < to.getTime(); at += minute) {
		const share = shareOfMinute(calendar, new Date(at));
		if (share) parts += dayParts(calendar) / BigInt(share.of);
	}
	return parts;
};
/** Walks minute by minute, through pauses standing still, until the days are used up. */
function naiveDue(calendar: WorkCalendar, clock: Clock): Date {
	let rest = dayParts(calendar) * BigInt(clock.days);
	for (let at = clock.startedAt.getTime(); ; at += minute) {
		const stands = clock.pauses.some(({ from, to }) => from.getTime() <= at && (to === null || at < to.getTime()));
		const share = stands ? null : shareOfMinute(calendar, new Date(at));
		if (!share) continue;
		rest -= dayParts(calendar) / BigInt(share.of);
		if (rest <= 0n) return new Date(at + minute);
	}
}

const hoursOfDay = fc
	.tuple(fc.integer({ min: 0, max: 40 }), fc.constantFrom(60, 120, 240, 300, 390, 450, 540))
	.map(([from, length]) => ({ opens: clockText(from * 15), closes: clockText(from * 15 + length) }));
const calendars: fc.Arbitrary<WorkCalendar> = fc.record({
	hours: fc
		.uniqueArray(fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), hoursOfDay), {
			minLength: 2,
			maxLength: 6,
			selector: ([weekday]) => weekday
		})
		.map((days) => Object.fromEntries(days) as OpeningHours),
	closed: fc
		.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 5 })
		.map((days) => new Map(days.map((one) => [addDays('2026-03-02', one), 'Libur']))),
	zone: fc.constantFrom(...zones)
});
const moments = fc
	.integer({ min: 0, max: 10 * 24 * 60 })
	.map((minutes) => new Date(Date.UTC(2026, 2, 2) + minutes * minute));

describe('working time against a walk of every minute', () => {
	it('counts the same between two moments', () =>
		fc.assert(
			fc.property(calendars, moments, moments, (calendar, one, other) => {
				const [from, to] = one < other ? [one, other] : [other, one];
				expect(workedBetween(calendar, from, to)).toBe(naiveWorked(calendar, from, to));
			}),
			{ numRuns: 60 }
		));

	it('runs out at the same minute, through pauses', () =>
		fc.assert(
			fc.property(
				calendars,
				moments,
				fc.integer({ min: 1, max: 4 }),
				fc.array(fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 3000 })), { maxLength: 3 }),
				(calendar, startedAt, days, gaps) => {
					let at = startedAt.getTime();
					const pauses = gaps.map(([runs, stands]) => {
						const from = new Date((at += runs * minute));
						return { from, to: new Date((at += stands * minute)) };
					});
					const clock: Clock = { kind: 'answer', days, startedAt, pauses };
					const due = dueOf(calendar, clock);
					const naive = naiveDue(calendar, clock);
					expect(due.state).toBe('due');
					// Shares of unequal days do not end on a whole minute: the naive walk notices within one.
					const at_ = due.state === 'due' ? due.at.getTime() : Number.NaN;
					expect(naive.getTime() - at_).toBeGreaterThanOrEqual(0);
					expect(naive.getTime() - at_).toBeLessThan(minute);
				}
			),
			{ numRuns: 60 }
		));

	it('a pause outside working time changes nothing, and a pause gives and takes none', () =>
		fc.assert(
			fc.property(calendars, moments, fc.integer({ min: 1, max: 3000 }), (calendar, startedAt, stands) => {
				const clock: Clock = { kind: 'forward', days: 2, startedAt, pauses: [] };
				const plain = dueOf(calendar, clock);
				if (plain.state !== 'due') throw new Error('the office opens');
				const from = new Date((startedAt.getTime() + plain.at.getTime()) / 2);
				const to = new Date(from.getTime() + stands * minute);
				const paused = dueOf(calendar, { ...clock, pauses: [{ from, to }] });
				if (paused.state !== 'due') throw new Error('the pause has ended');
				const whole = dayParts(calendar) * 2n;
				const worked = workedBetween(calendar, startedAt, from) + workedBetween(calendar, to, paused.at);
				// Within one millisecond of the day with the largest share.
				expect(worked).toBeGreaterThanOrEqual(whole);
				expect(worked - whole).toBeLessThan(dayParts(calendar) / 60_000n);
			}),
			{ numRuns: 100 }
		));
});

describe('deadlines as people say them', () => {
	const due = (startedAt: string, days: number, calendar = jakarta) => {
		const answer = dueOf(calendar, { kind: 'forward', days, startedAt: wib(startedAt), pauses: [] });
		return answer.state === 'due' ? answer.at : answer.state;
	};
	it.each([
		// Monday to Thursday: the same hour three working days later.
		['2026-03-02T10:00', 3, '2026-03-05T10:00'],
		// After closing it counts from the next opening: the third day is full at its end.
		['2026-03-02T20:00', 3, '2026-03-05T15:30'],
		['2026-03-06T14:30', 1, '2026-03-09T15:30'],
		['2026-03-07T09:00', 1, '2026-03-09T15:30'],
		// A short Friday is a whole working day: a third of Thursday and two thirds of Friday.
		['2026-03-05T13:00', 1, '2026-03-06T12:20']
	])('%s and %i days: %s', (from, days, until) => expect(due(from, days)).toEqual(wib(until)));

	it('holidays and weekends are no working days, and the path names them', () => {
		const calendar = { ...jakarta, closed: new Map([['2026-03-19', 'Hari Suci Nyepi']]) };
		expect(due('2026-03-18T08:00', 3, calendar)).toEqual(wib('2026-03-23T15:30'));
		const path = pathBetween(calendar, wib('2026-03-18T08:00'), wib('2026-03-23T15:30'));
		expect(path.map((day) => [day.on, day.kind === 'closed' ? day.holiday : day.kind])).toEqual([
			['2026-03-18', 'counted'],
			['2026-03-19', 'Hari Suci Nyepi'],
			['2026-03-20', 'counted'],
			['2026-03-21', null],
			['2026-03-22', null],
			['2026-03-23', 'counted']
		]);
	});
	it('an office that never opens has no deadline', () =>
		expect(due('2026-03-02T10:00', 3, { ...jakarta, hours: {} })).toBe('never'));
	it('stands still while it is paused, with what is left', () => {
		const clock: Clock = {
			kind: 'answer',
			days: 2,
			startedAt: wib('2026-03-02T08:00'),
			pauses: [{ from: wib('2026-03-02T15:30'), to: null }]
		};
		expect(dueOf(jakarta, clock)).toEqual({ state: 'paused', left: dayParts(jakarta) });
	});
	it('a deadline that passed before a pause stays where it was', () => {
		const clock: Clock = {
			kind: 'answer',
			days: 1,
			startedAt: wib('2026-03-02T08:00'),
			pauses: [{ from: wib('2026-03-04T09:00'), to: null }]
		};
		expect(dueOf(jakarta, clock)).toMatchObject({ state: 'due', at: wib('2026-03-02T15:30') });
	});
	it('warns two working days before', () =>
		expect(
			warningOf(jakarta, { kind: 'silence', days: 10, startedAt: wib('2026-03-02T10:00'), pauses: [] }, 2)
		).toEqual(wib('2026-03-12T10:00')));
	it('presses when a working day or less is left', () => {
		const at = wib('2026-03-05T10:00');
		expect(pressure(jakarta, at, wib('2026-03-04T09:59'))).toBe('later');
		expect(pressure(jakarta, at, wib('2026-03-04T10:00'))).toBe('soon');
		expect(pressure(jakarta, at, wib('2026-03-05T09:59'))).toBe('soon');
		expect(pressure(jakarta, at, at)).toBe('over');
	});
	it('nothing left is due at once', () =>
		expect(momentAfter(jakarta, wib('2026-03-07T09:00'), 0n)).toEqual(wib('2026-03-07T09:00')));
});
