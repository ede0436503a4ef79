import { describe, expect, test } from 'vitest';
import { findInstrument } from '#clinic/examinations/catalogue.ts';
import { ready } from '#clinic/examinations/scales.ts';
import { addedUp, categoryOf } from '#clinic/examinations/totals.ts';
import { answered, bestReal, examinedReal, governanceBlocks, judgedBy, riskBlocks, worst, worstReal } from './kkpkk.ts';
import { component, result } from './requests.ts';

const real = ready(findInstrument('kkpkk-2021-real')!);
/** The result of credits, as sums of each aspect in hundredths: 17, 16, 19 and 3 indicators of at most 4 each. */
const totalOf = (...credits: readonly number[]) =>
	addedUp(
		real,
		credits.map((credit) => credit * 100)
	);

describe('reference cases of the regulation', () => {
	test('all items met and all ratios best: 100.00, healthy', () => {
		const { aspects, ...rest } = examinedReal();
		expect(rest).toEqual({
			instrument: 'kkpkk-2021-real',
			version: '1',
			complete: true,
			total: '100.00',
			category: 'healthy'
		});
		expect(aspects.map(({ code, weight, score, components }) => [code, weight, score, components.length])).toEqual([
			['governance', '30', '100.00', 17],
			['risk-profile', '15', '100.00', 16],
			['financial-performance', '40', '100.00', 19],
			['capital', '15', '100.00', 3]
		]);
	});

	test('all worst: 25.00, under special supervision', () => {
		expect(worst()).toMatchObject({ complete: true, total: '25.00', category: 'underSpecialSupervision' });
		expect(worst().aspects.map(({ score }) => score)).toEqual(['25.00', '25.00', '25.00', '25.00']);
	});

	test('A = 100, B = 100, C = 50, D = 50: 72.50, fairly healthy', () => {
		expect(totalOf(68, 64, 38, 6)).toMatchObject({
			total: 7250,
			category: 'fairlyHealthy',
			aspects: [10_000, 10_000, 5000, 5000]
		});
	});

	test.each([
		[8000, 'healthy'],
		[7999, 'fairlyHealthy'],
		[6600, 'fairlyHealthy'],
		[6599, 'underSupervision'],
		[5100, 'underSupervision'],
		[5099, 'underSpecialSupervision'],
		[2500, 'underSpecialSupervision']
	])('%i hundredths of a point are %s', (total, category) => {
		expect(categoryOf(real, total)).toBe(category);
		expect(categoryOf(ready(findInstrument('kkpkk-2021-ksp')!), total)).toBe(category);
	});
});

describe('adding up credits', () => {
	test('an aspect is counted over all its indicators together, not as the mean of its parts', () => {
		// Seven indicators of principles at 4 and ten others at 1: (7 × 4 + 10) of 68, while the mean of parts were 50.
		const answers = { ...answered(false, governanceBlocks['kkpkk-2021-real']!) };
		const principles = Object.keys(answers).slice(0, 7);
		for (const block of principles) answers[block] = answers[block]!.map(() => true);
		expect(examinedReal({ answers }).aspects[0]).toMatchObject({ score: '55.88' });
	});

	test('aspects are shown half up with two decimals', () => {
		expect(totalOf(67, 63, 75, 11).aspects).toEqual([9853, 9844, 9868, 9167]);
	});

	test('the total is rounded once, at the end: not the sum of rounded aspects', () => {
		// 0.30 × 97.0588… + 0.15 × 96.875 + 0.40 × 97.3684… + 0.15 × 83.333… is 95.09635…
		expect(totalOf(66, 62, 74, 10)).toMatchObject({ total: 9510, aspects: [9706, 9688, 9737, 8333] });
		for (let a = 17; a <= 68; a += 3)
			for (let c = 19; c <= 76; c += 5) {
				// An independent sum over one denominator: 17 × 16 × 19 × 3 × 4, in hundredths of a point.
				const over = 3000n * BigInt(a) * 912n + 1500n * 40n * 969n + 4000n * BigInt(c) * 816n + 1500n * 7n * 5168n;
				expect(totalOf(a, 40, c, 7).total).toBe(Number((2n * over + 62_016n) / 124_032n));
			}
	});

	test('the category is that of the rounded total: 79.995 and more is 80.00 and healthy', () => {
		const near: [number, number][] = [];
		for (let a = 17; a <= 68; a++)
			for (let b = 16; b <= 64; b++)
				for (let c = 19; c <= 76; c++) {
					const over = 3000 * a * 912 + 1500 * b * 969 + 4000 * c * 816 + 1500 * 12 * 5168;
					const under = 62_016;
					if (over < 8000 * under && over * 2 >= 15_999 * under) near.push([over / under, addUp(a, b, c)]);
				}
		expect(near.length).toBeGreaterThan(0);
		for (const [exact, total] of near) {
			expect(exact).toBeLessThan(8000);
			expect(total).toBe(8000);
		}
	});
	const addUp = (a: number, b: number, c: number) => {
		const { total, category } = totalOf(a, b, c, 12);
		expect(category).toBe('healthy');
		return total ?? 0;
	};

	test('one indicator without a score leaves its aspect and the total without one, and rescales nothing', () => {
		const { inventory: _, ...figures } = bestReal;
		const scored = result({
			instrument: 'kkpkk-2021-real',
			figures,
			answers: { ...answered(true, governanceBlocks['kkpkk-2021-real']!), ...answered(true, riskBlocks) }
		});
		expect(scored).toMatchObject({ complete: false, total: null, category: null });
		expect(scored.aspects.map(({ score }) => score)).toEqual(['100.00', '100.00', null, '100.00']);
		expect(component(scored, 'financial-performance', 'inventory-turnover')).toEqual({
			code: 'inventory-turnover',
			status: 'missing',
			missing: ['inventory']
		});
	});
});

