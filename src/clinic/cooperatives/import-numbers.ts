import { readDay } from './cell-days.ts';
import type { RegisterField } from './heading-words.ts';
import type { RowCells } from './import-cells.ts';
import { readLegalNumber, type LegalNumber } from './legal-numbers.ts';
import { looksLikeNationalId } from './national-id.ts';

export type LegalRead = { legalNumber: string | null; legalNumberNorm: string | null; legalOn: string | null };

const MAX_LEGAL_NUMBER = 80;

/** The legal-entity number with its date, from one cell or two. The number is kept as written. */
export function readLegal(row: RowCells, today: string): LegalRead {
	const cell = row.text('legalNumber', 200);
	const ownDate = readDayOf(row, 'legalOn', today);
	if (cell === null) {
		row.note('legalNumberMissing', 'legalNumber', '');
		return { legalNumber: null, legalNumberNorm: null, legalOn: ownDate };
	}
	const { number, date } = splitDate(cell);
	const read = readLegalNumber(number);
	if (!read || number.length > MAX_LEGAL_NUMBER) {
		row.note('legalNumberUnreadable', 'legalNumber', cell);
		return { legalNumber: null, legalNumberNorm: null, legalOn: ownDate };
	}
	if (date !== null) row.note('dateSplitOff', 'legalNumber', cell, number);
	const legalOn = ownDate ?? (date === null ? null : dayFrom(row, 'legalOn', date, today));
	noteDoubts(row, number, read, legalOn);
	return { legalNumber: number, legalNumberNorm: read.norm, legalOn };
}

/** "No. 19/BH/KWK/1998 - Tgl 19 Mei 1998": the date goes, and with it the word before the number. */
function splitDate(cell: string): { number: string; date: string | null } {
	const bare = cell.replace(/^(nomor|nomer|no)\b[.:]?\s*/i, '');
	const worded = /^(.*?\d.*?)[\s,;–-]*\b(?:tanggal|tgl)\b[.:]?\s*(.+)$/i.exec(bare);
	if (worded) return { number: worded[1]!.trim(), date: worded[2]! };
	const trailing = /^(.*\/.*?)[\s,;]+(\d{1,2}[/-]\d{1,2}[/-]\d{4}|\d{1,2}\s+[a-z]{3,}\s+\d{4})$/i.exec(bare);
	return trailing ? { number: trailing[1]!.trim(), date: trailing[2]! } : { number: bare, date: null };
}

/** Numbers of this family were given out from 2015 on, after the ministry took registration to itself and before AHU. */
const FIRST_YEAR_OF_MINISTRY_SERIES = 2015;

function noteDoubts(row: RowCells, number: string, read: LegalNumber, legalOn: string | null): void {
	if (read.isAmendment) row.note('legalNumberIsAmendment', 'legalNumber', number, number);
	const year = read.issued?.year ?? null;
	if (year !== null && read.norm.includes('/M/KUKM/2/') && year < FIRST_YEAR_OF_MINISTRY_SERIES) {
		row.note('legalNumberYear', 'legalNumber', number, number);
	}
	if (year !== null && legalOn !== null && Number(legalOn.slice(0, 4)) !== year) {
		row.note('legalDateDiffers', 'legalOn', legalOn, legalOn);
	}
}

export function readDayOf(row: RowCells, field: RegisterField, today: string): string | null {
	const text = row.text(field, 60);
	return text === null ? null : dayFrom(row, field, text, today);
}

function dayFrom(row: RowCells, field: RegisterField, text: string, today: string): string | null {
	const read = readDay(text);
	if (read.how !== 'day') {
		row.note(read.how === 'incomplete' ? 'dateIncomplete' : 'dateUnreadable', field, text);
		return null;
	}
	if (read.day > today) {
		row.note('dateInFuture', field, text);
		return null;
	}
	if (read.isRewritten) row.note('dateRead', field, text, read.day);
	return read.day;
}

/**
 * A number of fixed length, its separators left out. Sixteen digits where thirteen belong are a citizen's number (NIK
 * of a person): it is not taken and not even repeated in the note.
 */
export function readNumberOf(row: RowCells, field: RegisterField, lengths: readonly number[]): string | null {
	const text = row.text(field, 60);
	if (text === null) return null;
	const digits = text.replace(/[\s.\-'/]/g, '');
	// The tax number of a person is the citizen's number; that of an organisation is not.
	const isNational = /^\d{16}$/.test(digits) && (!lengths.includes(16) || looksLikeNationalId(digits));
	if (/^\d+$/.test(digits) && lengths.includes(digits.length) && !isNational) return digits;
	if (isNational) row.note('looksLikeANationalId', field, '16');
	else row.note('numberLength', field, text);
	return null;
}

export function readEmail(row: RowCells): string | null {
	const text = row.text('email', 200);
	if (text === null) return null;
	if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return text.toLowerCase();
	row.note('emailUnreadable', 'email', text);
	return null;
}
