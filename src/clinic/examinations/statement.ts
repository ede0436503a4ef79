import { accountNamed, type AccountAmounts } from './accounts.ts';

/** How the amounts of a statement came in. */
export const statementSources = ['typed', 'sheet'] as const;
export type StatementSource = (typeof statementSources)[number];

/** The accounts of one book year as the record keeps them. */
export interface Statement {
	readonly bookYear: number;
	readonly version: number;
	readonly amounts: AccountAmounts;
	readonly source: StatementSource;
	readonly at: Date;
	readonly byName: string;
}

/** Amounts as the record writes them, in the order of the chart. */
export const amountsKept = (amounts: AccountAmounts): Record<string, string> =>
	Object.fromEntries(
		[...amounts]
			.map(([code, amount]) => ({ code, amount, number: accountNamed(code)?.number ?? 0 }))
			.sort((a, b) => a.number - b.number)
			.map(({ code, amount }) => [code, String(amount)])
	);

/** Amounts as they were kept. A line that the chart of this program no longer has is left out of it. */
export const amountsOf = (kept: Readonly<Record<string, string>>): AccountAmounts =>
	new Map(
		Object.entries(kept)
			.filter(([code]) => accountNamed(code) !== null)
			.map(([code, digits]) => [code, BigInt(digits)])
	);

/** Whether two statements say the same. */
export const isSame = (a: AccountAmounts, b: AccountAmounts): boolean =>
	a.size === b.size && [...a].every(([code, amount]) => b.get(code) === amount);
