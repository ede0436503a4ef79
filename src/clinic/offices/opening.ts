import { addDays, type Day } from '#platform/clock.ts';
import type { OpeningHours } from './hours.ts';

/** 1 Monday to 7 Sunday, as in `OpeningHours`. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

export const weekdayOf = (day: Day): Weekday => (((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday;

/** What keeps an office closed, by day: the name of the holiday. */
export type ClosedDays = ReadonlyMap<Day, string>;

export interface OpenDay {
	readonly on: Day;
	readonly opens: string;
	readonly closes: string;
}

/** When the office is open on a day; null when it is closed. A holiday closes whatever the weekday says. */
export function openingOn(hours: OpeningHours, closed: ClosedDays, on: Day): OpenDay | null {
	const times = closed.has(on) ? undefined : hours[weekdayOf(on)];
	return times ? { on, ...times } : null;
}

/** No office is closed for longer; beyond this a calendar of holidays is not known anyway. */
const farthest = 60;

export type Opening =
	| { readonly state: 'open' | 'opensLater'; readonly today: OpenDay }
	/** `holiday`: why today, where that is the reason. */
	| { readonly state: 'closed'; readonly holiday: string | null; readonly next: OpenDay | null };

/**
 * Whether somebody who comes now finds the door open.
 * @param clock time on the office's wall, `HH:MM`; at the closing minute the door is closed
 */
export function openingAt(hours: OpeningHours, closed: ClosedDays, today: Day, clock: string): Opening {
	const now = openingOn(hours, closed, today);
	if (now && clock < now.opens) return { state: 'opensLater', today: now };
	if (now && clock < now.closes) return { state: 'open', today: now };
	return { state: 'closed', holiday: closed.get(today) ?? null, next: nextOpening(hours, closed, today) };
}

/** The first open day after a day. */
function nextOpening(hours: OpeningHours, closed: ClosedDays, today: Day): OpenDay | null {
	for (let days = 1; days <= farthest; days++) {
		const next = openingOn(hours, closed, addDays(today, days));
		if (next) return next;
	}
	return null;
}
