import { historyKindWords, historyOf, type Happened, type HistoryEntry } from '#clinic/cases/ui/milestone-words.ts';
import { healthWord } from '#clinic/cases/ui/words.ts';
import type { QueueEntry } from '#clinic/visits/server/reads.ts';
import { causeWord } from '#clinic/diagnoses/ui/words.ts';
import { m } from '#messages';
import { dayOf, type Day, type Zone } from '#platform/clock.ts';
import { formatDayShort } from '#ui/dates.ts';
import { language } from '#ui/language.ts';
import { formatDecimal } from '#ui/numbers.ts';

interface Told {
	readonly milestones: readonly (Happened & { readonly subjectId: string | null })[];
	readonly visits: readonly QueueEntry[];
	readonly meetings: readonly {
		readonly bookYear: number;
		readonly heldOn: Day | null;
		readonly reportedOn: Day | null;
	}[];
	readonly examinations: readonly {
		readonly id: string;
		readonly caseId: string | null;
		readonly bookYear: number;
		readonly total: string | null;
		readonly category: string | null;
		readonly at: Date;
		readonly byName: string;
	}[];
	readonly zone: Zone;
}

/** Words of later stops, for what their milestones carry as codes. */
const more = {
	'diagnosis.made': {
		detail: (params: Happened['params']) => (params['cause'] ? causeWord(String(params['cause'])) : null)
	},
	'referral.sent': {
		detail: (params: Happened['params']) => (params['cause'] ? causeWord(String(params['cause'])) : null)
	}
};

/** The milestones of a case as a timeline; a visit is told with its ticket where it is known. */
export const caseHistory = (milestones: Told['milestones'], visits: readonly QueueEntry[]): HistoryEntry[] => {
	const tickets = new Map(visits.map(({ visitId, label }) => [visitId as string, label]));
	const told = milestones.map((milestone) => {
		const ticket = milestone.what === 'visit.registered' ? tickets.get(milestone.subjectId ?? '') : undefined;
		return ticket ? { ...milestone, params: { ...milestone.params, ticket } } : milestone;
	});
	return historyOf(told, more).map((entry, at) => linked(entry, told[at]!));
};

/** A visit leads to its slip, an examination to its result. */
function linked(entry: HistoryEntry, { what, subjectId }: Told['milestones'][number]): HistoryEntry {
	if (!subjectId) return entry;
	if (what === 'visit.registered') return { ...entry, href: `/kunjungan/${subjectId}` };
	if (what === 'examination.recorded') return { ...entry, href: `/pemeriksaan/${subjectId}` };
	return entry;
}

/** Everything known of a cooperative, newest first: its cases, visits that opened none, meetings, earlier examinations. */
export function chartHistory({ milestones, visits, meetings, examinations, zone }: Told): HistoryEntry[] {
	const entries: HistoryEntry[] = [
		...caseHistory(milestones, visits),
		...visits.filter(({ caseId }) => caseId === null).map(visitEntry),
		...meetings.flatMap(meetingEntries),
		...examinations.filter(({ caseId }) => caseId === null).map(examinationEntry)
	];
	const key = ({ at }: HistoryEntry) =>
		typeof at === 'string' ? `${at} 0` : `${dayOf(at, zone)} 1 ${at.toISOString()}`;
	return entries
		.map((entry) => ({ entry, key: key(entry) }))
		.sort((a, b) => (a.key < b.key ? 1 : a.key > b.key ? -1 : 0))
		.map(({ entry }) => entry);
}

const visitEntry = ({ visitId, label, issuedAt, reason, person }: QueueEntry): HistoryEntry => ({
	id: visitId,
	at: issuedAt,
	title: m.milestone_visit_ticket({ ticket: label }),
	by: person,
	text: reason && m.cases_history_quote({ words: reason }),
	href: `/kunjungan/${visitId}`,
	tone: 'still',
	icon: 'person',
	kind: historyKindWords.contact(),
	historyKind: 'contact'
});

function meetingEntries({ bookYear, heldOn, reportedOn }: Told['meetings'][number]): HistoryEntry[] {
	if (heldOn === null) return [];
	const told = reportedOn
		? m.cases_history_meeting_reported({ on: formatDayShort(reportedOn, language()) })
		: m.cases_history_meeting_not_reported();
	return [
		{
			id: `meeting-${bookYear}`,
			at: heldOn,
			title: m.cases_history_meeting_held({ year: bookYear }),
			text: told,
			tone: reportedOn ? 'plain' : 'warn',
			icon: 'calendar',
			kind: historyKindWords.meeting(),
			historyKind: 'meeting'
		}
	];
}

const examinationEntry = ({
	id,
	bookYear,
	total,
	category,
	at,
	byName
}: Told['examinations'][number]): HistoryEntry => ({
	id,
	at,
	title: m.cases_history_examined(),
	by: byName,
	text: [
		m.cases_history_book_year({ year: bookYear }),
		total && category ? m.cases_history_result({ total: formatDecimal(total), category: healthWord(category) }) : null
	]
		.filter(Boolean)
		.join(' · '),
	href: `/pemeriksaan/${id}`,
	tone: 'house',
	icon: 'list',
	kind: historyKindWords.examination(),
	historyKind: 'examination'
});
