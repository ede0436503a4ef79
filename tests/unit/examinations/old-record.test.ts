import { describe, expect, it } from 'vitest';
import { findInstrument, instruments } from '#clinic/examinations/catalogue.ts';
import { explain } from '#clinic/examinations/explain.ts';
import type { Instrument } from '#clinic/examinations/instrument.ts';
import { explainKept, kept } from '#clinic/examinations/record.ts';
import { readEntries } from '#clinic/examinations/request.ts';
import { scoreExamination } from '#clinic/examinations/score.ts';
import { allAnswered, bestFigures } from './requests.ts';

const ksp2009 = findInstrument('ksp-2009', '1')!;

/** A correction of the rule of 2009 as it could come one day: other bands, other questions, other names. */
const corrected: Instrument = {
	...ksp2009,
	version: '2',
	aspects: ksp2009.aspects.map((aspect) => ({
		...aspect,
		components: aspect.components.map((component) =>
			component.kind === 'checklist'
				? { ...component, items: component.items.map(({ code }) => ({ code, wording: `Pertanyaan baru ${code}` })) }
				: component.kind === 'ratio'
					? {
							...component,
							source: 'Aturan yang dikoreksi',
							readings: [{ code: component.readings[0].code, rule: { kind: 'bands', bands: [{ mark: 0 }] } }]
						}
					: component
		)
	})),
	categories: [{ category: 'underSpecialSupervision' }]
};
const later = [...instruments, corrected];

/** A third of the loans is lost and nobody answered yes: a cooperative that the rule of 2009 calls less healthy. */
const request = readEntries(ksp2009, {
	figures: {
		...bestFigures,
		lossLoans: '300',
		riskReserve: '60',
		bank: '0',
		ownCapital: '150',
		surplusBeforeTax: '-20',
		memberSurplus: '2',
		staffCost: '200',
		operatingExpense: '900'
	},
	answers: allAnswered(false),
	readings: { 'own-capital-to-risky-loans': 'narrative' }
});
const record = kept(request, scoreExamination(request));

describe('an old examination by the rule of 2009', () => {
	it('reopens exactly as it was scored: marks, bands, readings, questions and category', () => {
		expect(record.result.category).toBe('lessHealthy');
		expect(explainKept(record)).toEqual(explain(request));
		expect(scoreExamination(readEntries(ksp2009, record))).toEqual(record.result);
	});

	it('still does when there is a newer version of the instrument', () => {
		// The newer one is really found, and would really come to something else.
		expect(findInstrument('ksp-2009', undefined, later)).toBe(corrected);
		const { readings: _readings, ...entries } = record;
		const anew = scoreExamination(readEntries(corrected, { ...entries, readings: {} }));
		expect(anew.category).toBe('underSpecialSupervision');
		expect(anew.total).not.toBe(record.result.total);

		expect(explainKept(record, later)).toEqual(explain(request));
		const questions = explainKept(record, later)!.flatMap((one) => (one.kind === 'checklist' ? one.items : []));
		expect(questions).toHaveLength(38);
		expect(questions.some(({ wording }) => wording.startsWith('Pertanyaan baru'))).toBe(false);
	});

	it('is not explained by another version when its own is gone', () => {
		const without = later.filter((instrument) => instrument !== ksp2009);
		expect(explainKept(record, without)).toBeNull();
	});
});
