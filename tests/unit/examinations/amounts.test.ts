import { describe, expect, test } from 'vitest';
import { judged } from './requests.ts';

describe('amounts of more than one form', () => {
	test('problem loans are weighted by class: half, three quarters, whole', () => {
		const classes = { substandardLoans: '101', doubtfulLoans: '101', lossLoans: '101', loans: '1000' };
		// 50.5 + 75.75 + 101 = 227.25
		expect(judged('earning-assets/problem-loan-risk', classes)).toMatchObject({ ratio: '22.725', mark: '40' });
		expect(judged('earning-assets/problem-loan-risk', { problemLoanRisk: '227', loans: '1000' })).toMatchObject({
			ratio: '22.700'
		});
		expect(judged('earning-assets/problem-loan-risk', { lossLoans: '1', loans: '1000' })).toMatchObject({
			missing: ['substandardLoans', 'doubtfulLoans']
		});
	});

	test('every capital line counts with its own share, an omitted one as 0', () => {
		const shares = {
			principalSavings: 100,
			mandatorySavings: 100,
			equalisationCapital: 100,
			participationCapital: 50,
			generalReserve: 100,
			riskReserveFund: 50,
			donatedCapital: 100,
			undistributedSurplus: 50,
			savings: 50,
			termDeposits: 50,
			accruedExpense: 50,
			fundsReceived: 50,
			otherLiabilities: 50
		};
		for (const [line, share] of Object.entries(shares)) {
			const figures = { capitalLines: { [line]: '1000' }, riskWeightedAssets: '1000' };
			expect(judged('capital/capital-adequacy', figures)).toMatchObject({
				ratio: `${share}.000`,
				certainty: 'secondary'
			});
		}
	});

	test('every asset line counts with its own risk weight; no source confirms the weights', () => {
		const weights = {
			cash: 0,
			bankDeposits: 20,
			securities: 50,
			memberLoans: 100,
			nonMemberLoans: 100,
			investments: 50,
			accruedIncome: 50,
			fixedAssets: 70,
			otherAssets: 70
		};
		for (const [line, weight] of Object.entries(weights)) {
			const figures = { assetLines: { [line]: '1000' }, weightedCapital: String(10 * weight) };
			const expected = weight === 0 ? { status: 'zero-denominator' } : { ratio: '100.000' };
			expect(judged('capital/capital-adequacy', figures)).toMatchObject({ ...expected, certainty: 'unverified' });
		}
	});

	test('lines on both sides', () => {
		const figures = {
			capitalLines: { savings: '3', principalSavings: '1' },
			assetLines: { fixedAssets: '10', bankDeposits: '5' }
		};
		// (1.5 + 1) / (7 + 1) = 31.25%
		expect(judged('capital/capital-adequacy', figures)).toMatchObject({ ratio: '31.250', mark: '100' });
	});

	test('when neither form is given the usual one is named as missing', () => {
		expect(judged('capital/capital-adequacy', {})).toEqual({
			code: 'capital-adequacy',
			status: 'missing',
			missing: ['weightedCapital', 'riskWeightedAssets']
		});
		expect(judged('capital/capital-adequacy', { assetLines: { cash: '1' } })).toMatchObject({
			missing: ['weightedCapital']
		});
	});
});
