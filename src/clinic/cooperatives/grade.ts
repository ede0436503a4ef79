import type { Day } from '#platform/clock.ts';
import { addMonths } from '#platform/clock.ts';

/** The grade of a cooperative's registry number (NIK), by the reports of its annual meetings. */
export const registryGrades = ['A', 'B', 'C1', 'C2', 'D'] as const;
export type RegistryGrade = (typeof registryGrades)[number];

/** Why a history has no grade. */
export type NoGrade =
	/** No book year is reported or past its deadline yet. */
	| 'nothingDueYet'
	/** Whether a book year was reported is not known, and the grade hangs on it. */
	| 'yearsUnknown'
	/** Only one report, and the grade hangs on the day of founding, which is not known. */
	| 'foundingUnknown'
	/** An older cooperative with one report, and not for the newest book year: no row of the rule covers it. */
	| 'oneOldReport';

export type Grading =
	| { readonly grade: RegistryGrade; readonly bookYears: readonly number[] }
	| { readonly grade: null; readonly reason: NoGrade; readonly bookYears: readonly number[] };

export interface MeetingHistory {
	readonly foundedOn: Day | null;
	/** Book years of which it is known whether their report was handed in. A year left out is not known. */
	readonly known: readonly { readonly bookYear: number; readonly reported: boolean }[];
	/** The newest book year whose deadline has passed (`lastBookYearDue`). */
	readonly lastDue: number;
	readonly on: Day;
}

/**
 * The newest book year (a calendar year) whose report is overdue or was due before this day. Two deadlines are in use,
 * so the months are the caller's: 6 by UU 25/1992 art. 26; 3 (primary) and 6 (secondary) in the practice of offices.
 */
export function lastBookYearDue(on: Day, months: 3 | 6): number {
	const before = Number(on.slice(0, 4)) - 1;
	return addMonths(`${before}-12-31`, months) < on ? before : before - 1;
}

/**
 * A: the last three book years reported. B: two of them. C1: founded within three years, one report. C2: older, one
 * report, for the newest year. D: no report. A book year counts when it is reported or past its deadline. The rule
 * itself is known from the ministry's notes on the register (nik.depkop.go.id), not from a statute.
 */
export function gradeOf(history: MeetingHistory): Grading {
	const reported = new Map(history.known.map(({ bookYear, reported }) => [bookYear, reported]));
	const newest = Math.max(
		history.lastDue,
		...history.known.filter((year) => year.reported).map((year) => year.bookYear)
	);
	const founded = history.foundedOn === null ? null : Number(history.foundedOn.slice(0, 4));
	const bookYears = [newest, newest - 1, newest - 2].filter((year) => founded === null || year >= founded);
	if (bookYears.length === 0) return { grade: null, reason: 'nothingDueYet', bookYears };

	const possible = completions(bookYears.map((year) => reported.get(year) ?? null)).map((years) =>
		grade(years, history)
	);
	const [first] = possible;
	if (first === undefined || possible.some((other) => other !== first)) {
		return { grade: null, reason: 'yearsUnknown', bookYears };
	}
	return isGrade(first) ? { grade: first, bookYears } : { grade: null, reason: first, bookYears };
}

function grade(years: readonly boolean[], { foundedOn, on }: MeetingHistory): RegistryGrade | NoGrade {
	const reports = years.filter(Boolean).length;
	if (reports === 0) return 'D';
	if (reports === 3) return 'A';
	if (reports === 2) return 'B';
	if (foundedOn === null) return 'foundingUnknown';
	if (addMonths(foundedOn, 36) >= on) return 'C1';
	return years[0] ? 'C2' : 'oneOldReport';
}

function isGrade(outcome: RegistryGrade | NoGrade): outcome is RegistryGrade {
	return (registryGrades as readonly string[]).includes(outcome);
}

/** Every way in which the unknown years may have been: a grade is given only where it is the same in all of them. */
function completions(years: readonly (boolean | null)[]): boolean[][] {
	return years.reduce<boolean[][]>(
		(made, year) => made.flatMap((start) => (year === null ? [true, false] : [year]).map((value) => [...start, value])),
		[[]]
	);
}
