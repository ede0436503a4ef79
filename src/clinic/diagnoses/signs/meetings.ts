import { lastBookYearDue } from '#clinic/cooperatives/grade.ts';
import { addMonths } from '#platform/clock.ts';
import type { Evidence, Facts, FindSigns, MeetingFact } from '../facts.ts';

/** UU 25/1992 art. 26: the meeting on a book year is held within six months after it. */
export const monthsByLaw = 6;

/** How far back missed meetings are counted: as far as the law draws a consequence from them (Permenkop 9/2018). */
const yearsBack = 3;

/** How the running book years without a report stand, newest first. A report ends the run: who came back is not held sick by the past. */
export interface MissedRun {
	readonly notHeld: readonly number[];
	readonly notReported: readonly number[];
	readonly unknown: readonly number[];
}

/** The book years due by law that are without a report, counted back from the newest, none from before the founding. */
export function missedRun({
	today,
	cooperative,
	annualMeetings
}: Pick<Facts, 'today' | 'cooperative' | 'annualMeetings'>): MissedRun {
	const newest = lastBookYearDue(today, monthsByLaw);
	const first = cooperative.foundedOn === null ? 0 : Number(cooperative.foundedOn.slice(0, 4));
	const known = new Map(annualMeetings.map((meeting) => [meeting.bookYear, meeting]));
	const run = { notHeld: [] as number[], notReported: [] as number[], unknown: [] as number[] };
	if (annualMeetings.some(({ bookYear, reportedOn }) => bookYear > newest && reportedOn !== null)) return run;
	for (let year = newest; year > newest - yearsBack && year >= first; year--) {
		const meeting = known.get(year);
		if (!meeting) run.unknown.push(year);
		else if (meeting.reportedOn !== null) break;
		else (meeting.heldOn === null ? run.notHeld : run.notReported).push(year);
	}
	return run;
}

/** Annual meetings that were due: not held, held but not reported, held late, or nothing known of them. */
export const meetingSigns: FindSigns = (facts) => {
	const { notHeld, notReported, unknown } = missedRun(facts);
	const signs: Evidence[] = [];
	if (notHeld.length > 0) signs.push(years('meetingsNotHeld', notHeld));
	if (notHeld.length > 1) signs.push({ code: 'meetingsNotHeldAgain', params: { count: notHeld.length } });
	if (notReported.length > 0) signs.push(years('meetingsNotReported', notReported));
	if (unknown.length > 0) signs.push(years('meetingsUnknown', unknown));
	return [...signs, ...lateness(facts), ...attendance(facts, false)];
};

/** What they show to be in order: the last one due is reported, and enough members came. */
export const soundMeetingSigns: FindSigns = (facts) => {
	const due = lastBookYearDue(facts.today, monthsByLaw);
	const reported = facts.annualMeetings.filter(({ bookYear, reportedOn }) => bookYear >= due && reportedOn !== null);
	const newest = Math.max(...reported.map(({ bookYear }) => bookYear));
	return [
		...(reported.length > 0 ? [{ code: 'meetingReported', params: { bookYear: newest } }] : []),
		...attendance(facts, true)
	];
};

const lastHeld = ({ annualMeetings }: Pick<Facts, 'annualMeetings'>): MeetingFact | undefined =>
	annualMeetings.filter(({ heldOn }) => heldOn !== null).toSorted((a, b) => b.bookYear - a.bookYear)[0];

/** The meeting held last came after the day of the law. */
function lateness(facts: Facts): Evidence[] {
	const last = lastHeld(facts);
	const deadline = last && addMonths(`${last.bookYear}-12-31`, monthsByLaw);
	if (!last?.heldOn || !deadline || last.heldOn <= deadline) return [];
	return [{ code: 'meetingLate', params: { bookYear: last.bookYear, on: last.heldOn, limit: deadline } }];
}

/** Half of the members is the quorum where articles say nothing else; general knowledge of the field, no text was found. */
function attendance(facts: Facts, isEnough: boolean): Evidence[] {
	const last = lastHeld(facts);
	const { bookYear, entitled, present } = last ?? {};
	if (bookYear === undefined || !entitled || present === null || present === undefined) return [];
	if (present * 2 > entitled !== isEnough) return [];
	return [{ code: isEnough ? 'attendanceEnough' : 'attendanceLow', params: { bookYear, entitled, present } }];
}

const years = (code: string, bookYears: readonly number[]): Evidence => ({
	code,
	params: { count: bookYears.length, years: [...bookYears].reverse().join(', ') }
});
