import { addDays, dayOf, momentAt, type Day, type Zone } from '#platform/clock.ts';

/** When something of a story happened: so many days ago at a time of the office's clock, or minutes (under sixty) ago. */
export type When = { readonly daysAgo: number; readonly time: string } | { readonly minutesAgo: number };

export const on = (daysAgo: number, time: string): When => ({ daysAgo, time });
export const ago = (minutesAgo: number): When => ({ minutesAgo });

/** The moment of a time `HH:MM` of the office's clock. */
export const clockTime = momentAt;

/** The working day on or before this one: offices are closed at the weekend. */
export function workingDay(day: Day): Day {
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	return weekday === 0 ? addDays(day, -2) : weekday === 6 ? addDays(day, -1) : day;
}

export function momentOf(when: When, now: Date, zone: Zone): Date {
	const today = dayOf(now, zone);
	if ('daysAgo' in when) return clockTime(workingDay(addDays(today, -when.daysAgo)), when.time, zone);
	// What happened minutes ago happened today, in the same order, also when the clock has just struck midnight.
	const sinceMidnight = now.getTime() - clockTime(today, '00:00', zone).getTime();
	const pace = Math.min(60_000, sinceMidnight / 60);
	return new Date(now.getTime() - Math.round(when.minutesAgo * pace));
}
