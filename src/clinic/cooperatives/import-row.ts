import { foldArea } from '#clinic/offices/areas.ts';
import { isBlank, tidy } from './cell-text.ts';
import { readYesNo } from './cell-classes.ts';
import { readForm, readKind, readPattern, readStatus } from './cell-choices.ts';
import type { RegisterField } from './heading-words.ts';
import { isHeadingAgain, type Column } from './headings.ts';
import { rowCells, type RowCells } from './import-cells.ts';
import { readFigures, readMeeting, type FiguresRead, type MeetingRead } from './import-figures.ts';
import { readDayOf, readEmail, readLegal, readNumberOf, type LegalRead } from './import-numbers.ts';
import { readMore, type MoreRead } from './import-more.ts';
import { readName } from './kind-of-name.ts';
import type { CooperativeForm, Kind, Pattern, RegistryStatus } from './kinds.ts';
import { foldCooperativeName } from './names.ts';
import type { Note } from './notes.ts';

/** A cooperative as a row of a register describes it; null is "the row does not say". */
export type RegisterFields = LegalRead &
	MoreRead & {
		name: string;
		core: string;
		norm: string;
		kind: Kind | null;
		pattern: Pattern | null;
		form: CooperativeForm | null;
		hasSavingsUnit: boolean;
		registryStatus: RegistryStatus | null;
		foundedOn: string | null;
		registryNumber: string | null;
		businessNumber: string | null;
		taxNumber: string | null;
		address: string | null;
		/** As written; which area it is decides `area-match.ts` with the areas of the office. */
		district: string | null;
		village: string | null;
		phone: string | null;
		email: string | null;
		meeting: MeetingRead | null;
		figures: FiguresRead[];
	};

export const rowRefusals = [
	'noName',
	'nameWithoutLetters',
	'nameTooLong',
	'totalRow',
	'section',
	'repeatedHeading',
	'otherRegency',
	'noHeading'
] as const;
export type RowRefusal = (typeof rowRefusals)[number];

export type RowRead =
	| { outcome: 'taken'; fields: RegisterFields; notes: Note[] }
	| { outcome: 'refused'; reason: RowRefusal; params: Record<string, string> };

export type RowContext = {
	today: string;
	/** Name of the office's regency or city, "Kota Bogor": a row of another one is refused. Null: a province, which has many. */
	regency: string | null;
	/** District named by a row of its own above this one. */
	section: string | null;
};

export const MAX_NAME = 200;

/** One row of a register, read under its heading. Pure: the same row gives the same outcome, whatever came before. */
export function readRow(cells: readonly string[], columns: readonly Column[], context: RowContext): RowRead {
	const row = rowCells(cells, columns);
	const refusal = refusalOf(cells, columns, context);
	if (refusal) return { outcome: 'refused', ...refusal };
	const name = readNameCell(row);
	const { core, norm, kindWords } = foldCooperativeName(name);
	const says = readName(name, kindWords);
	const fields: RegisterFields = {
		name,
		core,
		norm,
		kind: readKindCell(row, says.kind, says.doubt),
		pattern: readChoice(row, 'pattern', readPattern) ?? says.pattern,
		form: readChoice(row, 'form', readForm) ?? says.form,
		hasSavingsUnit: readChoice(row, 'savingsUnit', readYesNo) ?? says.hasSavingsUnit,
		...readLegal(row, context.today),
		registryStatus: readChoice(row, 'registryStatus', readStatus),
		foundedOn: readDayOf(row, 'foundedOn', context.today),
		registryNumber: readNumberOf(row, 'registryNumber', [13]),
		businessNumber: readNumberOf(row, 'businessNumber', [13]),
		taxNumber: readNumberOf(row, 'taxNumber', [15, 16]),
		address: row.text('address'),
		district: readDistrict(row, context.section),
		village: row.text('village', 100),
		phone: row.text('phone', 60),
		email: readEmail(row),
		...readMore(row, context.today),
		meeting: readMeeting(row, context.today),
		figures: readFigures(row)
	};
	return { outcome: 'taken', fields, notes: row.notes };
}

