import { findInstrument, instruments } from '../catalogue.ts';
import { componentsOf } from '../formula.ts';
import type { Instrument } from '../instrument.ts';
import { sheetOf } from '../sheet.ts';
import { aspectMeaning } from './aspect-meanings.ts';
import { componentWord } from './component-words.ts';
import { figureWords, groupWords } from './figure-words.ts';
import type { SheetWords } from './sheet-words.ts';

/** All words that a page about these instruments needs, in the language of the request. */
export function wordsOf(of: readonly Instrument[]): SheetWords {
	const amounts = of.flatMap((instrument) => sheetOf(instrument).amounts);
	const figures = new Set(amounts.flatMap(({ usual, others }) => [...usual, ...others.flat()]));
	const aspects = new Set(of.flatMap((instrument) => instrument.aspects.map(({ code }) => code)));
	const components = new Set(of.flatMap(componentsOf).map(({ code }) => code));
	return {
		figures: Object.fromEntries([...figures].map((figure) => [figure, figureWords(figure)])),
		groups: Object.fromEntries(
			[...figures].flatMap((figure) => {
				const words = groupWords(figure);
				return words ? [[figure.split('.')[0], words]] : [];
			})
		),
		components: Object.fromEntries([...components].map((code) => [code, componentWord(code)])),
		meanings: Object.fromEntries(
			[...aspects].flatMap((aspect) => {
				const meaning = aspectMeaning(aspect);
				return meaning ? [[aspect, meaning]] : [];
			})
		)
	};
}

/** By code and version; of an instrument that nobody knows any more, the words of all. */
function wordsOfKept(code: string, version: string): SheetWords {
	const known = findInstrument(code, version);
	return wordsOf(known ? [known] : instruments);
}

/** Of a result, which names its figures and does not explain how to fill them in. */
export function wordsOfResult(code: string, version: string): SheetWords {
	const words = wordsOfKept(code, version);
	const names = Object.entries(words.figures).map(
		([figure, { label }]) => [figure, { label, hint: undefined }] as const
	);
	return { ...words, figures: Object.fromEntries(names), groups: {} };
}

/** Of the form; none where there is no instrument to fill in. */
export const wordsOfSheet = (of: { readonly code: string; readonly version: string } | null): SheetWords =>
	of ? wordsOfKept(of.code, of.version) : wordsOf([]);
