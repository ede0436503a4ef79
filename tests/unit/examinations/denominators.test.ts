import { describe, expect, test } from 'vitest';
import { judged } from './requests.ts';

type Outcome = string | null;

/** `[place, numerator, denominator, other figures, mark at 0, mark below 0]`; null is no mark and no score. */
const rows: readonly [string, string, string, Record<string, string>, Outcome, Outcome][] = [
	['capital/own-capital-to-assets', 'ownCapital', 'totalAssets', {}, null, null],
	['capital/own-capital-to-risky-loans', 'ownCapital', 'riskyLoans', {}, '100', null],
	['capital/capital-adequacy', 'weightedCapital', 'riskWeightedAssets', {}, null, null],
	['earning-assets/member-loan-share', 'memberLoans', 'loans', {}, null, null],
	['earning-assets/problem-loan-risk', 'problemLoanRisk', 'loans', {}, null, null],
	['earning-assets/reserve-coverage', 'riskReserve', 'problemLoans', {}, '100', null],
	['earning-assets/risky-loan-share', 'riskyLoans', 'loans', {}, null, null],
	['efficiency/member-operating-cost', 'memberOperatingExpense', 'grossParticipation', {}, '25', '25'],
	['efficiency/operating-cost', 'operatingExpense', 'grossSurplus', {}, '25', '25'],
	['efficiency/service-efficiency', 'staffCost', 'loans', {}, null, null],
	['liquidity/cash-ratio', 'cash', 'currentLiabilities', { bank: '0' }, '25', null],
	['liquidity/loans-to-funds', 'loans', 'fundsReceived', {}, '100', null],
	['growth/return-on-assets', 'surplusBeforeTax', 'totalAssets', {}, null, null],
	['growth/return-on-own-capital', 'memberSurplus', 'ownCapital', {}, '25', '25'],
	[
		'growth/operational-self-reliance',
		'netParticipation',
		'operatingExpense',
		{ cooperativeExpense: '0' },
		'100',
		null
	],
	['identity/gross-participation', 'grossParticipation', 'nonMemberIncome', {}, '25', '25'],
	['identity/member-promotion', 'memberPromotion', 'principalSavings', { mandatorySavings: '0' }, null, null]
];

const marked = (mark: Outcome) => (mark === null ? {} : { mark, score: expect.stringMatching(/^\d+\.\d\d$/) });

describe.each(rows)('%s', (place, over, under, rest, atZero, belowZero) => {
	// Gross participation stands above and below the line, so the denominator is brought to 0 from the other figure.
	const denominator = (sum: number) => String(over === 'grossParticipation' ? sum - 7 : sum);

	test('a denominator of 0', () => {
		const result = judged(place, { ...rest, [over]: '7', [under]: denominator(0) });
		expect(result).toEqual({
			code: place.split('/')[1],
			status: 'zero-denominator',
			weight: expect.any(String),
			source: expect.any(String),
			certainty: 'unverified',
			...marked(atZero)
		});
	});

	test('a denominator below 0', () => {
		const result = judged(place, { ...rest, [over]: '7', [under]: denominator(-1) });
		expect(result).toEqual({
			code: place.split('/')[1],
			status: 'negative-denominator',
			weight: expect.any(String),
			source: expect.any(String),
			certainty: 'unverified',
			...marked(belowZero)
		});
	});
});

test.each([
	['liquidity/cash-ratio', { cash: '0', bank: '0', currentLiabilities: '0' }],
	['liquidity/cash-ratio', { cash: '5', bank: '-6', currentLiabilities: '0' }],
	['liquidity/loans-to-funds', { loans: '0', fundsReceived: '0' }],
	['growth/operational-self-reliance', { netParticipation: '-1', operatingExpense: '0', cooperativeExpense: '0' }]
])('%s has no mark when there is nothing above the line either: %j', (place, figures) => {
	expect(judged(place, figures)).not.toHaveProperty('mark');
	expect(judged(place, figures)).not.toHaveProperty('score');
	expect(judged(place, figures).status).toBe('zero-denominator');
});

test('the worst mark is that of the reading asked for', () => {
	const figures = { memberOperatingExpense: '5', grossParticipation: '0' };
	const text = { 'member-operating-cost': 'text' };
	expect(judged('efficiency/member-operating-cost', figures)).toMatchObject({ mark: '25', score: '1.00' });
	expect(judged('efficiency/member-operating-cost', figures, text)).toMatchObject({ mark: '0', score: '0.00' });
});

test('with nothing at risk the best mark needs no figure above the line beyond a 0', () => {
	const figures = { riskReserve: '0', substandardLoans: '0', doubtfulLoans: '0', lossLoans: '0' };
	expect(judged('earning-assets/reserve-coverage', figures)).toMatchObject({ mark: '100', score: '5.00' });
});

test('a numerator below 0 over a positive denominator is an ordinary ratio in the lowest band', () => {
	expect(judged('capital/own-capital-to-assets', { ownCapital: '-1', totalAssets: '8' })).toMatchObject({
		status: 'scored',
		ratio: '-12.500',
		mark: '0',
		score: '0.00'
	});
	expect(judged('growth/return-on-assets', { surplusBeforeTax: '-1', totalAssets: '8' })).toMatchObject({
		status: 'scored',
		mark: '25'
	});
});
