import { addDays, addMonths, daysBetween, type Day } from '#platform/clock.ts';
import { conditionOf, type Condition, type ConditionReason } from './condition.ts';
import type { DutyKind, ReminderDays } from './duty-kinds.ts';
import { reminderDays } from './duty-kinds.ts';
import { boardRoles, type BoardRole, type CooperativeForm } from './kinds.ts';
import type { LicenceKind } from './licence-kinds.ts';
import { deadlinesOf, reportMonths, type MeetingDeadline } from './meeting-deadlines.ts';
import type { MeetingFacts } from './meeting-record.ts';
import { foundingDay, newestBookYearDue, signsOf, type Registered } from './signs.ts';

/** One thing that a cooperative owes, with its day. */
export interface Duty {
	readonly kind: DutyKind;
	/** Which of its kind: the book year, the id of the licence, the seats on the board. */
	readonly about: string;
	readonly dueOn: Day;
	/** Of a meeting: by law, where the office's own day comes earlier. */
	readonly lawfulOn: Day | null;
	readonly licence: LicenceKind | null;
	/** Of a term: the seats that end on that day. */
	readonly roles: readonly BoardRole[];
}

/** What is known of a cooperative and tells what it owes. */
export interface DutyFacts extends Registered {
	readonly form: CooperativeForm | null;
	/** Its dissolution is on the way or done: then nothing falls due any more. */
	readonly isEnding: boolean;
	readonly meetings: readonly MeetingFacts[];
	readonly licences: readonly { readonly id: string; readonly kind: LicenceKind; readonly validUntil: Day | null }[];
	readonly terms: readonly { readonly role: BoardRole; readonly untilOn: Day | null }[];
	readonly turnoverRupiah: bigint | null;
}

/**
 * What falls due and is not done yet, whether its day lies ahead or behind: the meeting of the book year that ended last
 * and of the running one, the report of a meeting that was held, the newest licence of each kind, the newest term of each
 * seat.
 */
export function dutiesOf(facts: DutyFacts, today: Day, own: readonly MeetingDeadline[] = []): Duty[] {
	if (facts.isEnding) return [];
	return [...meetingDuties(facts, today, own), ...licenceDuties(facts), ...boardDuties(facts)].sort((a, b) =>
		a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0
	);
}

const duty = (kind: DutyKind, about: string, dueOn: Day, more: Partial<Duty> = {}): Duty => ({
	kind,
	about,
	dueOn,
	lawfulOn: null,
	licence: null,
	roles: [],
	...more
});

function meetingDuties(facts: DutyFacts, today: Day, own: readonly MeetingDeadline[]): Duty[] {
	const thisYear = Number(today.slice(0, 4));
	const founded = Number(foundingDay(facts)?.slice(0, 4) ?? 0);
	return [thisYear - 1, thisYear]
		.filter((bookYear) => bookYear >= founded)
		.flatMap((bookYear) => {
			const known = facts.meetings.find((meeting) => meeting.bookYear === bookYear);
			const { byOffice, byLaw } = deadlinesOf(bookYear, facts.form, own);
			if (known?.reportedOn) return [];
			if (known?.heldOn) return [duty('report', String(bookYear), addMonths(known.heldOn, reportMonths))];
			return [duty('meeting', String(bookYear), byOffice, { lawfulOn: byLaw === byOffice ? null : byLaw })];
		});
}

function licenceDuties({ licences }: DutyFacts): Duty[] {
	const newest = new Map<LicenceKind, { id: string; until: Day }>();
	for (const { id, kind, validUntil } of licences) {
		const known = newest.get(kind);
		if (validUntil !== null && (known === undefined || validUntil > known.until))
			newest.set(kind, { id, until: validUntil });
	}
	// One without an end makes the older ones of its kind no longer matter.
	for (const { kind, validUntil } of licences) if (validUntil === null) newest.delete(kind);
	return [...newest].map(([licence, { id, until }]) =>
		duty(licence === 'registryCertificate' ? 'certificate' : 'licence', id, until, { licence })
	);
}

function boardDuties({ terms }: DutyFacts): Duty[] {
	const newest = new Map<BoardRole, Day | null>();
	for (const { role, untilOn } of terms) {
		const known = newest.get(role);
		// A term without an end outlasts all others.
		if (known === null) continue;
		if (untilOn === null || known === undefined || untilOn > known) newest.set(role, untilOn);
	}
	const seats = [...newest].filter(([role, until]) => until !== null && role !== 'manager') as [BoardRole, Day][];
	// A board is elected together: one thing to remember, however many seats it has.
	return [...Map.groupBy(seats, ([, until]) => until)].map(([until, ending]) => {
		const roles = boardRoles.filter((role) => ending.some(([seat]) => seat === role));
		return duty('boardTerm', roles.join('+'), until, { roles });
	});
}

/** Which reminders of a duty should have been made by a day: each once, the nearest last. Nothing once the day is past. */
export const remindersDue = ({ dueOn }: Duty, today: Day): ReminderDays[] => {
	const left = daysBetween(today, dueOn);
	return left < 0 ? [] : reminderDays.filter((days) => left <= days);
};

/** The quarter that follows the one in which a day lies. */
export function nextQuarter(today: Day): { readonly from: Day; readonly until: Day } {
	const [year, month] = today.split('-').map(Number) as [number, number];
	const first = `${year}-${String(Math.floor((month - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
	const from = addMonths(first, 3);
	return { from, until: addDays(addMonths(from, 3), -1) };
}

export interface Falling {
	readonly now: Condition | null;
	readonly then: Condition;
	readonly reasons: readonly ConditionReason[];
	/** Duties whose day falls before the quarter's end: what would keep it well. */
	readonly duties: readonly Duty[];
}

const rank: Readonly<Record<Condition, number>> = { healthy: 0, cold: 1, sick: 2, dormant: 3 };

/**
 * Who will be worse at the end of next quarter if nothing more is reported: the condition of today against that on the
 * morning after the quarter, with each book year that becomes due until then counted as not reported. Null: it stays.
 */
export function fallingIll(facts: DutyFacts, today: Day, own: readonly MeetingDeadline[] = []): Falling | null {
	if (facts.isEnding) return null;
	const morningAfter = addDays(nextQuarter(today).until, 1);
	const history = { turnoverRupiah: facts.turnoverRupiah, termsUntil: facts.terms.map(({ untilOn }) => untilOn) };
	const now = conditionOf(signsOf(facts, { ...history, meetings: facts.meetings }, today), today).condition;
	const silent: MeetingFacts[] = [];
	for (let year = newestBookYearDue(today) + 1; year <= newestBookYearDue(morningAfter); year += 1)
		if (!facts.meetings.some(({ bookYear }) => bookYear === year))
			silent.push({ bookYear: year, heldOn: null, reportedOn: null });
	const meetings = [...facts.meetings, ...silent];
	const later = conditionOf(signsOf(facts, { ...history, meetings }, morningAfter), morningAfter);
	if (later.condition === null || rank[later.condition] < rank.cold) return null;
	if (now !== null && rank[later.condition] <= rank[now]) return null;
	const duties = dutiesOf(facts, today, own).filter(({ dueOn }) => dueOn >= today && dueOn < morningAfter);
	return { now, then: later.condition, reasons: later.reasons, duties };
}
