import { describe, expect, test } from 'vitest';
import { judgedBy, governanceBlocks, riskBlocks } from './kkpkk.ts';

/**
 * Every edge of every table of KKPKK, written down from the worksheet (regulations 2.3, 2.5 to 2.8) and not from the
 * data: `[edge, mark just below it, at it, just above it]`. Marks run from 1, the best, to 4; a score is 5 less the mark.
 */
type Edge = readonly [edge: number, below: number, at: number, above: number];
interface Table {
	readonly place: string;
	/** The figure above the line, and the one below. */
	readonly over: string;
	readonly under: string;
	/** What the figure above the line has to be at 100% (or once, or a day), in parts of a million; default a million. */
	readonly unit?: 'percent' | 'times' | 'days';
	readonly rest?: Record<string, string>;
	/** What of the ratio stands above the line already, in rupiah. */
	readonly shift?: bigint;
	readonly edges: readonly Edge[];
}

/** The more the better; an edge belongs to the band above it, or (`upTo`) to the one below. */
const rising = (edges: readonly [number, number, number], edgeTo: 'above' | 'below' = 'above'): Edge[] =>
	edges.map((edge, at) => [edge, 4 - at, edgeTo === 'above' ? 3 - at : 4 - at, 3 - at]);
const falling = (edges: readonly [number, number, number], edgeTo: 'above' | 'below' = 'above'): Edge[] =>
	edges.map((edge, at) => [edge, 1 + at, edgeTo === 'above' ? 2 + at : 1 + at, 2 + at]);

/** A denominator this large makes one rupiah one hundred-millionth of the ratio. */
const whole = 100_000_000n;
const text = String(whole);

const shared: readonly Table[] = [
	{
		place: 'risk-profile/liquid-assets-to-assets',
		over: 'liquidAssets',
		under: 'totalAssets',
		edges: rising([5, 10, 15], 'below')
	},
	{
		place: 'risk-profile/liquid-assets-to-current-liabilities',
		over: 'liquidAssets',
		under: 'currentLiabilities',
		edges: rising([7, 14, 21], 'below')
	},
	{
		place: 'financial-performance/return-on-assets',
		over: 'surplusAfterTax',
		under: 'totalAssets',
		edges: rising([3, 5, 7])
	},
	{
		place: 'financial-performance/return-on-equity',
		over: 'surplusAfterTax',
		under: 'equity',
		edges: rising([5, 7, 10])
	},
	{
		// The members' portion is everything here, so the costs are the two expenses.
		place: 'financial-performance/operational-self-reliance',
		over: 'grossParticipation',
		under: 'cooperativeExpense',
		rest: { memberCostOfSales: '0', operatingExpense: '0', totalIncome: '1000' },
		edges: rising([100, 110, 120])
	},
	{
		place: 'financial-performance/operating-cost-to-income',
		over: 'cooperativeExpense',
		under: 'grossParticipation',
		rest: { memberCostOfSales: '0', operatingExpense: '0', totalIncome: '1000' },
		edges: falling([80, 90, 100])
	},
	{
		place: 'financial-performance/operating-cost',
		over: 'operatingExpense',
		under: 'grossSurplus',
		edges: [
			[40, 1, 2, 2],
			[60, 2, 2, 3],
			[80, 3, 3, 4]
		]
	},
	{
		place: 'financial-performance/cash-ratio',
		over: 'cash',
		under: 'currentLiabilities',
		rest: { bank: '0' },
		edges: rising([10, 15, 20])
	},
	{
		place: 'financial-performance/loans-to-funds',
		over: 'loans',
		under: 'liabilitiesAndEquity',
		rest: { taxPayable: '0', accruedExpense: '0', expensePayable: '0' },
		edges: rising([60, 75, 90])
	},
	{
		place: 'financial-performance/current-ratio',
		over: 'currentAssets',
		under: 'currentLiabilities',
		edges: rising([75, 100, 125])
	},
	{
		place: 'financial-performance/asset-growth',
		over: 'totalAssets',
		under: 'totalAssetsBefore',
		shift: whole,
		edges: rising([4, 7, 10])
	},
	{
		place: 'financial-performance/equity-growth',
		over: 'equity',
		under: 'equityBefore',
		shift: whole,
		edges: rising([4, 7, 10])
	},
	{
		place: 'financial-performance/surplus-growth',
		over: 'surplusAfterTax',
		under: 'surplusAfterTaxBefore',
		shift: whole,
		edges: rising([1, 3, 5])
	},
	{
		place: 'financial-performance/main-income-share',
		over: 'grossParticipation',
		under: 'totalIncome',
		edges: rising([35, 60, 85])
	},
	{
		place: 'financial-performance/surplus-to-member-savings',
		over: 'surplusAfterTax',
		under: 'principalSavings',
		rest: { mandatorySavings: '0' },
		edges: rising([10, 20, 30])
	},
	{
		place: 'capital/equity-to-assets',
		over: 'equity',
		under: 'totalAssets',
		edges: rising([10, 20, 30], 'below')
	},
	{
		place: 'capital/member-funds-to-assets',
		over: 'memberSavings',
		under: 'totalAssets',
		rest: { memberTermDeposits: '0', virtueFunds: '0' },
		edges: rising([10, 20, 30])
	},
	{
		place: 'capital/long-term-liabilities-to-equity',
		over: 'longTermLiabilities',
		under: 'equity',
		edges: falling([100, 125, 150], 'below')
	}
];

