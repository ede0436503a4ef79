import type { Grading, NoGrade } from '#clinic/cooperatives/grade.ts';
import type { HealthCategory } from '#clinic/cooperatives/health.ts';
import { m } from '#messages';
import type { IconName } from '#ui/icons.ts';
import { language } from '#ui/language.ts';
import type { Tone } from '#ui/tone.ts';
import type { Certainty, Note } from '../instrument.ts';
import type { ExaminationStanding } from '../standing.ts';
import type { ExaminationSubject } from '../subject.ts';
import type { VitalLevel } from '../vitals.ts';
import type { NoInstrument } from '../which-instrument.ts';

type Words<Code extends string> = Readonly<Record<Code, () => string>>;
/** Codes that instruments bring along: an instrument of a later version may have one without words here. */
type OpenWords = Readonly<Partial<Record<string, () => string>>>;

const aspects: OpenWords = {
	capital: m.examinations_aspect_capital,
	'earning-assets': m.examinations_aspect_earning_assets,
	management: m.examinations_aspect_management,
	efficiency: m.examinations_aspect_efficiency,
	liquidity: m.examinations_aspect_liquidity,
	growth: m.examinations_aspect_growth,
	identity: m.examinations_aspect_identity
};
export const aspectWord = (code: string): string => aspects[code]?.() ?? code;

const aspectMeanings: OpenWords = {
	capital: m.examinations_aspect_capital_means,
	'earning-assets': m.examinations_aspect_earning_assets_means,
	management: m.examinations_aspect_management_means,
	efficiency: m.examinations_aspect_efficiency_means,
	liquidity: m.examinations_aspect_liquidity_means,
	growth: m.examinations_aspect_growth_means,
	identity: m.examinations_aspect_identity_means
};
export const aspectMeaning = (code: string): string | undefined => aspectMeanings[code]?.();

const components: OpenWords = {
	'own-capital-to-assets': m.examinations_component_own_capital_to_assets,
	'own-capital-to-risky-loans': m.examinations_component_own_capital_to_risky_loans,
	'capital-adequacy': m.examinations_component_capital_adequacy,
	'member-loan-share': m.examinations_component_member_loan_share,
	'problem-loan-risk': m.examinations_component_problem_loan_risk,
	'reserve-coverage': m.examinations_component_reserve_coverage,
	'risky-loan-share': m.examinations_component_risky_loan_share,
	general: m.examinations_component_general,
	institution: m.examinations_component_institution,
	capital: m.examinations_component_capital,
	assets: m.examinations_component_assets,
	liquidity: m.examinations_component_liquidity,
	'member-operating-cost': m.examinations_component_member_operating_cost,
	'operating-cost': m.examinations_component_operating_cost,
	'service-efficiency': m.examinations_component_service_efficiency,
	'cash-ratio': m.examinations_component_cash_ratio,
	'loans-to-funds': m.examinations_component_loans_to_funds,
	'return-on-assets': m.examinations_component_return_on_assets,
	'return-on-own-capital': m.examinations_component_return_on_own_capital,
	'operational-self-reliance': m.examinations_component_operational_self_reliance,
	'gross-participation': m.examinations_component_gross_participation,
	'member-promotion': m.examinations_component_member_promotion
};
export const componentWord = (code: string): string => components[code]?.() ?? code;

/** Every category has its own icon, so that colour is not the only sign. */
export const healthIcons: Readonly<Record<HealthCategory, IconName>> = {
	healthy: 'check-circle',
	fairlyHealthy: 'check',
	underSupervision: 'eye',
	underSpecialSupervision: 'pulse',
	lessHealthy: 'wind',
	unhealthy: 'alert',
	veryUnhealthy: 'pulse'
};

export const certaintyWords: Words<Certainty> = {
	official: m.examinations_certainty_official,
	secondary: m.examinations_certainty_secondary,
	unverified: m.examinations_certainty_unverified
};

export const standingWords: Words<ExaminationStanding> = {
	clinicCheck: m.examinations_standing_clinic_check,
	official: m.examinations_standing_official
};

export const subjectWords: Words<ExaminationSubject> = {
	whole: m.examinations_subject_whole,
	savingsUnit: m.examinations_subject_savings_unit
};

export const levelTones: Readonly<Record<VitalLevel, Tone>> = { good: 'good', middling: 'warn', poor: 'bad' };

export const noInstrumentWords: Words<NoInstrument> = {
	kindUnknown: m.examinations_none_kind_unknown,
	kindWithoutInstrument: m.examinations_none_kind_without,
	patternUnknown: m.examinations_none_pattern_unknown,
	sharia: m.examinations_none_sharia,
	bookYearTooEarly: m.examinations_none_too_early
};

const noGradeWords: Words<NoGrade> = {
	nothingDueYet: m.examinations_grade_nothing_due_yet,
	yearsUnknown: m.examinations_grade_years_unknown,
	foundingUnknown: m.examinations_grade_founding_unknown,
	oneOldReport: m.examinations_grade_one_old_report
};

/** The grade of the registry number and what it was judged by. */
export function gradingText(grading: Grading): string {
	const years = [...grading.bookYears].sort((a, b) => a - b).join(', ');
	return grading.grade === null ? noGradeWords[grading.reason]() : m.examinations_grade_why({ years });
}

/** A sentence that belongs to the data, in the language of the page. */
export const noteText = (note: Note): string => note[language()];
