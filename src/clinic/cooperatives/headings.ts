import { headingWords, registerFields, type RegisterField } from './heading-words.ts';

export type Column = {
	index: number;
	field: RegisterField;
	heading: string;
	/** Rupiah in one of what the column counts: 1, a thousand ("Rp ribu") or a million ("Rp juta"). */
	unit: bigint;
	/** The book year that the heading itself names, "Aset 2023". */
	bookYear: number | null;
};

export type Heading = {
	columns: Column[];
	/** Columns with a heading that is not taken: shown to the person who imports. */
	unused: { index: number; heading: string }[];
	/** How many of the rows looked at belong to the heading, from the first on: titles above it, numbering below. */
	rows: number;
};

const fieldOf = new Map<string, { field: RegisterField; rank: number }>(
	registerFields.flatMap((field) => headingWords[field].map((word, rank) => [word, { field, rank }] as const))
);

/** What an office's people said that headings mean, by their bare text; null: of no use. */
export type Meanings = ReadonlyMap<string, RegisterField | null>;
const noMeanings: Meanings = new Map();

/** What the form of the headings says: '' leaves a heading as it is. */
export const meaningsSaid = (
	said: readonly { readonly heading: string; readonly meaning: RegisterField | 'unused' | '' }[]
): Map<string, RegisterField | null> =>
	new Map(
		said.flatMap(({ heading, meaning }) => {
			const bare = bareHeading(heading);
			return meaning === '' || bare === '' ? [] : [[bare, meaning === 'unused' ? null : meaning] as const];
		})
	);

/** What a heading means: what people said first, then the words that registers are known to use. */
function meaningOf(heading: string, meanings: Meanings): { field: RegisterField; rank: number } | undefined {
	const bare = bareHeading(heading);
	const said = meanings.get(bare);
	if (said !== undefined) return said === null ? undefined : { field: said, rank: -1 };
	return fieldOf.get(bare);
}

/** How far down a heading is looked for: registers carry titles, logos and notes above it. */
export const headingDepth = 40;

/** The row that names most columns, one of them the name; of equal rows the first. Null when there is none. */
export function findHeading(rows: readonly (readonly string[])[], meanings: Meanings = noMeanings): Heading | null {
	let best: { at: number; heading: Heading } | null = null;
	for (const [at, cells] of rows.slice(0, headingDepth).entries()) {
		const below = rows[at + 1];
		const isTwoRows = below !== undefined && isSecondHeading(cells, below);
		const heading = readHeading(isTwoRows ? joinHeadings(cells, below) : [...cells], meanings);
		if (!heading || (best && heading.columns.length <= best.heading.columns.length)) continue;
		best = { at, heading: { ...heading, rows: at + (isTwoRows ? 2 : 1) } };
	}
	if (!best) return null;
	const next = rows[best.heading.rows];
	return { ...best.heading, rows: best.heading.rows + (next && isNumbering(next) ? 1 : 0) };
}

/** The row that looks most like a heading where none is known: words only, in most columns. For a person to say what they mean. */
export function guessHeading(rows: readonly (readonly string[])[]): string[] {
	const texts = rows.slice(0, headingDepth).map((cells) => cells.map(shown).filter((text) => text !== ''));
	const wordy = texts.filter((row) => row.length >= 2 && row.every((text) => /\p{L}/u.test(text) && text.length <= 80));
	return wordy.reduce<string[]>((best, row) => (row.length > best.length ? row : best), []);
}

/** A heading that comes again, as on every page of a printed list. */
export function isHeadingAgain(cells: readonly string[], columns: readonly Column[]): boolean {
	const name = columns.find((column) => column.field === 'name');
	return (
		name !== undefined &&
		(shown(cells[name.index] ?? '') === name.heading ||
			(fieldOf.get(bareHeading(cells[name.index] ?? ''))?.field === 'name' && readHeading(cells, noMeanings) !== null))
	);
}

/** The heading of one row, without a look at its neighbours. */
function readHeading(cells: readonly string[], meanings: Meanings): Omit<Heading, 'rows'> | null {
	const found = cells.flatMap((heading, index) => {
		const match = meaningOf(heading, meanings);
		return match ? [{ index, heading, ...match }] : [];
	});
	const chosen = registerFields.flatMap((field) => {
		const candidates = found
			.filter((column) => column.field === field)
			.sort((a, b) => a.rank - b.rank || a.index - b.index);
		// Figures may stand once a book year; of all else one column is the field.
		return isFigure(field) ? oncePerYear(candidates) : candidates.slice(0, 1);
	});
	if (!chosen.some((column) => column.field === 'name') || chosen.length < 2) return null;
	const columns = chosen
		.map(({ index, field, heading }) => ({
			index,
			field,
			heading: shown(heading),
			unit: unitOf(heading),
			bookYear: yearOf(heading)
		}))
		.sort((a, b) => a.index - b.index);
	const taken = new Set(columns.map((column) => column.index));
	const unused = cells.flatMap((heading, index) =>
		heading.trim() === '' || taken.has(index) ? [] : [{ index, heading: shown(heading) }]
	);
	return { columns, unused };
}

