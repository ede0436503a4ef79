import { businessClasses, reaches } from './classification.ts';
import { forms, kinds, patterns } from './kinds.ts';

/** What may be set for many cooperatives at once. Never the life status: that is decided one by one, with its document. */
export const bulkFields = ['kind', 'pattern', 'form', 'districtCode', 'reach', 'guidedBy', 'businessClass'] as const;
export type BulkField = (typeof bulkFields)[number];

/** How many rows are changed in one go. */
export const BULK_LIMIT = 2_000;

const choices: Readonly<Record<Exclude<BulkField, 'districtCode'>, readonly string[]>> = {
	kind: kinds,
	pattern: patterns,
	form: forms,
	reach: reaches,
	guidedBy: reaches,
	businessClass: businessClasses.map(String)
};

/** The value that a text stands for in a field; null where it stands for none. */
export function bulkValue(field: BulkField, text: string): string | number | null {
	if (field === 'districtCode') return /^\d{2}\.\d{2}\.\d{2}$/.test(text) ? text : null;
	if (!choices[field].includes(text)) return null;
	return field === 'businessClass' ? Number(text) : text;
}

/** A cooperative with the version that somebody has on the screen. */
export interface SeenRow {
	readonly id: string;
	readonly version: number;
}

export const seenRowsText = (rows: readonly SeenRow[]): string =>
	rows.map(({ id, version }) => `${id}:${version}`).join(',');

/** Out of what a form sends; null where any of it is not understood. */
export function seenRowsIn(text: string): SeenRow[] | null {
	const rows = text.split(',').map((part) => /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(\d{1,9})$/.exec(part));
	return rows.every((row) => row !== null)
		? rows.map(([, id, version]) => ({ id: id!, version: Number(version) }))
		: null;
}
