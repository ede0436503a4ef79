import { readApprover, readBusinessClass, readGroup, readReach, readSector, readYesNo } from './cell-classes.ts';
import type { Approver, Reach } from './classification.ts';
import type { RegisterField } from './heading-words.ts';
import type { RowCells } from './import-cells.ts';
import { readDayOf } from './import-numbers.ts';
import type { BoardRole } from './kinds.ts';
import { inIndonesia, readDegrees } from './place-forms.ts';

/** What the national register's export says beside the basics (form ODS 2.7); null is "the row does not say". */
export interface MoreRead {
	readonly groupCode: number | null;
	readonly sectorCode: number | null;
	readonly businessClass: number | null;
	readonly reach: Reach | null;
	readonly guidedBy: Reach | null;
	readonly legalApprovedBy: Approver | null;
	readonly isLarge: boolean | null;
	readonly seat: string | null;
	readonly notary: string | null;
	readonly postalCode: string | null;
	readonly fax: string | null;
	readonly website: string | null;
	readonly remark: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
	readonly amendment: AmendmentRead | null;
	/** Until when the certificate of the registry number is valid. */
	readonly certificateUntil: string | null;
	readonly officers: readonly OfficerRead[];
}
export interface AmendmentRead {
	readonly number: string;
	readonly amendedOn: string | null;
}
/** Who holds a seat, since when and until when the file does not say. */
export interface OfficerRead {
	readonly role: BoardRole;
	readonly name: string;
}

export function readMore(row: RowCells, today: string): MoreRead {
	return {
		groupCode: read(row, 'group', readGroup),
		sectorCode: read(row, 'sector', readSector),
		businessClass: read(row, 'businessClass', readBusinessClass),
		// "Primer Kab/Kota" names both; what is said of the form alone is no word too few.
		reach: reachIn(row.text('form', 200)),
		guidedBy: read(row, 'guidedBy', readReach),
		legalApprovedBy: read(row, 'approver', readApprover),
		isLarge: read(row, 'isLarge', readYesNo),
		seat: row.text('seat', 120),
		notary: row.text('notary', 160),
		postalCode: read(row, 'postalCode', (cell) => /^\d{5}$/.exec(cell.replace(/\s/g, ''))?.[0] ?? null),
		fax: row.text('fax', 40),
		website: read(row, 'website', readWebsite),
		remark: row.text('remark', 1000),
		...readPlace(row),
		amendment: readAmendment(row, today),
		certificateUntil: readLaterDay(row),
		officers: roles.flatMap((role) => readOfficers(row, role))
	};
}

const reachIn = (form: string | null): Reach | null => (form === null ? null : readReach(form));

/** A cell by its reader; what it does not understand is said and not taken. */
function read<Value>(row: RowCells, field: RegisterField, understand: (cell: string) => Value | null): Value | null {
	const text = row.text(field, 200);
	if (text === null) return null;
	const value = understand(text);
	if (value === null) row.note('choiceUnknown', field, text);
	return value;
}

function readWebsite(cell: string): string | null {
	const address = /^https?:\/\//i.test(cell) ? cell : `https://${cell}`;
	return URL.canParse(address) && new URL(address).hostname.includes('.') ? address : null;
}

/** Both numbers or none: one degree alone is no place. */
function readPlace(row: RowCells): Pick<MoreRead, 'latitude' | 'longitude'> {
	const [north, east] = [row.text('latitude', 40), row.text('longitude', 40)];
	if (north === null || east === null) return { latitude: null, longitude: null };
	const [latitude, longitude] = [readDegrees(north), readDegrees(east)];
	if (latitude !== null && longitude !== null && inIndonesia({ latitude, longitude })) return { latitude, longitude };
	row.note('choiceUnknown', 'latitude', `${north}; ${east}`);
	return { latitude: null, longitude: null };
}

function readAmendment(row: RowCells, today: string): AmendmentRead | null {
	const number = row.text('amendmentNumber', 80);
	const amendedOn = readDayOf(row, 'amendedOn', today);
	return number === null ? null : { number, amendedOn };
}

/** A certificate runs out on a day to come, as a rule. */
const readLaterDay = (row: RowCells): string | null => readDayOf(row, 'certificateUntil', '2099-12-31');

const roles = ['chair', 'secretary', 'treasurer', 'supervisor', 'manager'] as const;

/** One name, or several behind one another; a number is none. */
function readOfficers(row: RowCells, role: BoardRole): OfficerRead[] {
	const text = row.text(role, 200);
	if (text === null) return [];
	const names = text
		.split(/[;/\n]|\s\d[.)]\s/)
		.map((name) => name.replace(/^\s*\d[.)]\s*/, '').trim())
		.filter((name) => /\p{L}{2}/u.test(name) && name.length <= 120);
	if (names.length === 0) row.note('choiceUnknown', role, text);
	return [...new Set(names)].slice(0, 3).map((name) => ({ role, name }));
}
