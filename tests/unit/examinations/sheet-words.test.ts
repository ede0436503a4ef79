import { describe, expect, it } from 'vitest';
import { instruments } from '#clinic/examinations/catalogue.ts';
import { componentsOf } from '#clinic/examinations/formula.ts';
import { sheetOf } from '#clinic/examinations/sheet.ts';
import { figureWords, groupWords } from '#clinic/examinations/ui/figure-words.ts';
import { wordsOfResult, wordsOfSheet } from '#clinic/examinations/ui/instrument-words.ts';
import { inOneLanguage } from '#clinic/examinations/ui/one-language.ts';

describe('the words that go with a page', () => {
	it.each(instruments.map((instrument) => [`${instrument.code} ${instrument.version}`, instrument] as const))(
		'name every figure, group and indicator of %s and no other',
		(_name, instrument) => {
			const words = wordsOfSheet(instrument);
			const asked = sheetOf(instrument).sections.flatMap(({ figures, alternatives }) => [
				...figures,
				...alternatives.flatMap((one) => [...one.figures, ...one.insteadOf])
			]);
			expect(new Set(Object.keys(words.figures))).toEqual(new Set(asked));
			for (const figure of asked) {
				expect(words.figures[figure]).toEqual(figureWords(figure));
				const group = groupWords(figure);
				if (group) expect(words.groups[figure.split('.')[0] ?? '']).toEqual(group);
			}
			expect(new Set(Object.keys(words.components))).toEqual(new Set(componentsOf(instrument).map(({ code }) => code)));
			expect(Object.keys(words.meanings)).toEqual(instrument.aspects.map(({ code }) => code));
		}
	);

	it('are those of every instrument for a result whose instrument nobody knows any more', () => {
		const { figures, components } = wordsOfResult('forgotten', '1');
		for (const instrument of instruments) {
			for (const { code } of componentsOf(instrument)) expect(components[code]).toBeDefined();
			for (const { usual } of sheetOf(instrument).amounts)
				for (const figure of usual) expect(figures[figure]?.label).toBe(figureWords(figure).label);
		}
	});

	it('are none where there is nothing to fill in', () => {
		expect(wordsOfSheet(null)).toEqual({ figures: {}, groups: {}, components: {}, meanings: {} });
	});
});

describe('data in one language', () => {
	const note = { id: 'Belum pasti.', en: 'Not certain.' };

	it('has the sentence of the page in place of both, however deep, and nothing else changed', () => {
		const day = new Date(0);
		const amounts = new Map([['cash', 5n]]);
		const data = { title: note, list: [{ note }, null, 3n], day, amounts, id: 'x', row: { id: 'a', en: 'b', no: 1 } };
		expect(inOneLanguage(data)).toEqual({
			...data,
			title: { id: 'Belum pasti.', en: 'Belum pasti.' },
			list: [{ note: { id: 'Belum pasti.', en: 'Belum pasti.' } }, null, 3n]
		});
		expect(inOneLanguage(data).amounts).toBe(amounts);
	});

	it('keeps one thing that stands in two places one thing', () => {
		const { first, second } = inOneLanguage({ first: note, second: note });
		expect(first).toBe(second);
	});
});
