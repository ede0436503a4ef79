import { describe, expect, it } from 'vitest';
import { instruments } from '#clinic/examinations/catalogue.ts';
import { edgedBands } from '#clinic/examinations/instrument.ts';
import { sheetOf } from '#clinic/examinations/sheet.ts';
import { figureWords, groupWords } from '#clinic/examinations/ui/figure-words.ts';
import { bandWord, ratioWord } from '#clinic/examinations/ui/why-words.ts';
import { aspectMeaning } from '#clinic/examinations/ui/aspect-meanings.ts';
import { componentWord } from '#clinic/examinations/ui/component-words.ts';
import { aspectWord } from '#clinic/examinations/ui/words.ts';

describe('every code of every instrument', () => {
	it.each(instruments.map((instrument) => [instrument.code, instrument] as const))(
		'%s has words',
		(_code, instrument) => {
			const wordless: string[] = [];
			for (const { code, components } of instrument.aspects) {
				if (aspectWord(code) === code || !aspectMeaning(code)) wordless.push(code);
				wordless.push(...components.map((one) => one.code).filter((one) => componentWord(one) === one));
			}
			for (const { figures, alternatives } of sheetOf(instrument).sections)
				for (const figure of [...figures, ...alternatives.flatMap((one) => one.figures)]) {
					const { label, hint } = figureWords(figure);
					const isLine = figure.includes('.');
					if (label === figure || (!isLine && !hint) || (isLine && !groupWords(figure))) wordless.push(figure);
				}
			expect(wordless).toEqual([]);
		}
	);
});

describe('a band in words', () => {
	it('has its edges as the table prints them', () => {
		const bands = edgedBands([
			{ below: '4', mark: 0 },
			{ below: '6', mark: 50 },
			{ upTo: '8', mark: 75 },
			{ mark: 100 }
		]);
		expect(bands.map((band) => bandWord(band, 'percent'))).toEqual([
			'kurang dari 4%',
			'mulai 4%, kurang dari 6%',
			'mulai 6%, sampai 8%',
			'lebih dari 8%'
		]);
	});

	it('has the unit of its ratio', () => {
		expect(ratioWord('69.498', 'percent')).toBe('69,498%');
		expect(ratioWord('1.500', 'times')).toBe('1,500×');
		expect(ratioWord('12.000', 'days')).toBe('12,000 hari');
	});
});
