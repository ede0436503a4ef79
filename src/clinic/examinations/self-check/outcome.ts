import type { Condition } from '#clinic/cooperatives/condition.ts';
import type { ClinicCode } from '#clinic/offices/poli.ts';
import {
	papers,
	selfCheckCodes,
	selfCheckQuestions,
	weightOf,
	type Paper,
	type SelfCheckAnswers,
	type SelfCheckQuestion,
	type Weight
} from './questions.ts';

export interface SelfCheckReason {
	readonly question: SelfCheckQuestion;
	readonly option: string;
	readonly weight: 'light' | 'duty' | 'grave';
	readonly clinic: ClinicCode;
}

export interface SelfCheckOutcome {
	readonly condition: Condition;
	/** All that is not well, the most pressing first. */
	readonly reasons: readonly SelfCheckReason[];
	/** How many questions nobody could answer. */
	readonly unknown: number;
	/** Not knowing is itself what keeps the cooperative from being called healthy. */
	readonly isUnsure: boolean;
	readonly papers: readonly Paper[];
}

/** How many reasons are told; more would not be read. */
export const mostReasons = 3;

/** So many open questions mean that the board does not know its cooperative. Ours. */
const tooManyUnknown = 4;
/** One thing to mend is ordinary; from two on it is a cold. Ours. */
const tooManyLight = 2;

/** Among equally heavy ones: where members' money or a court is waiting comes first. */
const pressing: readonly SelfCheckQuestion[] = [
	'withdrawals',
	'dispute',
	'business',
	'board',
	'cash',
	'badLoans',
	'meeting',
	'surplus',
	'books',
	'members',
	'licences',
	'skills',
	'openness',
	'supervision'
];
const heaviest: readonly Weight[] = ['grave', 'duty', 'light'];

/** What everybody brings. */
const always: readonly Paper[] = ['identity', 'deed'];

/**
 * The colour, by the same measure as `cooperatives/condition.ts`: dormant without business or board while no annual
 * meeting shows life; sick from two duties missed or from one thing that is grave by itself; cold from one; else healthy.
 */
export function outcomeOf(answers: SelfCheckAnswers): SelfCheckOutcome {
	const reasons = selfCheckCodes
		.flatMap((question): SelfCheckReason[] => {
			const weight = weightOf(question, answers[question]);
			if (weight !== 'light' && weight !== 'duty' && weight !== 'grave') return [];
			return [{ question, option: answers[question], weight, clinic: selfCheckQuestions[question].clinic }];
		})
		.sort(
			(a, b) =>
				heaviest.indexOf(a.weight) - heaviest.indexOf(b.weight) ||
				pressing.indexOf(a.question) - pressing.indexOf(b.question)
		);
	const unknown = selfCheckCodes.filter((question) => answers[question] === 'unknown').length;
	const condition = conditionOf(answers, reasons, unknown);
	const told = reasons.slice(0, mostReasons);
	const needed = new Set<Paper>([...always, ...told.flatMap(({ question }) => selfCheckQuestions[question].papers)]);
	return {
		condition,
		reasons,
		unknown,
		isUnsure: unknown >= tooManyUnknown,
		papers: papers.filter((paper) => needed.has(paper))
	};
}

function conditionOf(answers: SelfCheckAnswers, reasons: readonly SelfCheckReason[], unknown: number): Condition {
	const count = (weight: Weight) => reasons.filter((reason) => reason.weight === weight).length;
	const showsLife = answers.meeting === 'reported' || answers.meeting === 'notReported';
	if (!showsLife && (answers.business === 'stopped' || answers.board === 'gone')) return 'dormant';
	if (count('grave') > 0 || count('duty') >= 2) return 'sick';
	if (count('duty') === 1 || count('light') >= tooManyLight || unknown >= tooManyUnknown) return 'cold';
	return 'healthy';
}

/** The clinics that the told reasons lead to, each once, in the order of the reasons. */
export const clinicsFor = ({ reasons }: SelfCheckOutcome): readonly ClinicCode[] => [
	...new Set(reasons.slice(0, mostReasons).map(({ clinic }) => clinic))
];
