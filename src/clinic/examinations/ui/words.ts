import type { Grading, NoGrade } from '#clinic/cooperatives/grade.ts';
import type { HealthCategory } from '#clinic/cooperatives/health.ts';
import { m } from '#messages';
import type { IconName } from '#ui/icons.ts';
import { language } from '#ui/language.ts';
import type { Tone } from '#ui/tone.ts';
import type { ClassCriterion } from '../business-class.ts';
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
	identity: m.examinations_aspect_identity,
	governance: m.examinations_aspect_governance,
	'risk-profile': m.examinations_aspect_risk_profile,
	'financial-performance': m.examinations_aspect_financial_performance,
	protection: m.examinations_aspect_protection,
	'financial-structure': m.examinations_aspect_financial_structure,
	'asset-quality': m.examinations_aspect_asset_quality,
	'rates-and-costs': m.examinations_aspect_rates_and_costs
};
export const aspectWord = (code: string): string => aspects[code]?.() ?? code;

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

export const criterionWords: Words<ClassCriterion> = {
	members: m.examinations_class_members,
	ownCapital: m.examinations_class_own_capital,
	assets: m.examinations_class_assets
};

export const subjectWords: Words<ExaminationSubject> = {
	whole: m.examinations_subject_whole,
	savingsUnit: m.examinations_subject_savings_unit
};

export const levelTones: Readonly<Record<VitalLevel, Tone>> = { good: 'good', middling: 'warn', poor: 'bad' };

export const noInstrumentWords: Words<NoInstrument> = {
	kindUnknown: m.examinations_none_kind_unknown,
	patternUnknown: m.examinations_none_pattern_unknown,
	sharia: m.examinations_none_sharia,
	bookYearTooEarly: m.examinations_none_too_early,
	classWithoutInstrument: m.examinations_none_class
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
