import { addMonths, type Day } from '#platform/clock.ts';
import type { CooperativeForm } from './kinds.ts';
import { deadlinesOf, reportMonths, type MeetingDeadline, type YearDeadlines } from './meeting-deadlines.ts';

export interface MeetingFacts {
	readonly bookYear: number;
	readonly heldOn: Day | null;
	readonly reportedOn: Day | null;
}

/**
 * How one book year's annual meeting stands on a day.
 * - `notDue`: its deadlines lie ahead; `unknown`: they have passed and nobody has written down what happened
 * - `onTime`; `late`: after the office's deadline; `unlawful`: after the law's six months
 * - `notHeld`: known not to have been held; `heldUnreported`: held, and no report came
 */
export const yearStates = ['notDue', 'unknown', 'onTime', 'late', 'unlawful', 'notHeld', 'heldUnreported'] as const;
export type YearState = (typeof yearStates)[number];

export interface MeetingYearRecord extends YearDeadlines {
	readonly bookYear: number;
	readonly state: YearState;
	/** Until when the report of a meeting that was held is owed; null where none was held. */
	readonly reportBy: Day | null;
	/** The report came after that. */
	readonly isReportLate: boolean;
}

/** One book year. @param facts null: nothing is written down */
export function yearRecord(
	bookYear: number,
	facts: MeetingFacts | null,
	{ form, own, today }: { form: CooperativeForm | null; own?: readonly MeetingDeadline[]; today: Day }
): MeetingYearRecord {
	const deadlines = deadlinesOf(bookYear, form, own);
	const heldOn = facts?.heldOn ?? null;
	const reportBy = heldOn === null ? null : addMonths(heldOn, reportMonths);
	const reportedOn = facts?.reportedOn ?? null;
	const isReportLate = reportBy !== null && (reportedOn ?? today) > reportBy;
	return { bookYear, ...deadlines, reportBy, isReportLate, state: stateOf(facts, deadlines, reportBy, today) };
}

function stateOf(
	facts: MeetingFacts | null,
	{ byOffice, byLaw }: YearDeadlines,
	reportBy: Day | null,
	today: Day
): YearState {
	const heldOn = facts?.heldOn ?? null;
	if (heldOn === null) {
		if (today <= byOffice) return 'notDue';
		if (facts === null) return 'unknown';
		return 'notHeld';
	}
	if ((facts?.reportedOn ?? null) === null && reportBy !== null && today > reportBy) return 'heldUnreported';
	if (heldOn > byLaw) return 'unlawful';
	return heldOn > byOffice ? 'late' : 'onTime';
}

/** What the record of the last years means, and which step it calls for. */
export interface MeetingRecord {
	readonly years: readonly MeetingYearRecord[];
	/** Running, counted back from the newest year that is due. */
	readonly lateRunning: number;
	readonly missingRunning: number;
	readonly step: MeetingStep;
}

/**
 * Permenkop 19/2015 chapter G, by a report on it; the text itself was not found (`permenkop-19-2015`, unverified).
 * - `warning`: late once, or not held once
 * - `warningCopied`: late twice running; copied to the ministry's deputy for supervision
 * - `warningAndDissolutionNotice`: not held twice running or more; the letter of intended dissolution goes with it
 */
export const meetingSteps = ['none', 'warning', 'warningCopied', 'warningAndDissolutionNotice'] as const;
export type MeetingStep = (typeof meetingSteps)[number];

const isLate = ({ state }: MeetingYearRecord) => state === 'late' || state === 'unlawful';
/** A meeting nobody was told of does not count for the office: the report is missing. */
const isMissing = ({ state }: MeetingYearRecord) => state === 'notHeld' || state === 'heldUnreported';

/** @param newest the newest book year to look at; the years before it follow, as many as `count` */
export function meetingRecord(
	known: readonly MeetingFacts[],
	{
		newest,
		count,
		founded,
		...rule
	}: {
		newest: number;
		count: number;
		/** Year of founding; earlier book years are not owed. */
		founded: number | null;
		form: CooperativeForm | null;
		own?: readonly MeetingDeadline[];
		today: Day;
	}
): MeetingRecord {
	const facts = new Map(known.map((year) => [year.bookYear, year]));
	const years = Array.from({ length: count }, (_, back) => newest - back)
		.filter((year) => founded === null || year >= founded)
		.map((year) => yearRecord(year, facts.get(year) ?? null, rule));
	const due = years.filter(({ state }) => state !== 'notDue');
	const lateRunning = running(due, isLate);
	const missingRunning = running(due, isMissing);
	const notHeldRunning = running(due, ({ state }) => state === 'notHeld');
	return { years, lateRunning, missingRunning, step: stepFor({ lateRunning, notHeldRunning }) };
}

function running(years: readonly MeetingYearRecord[], test: (year: MeetingYearRecord) => boolean): number {
	const end = years.findIndex((year) => !test(year));
	return end === -1 ? years.length : end;
}

function stepFor({ lateRunning, notHeldRunning }: { lateRunning: number; notHeldRunning: number }): MeetingStep {
	if (notHeldRunning >= 2) return 'warningAndDissolutionNotice';
	if (lateRunning >= 2) return 'warningCopied';
	return lateRunning === 1 || notHeldRunning === 1 ? 'warning' : 'none';
}

/** More than half of the members; the articles of a cooperative may say otherwise. Practice, not read in a regulation. */
export type Quorum = 'reached' | 'notReached' | null;
export const quorumOf = (present: number | null, entitled: number | null): Quorum =>
	present === null || entitled === null || entitled === 0 ? null : present * 2 > entitled ? 'reached' : 'notReached';
