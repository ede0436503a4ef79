import { accounts, type AccountAmounts } from '../accounts.ts';
import { amountIn, type AmountUnit } from '../amounts.ts';
import { accountField, readColumn, statementColumns, type StatementColumn } from '../statement-entries.ts';
import { formatDecimal } from '#ui/numbers.ts';
import { language } from '#ui/language.ts';

/** What stands in the fields: by field name. */
export type StatementValues = ReadonlyMap<string, string>;

/** Kept amounts as the fields of a column hold them. */
export const keptTexts = (
	column: StatementColumn,
	amounts: AccountAmounts | undefined,
	unit: AmountUnit
): [field: string, text: string][] =>
	[...(amounts ?? [])].map(([code, amount]) => [accountField(column, code), formatDecimal(amountIn(amount, unit))]);

/** The amounts of a column as far as they are understood: what is not counts as not there, until the server says why. */
export function amountsTyped(values: StatementValues, column: StatementColumn, unit: AmountUnit): AccountAmounts {
	const texts = accounts.map(({ code }): [string, string] => [code, values.get(accountField(column, code)) ?? '']);
	return readColumn(Object.fromEntries(texts), unit)?.amounts ?? new Map();
}

/** An action's answer whose errors name their account and year: in a summary of many they say which one is meant. */
export function namingAccounts(answer: unknown, years: Readonly<Record<StatementColumn, number>>): unknown {
	const { errors } = (answer ?? {}) as { errors?: Readonly<Record<string, string>> };
	if (!errors) return answer;
	const named = Object.entries(errors).map(([field, text]) => {
		const column = statementColumns.find((one) => field.startsWith(`${one}.`));
		const account = column && accounts.find(({ code }) => accountField(column, code) === field);
		return [field, column && account ? `${account.words[language()]} ${years[column]}: ${text}` : text];
	});
	return { ...(answer as object), errors: Object.fromEntries(named) };
}
