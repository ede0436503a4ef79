import { readAmount } from '#clinic/cooperatives/cell-amounts.ts';
import { parseDecimal } from '#ui/numbers.ts';
import { accountsCalled, groupOf } from './account-spellings.ts';
import { findBlocks, type Block } from './statement-columns.ts';
import type { Account } from './accounts.ts';

/** A row of an uploaded balance sheet: its sheet, its number as a spreadsheet program shows it, its cells as text. */
export interface StatementSheetRow {
	readonly sheet: string;
	readonly number: number;
	readonly cells: readonly string[];
}

/** What the amounts of a file count in. */
export const sheetUnits = ['rupiah', 'thousand', 'million'] as const;
export type SheetUnit = (typeof sheetUnits)[number];
const rupiahIn: Record<SheetUnit, bigint> = { rupiah: 1n, thousand: 1000n, million: 1_000_000n };

/** Where a person says that label and amounts stand, when not where they were found. Columns from 0. */
export interface ColumnsSaid {
	readonly label: number;
	readonly now: number | null;
	readonly before: number | null;
}

export type CellRead =
	{ readonly rupiah: bigint; readonly isRounded: boolean } | { readonly problem: 'unreadable'; readonly text: string };

/** A line of the file that has a name and an amount. */
export interface SheetLine {
	/** Its name in the form: where it stands among the lines. */
	readonly key: string;
	readonly sheet: string;
	readonly row: number;
	readonly label: string;
	readonly now: CellRead | null;
	readonly before: CellRead | null;
	/** What it probably is; null when a person has to say. */
	readonly account: Account | null;
	/** A sum of other lines: taking it too would count twice. */
	readonly isTotal: boolean;
}

/** "(dalam jutaan rupiah)", "Rp ribu", "Rp 000": what is said of the unit above the amounts. */
export function unitSaid(rows: readonly StatementSheetRow[]): SheetUnit {
	const text = rows
		.slice(0, 40)
		.flatMap(({ cells }) => cells)
		.filter((cell) => !/^[\d.,()\s-]*$/.test(cell))
		.join('\n')
		.toLowerCase();
	if (/\bjutaan\b|\brp\.?\s*juta\b|\bjuta rupiah\b/.test(text)) return 'million';
	return /\bribuan\b|\brp\.?\s*ribu\b|\bribu rupiah\b|\brp\.?\s*000\b/.test(text) ? 'thousand' : 'rupiah';
}

/** The lines of a file with what they probably are, in its order. */
export function linesOf(
	rows: readonly StatementSheetRow[],
	{ bookYear, unit, said }: { bookYear: number; unit: SheetUnit; said: ColumnsSaid | null }
): SheetLine[] {
	const lines: SheetLine[] = [];
	for (const sheet of new Set(rows.map((row) => row.sheet))) {
		const own = rows.filter((row) => row.sheet === sheet);
		const dotsGroup = groupsByDots(own);
		const blocks: readonly Block[] = said ? [said] : findBlocks(own, bookYear);
		for (const block of blocks) {
			let section: string[] = [];
			for (const { number, cells } of own) {
				const label = tidy(cells[block.label] ?? '');
				if (!/\p{L}{2}/u.test(label)) continue;
				const texts = [block.now, block.before].map((at) => (at === null ? '' : amountText(cells[at] ?? '')));
				if (isYearHeading(texts, bookYear)) continue;
				const [now, before] = texts.map((text) => cellRead(text, unit, dotsGroup));
				if (!now && !before) {
					section = groupsMeant(label) ?? section;
					continue;
				}
				const isTotal = /^(sub\s*)?(jumlah|total|jml)\b/i.test(label);
				lines.push({
					key: `r${lines.length}`,
					sheet,
					row: number,
					label,
					now: now ?? null,
					before: before ?? null,
					account: isTotal ? null : probably(label, section),
					isTotal
				});
			}
		}
	}
	return lines;
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 200);

const amountText = (cell: string) => cell.replace(/rp\.?/i, '').trim();

const isYearHeading = (texts: readonly string[], bookYear: number) =>
	texts.some((text) => text !== '') &&
	texts.every((text) => text === '' || text === String(bookYear) || text === String(bookYear - 1));

/**
 * Whether dots stand between thousands throughout, as people write. A sheet of numbers that a program wrote has its dot
 * before the fraction, and then amounts of four digits and more without any.
 */
function groupsByDots(rows: readonly StatementSheetRow[]): boolean {
	const amounts = rows
		.flatMap(({ cells }) => cells.map(amountText))
		.map((text) => text.replace(/^[(-]|\)$/g, ''))
		.filter((text) => /^\d[\d.,]*$/.test(text) && !/^20\d\d$/.test(text));
	const dotted = amounts.filter((text) => text.includes('.'));
	return (
		dotted.length > 0 &&
		dotted.every((text) => /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) &&
		amounts.every((text) => text.includes('.') || !/^\d{4,}/.test(text))
	);
}

/** An empty cell and a dash hold nothing. */
function cellRead(text: string, unit: SheetUnit, dotsGroup: boolean): CellRead | null {
	if (text === '' || /^[-–—]+$/.test(text)) return null;
	const plain = dotsGroup ? (parseDecimal(text)?.replace('.', ',') ?? text) : text;
	const read = readAmount(plain, rupiahIn[unit]);
	if (read.how === 'amount') return { rupiah: read.rupiah, isRounded: read.isRounded };
	return /\d/.test(text) ? { problem: 'unreadable', text } : null;
}

/** What a heading between the lines says of those below it. */
function groupsMeant(heading: string): string[] | null {
	const text = heading.toLowerCase();
	const isDebt = /\b(h?utang|kewajiban|liabilitas)\b/.test(text);
	const isLong = /jangka panjang/.test(text);
	if (isDebt) return isLong ? ['longTermLiabilities'] : ['shortTermLiabilities'];
	if (/investasi|penyertaan/.test(text)) return ['longTermInvestments'];
	if (/tetap/.test(text)) return ['fixedAssets'];
	if (/lancar/.test(text)) return ['currentAssets'];
	if (/ekuitas|modal sendiri|kekayaan bersih/.test(text)) return ['equity'];
	if (/pendapatan|partisipasi/.test(text))
		return /lain/.test(text) ? ['otherIncome'] : ['memberParticipation', 'nonMemberIncome'];
	if (/\b(beban|biaya)\b/.test(text)) return /lain/.test(text) ? ['otherExpense'] : ['operatingExpense', 'memberCost'];
	return null;
}

/** A name that the chart uses more than once is told by the heading above it, and else by a person. */
function probably(label: string, section: readonly string[]): Account | null {
	const called = accountsCalled(label);
	if (called.length <= 1) return called[0] ?? null;
	const fitting = called.filter((account) => section.includes(groupOf(account)));
	return fitting.length === 1 ? fitting[0]! : null;
}

/** The amounts of a column by account: lines of one account together; what is subtracted anyway without its minus. */
export function amountsTaken(
	lines: readonly SheetLine[],
	matches: ReadonlyMap<string, Account>,
	column: 'now' | 'before'
): Map<string, bigint> {
	const amounts = new Map<string, bigint>();
	for (const line of lines) {
		const account = matches.get(line.key);
		const cell = line[column];
		if (!account || !cell || 'problem' in cell) continue;
		const amount = account.isContra && cell.rupiah < 0n ? -cell.rupiah : cell.rupiah;
		amounts.set(account.code, (amounts.get(account.code) ?? 0n) + amount);
	}
	return amounts;
}
