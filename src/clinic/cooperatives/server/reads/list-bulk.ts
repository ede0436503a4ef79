import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { BULK_LIMIT, type BulkField } from '../../bulk-fields.ts';
import { listQuery, type ListAsked } from './list-query.ts';

/** A cooperative that is to be changed with others: what stands there now, and its version. */
export interface BulkRow extends Record<string, unknown> {
	readonly id: Id<'Cooperative'>;
	readonly name: string;
	readonly version: number;
	readonly before: string | number | null;
	/** A district as it was written, where it matched none. */
	readonly written: string | null;
}

const columns: Readonly<Record<BulkField, SQL>> = {
	kind: sql`c.kind`,
	pattern: sql`c.pattern`,
	form: sql`c.form`,
	districtCode: sql`c.district_code`,
	reach: sql`c.reach`,
	guidedBy: sql`c.guided_by`,
	businessClass: sql`c.business_class`
};

/** One row more than may be changed at once tells that there are too many. */
const limit = sql`limit ${BULK_LIMIT + 1}`;

/** All of a filter, in the order of the list. */
export async function bulkByFilter(
	reader: Reader,
	actor: Actor,
	asked: ListAsked,
	field: BulkField
): Promise<BulkRow[]> {
	const query = listQuery(actor, asked);
	if (!query) return [];
	return reader.rows<BulkRow>(
		sql`${what(field)} from ${query.from} where ${query.where} order by ${query.order} ${limit}`
	);
}

/** Those that were ticked; what is not of this office, or was merged, is not among them. */
export const bulkByIds = (reader: Reader, actor: Actor, ids: readonly string[], field: BulkField) =>
	reader.rows<BulkRow>(sql`${what(field)} from cooperatives c
		where c.office_id = ${actor.officeId}::uuid and c.merged_into is null and c.id = any(${sql.param(ids)}::uuid[])
		order by c.list_name, c.id ${limit}`);

const what = (field: BulkField) => sql`
	select c.id, c.name, c.version, ${columns[field]} as before,
	       ${field === 'districtCode' ? sql`c.district_text` : sql`null`} as written`;
