import { describe, expect, it } from 'vitest';
import { findInstrument } from '#clinic/examinations/catalogue.ts';
import type { ExaminationRequest } from '#clinic/examinations/judge.ts';
import { kept } from '#clinic/examinations/record.ts';
import { readingsFor } from '#clinic/examinations/readings.ts';
import { readEntries } from '#clinic/examinations/request.ts';
import { rescorerOf } from '#clinic/examinations/rescoring.ts';
import { scoreExamination } from '#clinic/examinations/score.ts';
import { bestFigures, blocks } from './requests.ts';

const ksp2016 = findInstrument('ksp-2016')!;
const answers = Object.fromEntries(Object.entries(blocks).map(([block, items]) => [block, Array(items).fill(true)]));
const million = (figures: Readonly<Record<string, number | bigint | string>>) =>
	Object.fromEntries(Object.entries(figures).map(([name, amount]) => [name, `${String(amount)}000000`]));
const readTexts = (request: ExaminationRequest) => {
	const { figures, answers: given } = kept(request, scoreExamination(request));
	return { figures: JSON.stringify(figures), answers: JSON.stringify(given) };
};
const request = (change: Record<string, unknown> = {}, readings: Record<string, string> = {}): ExaminationRequest =>
	readEntries(ksp2016, { figures: { ...million(bestFigures), ...change }, answers, readings });
const printed = readingsFor(ksp2016, {}, {});

describe('a kept examination scored once more', () => {
	it.each([
		['the best', {}],
		['with bad loans', { lossLoans: '80000000', riskReserve: '20000000' }],
		['with a loss', { surplusBeforeTax: '-3000000', memberSurplus: '-1' }],
		['with amounts beyond a double', { totalAssets: '90071992547409931234', ownCapital: '45035996273704965617' }]
	])('comes to what it came to, by the same version and readings (%s)', (_what, change) => {
		const asked = request(change);
		const { total, category } = scoreExamination(asked);
		expect(rescorerOf(ksp2016, printed)(readTexts(asked))).toEqual({ outcome: 'scored', total, category });
	});

	it('comes to what another reading gives', () => {
		const change = { lossLoans: '80000000', riskReserve: '20000000' };
		const narrative = { ...printed, 'problem-loan-risk': 'narrative' };
		const { total } = scoreExamination(request(change, narrative));
		expect(total).not.toBe(scoreExamination(request(change)).total);
		expect(rescorerOf(ksp2016, narrative)(readTexts(request(change))).total).toBe(total);
	});

	it('reads lines in their group', () => {
		const { weightedCapital: _a, riskWeightedAssets: _b, ...rest } = million(bestFigures);
		const figures = {
			...rest,
			capitalLines: { principalSavings: '500000000' },
			assetLines: { memberLoans: '800000000' }
		};
		const asked = readEntries(ksp2016, { figures, answers, readings: {} });
		expect(rescorerOf(ksp2016, printed)(readTexts(asked)).total).toBe(scoreExamination(asked).total);
	});

	it('has no total where a figure or an answer is missing', () => {
		const { cash: _cash, ...figures } = million(bestFigures);
		const none = { outcome: 'incomplete', total: null, category: null };
		const score = rescorerOf(ksp2016, printed);
		expect(score(readTexts(readEntries(ksp2016, { figures, answers, readings: {} })))).toEqual(none);
		expect(score({ ...readTexts(request()), answers: '{}' })).toEqual(none);
	});

	it.each([
		['a figure', { figures: '{"goodwill":"1"}' }],
		['a line', { figures: '{"capitalLines":{"goodwill":"1"}}' }],
		['an answer', { answers: '{"general.13":true}' }],
		['two forms of one figure', { figures: '{"problemLoanRisk":"1","lossLoans":"1"}' }]
	])('is not scored where it says %s that this version does not know', (_what, change) => {
		expect(rescorerOf(ksp2016, printed)({ ...readTexts(request()), ...change })).toEqual({
			outcome: 'notUnderstood',
			total: null,
			category: null
		});
	});
});
