import { ReadableStream as WebStream } from 'node:stream/web';
import { stringify } from 'csv-stringify/sync';
import { writeXlsxStream } from 'hucre/xlsx';

export const sheetFormats = ['xlsx', 'csv'] as const;
export type SheetFormat = (typeof sheetFormats)[number];

/** Text, a number of ours, or nothing. */
export type OutCell = string | number | null;

export const sheetTypes: Readonly<Record<SheetFormat, string>> = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8'
};

/**
 * Text that a spreadsheet would run when it opens a CSV (`=`, `+`, `-`, `@`, tab, carriage return, also in their wide forms)
 * with an apostrophe before it, as OWASP advises; so it stays text. A workbook marks text as text and needs none.
 */
export const harmless = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

/**
 * A sheet as a stream, in constant memory however long it is. CSV as Excel opens it in Indonesia: semicolons, decimal
 * commas, UTF-8 with its mark.
 */
export function sheetStream(
	format: SheetFormat,
	name: string,
	headings: readonly string[],
	batches: AsyncIterable<readonly (readonly OutCell[])[]>
): ReadableStream<Uint8Array> {
	if (format === 'xlsx')
		return writeXlsxStream(oneByOne(batches), { name, columns: headings.map((header) => ({ header, width: 22 })) });
	return WebStream.from(csvChunks(headings, batches)) as ReadableStream<Uint8Array>;
}

async function* oneByOne(batches: AsyncIterable<readonly (readonly OutCell[])[]>) {
	for await (const batch of batches) for (const row of batch) yield [...row];
}

async function* csvChunks(headings: readonly string[], batches: AsyncIterable<readonly (readonly OutCell[])[]>) {
	const written = (rows: readonly (readonly OutCell[])[]) =>
		stringify(
			rows.map((row) => row.map(csvCell)),
			{ delimiter: ';', record_delimiter: '\r\n' }
		);
	const encoder = new TextEncoder();
	yield encoder.encode(`\ufeff${written([headings])}`);
	for await (const batch of batches) yield encoder.encode(written(batch));
}

const csvCell = (cell: OutCell): string =>
	cell === null ? '' : typeof cell === 'number' ? String(cell).replace('.', ',') : harmless(cell);
