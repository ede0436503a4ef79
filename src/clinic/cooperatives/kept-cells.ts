import type { RegisterField } from './heading-words.ts';
import { isFigure, type Column } from './headings.ts';
import { looksLikeNationalId, withoutNationalIds } from './national-id.ts';
import type { Note } from './notes.ts';

/** How much of a cell the record of an import keeps. */
const MAX_KEPT = 300;
const HIDDEN = '•'.repeat(16);

/** These may be a person's own; where they are the cooperative's they stand with the cooperative. */
const personal: readonly RegisterField[] = [
	'phone',
	'email',
	'chair',
	'secretary',
	'treasurer',
	'supervisor',
	'manager'
];

/**
 * The cells that the record of an import keeps, one for each column that was taken: nothing of columns that nobody asked
 * for, no citizen's number, no telephone number, mail address or name of a person.
 */
export const keptCells = (cells: readonly string[], columns: readonly Pick<Column, 'index' | 'field'>[]): string[] =>
	columns.map(({ index, field }) => keptText(field, cells[index] ?? ''));

/** The same for what the notes repeat of a cell. */
export const keptNotes = (notes: readonly Note[]): Note[] =>
	notes.map(({ code, field, from, to }) => ({
		code,
		field,
		from: keptText(field as RegisterField, from),
		to: to === null ? null : keptText(field as RegisterField, to)
	}));

/** One text of a field, cut, without citizens’ numbers and what no database holds. */
export function keptText(field: RegisterField, text: string): string {
	if (personal.includes(field)) return '';
	const short = text.length > MAX_KEPT ? `${text.slice(0, MAX_KEPT)}…` : text;
	const sound = short.toWellFormed().replaceAll('\0', '');
	if (isFigure(field)) return sound;
	// A tax number of sixteen digits is an organisation's own, unless it is a person's.
	if (field === 'taxNumber' && !looksLikeNationalId(text.replace(/\D/g, ''))) return sound;
	return withoutNationalIds(sound, HIDDEN);
}
