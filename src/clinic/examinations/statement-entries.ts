import { accountNamed, balanceOf, type AccountAmounts } from './accounts.ts';
import { readAmount, type AmountUnit } from './amounts.ts';
import { doubtsIn, type Doubt } from './doubts.ts';

/** The two columns of the form: the book year, and the one before it. */
export const statementColumns = ['now', 'before'] as const;
export type StatementColumn = (typeof statementColumns)[number];

export const accountField = (column: StatementColumn, account: string): string => `${column}.${account}`;

/** The field that says what a line of an uploaded sheet is. */
export const matchField = (line: string): string => `match.${line}`;

/** Why a typed amount is not understood; each has words for the person who typed it. */
export type StatementProblem = 'notAnAmount' | 'notWholeRupiah' | 'contraIsPositive';

export interface ColumnRead {
	readonly amounts: AccountAmounts;
	/** By account. */
	readonly problems: ReadonlyMap<string, StatementProblem>;
}

/**
 * Reads one column as it was typed; an empty line is not there. What is subtracted anyway is entered without a minus: a
 * minus there would count twice.
 * @returns null when it names an account that the chart does not have
 */
export function readColumn(texts: Readonly<Record<string, string>>, unit: AmountUnit): ColumnRead | null {
	const amounts = new Map<string, bigint>();
	const problems = new Map<string, StatementProblem>();
	for (const [code, text] of Object.entries(texts)) {
		const account = accountNamed(code);
		if (!account) return null;
		if (text.trim() === '') continue;
		const read = readAmount(text, unit);
		if ('problem' in read) problems.set(code, read.problem);
		else if (account.isContra && read.rupiah < 0n) problems.set(code, 'contraIsPositive');
		else amounts.set(code, read.rupiah);
	}
	return { amounts, problems };
}

/**
 * Whether assets look as if they were entered in the wrong unit: next to each other, and next to what was known before.
 * A file in the wrong unit is so in both its years, and only what was known tells.
 * @param known assets of the same or a near year: of accounts kept earlier, of the register
 */
export function statementDoubt(columns: readonly AccountAmounts[], known: readonly bigint[]): Doubt | null {
	const assets = columns.map((amounts) => balanceOf(amounts).assets).filter((sum) => sum !== 0n);
	const doubts = assets.flatMap((sum, place) =>
		[...assets.slice(place + 1), ...known].map((other) => doubtOf(sum, other)).concat(doubtOf(sum, 0n))
	);
	return doubts.find((doubt) => doubt === 'farFromBefore') ?? doubts.find((doubt) => doubt !== null) ?? null;
}

const doubtOf = (sum: bigint, other: bigint): Doubt | null =>
	doubtsIn(new Map([['totalAssets', sum]]), new Map([['totalAssets', other]])).get('totalAssets') ?? null;
