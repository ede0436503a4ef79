import { and, desc, eq, inArray } from 'drizzle-orm';
import { areas } from '#clinic/offices/server/tables.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import type { Plain } from '../../record-changes.ts';
import { fieldChanges } from '../tables/record.ts';

/** One change of one field: what stood there, what stands now, who, when, why. */
export interface FieldChange {
	readonly id: string;
	readonly field: string;
	readonly before: Plain;
	readonly after: Plain;
	readonly isHidden: boolean;
	readonly version: number;
	readonly why: string | null;
	readonly byName: string;
	readonly at: Date;
}

const places: readonly string[] = ['districtCode', 'villageCode'];

/** The history of a record's fields, newest first; districts and villages by their names. */
export async function changesOf(
	reader: Pick<Reader, 'select'>,
	cooperativeId: Id<'Cooperative'>
): Promise<FieldChange[]> {
	const rows = await reader
		.select({
			id: fieldChanges.id,
			field: fieldChanges.field,
			before: fieldChanges.before,
			after: fieldChanges.after,
			isHidden: fieldChanges.isHidden,
			version: fieldChanges.version,
			why: fieldChanges.why,
			byName: fieldChanges.byName,
			at: fieldChanges.at
		})
		.from(fieldChanges)
		.where(and(eq(fieldChanges.cooperativeId, cooperativeId)))
		.orderBy(desc(fieldChanges.version), desc(fieldChanges.id));
	const codes = rows.filter(({ field }) => places.includes(field)).flatMap(({ before, after }) => [before, after]);
	const texts = codes.filter((code): code is string => typeof code === 'string');
	const named = texts.length === 0 ? [] : await reader.select().from(areas).where(inArray(areas.code, texts));
	const names = new Map(named.map(({ code, name }) => [code, name]));
	const shown = (field: string, value: Plain): Plain =>
		places.includes(field) && typeof value === 'string' ? (names.get(value) ?? value) : value;
	return rows.map((row) => ({ ...row, before: shown(row.field, row.before), after: shown(row.field, row.after) }));
}
