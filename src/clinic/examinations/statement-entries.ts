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
 * Whether the assets look as if they were entered in the wrong unit, next to those of the year before or, where nobody
 * entered these, to what the register has.
 */
export function statementDoubt(now: AccountAmounts, before: AccountAmounts, registered: bigint | null): Doubt | null {
	const { assets } = balanceOf(now);
	if (assets === 0n) return null;
	const earlier = balanceOf(before).assets || registered;
	return (
		doubtsIn(new Map([['totalAssets', assets]]), new Map(earlier === null ? [] : [['totalAssets', earlier]])).get(
			'totalAssets'
		) ?? null
	);
}
