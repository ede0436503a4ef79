import { m } from '#messages';
import { formatDayLong } from '#ui/dates.ts';
import type { IconName } from '#ui/icons.ts';
import { language } from '#ui/language.ts';
import type { TimelineEntry } from '#ui/timeline.ts';
import type { Tone } from '#ui/tone.ts';
import { stepPaths, type Step } from '../next-step.ts';
import type { TriageLevel } from '../triage.ts';
import { healthWord, triageWords } from './words.ts';

/** What a timeline is filtered by. */
export const historyKinds = [
	'contact',
	'complaint',
	'examination',
	'decision',
	'referral',
	'task',
	'meeting',
	'other'
] as const;
export type HistoryKind = (typeof historyKinds)[number];

export const historyKindWords: Readonly<Record<HistoryKind, () => string>> = {
	contact: m.cases_history_contact,
	complaint: m.cases_history_complaint,
	examination: m.cases_history_examination,
	decision: m.cases_history_decision,
	referral: m.cases_history_referral,
	task: m.cases_history_task,
	meeting: m.cases_history_meeting,
	other: m.cases_history_other
};

const kindIcons: Readonly<Record<HistoryKind, IconName>> = {
	contact: 'person',
	complaint: 'pulse',
	examination: 'list',
	decision: 'check',
	referral: 'forward',
	task: 'check-circle',
	meeting: 'calendar',
	other: 'info'
};

export type Params = Readonly<Record<string, string | number>>;

/** How a kind of milestone is told. */
export interface MilestoneWording {
	readonly kind: HistoryKind;
	readonly title: (params: Params) => string;
	/** A line under the title, made of the params; null where they say nothing. */
	readonly detail?: (params: Params) => string | null;
	/** The step of the case whose page shows it. */
	readonly step?: Step;
	readonly tone?: Tone;
}

const word = (params: Params, name: string): string | null =>
	params[name] === undefined ? null : String(params[name]);
const level = (code: string | null) =>
	code && code in triageWords ? triageWords[code as TriageLevel]() : (code ?? '');

/** A title that says a person's name. */
const named =
	(say: (words: { name: string }) => string) =>
	(params: Params): string =>
		say({ name: word(params, 'name') ?? '' });

const dueDay = (params: Params) => {
	const on = word(params, 'dueOn');
	return on && m.cases_history_due({ on: formatDayLong(on, language()) });
};
const examined = (params: Params) => {
	const year = word(params, 'bookYear');
	const [total, category] = [word(params, 'total'), word(params, 'category')];
	const result =
		total && category
			? m.cases_history_result({ total: total.replace('.', ','), category: healthWord(category) })
			: null;
	return [year && m.cases_history_book_year({ year }), result].filter(Boolean).join(' · ') || null;
};

/**
 * The words of every milestone that the stops report. A later stop adds its own here, or hands `more` to `historyOf` where
 * the words lie in its own folder (the name of a cause).
 */
