import { sql } from 'drizzle-orm';
import { bigint, date, pgPolicy, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Id } from '../ids.ts';

/** Primary key: a UUIDv7 made by the application. */
export const id = <Kind extends string>() => uuid().primaryKey().$type<Id<Kind>>();
/** A reference without its foreign key; add `.references(() => …)` beside it. */
export const ref = <Kind extends string>() => uuid().$type<Id<Kind>>();
export const moment = () => timestamp({ withTimezone: true, mode: 'date' });
export const day = () => date({ mode: 'string' });
/** Whole rupiah, exact to 9.2 × 10^18. */
export const rupiah = () => bigint({ mode: 'bigint' });

/** The office of the running transaction, null when none is set; `''` is what PostgreSQL leaves behind after a local setting. */
export const currentOffice = sql`(select nullif(current_setting('app.office_id', true), '')::uuid)`;
/** The staff member who acts, null for everybody else. */
export const currentStaff = sql`(select nullif(current_setting('app.staff_id', true), '')::uuid)`;
/** What the link of whoever acts is for, null without a link. */
export const currentSubject = sql`(select nullif(current_setting('app.subject_id', true), '')::uuid)`;
/**
 * The moment at which somebody from outside looks, null for everybody else. Such a transaction carries no office, so nothing
 * is seen in it but what a policy opens to its very subject; what expires is compared with this moment.
 */
export const outsideAt = sql`(select to_timestamp(nullif(current_setting('app.outside_at', true), '')::bigint / 1000.0))`;
export const currentUser = sql`(select nullif(current_setting('app.user_id', true), ''))`;

/**
 * The line between offices, held by the database: a row is seen and written only in its own office's transactions.
 * Migration also forces it on the table's owner (`afterMigration`).
 */
export const officeLine = (table: string) =>
	pgPolicy(`${table}_office`, {
		for: 'all',
		using: sql`office_id = ${currentOffice}`,
		withCheck: sql`office_id = ${currentOffice}`
	});
