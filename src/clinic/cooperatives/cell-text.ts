import type { NoteCode } from './notes.ts';

/** A cell's text made fit to store and show, with what was done to it. */
export type TidyText = {
	text: string;
	changes: Extract<NoteCode, 'lineBreakRemoved' | 'spacesTidied' | 'controlCharacterRemoved'>[];
};

/** Characters nobody sees and no database should hold: controls, byte order mark, zero-width and direction marks. */
const invisible = /(?![\t\n\v\f\r])[\p{Cc}\p{Cf}\ufffe\uffff]/gu;

/**
 * Line breaks and runs of spaces become one space; nothing else of the text changes. Cells beginning with = + - or @
 * are text like any other here: they are made harmless where they leave again, in the export.
 */
export function tidy(cell: string): TidyText {
	const changes: TidyText['changes'] = [];
	const visible = cell.toWellFormed().replace(invisible, '');
	if (visible !== cell) changes.push('controlCharacterRemoved');
	const trimmed = visible.trim();
	if (/[\n\r\v\f\u2028\u2029]/.test(trimmed)) changes.push('lineBreakRemoved');
	const text = trimmed.replace(/\s+/g, ' ').normalize('NFC');
	if (text !== visible.normalize('NFC') && !changes.includes('lineBreakRemoved')) changes.push('spacesTidied');
	return { text, changes };
}

const fillers = new Set([
	'',
	'-',
	'–',
	'—',
	'--',
	'---',
	'_',
	'.',
	'..',
	'...',
	'?',
	'null',
	'n/a',
	'na',
	'(kosong)',
	'kosong',
	'nihil',
	'tidak ada',
	'belum ada',
	'tdk ada',
	'#n/a'
]);

/** A cell that says "nothing here" in one of the ways people have. */
export const isBlank = (cell: string): boolean => fillers.has(cell.trim().toLowerCase());

/** What a spreadsheet shows where a formula failed. */
export const isSpreadsheetError = (cell: string): boolean =>
	/^#(REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/.test(cell.trim());