export const milestoneWords: Readonly<Record<string, MilestoneWording>> = {
	'case.opened': { kind: 'decision', title: m.milestone_case_opened, tone: 'still' },
	'case.taken': { kind: 'other', title: m.milestone_case_taken, tone: 'still' },
	'case.recovered': { kind: 'decision', title: m.milestone_case_recovered, step: 'outcome', tone: 'good' },
	'case.handedOver': {
		kind: 'other',
		title: (params) => m.milestone_case_handed_over({ from: word(params, 'from') ?? '', to: word(params, 'to') ?? '' }),
		tone: 'still'
	},
	'case.relapsed': { kind: 'decision', title: m.milestone_case_relapsed, step: 'outcome', tone: 'bad' },
	'case.ended': { kind: 'decision', title: m.milestone_case_ended, step: 'outcome', tone: 'good' },
	'visit.registered': {
		kind: 'contact',
		title: (params) => {
			const ticket = word(params, 'ticket');
			return ticket ? m.milestone_visit_ticket({ ticket }) : m.milestone_visit_registered();
		},
		tone: 'still'
	},
	'complaint.recorded': { kind: 'complaint', title: m.milestone_complaint_recorded, step: 'complaint', tone: 'warn' },
	'triage.overridden': {
		kind: 'decision',
		title: (params) =>
			m.milestone_triage_overridden({ from: level(word(params, 'from')), to: level(word(params, 'to')) }),
		step: 'complaint'
	},
	'examination.recorded': {
		kind: 'examination',
		title: ({ subject }) =>
			subject === 'savingsUnit' ? m.milestone_examination_unit_recorded() : m.milestone_examination_recorded(),
		detail: examined,
		step: 'examination'
	},
	'selfExamination.invited': {
		kind: 'examination',
		title: m.milestone_self_examination_invited,
		detail: examined,
		step: 'examination',
		tone: 'still'
	},
	'selfExamination.sent': {
		kind: 'examination',
		title: m.milestone_self_examination_sent,
		detail: examined,
		step: 'examination'
	},
	'secondOpinion.asked': {
		kind: 'examination',
		title: (params) => m.milestone_second_opinion_asked({ name: word(params, 'name') ?? '' }),
		step: 'examination',
		tone: 'still'
	},
	'diagnosis.made': { kind: 'decision', title: m.milestone_diagnosis_made, step: 'diagnosis', tone: 'bad' },
	'referral.sent': { kind: 'referral', title: m.milestone_referral_sent, step: 'referral' },
	'referral.accepted': { kind: 'referral', title: m.milestone_referral_accepted, step: 'referral' },
	'referral.refused': { kind: 'referral', title: m.milestone_referral_refused, step: 'referral', tone: 'warn' },
	'referral.withdrawn': { kind: 'referral', title: m.milestone_referral_withdrawn, step: 'referral', tone: 'still' },
	'referral.overdue': {
		kind: 'referral',
		title: m.milestone_referral_overdue,
		detail: dueDay,
		step: 'referral',
		tone: 'warn'
	},
	'guest.invited': { kind: 'referral', title: named(m.milestone_guest_invited), step: 'referral' },
	'guest.revoked': { kind: 'referral', title: named(m.milestone_guest_revoked), step: 'referral', tone: 'warn' },
	'guest.advised': { kind: 'referral', title: named(m.milestone_guest_advised), step: 'referral', tone: 'good' },
	'consent.withdrawn': {
		kind: 'decision',
		title: named(m.milestone_consent_withdrawn),
		step: 'referral',
		tone: 'warn'
	},
	'mentor.assigned': { kind: 'referral', title: named(m.milestone_mentor_assigned), step: 'referral' },
	'mentor.ended': { kind: 'referral', title: m.milestone_mentor_ended, step: 'referral', tone: 'still' },
	'conference.called': {
		kind: 'meeting',
		title: m.milestone_conference_called,
		detail: dueDay,
		step: 'referral',
		tone: 'still'
	},
	'conference.held': { kind: 'meeting', title: m.milestone_conference_held, step: 'referral', tone: 'good' },
	'conference.cancelled': { kind: 'meeting', title: m.milestone_conference_cancelled, step: 'referral', tone: 'still' },
	'session.recorded': { kind: 'contact', title: m.milestone_session_recorded, step: 'plan' },
	'plan.proposed': { kind: 'decision', title: m.milestone_plan_proposed, step: 'plan' },
	'plan.approved': { kind: 'decision', title: m.milestone_plan_approved, step: 'plan' },
	'plan.returned': { kind: 'decision', title: m.milestone_plan_returned, step: 'plan', tone: 'warn' },
	'plan.actionDone': {
		kind: 'task',
		title: m.milestone_plan_action_done,
		detail: (params) => word(params, 'action'),
		step: 'plan',
		tone: 'good'
	},
	'plan.actionUndone': {
		kind: 'task',
		title: m.milestone_plan_action_undone,
		detail: (params) => word(params, 'action'),
		step: 'plan',
		tone: 'warn'
	},
	'plan.proofAdded': {
		kind: 'task',
		title: m.milestone_plan_proof_added,
		detail: (params) => word(params, 'action'),
		step: 'plan'
	},
	'training.planned': {
		kind: 'task',
		title: m.milestone_training_planned,
		detail: (params) =>
			[word(params, 'title'), word(params, 'heldOn') && formatDayLong(word(params, 'heldOn') ?? '', language())]
				.filter(Boolean)
				.join(' · ') || null
	},
	'tasks.planned': {
		kind: 'task',
		title: (params) => m.milestone_tasks_planned({ count: word(params, 'count') ?? '' }),
		tone: 'still'
	},
	'task.done': { kind: 'task', title: m.milestone_task_done, detail: (params) => word(params, 'task'), tone: 'good' },
	'followUp.planned': {
		kind: 'task',
		title: m.milestone_follow_up_planned,
		detail: dueDay,
		step: 'followUp',
		tone: 'still'
	},
	'followUp.done': { kind: 'contact', title: m.milestone_follow_up_done, step: 'followUp' },
	'closure.proposed': { kind: 'decision', title: m.milestone_closure_proposed, step: 'outcome', tone: 'bad' },
	'closure.returned': { kind: 'decision', title: m.milestone_closure_returned, step: 'outcome', tone: 'warn' },
	'closure.agreed': { kind: 'decision', title: m.milestone_closure_agreed, step: 'outcome', tone: 'bad' }
};

/** What of a milestone a page is told. */
export interface Happened {
	readonly id: string;
	readonly caseId: string;
	readonly what: string;
	readonly params: Params;
	readonly why: string | null;
	readonly at: Date;
	readonly byName: string;
}

export interface HistoryEntry extends TimelineEntry {
	readonly historyKind: HistoryKind;
}

/** Milestones as entries of a timeline. @param more words of a later stop, by milestone; they go before those above */
export const historyOf = (
	passed: readonly Happened[],
	more: Readonly<Record<string, Partial<MilestoneWording>>> = {}
): HistoryEntry[] => passed.map((milestone) => entryOf(milestone, { ...wording(milestone), ...more[milestone.what] }));

/** A milestone that nobody has given words yet shows its code: better than hiding that something happened. */
const wording = ({ what }: Happened): MilestoneWording =>
	milestoneWords[what] ?? { kind: 'other', title: () => m.milestone_other({ what }), tone: 'still' };

function entryOf({ id, caseId, params, why, at, byName }: Happened, words: MilestoneWording): HistoryEntry {
	const detail = words.detail?.(params);
	const quote = why && m.cases_history_quote({ words: why });
	return {
		id,
		at,
		title: words.title(params),
		by: byName,
		text: [detail, quote].filter(Boolean).join(' · ') || null,
		href: words.step && `/kasus/${caseId}/${stepPaths[words.step]}`,
		tone: words.tone ?? 'house',
		icon: kindIcons[words.kind],
		kind: historyKindWords[words.kind](),
		historyKind: words.kind
	};
}

export const isHistoryKind = (text: string | null): text is HistoryKind =>
	(historyKinds as readonly (string | null)[]).includes(text);
