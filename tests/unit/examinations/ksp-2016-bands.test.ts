import { describe, expect, test } from 'vitest';
import { judged } from './requests.ts';

/**
 * Every edge of every table, written down from the rule and not from the data: `[edge in percent, mark just below it,
 * mark at it, mark just above it]`. Just below and above is one millionth of a percent.
 */
interface Table {
	place: string;
	weight: number;
	over: string;
	under: string;
	rest?: Record<string, string>;
	reading?: [string, string];
	edges: readonly (readonly [number, number, number, number])[];
}

const tens = (shift: 'upTo' | 'from') =>
	[10, 20, 30, 40, 50, 60, 70, 80, 90].map((edge) =>
		shift === 'upTo' ? ([edge, edge, edge, edge + 10] as const) : ([edge, edge - 10, edge, edge] as const)
	);

const tables: readonly Table[] = [
	{
		place: 'capital/own-capital-to-assets',
		weight: 6,
		over: 'ownCapital',
		under: 'totalAssets',
		edges: [
			[0, 0, 0, 25],
			[20, 25, 25, 50],
			[40, 50, 50, 100],
			[60, 100, 100, 50],
			[80, 50, 50, 25],
			[100, 25, 25, 25]
		]
	},
	{
		place: 'capital/own-capital-to-risky-loans',
		weight: 6,
		over: 'ownCapital',
		under: 'riskyLoans',
		edges: [[0, 0, 0, 10], ...tens('upTo'), [100, 100, 100, 100]]
	},
	{
		place: 'capital/own-capital-to-risky-loans',
		weight: 6,
		over: 'ownCapital',
		under: 'riskyLoans',
		reading: ['own-capital-to-risky-loans', 'narrative'],
		edges: [
			[0, 0, 0, 0],
			[1, 0, 1, 1],
			[37, 36, 37, 37],
			[99, 98, 99, 99],
			[100, 99, 100, 100],
			[101, 100, 100, 100]
		]
	},
	{
		place: 'capital/capital-adequacy',
		weight: 3,
		over: 'weightedCapital',
		under: 'riskWeightedAssets',
		edges: [
			[4, 0, 50, 50],
			[6, 50, 75, 75],
			[8, 75, 75, 100]
		]
	},
	{
		place: 'earning-assets/member-loan-share',
		weight: 10,
		over: 'memberLoans',
		under: 'loans',
		edges: [
			[25, 0, 0, 50],
			[50, 50, 50, 75],
			[75, 75, 75, 100]
		]
	},
	{
		place: 'earning-assets/problem-loan-risk',
		weight: 5,
		over: 'problemLoanRisk',
		under: 'loans',
		edges: [
			[0, 100, 100, 80],
			[10, 80, 80, 60],
			[20, 60, 60, 40],
			[30, 40, 40, 20],
			[40, 20, 20, 10],
			[45, 10, 10, 0]
		]
	},
	{
		place: 'earning-assets/problem-loan-risk',
		weight: 5,
		over: 'problemLoanRisk',
		under: 'loans',
		reading: ['problem-loan-risk', 'narrative'],
		edges: [
			[0, 90, 90, 88],
			[1, 88, 88, 86],
			[44, 2, 2, 0],
			[45, 0, 0, 0],
			[46, 0, 0, 0],
			[-5, 100, 100, 98],
			[-6, 100, 100, 100]
		]
	},
	{
		place: 'earning-assets/reserve-coverage',
		weight: 5,
		over: 'riskReserve',
		under: 'problemLoans',
		edges: [[0, 0, 0, 10], ...tens('upTo'), [100, 100, 100, 100]]
	},
	{
		place: 'earning-assets/reserve-coverage',
		weight: 5,
		over: 'riskReserve',
		under: 'problemLoans',
		reading: ['reserve-coverage', 'narrative'],
		edges: [
			[0, 0, 0, 0],
			[50, 49, 50, 50],
			[100, 99, 100, 100]
		]
	},
	{
		place: 'earning-assets/risky-loan-share',
		weight: 5,
		over: 'riskyLoans',
		under: 'loans',
		edges: [
			[21, 100, 75, 75],
			[26, 75, 50, 50],
			[30, 50, 50, 25]
		]
	},
	{
		place: 'efficiency/member-operating-cost',
		weight: 4,
		over: 'memberOperatingExpense',
		under: 'grossParticipation',
		edges: [
			[90, 100, 75, 75],
			[95, 75, 50, 50],
			[100, 50, 25, 25]
		]
	},
	{
		place: 'efficiency/member-operating-cost',
		weight: 4,
		over: 'memberOperatingExpense',
		under: 'grossParticipation',
		reading: ['member-operating-cost', 'text'],
		edges: [
			[90, 100, 75, 75],
			[95, 75, 50, 50],
			[100, 50, 0, 0]
		]
	},
	{
		place: 'efficiency/operating-cost',
		weight: 4,
		over: 'operatingExpense',
		under: 'grossSurplus',
		edges: [
			[40, 100, 100, 75],
			[60, 75, 75, 50],
			[80, 50, 50, 25]
		]
	},
	{
		place: 'efficiency/service-efficiency',
		weight: 2,
		over: 'staffCost',
		under: 'loans',
		edges: [
			[5, 100, 100, 75],
			[10, 75, 75, 50],
			[15, 50, 50, 0]
		]
	},
	{
		place: 'liquidity/cash-ratio',
		weight: 10,
		over: 'cash',
		under: 'currentLiabilities',
		rest: { bank: '0' },
		edges: [
			[10, 25, 25, 100],
			[15, 100, 100, 50],
			[20, 50, 50, 25]
		]
	},
	{
		place: 'liquidity/loans-to-funds',
		weight: 5,
		over: 'loans',
		under: 'fundsReceived',
		edges: [
			[60, 25, 50, 50],
			[70, 50, 75, 75],
			[80, 75, 100, 100],
			[90, 100, 100, 100]
		]
	},
	{
		place: 'growth/return-on-assets',
		weight: 3,
		over: 'surplusBeforeTax',
		under: 'totalAssets',
		edges: [
			[5, 25, 50, 50],
			[7.5, 50, 75, 75],
			[10, 75, 100, 100]
		]
	},
	{
		place: 'growth/return-on-own-capital',
		weight: 3,
		over: 'memberSurplus',
		under: 'ownCapital',
		edges: [
			[3, 25, 50, 50],
			[4, 50, 75, 75],
			[5, 75, 100, 100]
		]
	},
	{
		place: 'growth/operational-self-reliance',
		weight: 4,
		over: 'netParticipation',
		under: 'operatingExpense',
		rest: { cooperativeExpense: '0' },
		edges: [[100, 0, 0, 100]]
	},
	{
		place: 'identity/gross-participation',
		weight: 7,
		over: 'grossParticipation',
		under: 'nonMemberIncome',
		edges: [
			[25, 25, 50, 50],
			[50, 50, 75, 75],
			[75, 75, 100, 100]
		]
	},
	{
		place: 'identity/member-promotion',
		weight: 3,
		over: 'memberPromotion',
		under: 'principalSavings',
		rest: { mandatorySavings: '0' },
		edges: [
			[5, 0, 50, 50],
			[7.5, 50, 75, 75],
			[10, 75, 100, 100]
		]
	}
];

