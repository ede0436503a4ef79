import type { HealthCategory } from '#clinic/cooperatives/health.ts';
import { healthWords } from '#clinic/cooperatives/ui/words.ts';
import type { ClinicCode } from '#clinic/offices/poli.ts';
import { m } from '#messages';
import { formatDayShort } from '#ui/dates.ts';
import type { IconName } from '#ui/icons.ts';
import { language } from '#ui/language.ts';
import { formatDecimal } from '#ui/numbers.ts';
import type { Tone } from '#ui/tone.ts';
import type { Attention, stayLength } from '../board.ts';
import type { ComplaintCode } from '../complaints.ts';
import type { Stage } from '../journey.ts';
import type { Step } from '../next-step.ts';
import type { PressingCode, TriageLevel, TriageReason } from '../triage.ts';

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
	noSuccessors: m.cases_complaint_no_successors,
	noAnnualMeeting: m.cases_complaint_no_annual_meeting,
	meetingNotReported: m.cases_complaint_meeting_not_reported,
	boardTermOver: m.cases_complaint_board_term_over,
	boardGone: m.cases_complaint_board_gone,
	articlesOutdated: m.cases_complaint_articles_outdated,
	noQuorum: m.cases_complaint_no_quorum,
	officeNotFound: m.cases_complaint_office_not_found,
	noBusinessNumber: m.cases_complaint_no_business_number,
	noRegistryNumber: m.cases_complaint_no_registry_number,
	noSavingsLicence: m.cases_complaint_no_savings_licence,
	permitStuck: m.cases_complaint_permit_stuck,
	certificateExpired: m.cases_complaint_certificate_expired,
	branchWithoutPermit: m.cases_complaint_branch_without_permit,
	noTaxNumber: m.cases_complaint_no_tax_number,
	boardNotOpen: m.cases_complaint_board_not_open,
	boardQuarrels: m.cases_complaint_board_quarrels,
	supervisionIdle: m.cases_complaint_supervision_idle,
	selfInterest: m.cases_complaint_self_interest,
	decidedByFew: m.cases_complaint_decided_by_few,
	surplusUnfair: m.cases_complaint_surplus_unfair,
	membersLeaving: m.cases_complaint_members_leaving,
	membersPassive: m.cases_complaint_members_passive,
	membersPoor: m.cases_complaint_members_poor,
	duesUnpaid: m.cases_complaint_dues_unpaid,
	servesOutsiders: m.cases_complaint_serves_outsiders,
	businessStopped: m.cases_complaint_business_stopped,
	salesFalling: m.cases_complaint_sales_falling,
	cannotCompete: m.cases_complaint_cannot_compete,
	stockUnsold: m.cases_complaint_stock_unsold,
	collectsOldLoans: m.cases_complaint_collects_old_loans,
	policeReport: m.cases_complaint_police_report,
	courtCase: m.cases_complaint_court_case,
	promisesHighReturns: m.cases_complaint_promises_high_returns,
	underSanction: m.cases_complaint_under_sanction,
	debtsPressing: m.cases_complaint_debts_pressing,
	bankruptcyAsked: m.cases_complaint_bankruptcy_asked,
	assetsNotOwned: m.cases_complaint_assets_not_owned,
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
		case 'boardEnded':
			return m.cases_reason_board_ended({ on: formatDayShort(reason.params.on, language()) });
		case 'savingsLicenceEnded':
			return m.cases_reason_savings_licence_ended({ on: formatDayShort(reason.params.on, language()) });
		case 'cameBack':
			return m.cases_reason_came_back({ on: formatDayShort(reason.params.on, language()) });
		case 'lossesRunning':
			return m.cases_reason_losses_running({ count: reason.params.count });
		case 'ownCapitalGone':
			return m.cases_reason_own_capital_gone({ year: String(reason.params.bookYear) });
		case 'noTurnover':
			return m.cases_reason_no_turnover({ year: String(reason.params.bookYear) });
		case 'finding':
			return m.cases_pressing_found({
				what: pressingWord(reason.params.finding),
				year: String(reason.params.bookYear)
			});
		case 'measured':
			return m.cases_pressing_measured({
				what: pressingWord(reason.params.finding),
				ratio: formatDecimal(reason.params.ratio, 1),
				limit: formatDecimal(reason.params.limit),
				year: String(reason.params.bookYear)
			});
		case 'diagnosed':
			return m.cases_reason_diagnosed({ number: reason.params.number, cause: reason.params[language()] });
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

const pressingWords: Words<PressingCode> = {
	cashRatioLow: m.cases_pressing_cash_ratio_low,
	problemLoansHigh: m.cases_pressing_problem_loans_high,
	ownCapitalNearlyGone: m.cases_pressing_own_capital_nearly_gone,
	underSanction: m.cases_pressing_under_sanction,
	civilCase: m.cases_pressing_civil_case,
	criminalCase: m.cases_pressing_criminal_case
};

const pressingWord = (code: PressingCode): string => (pressingWords[code] as (() => string) | undefined)?.() ?? code;

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