describe('the members’ portion of the operating expense', () => {
	const place = 'financial-performance/operational-self-reliance';
	const figures = {
		grossParticipation: '700',
		memberCostOfSales: '100',
		operatingExpense: '300',
		cooperativeExpense: '90',
		totalIncome: '900'
	};

	test('is a share of all income, and exact', () => {
		// 300 × 700 ÷ 900 = 233 1/3; (700 − 100) ÷ (233 1/3 + 90) = 600 ÷ 323 1/3 = 185.567…%
		expect(judgedBy('kkpkk-2021-real', place, figures)).toMatchObject({ ratio: '185.567', mark: '1' });
		// (100 + 233 1/3 + 90) ÷ 700 = 60.476…%
		expect(judgedBy('kkpkk-2021-real', 'financial-performance/operating-cost-to-income', figures)).toMatchObject({
			ratio: '60.476',
			mark: '1'
		});
	});

	test('is found to the rupiah at an edge: 1/3 of a rupiah more is another band', () => {
		// 1 ÷ 3 × 300 + 0 = 100 of costs against 120 of participation is 120% exactly.
		const at = { ...figures, memberCostOfSales: '0', cooperativeExpense: '0', grossParticipation: '120' };
		expect(judgedBy('kkpkk-2021-real', place, { ...at, operatingExpense: '300', totalIncome: '360' })).toMatchObject({
			ratio: '120.000',
			mark: '1'
		});
		expect(judgedBy('kkpkk-2021-real', place, { ...at, operatingExpense: '301', totalIncome: '360' })).toMatchObject({
			mark: '2'
		});
	});

	test('names what is missing of it', () => {
		const { totalIncome: _, operatingExpense: __, ...rest } = figures;
		expect(judgedBy('kkpkk-2021-real', place, rest)).toMatchObject({
			status: 'missing',
			missing: ['operatingExpense', 'totalIncome']
		});
	});
});

describe('the sheet of savings and loan', () => {
	const instrument = 'kkpkk-2021-ksp';
	const unconfirmed = [
		'risk-profile/earning-assets-to-assets',
		'risk-profile/credit-oversight',
		'risk-profile/credit-policy',
		'risk-profile/credit-process',
		'financial-performance/service-efficiency',
		'financial-performance/loss-provision',
		'financial-performance/reserve-coverage',
		'financial-performance/financial-indicator-unknown',
		'capital/capital-management-third'
	];
	const figures = {
		...bestReal,
		earningAssets: '1200',
		staffCost: '90',
		problemLoans: '9',
		riskReserve: '10',
		requiredReserve: '8',
		weightedCapital: '90',
		riskWeightedAssets: '1000'
	};
	const { costOfSales: _, inventory: __, tradeReceivables: ___, sales: ____, ...asked } = figures;
	const answers = { ...answered(true, governanceBlocks[instrument]!), ...answered(true, riskBlocks) };

	test('gives the aspect that is wholly confirmed and no total, with everything filled in', () => {
		const scored = result({ instrument, figures: asked, answers });
		expect(scored).toMatchObject({ complete: false, total: null, category: null });
		expect(scored.aspects.map(({ code, score }) => [code, score])).toEqual([
			['governance', '100.00'],
			['risk-profile', null],
			['financial-performance', null],
			['capital', null]
		]);
		const without = scored.aspects.flatMap(({ code, components }) =>
			components.filter((one) => !('score' in one)).map((one) => [`${code}/${one.code}`, one.status])
		);
		expect(without).toEqual(unconfirmed.map((place) => [place, 'unconfirmed']));
	});

	test('shows the ratio of an indicator whose table is not confirmed', () => {
		expect(judgedBy(instrument, 'financial-performance/loss-provision', asked)).toEqual({
			code: 'loss-provision',
			status: 'unconfirmed',
			ratio: '125.000',
			unit: 'percent',
			weight: '4',
			source: expect.stringContaining('PPAP'),
			certainty: 'unverified'
		});
		expect(judgedBy(instrument, 'risk-profile/credit-policy', {})).toEqual({
			code: 'credit-policy',
			status: 'unconfirmed',
			weight: '4',
			source: expect.any(String),
			certainty: 'unverified'
		});
	});

	test.each(unconfirmed)('%s has no score, whatever is given', (place) => {
		for (const given of [
			{},
			figures,
			{ ...figures, totalAssets: '0', loans: '0', requiredReserve: '0', problemLoans: '0' }
		]) {
			const { costOfSales: _, inventory: __, tradeReceivables: ___, sales: ____, ...known } = given as typeof figures;
			const judged = judgedBy(instrument, place, known);
			expect(judged.status).toBe('unconfirmed');
			expect(judged).not.toHaveProperty('score');
			expect(judged).not.toHaveProperty('mark');
		}
	});
});

test('the worst figures are the worst of each indicator', () => {
	const marks = worst().aspects.flatMap(({ components }) => components.map((one) => ('mark' in one ? one.mark : null)));
	expect(Object.keys(worstReal).toSorted()).toEqual(Object.keys(bestReal).toSorted());
	expect(new Set(marks)).toEqual(new Set(['4']));
	const best = examinedReal().aspects.flatMap(({ components }) =>
		components.map((one) => ('mark' in one ? one.mark : null))
	);
	expect(new Set(best)).toEqual(new Set(['1']));
});