const realOnly: readonly Table[] = [
	{
		place: 'financial-performance/inventory-turnover',
		over: 'costOfSales',
		under: 'inventory',
		unit: 'times',
		edges: rising([4, 7, 10])
	},
	{
		place: 'financial-performance/receivables-turnover',
		over: 'sales',
		under: 'tradeReceivables',
		unit: 'times',
		edges: rising([4, 7, 10])
	},
	{
		place: 'financial-performance/equity-turnover',
		over: 'sales',
		under: 'equity',
		unit: 'times',
		edges: rising([0.25, 0.75, 1.25])
	},
	{
		place: 'financial-performance/asset-turnover',
		over: 'sales',
		under: 'totalAssets',
		unit: 'times',
		edges: rising([0.05, 0.15, 0.25])
	},
	{
		// So many days of sales: with sales of 365 × 100,000,000 a year a day is 100,000,000.
		place: 'financial-performance/collection-period',
		over: 'tradeReceivables',
		under: 'sales',
		unit: 'days',
		edges: falling([100, 140, 180])
	}
];

const savingsOnly: readonly Table[] = [
	{
		place: 'risk-profile/loans-to-earning-assets',
		over: 'loans',
		under: 'earningAssets',
		edges: falling([75, 85, 95], 'below')
	},
	{
		place: 'financial-performance/problem-loan-share',
		over: 'problemLoans',
		under: 'loans',
		edges: falling([5, 10, 15], 'below')
	},
	{
		place: 'capital/capital-adequacy',
		over: 'weightedCapital',
		under: 'riskWeightedAssets',
		edges: rising([4, 6, 8])
	}
];

const tables = [
	...[...shared, ...realOnly].map((table) => ({ instrument: 'kkpkk-2021-real', ...table })),
	...[...shared, ...savingsOnly].map((table) => ({ instrument: 'kkpkk-2021-ksp', ...table }))
];

describe.each(tables)(
	'$instrument $place',
	({ instrument, place, over, under, unit = 'percent', rest, shift = 0n, edges }) => {
		const one = unit === 'percent' ? whole / 100n : whole;
		test.each(edges)('at %d the marks are %i, %i, %i', (edge, ...marks) => {
			const at = (BigInt(Math.round(edge * 100)) * one) / 100n + shift;
			for (const [step, mark] of marks.entries()) {
				const figures = {
					...rest,
					[under]: unit === 'days' ? String(whole * 365n) : text,
					[over]: String(at + BigInt(step - 1))
				};
				expect(judgedBy(instrument, place, figures)).toMatchObject({
					status: 'scored',
					unit,
					mark: String(mark),
					weight: '4',
					score: `${5 - mark}.00`
				});
			}
		});
	}
);

/** The members' savings stand above and below the line, so a share is brought about with non-members' savings. */
test.each(rising([25, 51, 75]))('participation in savings at %i%%: %i, %i, %i', (edge, ...marks) => {
	for (const instrument of ['kkpkk-2021-real', 'kkpkk-2021-ksp'])
		for (const [step, mark] of marks.entries()) {
			const members = BigInt(edge) * (whole / 100n) + BigInt(step - 1);
			const figures = {
				memberSavings: String(members),
				memberTermDeposits: '0',
				nonMemberSavings: String(whole - members),
				prospectiveMemberSavings: '0'
			};
			expect(judgedBy(instrument, 'financial-performance/member-savings-share', figures)).toMatchObject({
				mark: String(mark)
			});
		}
});

describe('the share of yes', () => {
	const blocks = Object.entries(governanceBlocks).flatMap(([instrument, own]) => [
		...Object.entries(own).map(([code, items]) => [instrument, 'governance', code, items] as const),
		...Object.entries(riskBlocks).map(([code, items]) => [instrument, 'risk-profile', code, items] as const)
	]);
	test.each(blocks)('%s %s/%s: %i questions', (instrument, aspect, code, items) => {
		for (let yes = 0; yes <= items; yes++) {
			// More than 75% is 1, more than 50% is 2, more than 25% is 3; in whole numbers, so that nothing is rounded.
			const mark = yes * 4 > items * 3 ? 1 : yes * 2 > items ? 2 : yes * 4 > items ? 3 : 4;
			const answers = { [code]: Array.from({ length: items }, (_, place) => place >= items - yes) };
			expect(judgedBy(instrument, `${aspect}/${code}`, {}, answers)).toEqual({
				code,
				status: 'scored',
				ratio: (Math.floor((yes * 200_000 + items) / (2 * items)) / 1000).toFixed(3),
				unit: 'percent',
				mark: String(mark),
				weight: '4',
				score: `${5 - mark}.00`,
				source: expect.stringContaining('Juknis Deputi Perkoperasian 15/2021'),
				certainty: code === 'business-licence' ? 'unverified' : 'secondary'
			});
		}
	});

	test('at exactly 25, 50 and 75 percent belongs to the lower band', () => {
		const marks = [0, 1, 2, 3, 4].map((yes) => {
			const answers = { organs: [true], independence: [0, 1, 2, 3].map((place) => place < yes) };
			return judgedBy('kkpkk-2021-real', 'governance/independence', {}, answers);
		});
		expect(marks).toMatchObject([4, 4, 3, 2, 1].map((mark) => ({ mark: String(mark) })));
	});

	test('an item left open is missing and never a no', () => {
		expect(judgedBy('kkpkk-2021-real', 'governance/organs', {}, { 'organs.2': true })).toEqual({
			code: 'organs',
			status: 'missing',
			missing: ['organs.1', 'organs.3']
		});
	});
});
