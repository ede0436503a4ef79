import { lastBookYearDue } from '#clinic/cooperatives/grade.ts';
import { addDays, type Day } from '#platform/clock.ts';

/** Primary cooperatives report within three months in the practice of offices. */
const monthsToReport = 3;

/** The days from which a world counts back. */
export interface Calendar {
	readonly today: Day;
	/** The newest book year whose report is due. */
	readonly lastDue: number;
}

export const calendarOf = (today: Day): Calendar => ({ today, lastDue: lastBookYearDue(today, monthsToReport) });

/** The day, or yesterday where it lies ahead: nothing of a world has happened later than that. */
export const notAhead = (day: Day, { today }: Calendar): Day => (day < today ? day : addDays(today, -1));
