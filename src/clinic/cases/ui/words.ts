import type { HealthCategory } from '#clinic/cooperatives/health.ts';
import { healthWords } from '#clinic/cooperatives/ui/words.ts';
import type { ClinicCode } from '#clinic/offices/poli.ts';
import { m } from '#messages';
import { formatDayShort } from '#ui/dates.ts';
import type { IconName } from '#ui/icons.ts';
import { language } from '#ui/language.ts';
import type { Tone } from '#ui/tone.ts';
import type { Attention, stayLength } from '../board.ts';
import type { ComplaintCode } from '../complaints.ts';
import type { Stage } from '../journey.ts';
import type { Step } from '../next-step.ts';
import type { TriageLevel, TriageReason } from '../triage.ts';

type Words<Code extends string> = Readonly<Record<Code, () => string>>;

export const stageWords: Words<Stage> = {
	arrived: m.cases_stage_arrived,
	complaint: m.cases_stage_complaint,
	examination: m.cases_stage_examination,
	diagnosis: m.cases_stage_diagnosis,
	referral: m.cases_stage_referral,
	treatment: m.cases_stage_treatment,
	monitoring: m.cases_stage_monitoring,
	recovered: m.cases_stage_recovered,
	dissolutionProposed: m.cases_stage_dissolution_proposed,
	closed: m.cases_stage_closed
};

export const triageWords: Words<TriageLevel> = {
	emergency: m.cases_triage_emergency,
	urgent: m.cases_triage_urgent,
	routine: m.cases_triage_routine,
	information: m.cases_triage_information
};

export const triageHints: Words<TriageLevel> = {
	emergency: m.cases_triage_hint_emergency,
	urgent: m.cases_triage_hint_urgent,
	routine: m.cases_triage_hint_routine,
	information: m.cases_triage_hint_information
};

export const triageTones: Readonly<Record<TriageLevel, Tone>> = {
	emergency: 'bad',
	urgent: 'warn',
	routine: 'plain',
	information: 'plain'
};
export const triageIcons: Readonly<Record<TriageLevel, IconName | undefined>> = {
	emergency: 'pulse',
	urgent: 'alert',
	routine: undefined,
	information: 'info'
};

export const complaintWords: Words<ComplaintCode> = {
	savingsNotPaidOut: m.cases_complaint_savings_not_paid_out,
	moneyMissing: m.cases_complaint_money_missing,
	cashShort: m.cases_complaint_cash_short,
	badLoans: m.cases_complaint_bad_loans,
	losses: m.cases_complaint_losses,
	booksBehind: m.cases_complaint_books_behind,
	noCapablePeople: m.cases_complaint_no_capable_people,
	boardUntrained: m.cases_complaint_board_untrained,
	boardDoesEverything: m.cases_complaint_board_does_everything,
	noAnnualMeeting: m.cases_complaint_no_annual_meeting,
	meetingNotReported: m.cases_complaint_meeting_not_reported,
	boardTermOver: m.cases_complaint_board_term_over,
	boardGone: m.cases_complaint_board_gone,
	articlesOutdated: m.cases_complaint_articles_outdated,
	noBusinessNumber: m.cases_complaint_no_business_number,
	noRegistryNumber: m.cases_complaint_no_registry_number,
	noSavingsLicence: m.cases_complaint_no_savings_licence,
	permitStuck: m.cases_complaint_permit_stuck,
	boardNotOpen: m.cases_complaint_board_not_open,
	boardQuarrels: m.cases_complaint_board_quarrels,
	supervisionIdle: m.cases_complaint_supervision_idle,
	membersLeaving: m.cases_complaint_members_leaving,
	membersPassive: m.cases_complaint_members_passive,
	businessStopped: m.cases_complaint_business_stopped,
	salesFalling: m.cases_complaint_sales_falling,
	policeReport: m.cases_complaint_police_report,
	courtCase: m.cases_complaint_court_case,
	wantsToFound: m.cases_complaint_wants_to_found,
	asksRules: m.cases_complaint_asks_rules
};

export const complaintGroupWords: Words<ClinicCode | 'other'> = {
	finance: m.cases_complaint_group_finance,
	people: m.cases_complaint_group_people,
	institution: m.cases_complaint_group_institution,
	licensing: m.cases_complaint_group_licensing,
	governance: m.cases_complaint_group_governance,
	membership: m.cases_complaint_group_membership,
	business: m.cases_complaint_group_business,
	law: m.cases_complaint_group_law,
	other: m.cases_complaint_group_other
};

export const stepWords: Words<Step> = {
	complaint: m.cases_step_complaint,
	examination: m.cases_step_examination,
	diagnosis: m.cases_step_diagnosis,
	referral: m.cases_step_referral,
	plan: m.cases_step_plan,
	followUp: m.cases_step_follow_up,
	outcome: m.cases_step_outcome
};

export const stepHints: Words<Step> = {
	complaint: m.cases_step_hint_complaint,
	examination: m.cases_step_hint_examination,
	diagnosis: m.cases_step_hint_diagnosis,
	referral: m.cases_step_hint_referral,
	plan: m.cases_step_hint_plan,
	followUp: m.cases_step_hint_follow_up,
	outcome: m.cases_step_hint_outcome
};

/** Rows as they were kept: a code that this version does not know is shown as it stands, not hidden. */
export interface KeptReason {
	readonly code: string;
	readonly params: Readonly<Record<string, string | number>>;
}

/** Why a triage level, as words. */
export function triageReasonText(kept: KeptReason): string {
	const reason = kept as TriageReason;
	switch (reason.code) {
		case 'complaint':
			return (complaintWords[reason.params.complaint] as (() => string) | undefined)?.() ?? reason.params.complaint;
		case 'meetingsMissed':
			return m.cases_reason_meetings_missed({ count: reason.params.count });
		case 'category':
			return m.cases_reason_category({
				category: healthWord(reason.params.category),
				on: formatDayShort(reason.params.on, language())
			});
		case 'notActive':
			return m.cases_reason_not_active();
		case 'meetingsUnknown':
			return m.cases_reason_meetings_unknown();
		case 'nothingPressing':
			return m.cases_reason_nothing_pressing();
		default:
			return kept.code;
	}
}

/** A health category by its code, also one that came as plain text in a milestone. */
export const healthWord = (category: string): string =>
	(healthWords[category as HealthCategory] as (() => string) | undefined)?.() ?? category;

/** RA from "Ratna Anggraini". */
export const initialsOf = (name: string): string =>
	name
		.split(/\s+/)
		.filter((word) => /^\p{L}/u.test(word))
		.slice(0, 2)
		.map((word) => word[0]!.toUpperCase())
		.join('');

export const stayTones: Readonly<Record<ReturnType<typeof stayLength>, Tone>> = {
	fair: 'plain',
	long: 'warn',
	tooLong: 'bad'
};

export const attentionWords: Words<Attention> = {
	silent: m.cases_attention_silent,
	overdue: m.cases_attention_overdue
};
