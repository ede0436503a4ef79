import { accountNamed, type AccountAmounts } from './accounts.ts';
import { sourceOf, type AccountTerm } from './figure-sources.ts';
import type { Certainty, Note } from './instrument.ts';

/** An account in a derivation and its amount, as it was entered. */
export interface DerivedLine extends AccountTerm {
	readonly words: Note;
	readonly amount: bigint;
}

/** A figure worked out of a statement. */
export interface Derived {
	readonly sum: bigint;
	/** The book year whose accounts give it. */
	readonly bookYear: number;
	/** Lines with an amount other than 0. */
	readonly lines: readonly DerivedLine[];
	readonly certainty: Certainty;
}

/** The accounts of a book year and of the one before it; null where nobody entered them. */
export interface StatementYears {
	readonly bookYear: number;
	readonly now: AccountAmounts | null;
	readonly before: AccountAmounts | null;
}

/**
 * A figure from the accounts, or null where they do not tell it: it is asked separately, the year is not there, or none
 * of its lines was filled in. A line left empty beside others that were filled in is 0.
 */
export function derive(figure: string, { bookYear, now, before }: StatementYears): Derived | null {
	const source = sourceOf(figure);
	if (source?.kind !== 'accounts') return null;
	const amounts = source.year === 'this' ? now : before;
	if (!amounts || !source.terms.some(({ account }) => amounts.has(account))) return null;
	const lines = source.terms
		.map((term) => ({
			...term,
			words: accountNamed(term.account)?.words ?? { id: term.account, en: term.account },
			amount: amounts.get(term.account) ?? 0n
		}))
		.filter(({ amount }) => amount !== 0n);
	return {
		sum: lines.reduce((sum, { times, amount }) => sum + BigInt(times) * amount, 0n),
		bookYear: source.year === 'this' ? bookYear : bookYear - 1,
		lines,
		certainty: source.certainty
	};
}
