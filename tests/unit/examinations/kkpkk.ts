import type { ExaminationResult } from '#clinic/examinations/score.ts';
import { component, result } from './requests.ts';

/** How many questions each block has, in the order of the sheet: regulations 2.4 and 2.5. */
const governance = {
	'voluntary-open-membership': 4,
	'democratic-management': 5,
	'fair-surplus-sharing': 3,
	'limited-return-on-capital': 4,
	independence: 4,
	'cooperative-education': 4,
	'cooperation-among-cooperatives': 4,
	'legal-entity': 3
};
const restOfGovernance = {
	'articles-of-association': 17,
	membership: 4,
	organs: 3,
	'management-general': 3,
	'management-institution': 4,
	'management-capital': 4,
	'management-assets': 4,
	'management-liquidity': 4
};
const risks = {
	'operational-scale': 4,
	'operational-diversity': 4,
	'compliance-violations': 4,
	'compliance-follow-up': 4,
	'funding-access': 5,
	'operational-oversight': 4,
	'operational-policy': 3,
	'operational-process': 4,
	'compliance-oversight': 4,
	'compliance-policy': 4,
	'compliance-process': 4,
	'liquidity-oversight': 4,
	'liquidity-policy': 5,
	'liquidity-process': 4
};
export const governanceBlocks: Readonly<Record<string, Readonly<Record<string, number>>>> = {
	'kkpkk-2021-real': { ...governance, 'business-licence': 3, ...restOfGovernance },
	'kkpkk-2021-ksp': { ...governance, 'savings-and-loan-licence': 3, ...restOfGovernance }
};
export const riskBlocks: Readonly<Record<string, number>> = risks;

/** Every block answered with the same share of yes: none, or all. */
export function answered(yes: boolean, blocks: Readonly<Record<string, number>>): Record<string, boolean[]> {
	return Object.fromEntries(Object.entries(blocks).map(([code, items]) => [code, Array<boolean>(items).fill(yes)]));
}

/** Every ratio of the sheet for the real sector in its best band. */
export const bestReal = {
	liquidAssets: '300',
	totalAssets: '1000',
	currentLiabilities: '200',
	surplusAfterTax: '200',
	equity: '400',
	grossParticipation: '900',
	memberCostOfSales: '100',
	operatingExpense: '200',
	cooperativeExpense: '50',
	totalIncome: '1000',
	grossSurplus: '800',
	cash: '100',
	bank: '100',
	loans: '900',
	liabilitiesAndEquity: '1000',
	taxPayable: '0',
	accruedExpense: '0',
	expensePayable: '0',
	currentAssets: '500',
	costOfSales: '1000',
	inventory: '50',
	tradeReceivables: '50',
	sales: '1200',
	totalAssetsBefore: '800',
	equityBefore: '300',
	surplusAfterTaxBefore: '100',
	principalSavings: '100',
	mandatorySavings: '200',
	memberSavings: '200',
	memberTermDeposits: '100',
	nonMemberSavings: '0',
	prospectiveMemberSavings: '0',
	virtueFunds: '0',
	longTermLiabilities: '100'
} as const;

/** Every ratio in its worst, all denominators above 0. */
export const worstReal = {
	liquidAssets: '0',
	totalAssets: '1000',
	currentLiabilities: '1000',
	surplusAfterTax: '-10',
	equity: '10',
	grossParticipation: '100',
	memberCostOfSales: '90',
	operatingExpense: '500',
	cooperativeExpense: '100',
	totalIncome: '1000',
	grossSurplus: '100',
	cash: '0',
	bank: '0',
	loans: '0',
	liabilitiesAndEquity: '1000',
	taxPayable: '0',
	accruedExpense: '0',
	expensePayable: '0',
	currentAssets: '0',
	costOfSales: '0',
	inventory: '10',
	tradeReceivables: '100',
	sales: '1',
	totalAssetsBefore: '2000',
	equityBefore: '100',
	surplusAfterTaxBefore: '50',
	principalSavings: '5',
	mandatorySavings: '5',
	memberSavings: '1',
	memberTermDeposits: '0',
	nonMemberSavings: '99',
	prospectiveMemberSavings: '0',
	virtueFunds: '0',
	longTermLiabilities: '100'
} as const;

const blocksOf = (instrument: string) => ({ ...governanceBlocks[instrument], ...riskBlocks });

export interface WrittenKkpkk {
	readonly instrument?: 'kkpkk-2021-real' | 'kkpkk-2021-ksp';
	readonly figures?: Record<string, string>;
	readonly answers?: Record<string, boolean | boolean[]>;
}

/** The best of everything but for what is said. */
export const examinedReal = ({ figures = {}, answers = {} }: WrittenKkpkk = {}): ExaminationResult =>
	result({
		instrument: 'kkpkk-2021-real',
		figures: { ...bestReal, ...figures },
		answers: { ...answered(true, blocksOf('kkpkk-2021-real')), ...answers }
	});

export const worst = (): ExaminationResult =>
	result({ instrument: 'kkpkk-2021-real', figures: worstReal, answers: answered(false, blocksOf('kkpkk-2021-real')) });

/** The result of one component, given only what it needs. */
export function judgedBy(
	instrument: string,
	place: string,
	figures: Record<string, string>,
	answers: Record<string, boolean | boolean[]> = {}
) {
	const [aspect = '', code = ''] = place.split('/');
	return component(result({ instrument, figures, answers }), aspect, code);
}
