import { describe, expect, test } from 'vitest';
import { judgedBy } from './kkpkk.ts';

type Outcome = 1 | 4 | null;

/** `[place, numerator, denominator, other figures, mark at 0, mark below 0]`: 1 is the best mark, 4 the worst, null none. */
const rows: readonly [string, string, string, Record<string, string>, Outcome, Outcome][] = [
	['risk-profile/liquid-assets-to-assets', 'liquidAssets', 'totalAssets', {}, null, null],
	['risk-profile/liquid-assets-to-current-liabilities', 'liquidAssets', 'currentLiabilities', {}, 1, null],
	['financial-performance/return-on-assets', 'surplusAfterTax', 'totalAssets', {}, null, null],
	['financial-performance/return-on-equity', 'surplusAfterTax', 'equity', {}, 4, 4],
	[
		'financial-performance/operational-self-reliance',
		'grossParticipation',
		'cooperativeExpense',
		{ memberCostOfSales: '0', operatingExpense: '0', totalIncome: '9' },
		1,
		null
	],
	// The whole of the portion: without any income there is no share of it.
	[
		'financial-performance/operational-self-reliance',
		'grossParticipation',
		'totalIncome',
		{ memberCostOfSales: '0', operatingExpense: '1', cooperativeExpense: '1' },
		4,
		4
	],
	[
		'financial-performance/operating-cost-to-income',
		'cooperativeExpense',
		'grossParticipation',
		{ memberCostOfSales: '0', operatingExpense: '0', totalIncome: '9' },
		4,
		4
	],
	[
		'financial-performance/operating-cost-to-income',
		'cooperativeExpense',
		'totalIncome',
		{ memberCostOfSales: '0', operatingExpense: '0', grossParticipation: '9' },
		4,
		4
	],
	['financial-performance/operating-cost', 'operatingExpense', 'grossSurplus', {}, 4, 4],
	['financial-performance/cash-ratio', 'cash', 'currentLiabilities', { bank: '0' }, 1, null],
	[
		'financial-performance/loans-to-funds',
		'loans',
		'liabilitiesAndEquity',
		{ taxPayable: '0', accruedExpense: '0', expensePayable: '0' },
		1,
		null
	],
	['financial-performance/current-ratio', 'currentAssets', 'currentLiabilities', {}, 1, null],
	['financial-performance/inventory-turnover', 'costOfSales', 'inventory', {}, 1, null],
	['financial-performance/collection-period', 'tradeReceivables', 'sales', {}, 4, 4],
	['financial-performance/receivables-turnover', 'sales', 'tradeReceivables', {}, 1, null],
	['financial-performance/equity-turnover', 'sales', 'equity', {}, 4, 4],
	['financial-performance/asset-turnover', 'sales', 'totalAssets', {}, null, null],
	['financial-performance/asset-growth', 'totalAssets', 'totalAssetsBefore', {}, 1, null],
	['financial-performance/equity-growth', 'equity', 'equityBefore', {}, 1, 4],
	['financial-performance/surplus-growth', 'surplusAfterTax', 'surplusAfterTaxBefore', {}, 1, 4],
	['financial-performance/main-income-share', 'grossParticipation', 'totalIncome', {}, 4, 4],
	[
		'financial-performance/surplus-to-member-savings',
		'surplusAfterTax',
		'principalSavings',
		{ mandatorySavings: '0' },
		null,
		null
	],
	[
		'financial-performance/member-savings-share',
		'memberSavings',
		'nonMemberSavings',
		{ memberTermDeposits: '0', prospectiveMemberSavings: '0' },
		4,
		null
	],
	['capital/equity-to-assets', 'equity', 'totalAssets', {}, null, null],
	[
		'capital/member-funds-to-assets',
		'memberSavings',
		'totalAssets',
		{ memberTermDeposits: '0', virtueFunds: '0' },
		null,
		null
	],
	['capital/long-term-liabilities-to-equity', 'longTermLiabilities', 'equity', {}, 4, 4]
];
const savingsOnly: typeof rows = [
	['risk-profile/loans-to-earning-assets', 'loans', 'earningAssets', {}, null, null],
	['financial-performance/problem-loan-share', 'problemLoans', 'loans', {}, null, null],
	['capital/capital-adequacy', 'weightedCapital', 'riskWeightedAssets', {}, null, null]
];
const realOnly = /turnover|collection/;

const cases = [
	...rows.map((row) => ['kkpkk-2021-real', ...row] as const),
	...[...rows.filter(([place]) => !realOnly.test(place)), ...savingsOnly].map(
		(row) => ['kkpkk-2021-ksp', ...row] as const
	)
];

describe.each(cases)('%s %s (%s / %s)', (instrument, place, over, under, rest, atZero, belowZero) => {
	/** What stands above the line may stand below it too. */
	const denominator = (sum: number) => String(place.endsWith('member-savings-share') ? sum - 7 : sum);
	const marked = (mark: Outcome) => (mark === null ? {} : { mark: String(mark), score: `${5 - mark}.00` });

	test.each([
		['zero', 0, atZero],
		['negative', -1, belowZero]
	] as const)('a denominator that is %s', (name, amount, mark) => {
		const figures = { ...rest, [over]: '7', [under]: denominator(amount) };
		expect(judgedBy(instrument, place, figures)).toEqual({
			code: place.split('/')[1],
			status: `${name}-denominator`,
			weight: '4',
			source: expect.any(String),
			certainty: 'unverified',
			...marked(mark)
		});
	});
});

test.each([
	['risk-profile/liquid-assets-to-current-liabilities', { liquidAssets: '0', currentLiabilities: '0' }],
	['financial-performance/cash-ratio', { cash: '0', bank: '0', currentLiabilities: '0' }],
	['financial-performance/inventory-turnover', { costOfSales: '0', inventory: '0' }],
	['financial-performance/receivables-turnover', { sales: '0', tradeReceivables: '0' }],
	['financial-performance/asset-growth', { totalAssets: '0', totalAssetsBefore: '0' }],
	['financial-performance/surplus-growth', { surplusAfterTax: '-5', surplusAfterTaxBefore: '0' }]
])('%s has no mark when there is nothing above the line either: %j', (place, figures) => {
	const judged = judgedBy('kkpkk-2021-real', place, figures);
	expect(judged.status).toBe('zero-denominator');
	expect(judged).not.toHaveProperty('mark');
	expect(judged).not.toHaveProperty('score');
});

test('nobody saves: there is no participation of members', () => {
	const figures = { memberSavings: '0', memberTermDeposits: '0', nonMemberSavings: '0', prospectiveMemberSavings: '0' };
	expect(judgedBy('kkpkk-2021-real', 'financial-performance/member-savings-share', figures)).toMatchObject({
		status: 'zero-denominator',
		mark: '4'
	});
});

test('a loss or a fall over a positive denominator is an ordinary ratio in the lowest band', () => {
	const growth = { surplusAfterTax: '-5', surplusAfterTaxBefore: '10' };
	expect(judgedBy('kkpkk-2021-real', 'financial-performance/surplus-growth', growth)).toMatchObject({
		status: 'scored',
		ratio: '-150.000',
		mark: '4'
	});
	const equity = { equity: '-1', totalAssets: '8' };
	expect(judgedBy('kkpkk-2021-real', 'capital/equity-to-assets', equity)).toMatchObject({
		ratio: '-12.500',
		mark: '4'
	});
});
