import { addDays, daysBetween, type Day } from '#platform/clock.ts';
import { usualHours, type OpeningHours } from './hours.ts';
import { openingOn, weekdayOf, type ClosedDays } from './opening.ts';

/** A deadline in working days, with the way by which it was reached. */
export interface WorkingTerm {
	readonly from: Day;
	/** How many working days it lasts. */
	readonly days: number;
	/** The last day on which it is still kept. */
	readonly dueOn: Day;
	/** Holidays in between that fell on a day on which the office works. */
	readonly holidays: readonly { readonly on: Day; readonly name: string }[];
	/** Weekdays in between on which the office never works. */
	readonly weekend: number;
}

/** A calendar of holidays is not known for longer; a deadline beyond it would be a guess. */
const farthest = 366;

/**
 * The day on which so many working days have passed: days on which the office is open by its own hours and its own list of
 * holidays. The day on which it begins does not count.
 */
export function workingTerm(hours: OpeningHours, closed: ClosedDays, from: Day, days: number): WorkingTerm {
	const weekly = Object.keys(hours).length > 0 ? hours : usualHours;
	const holidays: { on: Day; name: string }[] = [];
	let weekend = 0;
	let left = days;
	let on = from;
	while (left > 0) {
		on = addDays(on, 1);
		if (daysBetween(from, on) > farthest) throw new RangeError(`no ${days} working days within a year`);
		if (weekly[weekdayOf(on)] === undefined) weekend += 1;
		else if (openingOn(weekly, closed, on) === null) holidays.push({ on, name: closed.get(on) ?? '' });
		else left -= 1;
	}
	return { from, days, dueOn: on, holidays, weekend };
}
