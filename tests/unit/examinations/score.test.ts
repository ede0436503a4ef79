import { describe, expect, test } from 'vitest';
import { findInstrument } from '#clinic/examinations/catalogue.ts';
import { ready } from '#clinic/examinations/scales.ts';
import { categoryOf } from '#clinic/examinations/totals.ts';
import { allAnswered, best, bestFigures, blocks, component, judged, result } from './requests.ts';

describe('totals', () => {
	test('all items met and all ratios best is 100.00 and healthy', () => {
		const { aspects, ...rest } = result(best());
		expect(rest).toEqual({
			instrument: 'ksp-2016',
			version: '1',
			complete: true,
			total: '100.00',
			category: 'healthy'
		});
		expect(aspects.map(({ code, weight, score }) => [code, weight, score])).toEqual([
			['capital', '15', '15.00'],
			['earning-assets', '25', '25.00'],
			['management', '15', '15.00'],
			['efficiency', '10', '10.00'],
			['liquidity', '15', '15.00'],
			['growth', '10', '10.00'],
			['identity', '10', '10.00']
		]);
	});

	test('the worst of everything is what the lowest marks add up to', () => {
		const worst = {
			ownCapital: '-1',
			totalAssets: '1',
			riskyLoans: '2',
			weightedCapital: '0',
			riskWeightedAssets: '1',
			memberLoans: '0',
			loans: '1',
			substandardLoans: '0',
			doubtfulLoans: '0',
			lossLoans: '1',
			riskReserve: '0',
			memberOperatingExpense: '1',
			grossParticipation: '1',
			operatingExpense: '1',
			grossSurplus: '1',
			staffCost: '1',
			cash: '0',
			bank: '0',
			currentLiabilities: '1',
			fundsReceived: '2',
			surplusBeforeTax: '0',
			memberSurplus: '0',
			netParticipation: '0',
			cooperativeExpense: '0',
			nonMemberIncome: '9',
			memberPromotion: '0',
			principalSavings: '1',
			mandatorySavings: '0'
		};
		const scored = result({ instrument: 'ksp-2016', figures: worst, answers: allAnswered(false) });
		// 1.25 risky share, 1 + 1 costs, 2.5 cash, 1.25 loans to funds, 0.75 + 0.75 returns, 1.75 participation.
		expect(scored).toMatchObject({ complete: true, total: '10.25', category: 'underSpecialSupervision' });
	});

	test('one component without a score leaves its aspect and the total without one, and rescales nothing', () => {
		const { staffCost: _, ...figures } = bestFigures;
		const scored = result({ ...best(), figures });
		expect(scored).toMatchObject({ complete: false, total: null, category: null });
		expect(scored.aspects.map(({ score }) => score)).toEqual([
			'15.00',
			'25.00',
			'15.00',
			null,
			'15.00',
			'10.00',
			'10.00'
		]);
		expect(component(scored, 'efficiency', 'service-efficiency')).toEqual({
			code: 'service-efficiency',
			status: 'missing',
			missing: ['staffCost']
		});
	});

	test('a denominator without a mark leaves no total; one with a mark counts', () => {
		const withoutRisk = { ...best().figures, riskyLoans: '0' };
		expect(result({ ...best(), figures: withoutRisk })).toMatchObject({ complete: true, total: '100.00' });
		const withoutLoans = { ...best().figures, loans: '0' };
		expect(result({ ...best(), figures: withoutLoans })).toMatchObject({ complete: false, total: null });
	});

	test('an empty request is scored: everything is missing', () => {
		const scored = result({ instrument: 'ksp-2016' });
		const statuses = scored.aspects.flatMap(({ components }) => components.map(({ status }) => status));
		expect(statuses).toHaveLength(22);
		expect(new Set(statuses)).toEqual(new Set(['missing']));
		expect(scored).toMatchObject({ complete: false, total: null, category: null });
	});
});

