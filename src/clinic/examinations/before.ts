import { amountIn, type AmountUnit } from './amounts.ts';
import { derive, type Derived, type StatementYears } from './derivation.ts';
import { figuresKept } from './figures-kept.ts';
import type { Kept } from './record.ts';
import type { Readings } from './readings.ts';
import type { Sheet } from './sheet.ts';

/** A value that the form begins with, and the book year it comes from. */
export interface Begun<Value> {
	readonly value: Value;
	readonly bookYear: number;
	readonly from: 'examination' | 'register' | 'statement';
	/** How it follows from the accounts. */
	readonly derived?: Derived;
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
	readonly last: (Pick<Kept, 'figures' | 'answers'> & { readonly bookYear: number; readonly at: Date }) | null;
	readonly registered: { readonly bookYear: number; readonly figures: ReadonlyMap<string, bigint> } | null;
	/** The book year that is examined. */
	readonly bookYear: number;
	/** Its accounts and those of the year before, and when the newest of them were kept. */
	readonly statement: (StatementYears & { readonly at: Date }) | null;
}

/**
 * What follows from the accounts of the book year; else the values of the last examination; else the register's. Where
 * the last examination is of the same book year and newer than the accounts, somebody corrected what follows from them.
 */
export function beginningOf({ sections, amounts }: Sheet, known: Known): Beginning {
	const { unit, readings, last, registered, bookYear, statement } = known;
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
	for (const { from, bookYear: of, figures: values } of sources)
		for (const figure of asked) {
			const rupiah = values.get(nameIn(of, figure, bookYear));
			if (rupiah !== undefined) figures[figure] = { value: amountIn(rupiah, unit), bookYear: of, from };
		}
	for (const figure of statement ? asked : []) {
		const corrected = last?.bookYear === bookYear && last.at > statement!.at && figure in figures;
		const derived = corrected ? null : derive(figure, statement!);
		if (derived)
			figures[figure] = {
				value: amountIn(derived.sum, unit),
				bookYear: derived.bookYear,
				from: 'statement',
				derived
			};
	}
	leaveOneForm(figures, amounts);
	const answers: Record<string, Begun<boolean>> = {};
	for (const item of items) {
		const value = last?.answers[item];
		if (last && value !== undefined) answers[item] = { value, bookYear: last.bookYear, from: 'examination' };
	}
	return { figures, answers, readings };
}

/**
 * Under which name the figures of a year hold what a figure of the examined year asks for. What is asked of the year
 * before (`totalAssetsBefore`) was the plain figure of that year, and is nothing of any other.
 */
function nameIn(year: number, figure: string, bookYear: number): string {
	const plain = /^(.+)Before$/.exec(figure)?.[1];
	if (plain === undefined || year === bookYear) return figure;
	return year === bookYear - 1 ? plain : '';
}

/** An amount that may be given in several forms begins in one: that of the accounts, else the usual one. */
function leaveOneForm(figures: Record<string, Begun<string>>, amounts: Sheet['amounts']): void {
	for (const { usual, others } of amounts) {
		const given = [usual, ...others].filter((form) => form.some((figure) => figure in figures));
		const stays = given.find((form) => form.some((figure) => figures[figure]?.from === 'statement')) ?? given[0];
		for (const figure of given.flat()) if (!stays?.includes(figure)) delete figures[figure];
	}
}
