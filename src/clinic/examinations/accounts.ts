import type { Account, AccountGroup, Side } from './accounts/account.ts';
import { balanceSheet } from './accounts/balance-sheet.ts';
import { surplusAccounts } from './accounts/surplus.ts';
import { frozen, type Note } from './instrument.ts';

export type { Account, AccountGroup, Side };

/**
 * The chart of accounts of the ministry's worksheet for savings and loan, for this and last book year: 116 lines in
 * 19 groups, in its order. Seen in a copy of the worksheet; its spelling mistakes are mended.
 */
export const accountGroups: readonly AccountGroup[] = frozen([...balanceSheet, ...surplusAccounts]);

/** Whole rupiah by account code. What was left empty is not there and counts as 0. */
export type AccountAmounts = ReadonlyMap<string, bigint>;

export const accounts: readonly Account[] = accountGroups.flatMap((group) => group.accounts);

const byCode = new Map(accounts.map((account) => [account.code, account]));
const byNumber = new Map(accounts.map((account) => [account.number, account]));

export const accountNamed = (code: string): Account | null => byCode.get(code) ?? null;
export const accountNumbered = (number: number): Account | null => byNumber.get(number) ?? null;

/** How an account is named in a list of all: its number first, since some names stand there twice. */
export const accountLabel = ({ number, words }: Account, language: keyof Note): string =>
	`${number} ${words[language]}`;

/** The accounts of these groups, in the order of the chart. */
export const accountsOf = (...groups: readonly string[]): Account[] =>
	accountGroups.filter(({ code }) => groups.includes(code)).flatMap((group) => group.accounts);

const valueOf = ({ code, isContra }: Account, amounts: AccountAmounts): bigint => {
	const amount = amounts.get(code) ?? 0n;
	return isContra ? -amount : amount;
};

/** The subtotal of a group: contra accounts are subtracted. */
export const groupTotal = (group: AccountGroup, amounts: AccountAmounts): bigint =>
	group.accounts.reduce((sum, account) => sum + valueOf(account, amounts), 0n);

export interface Balance {
	readonly assets: bigint;
	readonly liabilities: bigint;
	readonly equity: bigint;
	readonly income: bigint;
	readonly expense: bigint;
	/** Assets less liabilities and equity: 0 where the statement balances. */
	readonly difference: bigint;
	/** Income less expense, with income tax. */
	readonly surplus: bigint;
	/** The surplus of the period as equity has it less the one that income and expense give; null where one is not there. */
	readonly surplusDifference: bigint | null;
}

/** The sums of a statement and whether they agree. */
export function balanceOf(amounts: AccountAmounts): Balance {
	const total = (side: Side) =>
		accountGroups.filter((group) => group.side === side).reduce((sum, group) => sum + groupTotal(group, amounts), 0n);
	const [assets, liabilities, equity] = [total('asset'), total('liability'), total('equity')];
	const [income, expense] = [total('income'), total('expense')];
	const surplus = income - expense;
	const shown = amounts.get('currentSurplus');
	const hasIncome = accountGroups.some(
		({ side, accounts: lines }) =>
			(side === 'income' || side === 'expense') && lines.some(({ code }) => amounts.has(code))
	);
	return {
		assets,
		liabilities,
		equity,
		income,
		expense,
		difference: assets - liabilities - equity,
		surplus,
		surplusDifference: shown === undefined || !hasIncome ? null : shown - surplus
	};
}

/** How many lines of a group are filled in. */
export const filledIn = ({ accounts: lines }: AccountGroup, amounts: AccountAmounts): number =>
	lines.filter(({ code }) => amounts.has(code)).length;
