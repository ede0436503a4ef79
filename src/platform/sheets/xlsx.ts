import { columnOf, numberText, unescapeText, type NumberStyle } from './cells.ts';
import type { SheetLimits, SheetRow } from './limits.ts';
import { broken, tooLarge } from './refusals.ts';
import type { SheetFile } from './source.ts';
import { openWorkbook, stylesOf } from './workbook.ts';
import { parseXml, type Attributes } from './xml.ts';
import { openParts, type Parts } from './zip.ts';

type Context = { strings: string[]; styles: NumberStyle[]; epoch1904: boolean; limits: SheetLimits };

/** The rows of all visible sheets in their order; the names of the hidden ones are put into `hidden`. */
export async function* readWorkbook(
	file: SheetFile,
	limits: SheetLimits,
	hidden: string[]
): AsyncGenerator<SheetRow[]> {
	const parts = await openParts(file, limits);
	try {
		const workbook = await openWorkbook(parts);
		const styles = await stylesOf(parts, workbook.stylesPath);
		const strings = await stringsOf(parts, workbook.stringsPath, limits);
		const context = { strings, styles, epoch1904: workbook.epoch1904, limits };
		for (const sheet of workbook.sheets) {
			if (sheet.hidden) hidden.push(sheet.name);
			else yield* rowsOf(parts.bytes(sheet.path), sheet.name, context);
		}
	} finally {
		parts.close();
	}
}

async function stringsOf(parts: Parts, path: string | null, limits: SheetLimits): Promise<string[]> {
	const strings: string[] = [];
	if (!path || !parts.has(path)) return strings;
	let item = '';
	let chars = 0;
	let isText = false;
	let isReadingAid = false; // phonetic signs over East Asian text
	const pieces = parseXml(parts.bytes(path), {
		open: (name) => {
			if (name === 'si') item = '';
			else if (name === 't') isText = true;
			else if (name === 'rPh') isReadingAid = true;
		},
		text: (text) => {
			if (!isText || isReadingAid) return;
			item += text;
			chars += text.length;
			if (item.length > limits.maxCellChars) throw tooLarge('cell', limits.maxCellChars);
			if (chars > limits.maxSharedStringChars) throw tooLarge('strings', limits.maxSharedStringChars);
		},
		close: (name) => {
			if (name === 't') isText = false;
			else if (name === 'rPh') isReadingAid = false;
			else if (name === 'si') {
				strings.push(unescapeText(item));
				if (strings.length > limits.maxSharedStrings) throw tooLarge('strings', limits.maxSharedStrings);
			}
		}
	});
	while (!(await pieces.next()).done);
	return strings;
}

async function* rowsOf(chunks: AsyncIterable<Uint8Array>, sheet: string, context: Context): AsyncGenerator<SheetRow[]> {
	const collector = rowCollector(sheet, context);
	for await (const _ of parseXml(chunks, collector)) {
		const rows = collector.take();
		if (rows.length > 0) yield rows;
	}
}

type OpenCell = { column: number; type: string; style: number; text: string };

/** Gathers cells into rows. Rows and cells may leave out their place (`r`): then they follow the one before. */
function rowCollector(sheet: string, context: Context) {
	const { limits } = context;
	let rows: SheetRow[] = [];
	let row: SheetRow | null = null;
	let rowChars = 0;
	let lastNumber = 0;
	let lastColumn = -1;
	let cell: OpenCell | null = null;
	let isValue = false;
	let isReadingAid = false;

	function openCell(attributes: Attributes): OpenCell {
		const column = attributes.r === undefined ? lastColumn + 1 : columnOf(attributes.r);
		if (column === null) throw broken(lastNumber);
		lastColumn = column;
		return { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), text: '' };
	}

	function closeCell(done: OpenCell, into: SheetRow): void {
		const text = cellText(done, context, into.number);
		if (text === '') return;
		if (done.column >= limits.maxColumns) throw tooLarge('columns', limits.maxColumns);
		rowChars += text.length;
		if (rowChars > limits.maxRowChars) throw tooLarge('row', limits.maxRowChars);
		while (into.cells.length < done.column) into.cells.push('');
		into.cells[done.column] = text;
	}

	return {
		take(): SheetRow[] {
			const taken = rows;
			rows = [];
			return taken;
		},
		open(name: string, attributes: Attributes): void {
			if (name === 'c' && row) cell = openCell(attributes);
			else if (name === 'v' || name === 't') isValue = cell !== null;
			else if (name === 'rPh') isReadingAid = true;
			else if (name === 'row') {
				lastNumber = attributes.r === undefined ? lastNumber + 1 : Number(attributes.r);
				if (!Number.isInteger(lastNumber) || lastNumber < 1) throw broken();
				row = { sheet, number: lastNumber, cells: [] };
				rowChars = 0;
				lastColumn = -1;
			}
		},
		text(text: string): void {
			if (!isValue || !cell || isReadingAid) return;
			cell.text += text;
			if (cell.text.length > limits.maxCellChars) throw tooLarge('cell', limits.maxCellChars);
		},
		close(name: string): void {
			if (name === 'v' || name === 't') isValue = false;
			else if (name === 'rPh') isReadingAid = false;
			else if (name === 'c' && cell && row) {
				closeCell(cell, row);
				cell = null;
			} else if (name === 'row' && row) {
				if (row.cells.some((text) => text.trim() !== '')) rows.push(row);
				row = null;
			}
		}
	};
}

function cellText(cell: OpenCell, context: Context, rowNumber: number): string {
	switch (cell.type) {
		case 's': {
			if (cell.text === '') return '';
			const shared = context.strings[Number(cell.text)];
			if (shared === undefined) throw broken(rowNumber);
			return shared;
		}
		case 'n':
			return numberText(cell.text, context.styles[cell.style] ?? 'plain', context.epoch1904);
		case 'b':
			return cell.text === '1' ? 'TRUE' : cell.text === '0' ? 'FALSE' : cell.text;
		case 'd':
			return cell.text.replace(/T00:00:00(\.0+)?Z?$/, '');
		default:
			return unescapeText(cell.text);
	}
}
