import { amountIn, type AmountUnit } from './amounts.ts';
import { figuresKept, type Kept } from './record.ts';
import type { Readings } from './readings.ts';
import type { Sheet } from './sheet.ts';

/** A value that the form begins with, and the book year it comes from. */
export interface Begun<Value> {
	readonly value: Value;
	readonly bookYear: number;
	readonly from: 'examination' | 'register';
}

/** What a new examination begins with, as far as its instrument asks for it. */
export interface Beginning {
	/** Decimal texts in the unit of the form, by figure. */
	readonly figures: Readonly<Record<string, Begun<string>>>;
	readonly answers: Readonly<Record<string, Begun<boolean>>>;
	/** By component: how the office reads what the field reads in more than one way. */
	readonly readings: Readings;
}

interface Known {
	readonly unit: AmountUnit;
	readonly readings: Readings;
	readonly last: (Pick<Kept, 'figures' | 'answers'> & { readonly bookYear: number }) | null;
	readonly registered: { readonly bookYear: number; readonly figures: ReadonlyMap<string, bigint> } | null;
}

/** The values of the last examination; the register's where there was none for a figure. */
export function beginningOf({ sections }: Sheet, { unit, readings, last, registered }: Known): Beginning {
	const asked = sections.flatMap(({ figures, alternatives }) => [
		...figures,
		...alternatives.flatMap((one) => one.figures)
	]);
	const items = sections.flatMap(({ blocks }) => blocks.flatMap(({ questions }) => questions.map(({ code }) => code)));
	const sources = [
		...(registered ? [{ from: 'register' as const, ...registered }] : []),
		...(last ? [{ from: 'examination' as const, bookYear: last.bookYear, figures: figuresKept(last) }] : [])
	];
	const figures: Record<string, Begun<string>> = {};
	for (const { from, bookYear, figures: known } of sources)
		for (const figure of asked) {
			const rupiah = known.get(figure);
			if (rupiah !== undefined) figures[figure] = { value: amountIn(rupiah, unit), bookYear, from };
		}
	const answers: Record<string, Begun<boolean>> = {};
	for (const item of items) {
		const value = last?.answers[item];
		if (last && value !== undefined) answers[item] = { value, bookYear: last.bookYear, from: 'examination' };
	}
	return { figures, answers, readings };
}
