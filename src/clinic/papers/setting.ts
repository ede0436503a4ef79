import type { PaperContent } from './content.ts';
import type { PaperKind, PaperState } from './kinds.ts';
import type { Letterhead } from './letterhead.ts';

const months = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

/** '2026-03-02' → '2 Maret 2026'. Papers are in Indonesian, whatever language the officer reads. */
export function writtenDay(day: string): string {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	return `${date} ${months[month - 1]} ${year}`;
}

/** 1 → 'Senin' as minutes spell the day of the week. */
const weekdays = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
export const weekdayOf = (day: string): string => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]!;

export interface ToSet {
	readonly kind: PaperKind;
	readonly title: string;
	readonly letterhead: Letterhead;
	readonly content: PaperContent;
	readonly state: PaperState;
	readonly number: string | null;
	readonly datedOn: string | null;
	readonly createdAt: Date;
}

/**
 * What the template reads: nothing but what the paper keeps, so that the same paper gives the same bytes on any day.
 * @param crest name of the attached picture, null without one
 */
export function setting(
	{ title, letterhead, content, state, number, datedOn, createdAt }: ToSet,
	crest: string | null
) {
	return {
		title,
		letterhead: { ...letterhead, crest },
		content,
		state,
		stateWord: state === 'void' ? 'Dibatalkan' : 'Konsep, belum bernomor',
		mark: state === 'void' ? 'BATAL' : 'KONSEP',
		number,
		datedWord: datedOn === null ? null : writtenDay(datedOn),
		/** Of the PDF itself. */
		documentOn: datedOn ?? createdAt.toISOString().slice(0, 10)
	};
}