const figures: readonly RegisterField[] = [
	'members',
	'membersMale',
	'membersFemale',
	'staffMale',
	'staffFemale',
	'managersMale',
	'managersFemale',
	'ownCapital',
	'outsideCapital',
	'assets',
	'turnover',
	'netSurplus'
];
export const isFigure = (field: RegisterField): boolean => figures.includes(field);

function oncePerYear<Found extends { heading: string }>(found: Found[]): Found[] {
	const seen = new Set<number | null>();
	return found.filter((column) => {
		const year = yearOf(column.heading);
		return seen.has(year) ? false : (seen.add(year), true);
	});
}

const shown = (heading: string) => heading.replace(/\s+/g, ' ').trim();

/** Without unit, year and remarks in brackets, letters and digits only. */
function bareHeading(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/\([^)]*\)?/g, ' ')
		.replace(/\b(per|s\/d)\s+(31\s+)?(desember|des)\b/g, ' ')
		.replace(/\b(tahun|thn|th)?\.?\s*20\d\d\b/g, ' ')
		.replace(/\b(dalam\s+)?(rp|rupiah)\.?\s*(juta|ribu)?(an)?\b/g, ' ')
		.replace(/\b(jutaan|ribuan)\b/g, ' ')
		.replace(/\bjml\b/g, 'jumlah')
		.replace(/[^a-z0-9]/g, '');
}

function unitOf(heading: string): bigint {
	const text = heading.toLowerCase();
	if (/\bjuta(an)?\b/.test(text)) return 1_000_000n;
	return /\bribu(an)?\b|\brp\.?\s*000\b|\(000\)/.test(text) ? 1_000n : 1n;
}

function yearOf(heading: string): number | null {
	const year = /\b(20\d\d)\b/.exec(heading)?.[1];
	return year ? Number(year) : null;
}

const subWords =
	/^(l|p|lk|pr|laki-?\s?laki|perempuan|pria|wanita|jumlah|jml|total|nomor|no|tanggal|tgl|jalan|desa|kelurahan|desa\/kelurahan|kecamatan|20\d\d|rp)\.?$/i;

/**
 * A second row below merged cells: nothing under the name, only words that divide what stands above, and one of them under
 * the empty rest of a merged cell. A row of sums has the same words, but full headings above it.
 */
function isSecondHeading(above: readonly string[], below: readonly string[]): boolean {
	const filled = below.flatMap((text, index) => (text.trim() === '' ? [] : [{ text: text.trim(), index }]));
	const nameAt = above.findIndex((text) => fieldOf.get(bareHeading(text))?.field === 'name');
	return (
		nameAt >= 0 &&
		filled.some(({ index }) => (above[index] ?? '').trim() === '') &&
		filled.every(({ text, index }) => index !== nameAt && subWords.test(text))
	);
}

/** "Anggota" over "L", "P", "Jumlah": a merged cell stands in its first column and speaks for those after it. */
function joinHeadings(above: readonly string[], below: readonly string[]): string[] {
	let parent = '';
	return Array.from({ length: Math.max(above.length, below.length) }, (_, index) => {
		const own = above[index]?.trim() ?? '';
		const sub = below[index]?.trim() ?? '';
		if (own !== '') parent = own;
		if (sub === '') return own;
		const joined = `${parent} ${sub}`;
		// "Alamat" over "Kecamatan": the lower word says it all.
		const saysAll = ['address', 'village', 'district'].includes(fieldOf.get(bareHeading(sub))?.field ?? '');
		return saysAll && !fieldOf.has(bareHeading(joined)) ? sub : joined;
	});
}

/** The row (1) (2) (3) that official tables carry below their heading. */
export function isNumbering(cells: readonly string[]): boolean {
	const numbers = cells.filter((text) => text.trim() !== '').map((text) => /^\(?(\d{1,3})\)?$/.exec(text.trim())?.[1]);
	return (
		numbers.length >= 3 &&
		numbers.every((text, index) => text !== undefined && Number(text) === Number(numbers[0]) + index)
	);
}
