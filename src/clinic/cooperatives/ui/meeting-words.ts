import { m } from '#messages';
import type { Tone } from '#ui/tone.ts';
import type { NoGrade, RegistryGrade } from '../grade.ts';
import type { MeetingStep, Quorum, YearState } from '../meeting-record.ts';

type Words<Code extends string> = Readonly<Record<Code, () => string>>;

export const yearStateWords: Words<YearState> = {
	notDue: m.record_year_not_due,
	unknown: m.record_year_unknown,
	onTime: m.record_year_on_time,
	late: m.record_year_late,
	unlawful: m.record_year_unlawful,
	notHeld: m.record_year_not_held,
	heldUnreported: m.record_year_held_unreported
};
export const yearStateTones: Readonly<Record<YearState, Tone>> = {
	notDue: 'plain',
	unknown: 'still',
	onTime: 'good',
	late: 'warn',
	unlawful: 'bad',
	notHeld: 'bad',
	heldUnreported: 'warn'
};

/** What the record of meetings calls for; null: nothing. */
export const meetingStepWords: Readonly<Record<MeetingStep, (() => string) | null>> = {
	none: null,
	warning: m.record_step_warning,
	warningCopied: m.record_step_warning_copied,
	warningAndDissolutionNotice: m.record_step_dissolution
};

export const quorumWord = (quorum: Quorum): string | null =>
	quorum === null ? null : quorum === 'reached' ? m.record_quorum_reached() : m.record_quorum_not_reached();

export const gradeRuleWords: Words<RegistryGrade> = {
	A: m.record_grade_a,
	B: m.record_grade_b,
	C1: m.record_grade_c1,
	C2: m.record_grade_c2,
	D: m.record_grade_d
};
export const noGradeWords: Words<NoGrade> = {
	nothingDueYet: m.record_no_grade_nothing_due,
	yearsUnknown: m.record_no_grade_years_unknown,
	foundingUnknown: m.record_no_grade_founding_unknown,
	oneOldReport: m.record_no_grade_one_old_report
};
