import { describe, expect, test } from 'vitest';
import { explain } from '#clinic/examinations/explain.ts';
import { readRequest } from '#clinic/examinations/request.ts';
import { scoreExamination } from '#clinic/examinations/score.ts';
import { best, type Written } from './requests.ts';

function explained(aspect: string, component: string, written: Omit<Written, 'instrument'>) {
	const [only, ...more] = explain(readRequest({ instrument: 'ksp-2016', ...written }), { aspect, component });
	expect(more).toEqual([]);
	if (only?.kind !== 'ratio') throw new Error('a ratio was expected');
	return only;
}

test('every component is explained, with the very result of the score', () => {
	const request = readRequest(best());
	const explanations = explain(request);
	expect(explanations.map(({ result }) => result)).toEqual(
		scoreExamination(request).aspects.flatMap(({ components }) => components)
	);
	for (const { source } of explanations) expect(source).toMatch(/^Perdep 06\/Per\/Dep\.6\/IV\/2016, lampiran: /);
});

describe('a ratio', () => {
	test('names its formula, its figures, its band with both edges, all bands and the reading', () => {
		const figures = { substandardLoans: '100', doubtfulLoans: '100', lossLoans: '0', loans: '1000' };
		expect(explained('earning-assets', 'problem-loan-risk', { figures })).toMatchObject({
			unit: 'percent',
			numerator: [
				{ figure: 'substandardLoans', times: '0.5', amount: 100n },
				{ figure: 'doubtfulLoans', times: '0.75', amount: 100n },
				{ figure: 'lossLoans', times: '1', amount: 0n }
			],
			denominator: [{ figure: 'loans', times: '1', amount: 1000n }],
			reading: { code: 'table' },
			otherReadings: [{ code: 'narrative' }],
			result: { ratio: '12.500', mark: '60' },
			band: { above: '10', upTo: '20', mark: 60 },
			bands: [
				{ upTo: '0', mark: 100 },
				{ above: '0', upTo: '10', mark: 80 },
				{ above: '10', upTo: '20', mark: 60 },
				{ above: '20', upTo: '30', mark: 40 },
				{ above: '30', upTo: '40', mark: 20 },
				{ above: '40', upTo: '45', mark: 10 },
				{ above: '45', mark: 0 }
			],
			steps: null,
			outcome: null,
			edges: 'unverified'
		});
	});

	test('shows which side of an edge belongs to which band', () => {
		const figures = { weightedCapital: '6', riskWeightedAssets: '100' };
		expect(explained('capital', 'capital-adequacy', { figures })).toMatchObject({
			band: { from: '6', upTo: '8', mark: 75 },
			bands: [
				{ below: '4', mark: 0 },
				{ from: '4', below: '6', mark: 50 },
				{ from: '6', upTo: '8', mark: 75 },
				{ above: '8', mark: 100 }
			]
		});
	});

	test('read by steps has no band but its rule', () => {
		const figures = { riskReserve: '37', problemLoans: '100' };
		const readings = { 'reserve-coverage': 'narrative' };
		expect(explained('earning-assets', 'reserve-coverage', { figures, readings })).toMatchObject({
			result: { mark: '37' },
			band: null,
			bands: [],
			steps: { direction: 'rising', from: '0', adds: 1, atMost: 100 },
			denominator: [{ figure: 'problemLoans', amount: 100n }],
			otherReadings: [{ code: 'table' }],
			certainty: 'unverified'
		});
	});

	test('whose denominator cannot be divided by tells what that means and that the rule is ours', () => {
		const figures = { ownCapital: '1', riskyLoans: '0' };
		expect(explained('capital', 'own-capital-to-risky-loans', { figures })).toMatchObject({
			band: null,
			outcome: { outcome: 'best', certainty: 'unverified', why: { id: expect.any(String), en: expect.any(String) } },
			certainty: 'unverified'
		});
	});

	test('that misses figures shows which ones it has', () => {
		expect(explained('liquidity', 'cash-ratio', { figures: { bank: '5' } })).toMatchObject({
			result: { status: 'missing', missing: ['cash', 'currentLiabilities'] },
			numerator: [
				{ figure: 'cash', amount: null },
				{ figure: 'bank', amount: 5n }
			],
			band: null
		});
	});

	test('from lines shows an omitted line as 0', () => {
		const { numerator } = explained('capital', 'capital-adequacy', { figures: { capitalLines: { savings: '8' } } });
		expect(numerator).toHaveLength(13);
		expect(numerator).toContainEqual({ figure: 'capitalLines.savings', times: '0.5', amount: 8n });
		expect(numerator).toContainEqual({ figure: 'capitalLines.riskReserveFund', times: '0.5', amount: 0n });
	});
});

test('a checklist shows every question, its answer, and that the wording is ours', () => {
	const request = readRequest({ instrument: 'ksp-2016', answers: { liquidity: [true, false] } });
	const [only] = explain(request, { aspect: 'management', component: 'liquidity' });
	expect(only).toMatchObject({
		kind: 'checklist',
		perYes: '0.6',
		wording: 'unverified',
		items: [
			{ code: 'liquidity.1', answer: true },
			{ code: 'liquidity.2', answer: false },
			{ code: 'liquidity.3', answer: null },
			{ code: 'liquidity.4', answer: null },
			{ code: 'liquidity.5', answer: null }
		]
	});
});
