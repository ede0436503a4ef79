import { sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Id } from '#platform/ids.ts';

/** Rows of a record and of those that were merged into it: a merge moves no row, every read resolves it. */
export const ofRecord = (column: PgColumn, cooperativeId: Id<'Cooperative'>): SQL =>
	sql`${column} in (select id from cooperatives where id = ${cooperativeId} union all
		select id from cooperatives where merged_into = ${cooperativeId})`;
