import { describe, expect, it } from 'vitest';
import { instruments } from '#clinic/examinations/catalogue.ts';
import { amountsOf, componentsOf } from '#clinic/examinations/formula.ts';
import { ksp2016 } from '#clinic/examinations/instruments/ksp-2016.ts';
import { progressOf, sheetOf } from '#clinic/examinations/sheet.ts';

const questionsOf: Record<string, number> = {
	'ksp-2009': 38,
	'ksp-2016': 38,
	'kkpkk-2021-real': 134,
	'kkpkk-2021-ksp': 134,
	pearls: 0
};
const sheet = sheetOf(ksp2016);
const section = (aspect: string) => {
	const found = sheet.sections.find((one) => one.aspect === aspect);
	if (!found) throw new Error(aspect);
	return found;
};
const progress = (aspect: string, given: string[], answered: string[] = []) =>
	progressOf(section(aspect), sheet, new Set(given), new Set(answered));

describe('an instrument laid out as a form', () => {
	it.each(instruments.map((instrument) => [instrument.code, questionsOf[instrument.code] ?? -1, instrument] as const))(
		'%s asks every figure and every question once',
		(_code, questions, instrument) => {
			const { sections } = sheetOf(instrument);
			const asked = sections.flatMap(({ figures, alternatives }) => [
				...figures,
				...alternatives.flatMap((one) => one.figures)
			]);
			const needed = componentsOf(instrument)
				.flatMap(amountsOf)
				.flatMap((forms) => forms.flatMap(({ terms }) => terms.map(({ figure }) => figure)));
			expect(asked).toHaveLength(new Set(asked).size);
			expect(new Set(asked)).toEqual(new Set(needed));
			expect(sections.flatMap(({ blocks }) => blocks.flatMap(({ questions }) => questions))).toHaveLength(questions);
		}
	);

	it('asks a figure where it is first needed', () => {
		expect(section('capital').figures).toEqual([
			'ownCapital',
			'totalAssets',
			'riskyLoans',
			'weightedCapital',
			'riskWeightedAssets'
		]);
		expect(section('growth').figures).toEqual([
			'surplusBeforeTax',
			'memberSurplus',
			'netParticipation',
			'cooperativeExpense'
		]);
	});

	it('offers the other ways of giving an amount', () => {
		expect(section('capital').alternatives.map(({ figures, insteadOf }) => [figures.length, insteadOf])).toEqual([
			[13, ['weightedCapital']],
			[9, ['riskWeightedAssets']]
		]);
		expect(section('earning-assets').alternatives.map(({ figures }) => figures)).toEqual([
			['problemLoanRisk'],
			['problemLoans']
		]);
	});

	it('offers the readings that the field disagrees on, the default first', () => {
		const options = Object.fromEntries(
			sheet.sections.flatMap(({ readings }) =>
				readings.map(({ component, options: all }) => [component, all.map(({ code }) => code)])
			)
		);
		expect(options).toEqual({
			'own-capital-to-risky-loans': ['table', 'narrative'],
			'problem-loan-risk': ['table', 'narrative'],
			'reserve-coverage': ['table', 'narrative'],
			'member-operating-cost': ['printed', 'text']
		});
	});
});

describe('progress', () => {
	it('counts figures and questions', () => {
		expect(progress('liquidity', [])).toEqual({ done: 0, total: 4 });
		expect(progress('liquidity', ['cash', 'bank'])).toEqual({ done: 2, total: 4 });
		expect(progress('management', [], ['general.1', 'assets.10'])).toEqual({ done: 2, total: 38 });
	});

	it('counts a figure that was given in another form', () => {
		expect(progress('capital', ['capitalLines.savings'])).toEqual({ done: 1, total: 5 });
	});

	it('counts the loan classes only when every ratio that uses them has another form', () => {
		expect(progress('earning-assets', ['problemLoanRisk']).done).toBe(0);
		expect(progress('earning-assets', ['problemLoanRisk', 'problemLoans']).done).toBe(3);
	});
});
