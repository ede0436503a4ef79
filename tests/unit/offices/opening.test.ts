import { describe, expect, it } from 'vitest';
import { usualHours } from '#clinic/offices/hours.ts';
import { openingAt, openingOn, weekdayOf } from '#clinic/offices/opening.ts';

const nothing = new Map<string, string>();
// 2026-03-02 is a Monday.
const monday = '2026-03-02';

describe('weekdayOf', () => {
	it.each([
		['2026-03-02', 1],
		['2026-03-06', 5],
		['2026-03-07', 6],
		['2026-03-08', 7],
		['2024-02-29', 4]
	])('%s is %i', (day, weekday) => expect(weekdayOf(day)).toBe(weekday));
});

describe('openingOn', () => {
	it('knows the hours of the weekday', () => {
		expect(openingOn(usualHours, nothing, monday)).toEqual({ on: monday, opens: '08:00', closes: '15:30' });
		expect(openingOn(usualHours, nothing, '2026-03-06')).toEqual({ on: '2026-03-06', opens: '08:00', closes: '14:30' });
	});

	it('is closed on a weekday without hours and on a holiday', () => {
		expect(openingOn(usualHours, nothing, '2026-03-07')).toBeNull();
		expect(openingOn(usualHours, new Map([[monday, 'Nyepi']]), monday)).toBeNull();
	});
});

describe('openingAt', () => {
	it.each([
		['00:00', 'opensLater'],
		['07:59', 'opensLater'],
		['08:00', 'open'],
		['15:29', 'open'],
		['15:30', 'closed'],
		['23:59', 'closed']
	])('on a working day at %s: %s', (clock, state) => {
		expect(openingAt(usualHours, nothing, monday, clock).state).toBe(state);
	});

	it('after closing names tomorrow', () => {
		expect(openingAt(usualHours, nothing, monday, '16:00')).toEqual({
			state: 'closed',
			holiday: null,
			next: { on: '2026-03-03', opens: '08:00', closes: '15:30' }
		});
	});

	it('on a holiday names it, and the first day after the holidays and the weekend', () => {
		const closed = new Map([
			['2026-03-19', 'Nyepi'],
			['2026-03-20', 'Idul Fitri']
		]);
		expect(openingAt(usualHours, closed, '2026-03-19', '09:00')).toEqual({
			state: 'closed',
			holiday: 'Nyepi',
			next: { on: '2026-03-23', opens: '08:00', closes: '15:30' }
		});
	});

	it('names no day where there is none in sight', () => {
		expect(openingAt({}, nothing, monday, '09:00')).toEqual({ state: 'closed', holiday: null, next: null });
	});
});
