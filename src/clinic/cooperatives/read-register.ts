import { findHeading, guessHeading, headingDepth, type Heading, type Meanings } from './headings.ts';
import { readRow, type RowContext, type RowRead } from './import-row.ts';
import { identityOf, rowsBefore, type Found } from './same-cooperative.ts';

export type RegisterRow = { sheet: string; number: number; cells: string[] };

export type RegisterEvent =
	/** Null: this sheet has no heading that names a cooperative; each of its rows follows, refused. */
	| {
			event: 'heading';
			sheet: string;
			heading: Heading | null;
			/** Where there is none: what looks most like one. */
			guessed: string[];
	  }
	| {
			event: 'row';
			/** Counts the rows of the whole file from 1, for a row number alone repeats from sheet to sheet. */
			position: number;
			row: RegisterRow;
			read: RowRead;
			/** Compared with the rows before in this file, which are named by their position; null for a refused row. */
			found: Found | null;
	  };

/**
 * Reads the rows of a register, sheet by sheet: finds each sheet's heading, then tells for every row below it what
 * becomes of it. Rows above a heading are titles. Nothing is left out.
 */
export async function* readRegister(
	rows: AsyncIterable<RegisterRow>,
	context: Omit<RowContext, 'section'> & { readonly meanings?: Meanings }
): AsyncGenerator<RegisterEvent> {
	const compare = rowsBefore();
	let position = 0;
	for await (const sheet of bySheet(rows)) {
		const first = sheet.first.map((row) => row.cells);
		const heading = findHeading(first, context.meanings);
		yield { event: 'heading', sheet: sheet.name, heading, guessed: heading ? [] : guessHeading(first) };
		let section: string | null = null;
		for await (const row of sheet.from(heading?.rows ?? 0)) {
			position += 1;
			const read: RowRead = heading
				? readRow(row.cells, heading.columns, { ...context, section })
				: { outcome: 'refused', reason: 'noHeading', params: {} };
			if (read.outcome === 'refused' && read.reason === 'section') section = read.params.district ?? null;
			const found = read.outcome === 'taken' ? compare(identityOf(read.fields), position) : null;
			yield { event: 'row', position, row, read, found };
		}
	}
}

type Sheet = { name: string; first: RegisterRow[]; from: (index: number) => AsyncGenerator<RegisterRow> };

/** Cuts the stream of rows where the sheet changes, holding back the first rows of each to look for its heading. */
async function* bySheet(rows: AsyncIterable<RegisterRow>): AsyncGenerator<Sheet> {
	const stream = rows[Symbol.asyncIterator]();
	try {
		let next = await stream.next();
		while (!next.done) {
			const name = next.value.sheet;
			const first: RegisterRow[] = [];
			while (!next.done && next.value.sheet === name && first.length < headingDepth + 1) {
				first.push(next.value);
				next = await stream.next();
			}
			async function* from(index: number): AsyncGenerator<RegisterRow> {
				yield* first.slice(index);
				while (!next.done && next.value.sheet === name) {
					const row = next.value;
					next = await stream.next();
					yield row;
				}
			}
			yield { name, first, from };
		}
	} finally {
		await stream.return?.();
	}
}
