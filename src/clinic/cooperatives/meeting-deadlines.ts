import { addMonths, type Day } from '#platform/clock.ts';
import type { CooperativeForm } from './kinds.ts';

/** By when the annual meeting of a book year is to be held, from a day on. */
export interface MeetingDeadline {
	readonly form: CooperativeForm;
	/** After the end of the book year, which is the calendar year. */
	readonly months: number;
	readonly validFrom: Day;
	readonly source: string;
	readonly certainty: 'official' | 'secondary' | 'unverified';
}

/** UU 25/1992 art. 26: at the latest six months after the book year. Later than that is not lawful. */
export const lawfulMonths = 6;

/**
 * The stricter deadlines that offices work with; the press names them without a regulation. An office that has its own
 * circular sets it (`meeting_deadlines`). Late by these is not yet unlawful.
 */
export const usualDeadlines: readonly MeetingDeadline[] = [
	{ form: 'primary', months: 3, validFrom: '1992-10-21', source: 'klinik', certainty: 'unverified' },
	{ form: 'secondary', months: 6, validFrom: '1992-10-21', source: 'klinik', certainty: 'unverified' }
];

/** A report is owed within one month of its meeting; practice of offices, no regulation with these words was found. */
export const reportMonths = 1;

export interface YearDeadlines {
	/** By the office's own rule. */
	readonly byOffice: Day;
	/** By law. */
	readonly byLaw: Day;
}

/**
 * Deadlines of one book year under the rules of their day: the rule counts that held when the book year ended. A form that
 * is not known is taken as primary, as nearly all are.
 * @param own the office's own rules, in any order
 */
export function deadlinesOf(
	bookYear: number,
	form: CooperativeForm | null,
	own: readonly MeetingDeadline[] = []
): YearDeadlines {
	const ended = `${bookYear}-12-31`;
	const rules = [...usualDeadlines, ...own]
		.filter((rule) => rule.form === (form ?? 'primary') && rule.validFrom <= ended)
		.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
	const byLaw = addMonths(ended, lawfulMonths);
	const months = rules.at(-1)?.months ?? lawfulMonths;
	const byOffice = addMonths(ended, Math.min(months, lawfulMonths));
	return { byOffice, byLaw };
}
