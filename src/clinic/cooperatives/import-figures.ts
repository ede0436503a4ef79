import { readAmount, readCount } from './cell-amounts.ts';
import type { RegisterField } from './heading-words.ts';
import type { Column } from './headings.ts';
import type { RowCells } from './import-cells.ts';
import { readDayOf } from './import-numbers.ts';

export type FiguresRead = {
	bookYear: number;
	members: number | null;
	membersMale: number | null;
	membersFemale: number | null;
	staffMale: number | null;
	staffFemale: number | null;
	managersMale: number | null;
	managersFemale: number | null;
	ownCapitalRupiah: bigint | null;
	outsideCapitalRupiah: bigint | null;
	assetsRupiah: bigint | null;
	turnoverRupiah: bigint | null;
	netSurplusRupiah: bigint | null;
};

export type MeetingRead = { bookYear: number; heldOn: string };

const amounts = {
	ownCapital: 'ownCapitalRupiah',
	outsideCapital: 'outsideCapitalRupiah',
	assets: 'assetsRupiah',
	turnover: 'turnoverRupiah',
	netSurplus: 'netSurplusRupiah'
} as const satisfies Partial<Record<RegisterField, keyof FiguresRead>>;
type AmountField = keyof typeof amounts;

const counts = [
	'members',
	'membersMale',
	'membersFemale',
	'staffMale',
	'staffFemale',
	'managersMale',
	'managersFemale'
] as const satisfies readonly (keyof FiguresRead & RegisterField)[];

/** Figures by book year. A figure whose year nobody names is not taken: it would be read as another year's. */
export function readFigures(row: RowCells): FiguresRead[] {
	const years = new Map<number, FiguresRead>();
	const rowYear = readBookYear(row);
	const into = (column: Column, text: string): FiguresRead | null => {
		const bookYear = column.bookYear ?? rowYear;
		if (bookYear === null) {
			row.note('bookYearMissing', column.field, text);
			return null;
		}
		const figures = years.get(bookYear) ?? emptyFigures(bookYear);
		years.set(bookYear, figures);
		return figures;
	};
	for (const field of counts) {
		for (const { column, text } of row.each(field)) {
			const count = readCount(text);
			if (count === null) row.note('countUnreadable', field, text);
			else {
				const figures = into(column, text);
				if (figures) figures[field] = count;
			}
		}
	}
	for (const field of Object.keys(amounts) as AmountField[]) {
		for (const { column, text } of row.each(field)) {
			const rupiah = amountFrom(row, column, text);
			const figures = rupiah === null ? null : into(column, text);
			if (figures) figures[amounts[field]] = rupiah;
		}
	}
	for (const figures of years.values()) figures.members = allMembers(figures);
	return [...years.values()].sort((a, b) => a.bookYear - b.bookYear);
}

/** Where men and women are known, their sum. */
const allMembers = ({ members, membersMale, membersFemale }: FiguresRead): number | null =>
	membersMale !== null && membersFemale !== null ? membersMale + membersFemale : members;

function amountFrom(row: RowCells, column: Column, text: string): bigint | null {
	const read = readAmount(text, column.unit);
	// Only a surplus can be a loss; a capital below nothing is a slip of the pen.
	const isImpossible = read.how === 'amount' && read.rupiah < 0n && column.field !== 'netSurplus';
	if (read.how !== 'amount' || isImpossible) {
		row.note(read.how === 'ambiguous' ? 'amountAmbiguous' : 'amountUnreadable', column.field, text);
		return null;
	}
	if (column.unit !== 1n) row.note('amountScaled', column.field, text, read.rupiah.toString());
	else if (read.isRounded) row.note('amountRounded', column.field, text, read.rupiah.toString());
	return read.rupiah;
}

function readBookYear(row: RowCells): number | null {
	const text = row.text('bookYear', 20);
	if (text === null) return null;
	if (/^(19[4-9]\d|20\d\d)$/.test(text)) return Number(text);
	row.note('choiceUnknown', 'bookYear', text);
	return null;
}

const emptyFigures = (bookYear: number): FiguresRead => ({
	bookYear,
	members: null,
	membersMale: null,
	membersFemale: null,
	staffMale: null,
	staffFemale: null,
	managersMale: null,
	managersFemale: null,
	ownCapitalRupiah: null,
	outsideCapitalRupiah: null,
	assetsRupiah: null,
	turnoverRupiah: null,
	netSurplusRupiah: null
});

/** The last annual meeting. Its book year, where no column names it, is taken to be the year before, and said so. */
export function readMeeting(row: RowCells, today: string): MeetingRead | null {
	// A meeting to come is a plan, not a meeting: `readDayOf` takes no day after today.
	const heldOn = readDayOf(row, 'lastMeetingOn', today);
	if (heldOn === null) return null;
	// 15 May is what an office's form fills in by itself.
	if (heldOn.endsWith('-05-15')) row.note('dateLooksLikeADefault', 'lastMeetingOn', heldOn, heldOn);
	const bookYear = Number(heldOn.slice(0, 4)) - 1;
	row.note('bookYearAssumed', 'lastMeetingOn', heldOn, String(bookYear));
	return { bookYear, heldOn };
}
