import type { SheetLimits, SheetRow } from '#platform/sheets/limits.ts';
import { readSheet } from '#platform/sheets/read.ts';
import { Refusal } from '#platform/refusal.ts';
import type { SheetFile } from '#platform/sheets/source.ts';

export async function allRows(file: SheetFile, limits?: Partial<SheetLimits>): Promise<SheetRow[]> {
	const rows: SheetRow[] = [];
	for await (const row of readSheet(file, limits)) rows.push(row);
	return rows;
}

export const allCells = async (file: SheetFile): Promise<string[][]> => (await allRows(file)).map((row) => row.cells);

/** The refusal that a file meets, as `code` or `code what`; a file that is read, or that breaks us, is no refusal. */
export async function refusal(file: SheetFile, limits?: Partial<SheetLimits>): Promise<string> {
	try {
		const rows = await allRows(file, limits);
		return `read ${rows.length} rows`;
	} catch (error) {
		if (!(error instanceof Refusal)) throw error;
		const detail = error.params.what ?? error.params.row;
		return detail === undefined ? error.code : `${error.code} ${detail}`;
	}
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
