import { Refusal } from '#platform/refusal.ts';
import type { RegisterField } from './heading-words.ts';
import type { Heading } from './headings.ts';
import type { RegisterFields, RowRefusal } from './import-row.ts';
import { keptCells, keptNotes, keptText } from './kept-cells.ts';
import type { Note } from './notes.ts';
import type { RegisterEvent } from './read-register.ts';
import { rowKey, type Found } from './same-cooperative.ts';

/** How a sheet was understood: null columns, no heading that names a cooperative. */
export interface SheetColumns {
	readonly sheet: string;
	readonly columns: readonly { readonly field: RegisterField; readonly heading: string }[] | null;
	/** Headings of columns that are not taken; where there is no heading, the cells of the row that looks most like one. */
	readonly unused: readonly string[];
	/** Hidden in the workbook, and so not read. */
	readonly isHidden: boolean;
}

interface AnyRow {
	readonly position: number;
	readonly sheet: string;
	/** Row of the sheet as a spreadsheet program counts. */
	readonly number: number;
	readonly cells: readonly string[];
}
export interface RefusedRow extends AnyRow {
	readonly outcome: 'refused';
	readonly reason: RowRefusal;
	readonly params: Readonly<Record<string, string>>;
}
export interface TakenRow extends AnyRow {
	readonly outcome: 'taken';
	readonly fields: RegisterFields;
	readonly notes: readonly Note[];
	/** By which the line is known when it comes again (`rowKey`). */
	readonly key: string;
	readonly found: Found;
}
export type ReadRow = RefusedRow | TakenRow;

/** A whole register as it was read, with nothing in it that the office should not keep. */
export class RegisterRead {
	readonly sheets: readonly SheetColumns[];
	readonly rows: readonly ReadRow[];

	constructor(sheets: readonly SheetColumns[], rows: readonly ReadRow[]) {
		this.sheets = sheets;
		this.rows = rows;
	}
}

/** More in one file than any office has, and as much as one transaction should carry. */
export const MAX_ROWS = 300_000;

interface Gathering {
	readonly maxRows?: number | undefined;
	readonly onRow?: ((position: number) => void) | undefined;
	/** A person can be asked what the headings mean: then a register without a known heading is no refusal yet. */
	readonly mayAsk?: boolean | undefined;
}

/**
 * Gathers what `readRegister` tells.
 * @throws Refusal when no sheet has a heading that names a cooperative, or there are too many rows
 */
export async function gatherRegister(
	events: AsyncIterable<RegisterEvent>,
	{ maxRows = MAX_ROWS, onRow, mayAsk = false }: Gathering = {}
): Promise<RegisterRead> {
	const sheets: SheetColumns[] = [];
	const rows: ReadRow[] = [];
	let heading: Heading | null = null;
	for await (const told of events) {
		if (told.event === 'heading') {
			heading = told.heading;
			sheets.push(sheetColumns(told.sheet, heading, told.guessed));
			continue;
		}
		if (rows.length >= maxRows)
			throw new Refusal('cooperatives.importTooLong', { limit: maxRows.toLocaleString('id-ID') });
		rows.push(rowOf(told, heading));
		onRow?.(told.position);
	}
	const canAsk = mayAsk && sheets.some(({ unused }) => unused.length > 0);
	if (!canAsk && sheets.every(({ columns }) => columns === null)) throw new Refusal('cooperatives.importNoHeading');
	if (rows.length === 0) throw new Refusal('cooperatives.importNoRows');
	return new RegisterRead(sheets, rows);
}

const sheetColumns = (sheet: string, heading: Heading | null, guessed: readonly string[]): SheetColumns => ({
	sheet: keptText('name', sheet),
	columns: heading?.columns.map(({ field, heading }) => ({ field, heading: keptText('name', heading) })) ?? null,
	unused: (heading?.unused.map(({ heading }) => heading) ?? guessed).map((text) => keptText('name', text)),
	isHidden: false
});

type RowEvent = Extract<RegisterEvent, { event: 'row' }>;

function rowOf({ position, row, read, found }: RowEvent, heading: Heading | null): ReadRow {
	const place = {
		position,
		sheet: keptText('name', row.sheet),
		number: row.number,
		cells: keptCells(row.cells, heading?.columns ?? [])
	};
	if (read.outcome === 'refused') {
		const params = Object.entries(read.params).map(([name, text]) => [name, keptText('name', text)]);
		return { ...place, outcome: 'refused', reason: read.reason, params: Object.fromEntries(params) };
	}
	const { fields, notes } = read;
	return { ...place, outcome: 'taken', fields, notes: keptNotes(notes), key: rowKey(fields), found: found! };
}
