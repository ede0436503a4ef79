import type { Note } from '../instrument.ts';

/** Where the accounts of a group stand. `memo` is told beside the statement and is part of no sum of it. */
export type Side = 'asset' | 'liability' | 'equity' | 'income' | 'expense' | 'memo';

/** One line of a financial statement. Amounts are whole rupiah. */
export interface Account {
	readonly code: string;
	/** Its place in the worksheet, 1 to 116. */
	readonly number: number;
	readonly words: Note;
	/** Entered positive and subtracted from its group: what is written off, what has been depreciated. */
	readonly isContra: boolean;
}

export interface AccountGroup {
	readonly code: string;
	readonly side: Side;
	readonly words: Note;
	readonly accounts: readonly Account[];
}

const account = (isContra: boolean) => (number: number, code: string, id: string, en: string) => ({
	code,
	number,
	words: { id, en },
	isContra
});
export const line = account(false);
export const contra = account(true);
