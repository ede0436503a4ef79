/** A row of an uploaded balance sheet: its sheet, its number as a spreadsheet program shows it, its cells as text. */
export interface StatementSheetRow {
	readonly sheet: string;
	readonly number: number;
	readonly cells: readonly string[];
}