/** A denominator of 10^8, so that one rupiah more or less is one millionth of a percent. */
const whole = 100_000_000n;

describe.each(tables)('$place $reading', ({ place, weight, over, under, rest, reading, edges }) => {
	test.each(edges)('at %d%% the marks are %i, %i, %i', (edge, ...marks) => {
		const at = BigInt(edge * 10) * (whole / 1000n);
		for (const [step, mark] of marks.entries()) {
			const numerator = at + BigInt(step - 1);
			// The share of gross participation has its numerator in its denominator too.
			const denominator = over === 'grossParticipation' ? whole - numerator : whole;
			const figures = { ...rest, [over]: String(numerator), [under]: String(denominator) };
			expect(judged(place, figures, reading && { [reading[0]]: reading[1] })).toMatchObject({
				status: 'scored',
				unit: 'percent',
				mark: String(mark),
				weight: String(weight),
				score: ((weight * mark) / 100).toFixed(2)
			});
		}
	});
});

test('the table of 2009 for own capital to risky loans is one row shifted', () => {
	const marks = (reading?: string) =>
		[0n, 9_999_999n, 10_000_000n, 10_000_001n, 50_000_000n, 99_999_999n, 100_000_000n].map((over) => {
			const figures = { ownCapital: String(over), riskyLoans: String(whole) };
			const readings: Record<string, string> = reading ? { 'own-capital-to-risky-loans': reading } : {};
			const judgedSo = judged('capital/own-capital-to-risky-loans', figures, readings, 'ksp-2009');
			return 'mark' in judgedSo ? judgedSo.mark : null;
		});
	expect(marks()).toEqual(['0', '0', '10', '10', '50', '90', '100']);
	expect(marks('shifted')).toEqual(marks());
	expect(marks('narrative')).toEqual(['0', '9', '10', '10', '50', '99', '100']);
});
