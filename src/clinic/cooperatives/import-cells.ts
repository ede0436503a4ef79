import { isBlank, isSpreadsheetError, tidy } from './cell-text.ts';
import type { RegisterField } from './heading-words.ts';
import { isFigure, type Column } from './headings.ts';
import { withoutNationalIds } from './national-id.ts';
import type { Note, NoteCode } from './notes.ts';

/** The cells of one row, asked for by field; what is done to them is noted as it happens. */
export type RowCells = {
	/** The tidy text of a field; null where there is no such column or nothing in it. */
	text: (field: RegisterField, maxChars?: number) => string | null;
	/** The columns of a field that has one a book year. */
	each: (field: RegisterField) => { column: Column; text: string }[];
	note: (code: NoteCode, field: RegisterField, from: string, to?: string | null) => void;
	notes: Note[];
};

/** Their readers know themselves what a citizen's number is. */
const isNumber = (field: RegisterField) => /Number$/.test(field) && field !== 'legalNumber';

export function rowCells(cells: readonly string[], columns: readonly Column[]): RowCells {
	const notes: Note[] = [];
	const note: RowCells['note'] = (code, field, from, to = null) => void notes.push({ code, field, from, to });

	function read(column: Column): string | null {
		const raw = cells[column.index] ?? '';
		if (isBlank(raw)) return null;
		if (isSpreadsheetError(raw)) {
			note('spreadsheetError', column.field, raw);
			return null;
		}
		const { text, changes } = tidy(raw);
		for (const change of changes) note(change, column.field, raw, text);
		const kept = isFigure(column.field) || isNumber(column.field) ? text : withoutNationalIds(text, ' ');
		if (kept === text) return isBlank(text) ? null : text;
		note('looksLikeANationalId', column.field, '16');
		return isBlank(kept) ? null : tidy(kept).text;
	}

	const columnOf = firstColumns(columns);
	return {
		notes,
		note,
		text(field, maxChars = 300) {
			const column = columnOf.get(field);
			const text = column ? read(column) : null;
			if (text !== null && text.length > maxChars) {
				note('tooLong', field, text);
				return null;
			}
			return text;
		},
		each: (field) =>
			!columnOf.has(field)
				? []
				: columns
						.filter((column) => column.field === field)
						.flatMap((column) => {
							const text = read(column);
							return text === null ? [] : [{ column, text }];
						})
	};
}

/** The columns of a heading are asked for row by row. */
const knownColumns = new WeakMap<readonly Column[], ReadonlyMap<RegisterField, Column>>();

function firstColumns(columns: readonly Column[]): ReadonlyMap<RegisterField, Column> {
	const known = knownColumns.get(columns);
	if (known) return known;
	const first = new Map<RegisterField, Column>();
	for (const column of columns) if (!first.has(column.field)) first.set(column.field, column);
	knownColumns.set(columns, first);
	return first;
}
