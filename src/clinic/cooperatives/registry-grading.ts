import type { Day } from '#platform/clock.ts';
import { gradeOf, lastBookYearDue, type Grading } from './grade.ts';
import { lawfulMonths } from './meeting-deadlines.ts';
import type { MeetingFacts } from './meeting-record.ts';
import { foundingDay } from './signs.ts';

/** The grade of the registry number as a record stands on a day, by the deadline of the law. */
export const registryGrading = (
	founding: { readonly foundedOn: Day | null; readonly legalOn: Day | null },
	meetings: readonly MeetingFacts[],
	today: Day
): Grading =>
	gradeOf({
		foundedOn: foundingDay(founding),
		known: meetings.map(({ bookYear, reportedOn }) => ({ bookYear, reported: reportedOn !== null })),
		lastDue: lastBookYearDue(today, lawfulMonths),
		on: today
	});
