import { accountsCalled, labelKey } from './account-spellings.ts';
import { accountNamed, accountNumbered, type Account } from './accounts.ts';
import { matchField } from './statement-entries.ts';
import { linesOf, type SheetLine, type SheetUnit, type StatementSheetRow } from './statement-sheet.ts';

/** How a person reads a file: columns as typed (empty: where they were found), and what its amounts count in. */
export interface SheetRead {
	readonly bookYear: number;
	readonly unit: SheetUnit;
	readonly label: string;
	readonly nowAt: string;
	readonly beforeAt: string;
}

/** The lines of a file as a person reads it; what the office said of a name before comes first. */
export function linesRead(
	rows: readonly StatementSheetRow[],
	remembered: ReadonlyMap<string, string>,
	{ bookYear, unit, label, nowAt, beforeAt }: SheetRead
): SheetLine[] {
	const place = (text: string) => (text === '' ? null : Number(text));
	const said = label === '' ? null : { label: Number(label), now: place(nowAt), before: place(beforeAt) };
	return linesOf(rows, { bookYear, unit, said }).map((line) => {
		const before = line.isTotal ? undefined : remembered.get(labelKey(line.label));
		return before === undefined ? line : { ...line, account: accountNamed(before) };
	});
}

export interface Matched {
	readonly lines: readonly SheetLine[];
	readonly matches: ReadonlyMap<string, Account>;
}

/**
 * Reads what a person said each line is. Empty leaves the line out.
 * @returns by field, what names no account of the chart or an amount that nobody can read
 */
export function readMatches(
	rows: readonly StatementSheetRow[],
	remembered: ReadonlyMap<string, string>,
	asked: SheetRead & { readonly match: Readonly<Record<string, string>> }
): Matched | { readonly problems: ReadonlyMap<string, 'notInChart' | 'amountUnreadable'> } {
	const lines = linesRead(rows, remembered, asked);
	const matches = new Map<string, Account>();
	const problems = new Map<string, 'notInChart' | 'amountUnreadable'>();
	for (const line of lines) {
		const text = (asked.match[line.key] ?? '').trim();
		if (text === '') continue;
		const account = accountTyped(text);
		const isUnreadable = [line.now, line.before].some((cell) => cell !== null && 'problem' in cell);
		if (!account) problems.set(matchField(line.key), 'notInChart');
		else if (isUnreadable) problems.set(matchField(line.key), 'amountUnreadable');
		else matches.set(line.key, account);
	}
	return problems.size > 0 ? { problems } : { lines, matches };
}

/** An account by its number, which stands before its name in the list, or by a name that only one has. */
export function accountTyped(text: string): Account | null {
	const number = /^(\d{1,3})(?!\d)/.exec(text)?.[1];
	if (number !== undefined) return accountNumbered(Number(number));
	const called = accountsCalled(text);
	return called.length === 1 ? called[0]! : null;
}