describe('categories', () => {
	const prepared = (code: string) => ready(findInstrument(code)!);

	test.each([
		[10_000, 'healthy'],
		[8000, 'healthy'],
		[7999, 'fairlyHealthy'],
		[6600, 'fairlyHealthy'],
		[6599, 'underSupervision'],
		[5100, 'underSupervision'],
		[5099, 'underSpecialSupervision'],
		[0, 'underSpecialSupervision']
	])('%i hundredths of a point are %s by the rule of 2016', (total, category) => {
		expect(categoryOf(prepared('ksp-2016'), total)).toBe(category);
	});

	test.each([
		[8000, 'healthy'],
		[7999, 'fairlyHealthy'],
		[6000, 'fairlyHealthy'],
		[5999, 'lessHealthy'],
		[4000, 'lessHealthy'],
		[3999, 'unhealthy'],
		[2000, 'unhealthy'],
		[1999, 'veryUnhealthy'],
		[0, 'veryUnhealthy']
	])('%i hundredths of a point are %s by the rule of 2009', (total, category) => {
		expect(categoryOf(prepared('ksp-2009'), total)).toBe(category);
	});

	// Points lost from 100.00, in the order of the figures: 10 + 5 + 2 and 3 for management in general.
	const at80 = { figures: { memberLoans: '250', cash: '140', staffCost: '160' }, no: ['general'] };
	// Another 2, and 3 for each of the other blocks.
	const at66 = {
		figures: { ...at80.figures, memberOperatingExpense: '970' },
		no: ['general', 'institution', 'capital', 'assets', 'liquidity']
	};
	// Another 2.5 + 1 + 4 + 3 + 2 + 2.5.
	const at51 = {
		figures: {
			...at66.figures,
			cash: '240',
			memberOperatingExpense: '1000',
			netParticipation: '100',
			memberPromotion: '10',
			grossSurplus: '400',
			fundsReceived: '1600'
		},
		no: at66.no
	};

	test.each([
		['80.00', 'healthy', at80, {}],
		['79.00', 'fairlyHealthy', at80, { memberOperatingExpense: '900' }],
		['66.00', 'fairlyHealthy', at66, {}],
		['65.00', 'underSupervision', at66, { memberOperatingExpense: '1000' }],
		['51.00', 'underSupervision', at51, {}],
		['50.00', 'underSpecialSupervision', at51, { grossSurplus: '300' }]
	])('a request that comes to %s is %s', (total, category, { figures, no }, change) => {
		const answers = Object.fromEntries(
			Object.entries(blocks).map(([code, items]) => [code, Array<boolean>(items).fill(!no.includes(code))])
		);
		const scored = result({ ...best(), figures: { ...bestFigures, ...figures, ...change }, answers });
		expect(scored).toMatchObject({ complete: true, total, category });
	});
});

describe('management', () => {
	test.each(Object.entries(blocks))('%s: %i questions, each worth the same, 3.00 in all', (code, items) => {
		for (const yes of [0, 1, items - 1, items]) {
			const answers = { [code]: Array.from({ length: items }, (_, place) => place < yes) };
			expect(component(result({ instrument: 'ksp-2016', answers }), 'management', code)).toEqual({
				code,
				status: 'scored',
				weight: '3',
				score: (((300 / items) * yes) / 100).toFixed(2),
				source: expect.stringContaining('Perdep 06/Per/Dep.6/IV/2016'),
				certainty: 'secondary'
			});
		}
	});

	test('items may be answered one by one, and what is not answered is missing and never a no', () => {
		const answers = { 'institution.2': true, institution: [true], 'institution.6': false };
		expect(component(result({ instrument: 'ksp-2016', answers }), 'management', 'institution')).toEqual({
			code: 'institution',
			status: 'missing',
			missing: ['institution.3', 'institution.4', 'institution.5']
		});
	});
});

describe('reference cases', () => {
	test('gross participation of 75% scores 7.00, own capital of 50% of assets 6.00, of 70% 3.00', () => {
		expect(judged('identity/gross-participation', { grossParticipation: '75', nonMemberIncome: '25' })).toMatchObject({
			ratio: '75.000',
			score: '7.00'
		});
		expect(judged('capital/own-capital-to-assets', { ownCapital: '50', totalAssets: '100' })).toMatchObject({
			score: '6.00'
		});
		expect(judged('capital/own-capital-to-assets', { ownCapital: '70', totalAssets: '100' })).toMatchObject({
			score: '3.00'
		});
	});

	test('a published ratio: 69.498%', () => {
		expect(judged('capital/own-capital-to-assets', { ownCapital: '3841123187', totalAssets: '5526955002' })).toEqual({
			code: 'own-capital-to-assets',
			status: 'scored',
			ratio: '69.498',
			unit: 'percent',
			mark: '50',
			weight: '6',
			score: '3.00',
			source: expect.stringContaining('modal sendiri terhadap total aset'),
			certainty: 'secondary'
		});
	});

	test('bands are found on the exact ratio: 20.0001% is in the band above 20, though it prints as 20.000', () => {
		expect(judged('capital/own-capital-to-assets', { ownCapital: '200001', totalAssets: '1000000' })).toMatchObject({
			ratio: '20.000',
			mark: '50'
		});
	});

	test('amounts far beyond 2^53 stay exact', () => {
		const assets = 10n ** 50n;
		const figures = { ownCapital: String(assets / 5n), totalAssets: String(assets) };
		expect(judged('capital/own-capital-to-assets', figures)).toMatchObject({ mark: '25' });
		const more = { ...figures, ownCapital: String(assets / 5n + 1n) };
		expect(judged('capital/own-capital-to-assets', more)).toMatchObject({ ratio: '20.000', mark: '50' });
	});
});

test('a row on which copies of the rule disagree is less certain than the rest of its table', () => {
	const cost = (expense: string) =>
		judged('efficiency/member-operating-cost', { memberOperatingExpense: expense, grossParticipation: '100' });
	expect([cost('99'), cost('100')]).toMatchObject([{ certainty: 'secondary' }, { certainty: 'unverified' }]);
});
