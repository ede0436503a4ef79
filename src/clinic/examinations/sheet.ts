import { amountsOf, isAsking, isMeasured } from './formula.ts';
import type { Amount, Instrument, Note } from './instrument.ts';

/** How an instrument is asked: by aspect, the figures and questions, each once, where it is first needed. */
export interface Sheet {
	readonly instrument: string;
	readonly version: string;
	readonly sections: readonly Section[];
	/** Every amount of the formulas, as the figures of its usual form and of its other forms. */
	readonly amounts: readonly AmountAsked[];
}

export interface AmountAsked {
	readonly usual: readonly string[];
	readonly others: readonly (readonly string[])[];
}

export interface Section {
	readonly aspect: string;
	readonly weight: string | null;
	readonly figures: readonly string[];
	/** Other ways of giving what is asked here: lines of the balance sheet, a sum that somebody has ready. */
	readonly alternatives: readonly { readonly figures: readonly string[]; readonly insteadOf: readonly string[] }[];
	readonly blocks: readonly Block[];
	/** Components that the field reads in more than one way; the first reading is the default. */
	readonly readings: readonly { readonly component: string; readonly options: readonly ReadingOption[] }[];
}

export interface Block {
	readonly code: string;
	readonly questions: readonly { readonly code: string; readonly wording: string }[];
}

interface ReadingOption {
	readonly code: string;
	readonly note: Note | null;
}

/** Lays an instrument out as a form. */
export function sheetOf(instrument: Instrument): Sheet {
	const asked = new Set<string>();
	const once = (figures: readonly string[]) =>
		figures.filter((figure) => {
			const isNew = !asked.has(figure);
			asked.add(figure);
			return isNew;
		});
	return {
		instrument: instrument.code,
		version: instrument.version,
		sections: instrument.aspects.map(({ code, weight, components }) => {
			const amounts = components.flatMap(amountsOf).map(askedAs);
			return {
				aspect: code,
				weight,
				figures: once(amounts.flatMap(({ usual }) => usual)),
				alternatives: amounts.flatMap(({ usual, others }) =>
					others
						.map((figures) => ({ figures: once(figures), insteadOf: usual }))
						.filter(({ figures }) => figures.length > 0)
				),
				blocks: components.flatMap((component) =>
					isAsking(component) ? [{ code: component.code, questions: component.items }] : []
				),
				readings: components.flatMap((component) =>
					isMeasured(component) && component.readings.length > 1
						? [
								{
									component: component.code,
									options: component.readings.map(({ code: reading, note }) => ({ code: reading, note: note ?? null }))
								}
							]
						: []
				)
			};
		}),
		amounts: instrument.aspects.flatMap(({ components }) => components.flatMap(amountsOf).map(askedAs))
	};
}

function askedAs([usual, ...others]: Amount): AmountAsked {
	const names = (form: Amount[0]) => form.terms.map(({ figure }) => figure);
	return { usual: names(usual), others: others.map(names) };
}

export interface Progress {
	readonly done: number;
	readonly total: number;
}

/** How much of a section is filled in. A figure is also done where every amount that uses it was given in another form. */
export function progressOf(
	section: Section,
	{ amounts }: Pick<Sheet, 'amounts'>,
	given: ReadonlySet<string>,
	answered: ReadonlySet<string>
): Progress {
	const isGivenOtherwise = ({ others }: AmountAsked) => others.some((form) => form.some((figure) => given.has(figure)));
	const isDone = (figure: string) =>
		given.has(figure) || amounts.filter(({ usual }) => usual.includes(figure)).every(isGivenOtherwise);
	const questions = section.blocks.flatMap((block) => block.questions);
	return {
		done: section.figures.filter(isDone).length + questions.filter(({ code }) => answered.has(code)).length,
		total: section.figures.length + questions.length
	};
}
