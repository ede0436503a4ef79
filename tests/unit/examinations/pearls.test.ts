import { describe, expect, test } from 'vitest';
import { component, result } from './requests.ts';

/** `[place, numerator, denominator, other figures, lowest edge, highest edge]`. */
type Goal = readonly [string, string, string, Record<string, string>, number | null, number | null];
const none = { loansLateOverYear: '0', loansLateUpToYear: '0' };
const goals: readonly Goal[] = [
	['protection/p1-allowance-old-arrears', 'riskReserve', 'loansLateOverYear', {}, 100, null],
	['protection/p2-allowance-new-arrears', 'riskReserve', 'loansLateUpToYear', { loansLateOverYear: '0' }, 35, null],
	['protection/p5-recovered-charge-offs', 'loansRecovered', 'loansChargedOff', {}, 75, null],
	['financial-structure/e1-net-loans', 'loans', 'totalAssets', { riskReserve: '0' }, 70, 80],
	['financial-structure/e2-liquid-investments', 'liquidInvestments', 'totalAssets', {}, null, 16],
	['financial-structure/e3-financial-investments', 'financialInvestments', 'totalAssets', {}, null, 2],
	['financial-structure/e4-other-investments', 'otherInvestments', 'totalAssets', {}, null, 0],
	['financial-structure/e5-savings-deposits', 'memberSavings', 'totalAssets', { memberTermDeposits: '0' }, 70, 80],
	['financial-structure/e6-external-credit', 'externalCredit', 'totalAssets', {}, null, 5],
	['financial-structure/e7-member-shares', 'principalSavings', 'totalAssets', { mandatorySavings: '0' }, null, 20],
	['financial-structure/e8-institutional-capital', 'institutionalCapital', 'totalAssets', {}, 10, null],
	[
		'financial-structure/e9-net-institutional-capital',
		'institutionalCapital',
		'totalAssets',
		{ riskReserve: '0', ...none },
		10,
		null
	],
	['asset-quality/a1-arrears', 'loansLateOverYear', 'loans', { loansLateUpToYear: '0' }, null, 5],
	['asset-quality/a2-non-earning-assets', 'nonEarningAssets', 'totalAssets', {}, null, 5],
	['asset-quality/a3-zero-cost-funds', 'zeroCostFunds', 'nonEarningAssets', {}, 200, null],
	[
		'liquidity/l1-liquid-after-payables',
		'liquidAssets',
		'memberSavings',
		{ shortTermPayables: '0', memberTermDeposits: '0' },
		15,
		20
	],
	['liquidity/l2-liquidity-reserve', 'liquidityReserve', 'memberSavings', { memberTermDeposits: '0' }, 10, null],
	['liquidity/l3-idle-liquid-assets', 'idleLiquidAssets', 'totalAssets', {}, null, 1]
];

const judged = (place: string, figures: Record<string, string>) => {
	const [aspect = '', code = ''] = place.split('/');
	return component(result({ instrument: 'pearls', figures }), aspect, code);
};

const whole = 100_000_000n;

/** All goals but this one are met at their highest edge itself. */
const belowOnly = 'liquidity/l3-idle-liquid-assets';

describe.each(goals.map((goal) => ({ place: goal[0], goal })))(
	'$place',
	({ place, goal: [, over, under, rest, from, upTo] }) => {
		const isMetAtMost = place !== belowOnly;
		const met = (edge: number, step: bigint) => {
			const figures = { ...rest, [under]: String(whole), [over]: String(BigInt(edge) * (whole / 100n) + step) };
			const one = judged(place, figures);
			expect(one).toMatchObject({ status: 'scored', unit: 'percent' });
			expect(one).not.toHaveProperty('score');
			return 'met' in one ? one.met : null;
		};
		test('is met from its lowest edge on, to the last part of a percent', () => {
			if (from !== null) expect([-1n, 0n, 1n].map((step) => met(from, step))).toEqual([false, true, true]);
			else expect(met(upTo ?? 0, -1n)).toBe(true);
		});
		test('is met up to its highest edge, to the last part of a percent', () => {
			if (upTo !== null) expect([-1n, 0n, 1n].map((step) => met(upTo, step))).toEqual([true, isMetAtMost, false]);
			else expect(met((from ?? 0) * 10, 0n)).toBe(true);
		});
	}
);

test('operating expense is measured by the average of this and last year’s assets: at most 5%', () => {
	const of = (operatingExpense: string) =>
		judged('rates-and-costs/r9-operating-expense', { operatingExpense, totalAssets: '1300', totalAssetsBefore: '700' });
	expect(of('50')).toMatchObject({ ratio: '5.000', goal: { upTo: '5' }, met: true });
	expect(of('51')).toMatchObject({ ratio: '5.100', met: false });
});

test('net institutional capital takes off old arrears whole and 35% of newer ones', () => {
	const figures = {
		institutionalCapital: '100',
		riskReserve: '40',
		loansLateOverYear: '30',
		loansLateUpToYear: '20',
		totalAssets: '1000'
	};
	expect(judged('financial-structure/e9-net-institutional-capital', figures)).toMatchObject({
		ratio: '10.300',
		met: true
	});
});

test('a request has goals met or not, no score and no total, also when all is there', () => {
	const figures = Object.fromEntries(
		goals.flatMap(([, over, under, rest]) => [over, under, ...Object.keys(rest)]).map((name) => [name, '100'])
	);
	const scored = result({
		instrument: 'pearls',
		figures: { ...figures, operatingExpense: '1', totalAssetsBefore: '100' }
	});
	expect(scored).toMatchObject({ complete: true, total: null, category: null });
	expect(scored.aspects.map(({ code, weight, score }) => [code, weight, score])).toEqual([
		['protection', null, null],
		['financial-structure', null, null],
		['asset-quality', null, null],
		['rates-and-costs', null, null],
		['liquidity', null, null]
	]);
	expect(component(scored, 'financial-structure', 'e1-net-loans')).toEqual({
		code: 'e1-net-loans',
		status: 'scored',
		ratio: '0.000',
		unit: 'percent',
		goal: { from: '70', upTo: '80' },
		met: false,
		source: expect.stringContaining('PEARLS'),
		certainty: 'secondary'
	});
});

describe('denominators', () => {
	test.each([
		['protection/p1-allowance-old-arrears', { riskReserve: '0', loansLateOverYear: '0' }],
		['protection/p5-recovered-charge-offs', { loansRecovered: '0', loansChargedOff: '0' }],
		['asset-quality/a3-zero-cost-funds', { zeroCostFunds: '0', nonEarningAssets: '0' }]
	])('%s: nothing is at risk, so the goal is met', (place, figures) => {
		expect(judged(place, figures)).toMatchObject({ status: 'zero-denominator', met: true });
	});

	test.each([
		['asset-quality/a1-arrears', { loansLateOverYear: '0', loansLateUpToYear: '0', loans: '0' }, 'zero'],
		['liquidity/l2-liquidity-reserve', { liquidityReserve: '1', memberSavings: '0', memberTermDeposits: '0' }, 'zero'],
		['financial-structure/e6-external-credit', { externalCredit: '1', totalAssets: '-1' }, 'negative']
	])('%s: neither met nor missed', (place, figures, status) => {
		const one = judged(place, figures);
		expect(one.status).toBe(`${status}-denominator`);
		expect(one).not.toHaveProperty('met');
		expect(result({ instrument: 'pearls', figures }).complete).toBe(false);
	});
});
