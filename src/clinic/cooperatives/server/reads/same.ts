import { aliasedTable, eq, or, sql, type SQLWrapper } from 'drizzle-orm';
import type { Reader } from '#platform/database/client.ts';
import { cooperatives } from '../tables.ts';

/**
 * The ids under which facts of one cooperative may stand: its own and those of the records merged into it, for no row
 * moves in a merger. Rows `{ id }` when awaited; as it is for `inArray(cases.cooperativeId, sameCooperative(…))`.
 * Like every question it sees one office: of another's cooperative there are none.
 */
export const sameCooperative = (reader: Pick<Reader, 'select'>, cooperativeId: string) => {
	const asked = aliasedTable(cooperatives, 'asked');
	const stays = sql`coalesce(${asked.mergedInto}, ${asked.id})`;
	return reader
		.select({ id: cooperatives.id })
		.from(asked)
		.innerJoin(cooperatives, or(eq(cooperatives.id, stays), eq(cooperatives.mergedInto, stays)))
		.where(eq(asked.id, cooperativeId as never));
};

/** The record that stays of the one to which a column points: `eq(cooperatives.id, staysAs(cases.cooperativeId))`. */
export const staysAs = (column: SQLWrapper) =>
	sql`(select coalesce(stays.merged_into, stays.id) from cooperatives stays where stays.id = ${column})`;
