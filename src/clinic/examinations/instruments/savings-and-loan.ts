import type { Aspect, ChecklistComponent, Question, RatioComponent, Reading } from '../instrument.ts';
import {
	assetsQuestions,
	capitalQuestions,
	generalQuestions,
	institutionQuestions,
	liquidityQuestions,
	questionWording
} from '../questions.ts';
import { noMark, nothingAtRisk, sum } from './pieces.ts';
import {
	capitalAdequacy,
	earningAssets,
	efficiency,
	growth,
	identity,
	liquidity,
	ownCapitalToAssets,
	type Row
} from './savings-and-loan-ratios.ts';

/*
 * The seven aspects that Permenkop 14/Per/M.KUKM/XII/2009 and Perdep 06/Per/Dep.6/IV/2016 share. They differ in one
 * table (own capital to risky loans) and in their categories. Marks and weights agree in several secondary copies; the
 * official text has not been compared.
 */

/** The aspects as one regulation has them, with its own readings of own capital to risky loans. */
export function savingsAndLoanAspects(
	regulation: string,
	ownCapitalToRiskyLoans: readonly [Reading, ...Reading[]]
): readonly Aspect[] {
	function ratio({ place, ...row }: Row): RatioComponent {
		return {
			kind: 'ratio',
			unit: 'percent',
			zeroDenominator: noMark,
			negativeDenominator: noMark,
			...row,
			source: `${regulation}, lampiran: ${place}`,
			certainty: 'secondary'
		};
	}
	function checklist(code: string, place: string, perYes: string, items: readonly Question[]): ChecklistComponent {
		const source = `${regulation}, lampiran: manajemen, ${place}`;
		return {
			kind: 'checklist',
			code,
			weight: '3',
			perYes,
			items,
			wording: questionWording,
			source,
			certainty: 'secondary'
		};
	}
	const ownCapital: Row = {
		code: 'own-capital-to-risky-loans',
		place: 'permodalan, rasio modal sendiri terhadap pinjaman diberikan yang berisiko',
		weight: '6',
		numerator: sum('ownCapital'),
		denominator: sum('riskyLoans'),
		readings: ownCapitalToRiskyLoans,
		zeroDenominator: nothingAtRisk
	};
	return [
		{
			code: 'capital',
			weight: '15',
			components: [ownCapitalToAssets, ownCapital, capitalAdequacy].map(ratio)
		},
		{ code: 'earning-assets', weight: '25', components: earningAssets.map(ratio) },
		{
			code: 'management',
			weight: '15',
			components: [
				checklist('general', 'manajemen umum', '0.25', generalQuestions),
				checklist('institution', 'kelembagaan', '0.5', institutionQuestions),
				checklist('capital', 'manajemen permodalan', '0.6', capitalQuestions),
				checklist('assets', 'manajemen aktiva', '0.3', assetsQuestions),
				checklist('liquidity', 'manajemen likuiditas', '0.6', liquidityQuestions)
			]
		},
		{ code: 'efficiency', weight: '10', components: efficiency.map(ratio) },
		{ code: 'liquidity', weight: '15', components: liquidity.map(ratio) },
		{ code: 'growth', weight: '10', components: growth.map(ratio) },
		{ code: 'identity', weight: '10', components: identity.map(ratio) }
	];
}
