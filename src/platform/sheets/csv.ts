import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import type { SheetLimits, SheetRow } from './limits.ts';
import { broken, tooLarge } from './refusals.ts';
import { chunksOf, headOf, type SheetFile } from './source.ts';

const BATCH = 500;
const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** The rows of a text file: delimiter and encoding are found out, quoted line breaks stay inside their cell. */
export async function* readCsv(file: SheetFile, limits: SheetLimits): AsyncGenerator<SheetRow[]> {
	const encoding = await encodingOf(file);
	const head = new TextDecoder(encoding).decode(await headOf(file));
	const hint = /^sep=(.)\r?\n/i.exec(head)?.[1]; // Excel's own way to name the delimiter
	const parser = parse({
		delimiter: hint ?? sniffDelimiter(head),
		bom: false,
		relax_column_count: true,
		relax_quotes: true,
		max_record_size: limits.maxRowChars
	});
	const fed = pipeline(Readable.from(textOf(file, encoding)), parser);
	fed.catch(() => undefined); // the same error reaches us through the parser
	let rows: SheetRow[] = [];
	let number = 0;
	try {
		for await (const cells of parser as AsyncIterable<string[]>) {
			number += 1;
			if (hint && number === 1) continue;
			if (cells.length > limits.maxColumns) throw tooLarge('columns', limits.maxColumns);
			if (cells.some((cell) => cell.length > limits.maxCellChars)) throw tooLarge('cell', limits.maxCellChars);
			if (cells.some((cell) => cell.trim() !== '')) rows.push({ sheet: '', number, cells });
			if (rows.length >= BATCH) {
				yield rows;
				rows = [];
			}
		}
	} catch (error) {
		// Nearly always a quotation mark that is opened and never closed: the rows behind it can't be told apart.
		if (error instanceof CsvError) throw broken(Number(error.records ?? number) + 1);
		throw error;
	} finally {
		parser.destroy();
	}
	if (rows.length > 0) yield rows;
}

/** UTF-8 when every byte fits, else what Indonesian Windows writes; a mark at the beginning wins. */
async function encodingOf(file: SheetFile): Promise<'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'> {
	const head = await headOf(file, 2);
	if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
	if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
	const decoder = new TextDecoder('utf-8', { fatal: true });
	try {
		for await (const chunk of chunksOf(file)) decoder.decode(chunk, { stream: true });
		decoder.decode();
		return 'utf-8';
	} catch (error) {
		if (error instanceof TypeError) return 'windows-1252';
		throw error;
	}
}

async function* textOf(file: SheetFile, encoding: string): AsyncGenerator<string> {
	const decoder = new TextDecoder(encoding); // drops the mark at the beginning
	for await (const chunk of chunksOf(file)) yield decoder.decode(chunk, { stream: true });
	yield decoder.decode();
}

/** The sign that cuts most lines of the beginning into the same number of cells; then the one that cuts finer. */
export function sniffDelimiter(head: string): Delimiter {
	const lines = linesOf(head).slice(0, 50);
	let best: { delimiter: Delimiter; lines: number; cuts: number } = { delimiter: ';', lines: 0, cuts: 0 };
	for (const delimiter of delimiters) {
		const { cuts, count } = commonest(lines.map((line) => line.get(delimiter) ?? 0).filter((times) => times > 0));
		if (count > best.lines || (count === best.lines && cuts > best.cuts)) best = { delimiter, lines: count, cuts };
	}
	return best.delimiter;
}

/** How often each delimiter stands outside quotation marks, line by line; blank lines left out. */
function linesOf(head: string): Map<string, number>[] {
	const lines: Map<string, number>[] = [];
	let counts = new Map<string, number>();
	let isQuoted = false;
	let isBlank = true;
	for (const character of head) {
		if (character === '"') isQuoted = !isQuoted;
		else if (character === '\n' && !isQuoted) {
			if (!isBlank) lines.push(counts);
			counts = new Map();
			isBlank = true;
			continue;
		} else if (!isQuoted) counts.set(character, (counts.get(character) ?? 0) + 1);
		if (character.trim() !== '') isBlank = false;
	}
	// The last line may be cut off by the end of the sample, unless it is all there is.
	if (!isBlank && lines.length === 0) lines.push(counts);
	return lines;
}

function commonest(numbers: number[]): { cuts: number; count: number } {
	const counts = new Map<number, number>();
	for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
	let best = { cuts: 0, count: 0 };
	for (const [cuts, count] of counts) {
		if (count > best.count || (count === best.count && cuts > best.cuts)) best = { cuts, count };
	}
	return best;
}
