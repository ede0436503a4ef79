import { aspectWord } from '#clinic/examinations/ui/words.ts';
import { componentWord } from '#clinic/examinations/ui/component-words.ts';
import { m } from '#messages';
import type { IconName } from '#ui/icons.ts';
import { formatDecimal } from '#ui/numbers.ts';
import type { Tone } from '#ui/tone.ts';
import type { Change } from '../before-after.ts';
import type { Worsened } from '../cards.ts';
import type { Answer, QuestionCode } from '../questions.ts';
import type { StallReason } from '../stalled.ts';

export const questionWords: Readonly<Record<QuestionCode, () => string>> = {
	planRuns: m.monitoring_asks_plan_runs,
	boardMeets: m.monitoring_asks_board_meets,
	booksCurrent: m.monitoring_asks_books_current,
	membersServed: m.monitoring_asks_members_served,
	meetingSure: m.monitoring_asks_meeting_sure,
	nothingNew: m.monitoring_asks_nothing_new,
	cashMatches: m.monitoring_asks_cash_matches,
	arrearsFall: m.monitoring_asks_arrears_fall,
	dutiesShared: m.monitoring_asks_duties_shared,
	trainingUsed: m.monitoring_asks_training_used,
	membersListed: m.monitoring_asks_members_listed,
	meetingReported: m.monitoring_asks_meeting_reported,
	permitsComplete: m.monitoring_asks_permits_complete,
	permitsKept: m.monitoring_asks_permits_kept,
	supervisorsCheck: m.monitoring_asks_supervisors_check,
	membersInformed: m.monitoring_asks_members_informed,
	membersReturn: m.monitoring_asks_members_return,
	savingsPaid: m.monitoring_asks_savings_paid,
	salesWritten: m.monitoring_asks_sales_written,
	salesRise: m.monitoring_asks_sales_rise,
	adviceFollowed: m.monitoring_asks_advice_followed,
	evidenceKept: m.monitoring_asks_evidence_kept
};

export const answerWords: Readonly<Record<Answer, () => string>> = {
	yes: m.monitoring_answer_yes,
	partly: m.monitoring_answer_partly,
	no: m.monitoring_answer_no
};
export const answerTones: Readonly<Record<Answer, Tone>> = { yes: 'good', partly: 'warn', no: 'bad' };
export const answerIcons: Readonly<Record<Answer, IconName>> = { yes: 'check', partly: 'clock', no: 'x' };

export const changeWords: Readonly<Record<Change, () => string>> = {
	better: m.monitoring_better,
	worse: m.monitoring_worse,
	same: m.monitoring_same,
	unknown: m.monitoring_unknown
};
export const changeTones: Readonly<Record<Change, Tone>> = {
	better: 'good',
	worse: 'bad',
	same: 'still',
	unknown: 'plain'
};
export const changeIcons: Readonly<Record<Change, IconName>> = {
	better: 'check',
	worse: 'alert',
	same: 'forward',
	unknown: 'info'
};

export const stallWords: Readonly<Record<StallReason, () => string>> = {
	noAdviser: m.monitoring_stalled_no_adviser,
	planWaits: m.monitoring_stalled_plan_waits,
	planReturned: m.monitoring_stalled_plan_returned,
	referralWaits: m.monitoring_stalled_referral_waits,
	controlLate: m.monitoring_stalled_control_late,
	boardLate: m.monitoring_stalled_board_late,
	officeLate: m.monitoring_stalled_office_late,
	noComplaint: m.monitoring_stalled_no_complaint,
	notExamined: m.monitoring_stalled_not_examined,
	noDiagnosis: m.monitoring_stalled_no_diagnosis,
	noReferral: m.monitoring_stalled_no_referral,
	noPlan: m.monitoring_stalled_no_plan,
	noControl: m.monitoring_stalled_no_control,
	closureWaits: m.monitoring_stalled_closure_waits
};

/** A ratio as people write it; a score without a unit as points. */
export function measuredText(value: string | null, unit: string | null): string {
	if (value === null) return m.monitoring_not_measured();
	const text = formatDecimal(value, 2);
	return unit === 'percent' ? `${text}%` : text;
}

/** What became worse, in one line. */
export function worsenedText(one: Worsened): string {
	if (one.what === 'answer')
		return m.monitoring_worsened_answer({
			question: questionWords[one.code](),
			before: answerWords[one.before as Answer](),
			after: answerWords[one.after as Answer]()
		});
	return m.monitoring_worsened_indicator({
		indicator: `${aspectWord(one.aspect)}: ${componentWord(one.code)}`,
		before: measuredText(one.before, one.unit),
		after: measuredText(one.after, one.unit)
	});
}
