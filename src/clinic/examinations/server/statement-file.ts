import * as v from 'valibot';
import { BadInput } from '#platform/command.ts';
import { upload } from '#platform/fields.ts';
import { Refusal } from '#platform/refusal.ts';
import { readSheet } from '#platform/sheets/read.ts';
import type { StatementSheetRow } from '../statement-sheet.ts';

/** A balance sheet is small: more is another file. */
export const MAX_STATEMENT_BYTES = 5 * 1_048_576;
const limits = { maxFileBytes: MAX_STATEMENT_BYTES, maxInflatedBytes: 60_000_000, maxRows: 3_000, maxSeconds: 20 };
/** Of each row this many columns are looked at. */
const COLUMNS = 30;
const CELL = 300;

/**
 * Reads an uploaded balance sheet, before any transaction.
 * @throws BadInput when no file was chosen, Refusal when it is no sheet or holds nothing
 */
export async function readStatementFile(file: unknown): Promise<{ fileName: string; rows: StatementSheetRow[] }> {
	const given = v.safeParse(upload(MAX_STATEMENT_BYTES), file);
	if (!given.success) throw new BadInput({ file: given.issues[0].message });
	const { name, bytes } = given.output;
	if (bytes.byteLength === 0) throw new BadInput({ file: 'required' });
	const rows: StatementSheetRow[] = [];
	for await (const { sheet, number, cells } of readSheet(bytes, limits))
		rows.push({ sheet, number, cells: cells.slice(0, COLUMNS).map((cell) => plain(cell).slice(0, CELL)) });
	if (rows.length === 0) throw new Refusal('sheets.empty');
	return { fileName: plain(name.replace(/^.*[\\/]/, '')).slice(0, 200) || 'neraca', rows };
}

/** PostgreSQL cannot hold NUL, and no label has control characters. */
const plain = (text: string) => text.replace(/\p{Cc}/gu, ' ').trim();