function refusalOf(
	cells: readonly string[],
	columns: readonly Column[],
	context: RowContext
): { reason: RowRefusal; params: Record<string, string> } | null {
	const refused = (reason: RowRefusal, params: Record<string, string> = {}) => ({ reason, params });
	if (isHeadingAgain(cells, columns)) return refused('repeatedHeading');
	const section = sectionOf(cells);
	if (section) return refused('section', { district: section });
	const nameAt = columns.find((column) => column.field === 'name')?.index ?? 0;
	const name = tidy(cells[nameAt] ?? '').text;
	if (cells.some((cell) => isTotal(cell)) && !hasLegalNumber(cells, columns)) return refused('totalRow');
	if (isBlank(name)) return refused('noName');
	if (!/\p{L}/u.test(name)) return refused('nameWithoutLetters', { name: name.slice(0, 80) });
	if (name.length > MAX_NAME) return refused('nameTooLong', { limit: String(MAX_NAME) });
	const regency = columns.find((column) => column.field === 'regency');
	const stated = regency ? tidy(cells[regency.index] ?? '').text : '';
	if (context.regency !== null && !isBlank(stated) && isOtherRegency(stated, context.regency))
		return refused('otherRegency', { regency: stated.slice(0, 80) });
	return null;
}

const isTotal = (cell: string) =>
	/^(jumlah|total|sub ?total|grand total|jml)( (seluruh|koperasi|keseluruhan|total).*)?\s*:?$/i.test(cell.trim());

function hasLegalNumber(cells: readonly string[], columns: readonly Column[]): boolean {
	const column = columns.find((candidate) => candidate.field === 'legalNumber');
	return column !== undefined && !isBlank(cells[column.index] ?? '');
}

/** The district that a row names which holds nothing else: registers are often divided by such lines. */
export function sectionOf(cells: readonly string[]): string | null {
	const filled = cells
		.map((cell) => tidy(cell).text)
		.filter((cell) => cell !== '' && !/^([0-9]{1,3}|[IVXLC]+|[A-Z])[.)]?$/.test(cell));
	if (filled.length !== 1) return null;
	const district = /^(?:(?:[0-9]{1,3}|[IVXLC]+|[A-Z])[.)]\s*)?kec(?:amatan|\.)?\s*:?\s*(\S.*)$/i.exec(filled[0]!)?.[1];
	return district && district.length <= 60 ? district : null;
}

/** Bogor alone may be the city or the regency around it; with the word in front, it is one of them. */
function isOtherRegency(stated: string, own: string): boolean {
	if (foldArea(stated) !== foldArea(own)) return true;
	const level = (text: string) => (/^\s*kab/i.test(text) ? 'regency' : /^\s*kota\b/i.test(text) ? 'city' : null);
	const [a, b] = [level(stated), level(own)];
	return a !== null && b !== null && a !== b;
}

function readNameCell(row: RowCells): string {
	const written = row.text('name', MAX_NAME) ?? '';
	let name = written.replace(/^\d{1,4}[.)]\s+(?=\p{L})/u, '');
	if (name !== written) row.note('numberingRemoved', 'name', written, name);
	const closed = withoutStrayBracket(name);
	if (closed !== name) row.note('bracketRemoved', 'name', name, closed);
	name = closed;
	if (/^[=+\-@]/.test(name)) row.note('looksLikeAFormula', 'name', name, name);
	return name;
}

/** "RSIB)": a bracket that was never opened, or opened at the very end. */
function withoutStrayBracket(name: string): string {
	const opened = name.split('(').length;
	const closed = name.split(')').length;
	if (closed === opened + 1 && name.endsWith(')')) return name.slice(0, -1).trimEnd();
	return opened === closed + 1 && name.endsWith('(') ? name.slice(0, -1).trimEnd() : name;
}

function readKindCell(row: RowCells, named: Kind | null, doubt: ReturnType<typeof readName>['doubt']): Kind | null {
	const stated = readChoice(row, 'kind', readKind);
	if (stated) {
		if (named && doubt === null && named !== stated) row.note('kindDisagrees', 'kind', named, stated);
		return stated;
	}
	if (doubt) row.note(doubt, 'kind', '', named);
	return named;
}

function readChoice<Choice extends string | boolean>(
	row: RowCells,
	field: RegisterField,
	read: (cell: string) => Choice | null
): Choice | null {
	const text = row.text(field, 200);
	if (text === null) return null;
	const choice = read(text);
	if (choice === null) row.note('choiceUnknown', field, text);
	return choice;
}

function readDistrict(row: RowCells, section: string | null): string | null {
	const written = row.text('district', 100);
	if (written) return written;
	if (section) row.note('districtFromSection', 'district', '', section);
	else row.note('districtMissing', 'district', '');
	return section;
}
