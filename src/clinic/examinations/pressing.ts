import type { PressingFinding } from '#clinic/cases/triage.ts';
import { compareWithEdge, decimal } from './ratio.ts';
import type { ExaminationResult } from './score.ts';

interface PressingRatio {
	readonly code: PressingFinding['code'];
	/** `aspect.component` of whichever instruments have it. */
	readonly at: string;
	readonly above?: string;
	readonly upTo?: string;
}

/** Ratios that cannot wait: the worst band of their table, for the loans well inside it. That they press is our reading. */
const pressingRatios: readonly PressingRatio[] = [
	{ code: 'cashRatioLow', at: 'liquidity.cash-ratio', upTo: '10' },
	{ code: 'cashRatioLow', at: 'financial-performance.cash-ratio', upTo: '10' },
	{ code: 'problemLoansHigh', at: 'earning-assets.problem-loan-risk', above: '30' },
	{ code: 'problemLoansHigh', at: 'financial-performance.problem-loan-share', above: '15' },
	{ code: 'ownCapitalNearlyGone', at: 'capital.own-capital-to-assets', upTo: '0' },
	{ code: 'ownCapitalNearlyGone', at: 'capital.equity-to-assets', upTo: '10' }
];

/** Questions of the KKPKK whose no cannot wait. */
const pressingAnswers = [
	{ code: 'underSanction', item: 'compliance-violations.2', level: 'urgent' },
	{ code: 'civilCase', item: 'compliance-violations.3', level: 'urgent' },
	{ code: 'criminalCase', item: 'compliance-violations.4', level: 'emergency' }
] as const;

type Answers = ReadonlyMap<string, boolean>;

/** What an examination found that presses: how soon is the matter of triage, which reads it. */
export function pressingFindings(result: ExaminationResult, answers: Answers, bookYear: number): PressingFinding[] {
	const ratios = pressingRatios.flatMap(({ code, at, above, upTo }): PressingFinding[] => {
		const [aspect, component] = at.split('.');
		const one = result.aspects
			.find((found) => found.code === aspect)
			?.components.find((found) => found.code === component);
		if (one?.status !== 'scored' || one.ratio === undefined) return [];
		const limit = (above ?? upTo)!;
		const side = compareWithEdge({ over: decimal(one.ratio, 3), under: 1n }, decimal(limit, 3));
		const presses = above === undefined ? side <= 0 : side > 0;
		return presses ? [{ code, level: 'urgent', bookYear, measured: { ratio: one.ratio, limit } }] : [];
	});
	const refused = pressingAnswers.filter(({ item }) => answers.get(item) === false);
	return [...ratios, ...refused.map(({ code, level }) => ({ code, level, bookYear, measured: null }))];
}
