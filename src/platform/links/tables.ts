import { sql } from 'drizzle-orm';
import { index, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { currentOffice, id, moment, ref } from '../database/columns.ts';

/**
 * Access without an account: a random token, stored as its SHA-256 only, bound to one person and one subject.
 * Its row is seen by its own office, and by whoever knows the token: the look-up sets the hash for its transaction.
 */
export const links = pgTable(
	'links',
	{
		id: id<'Link'>(),
		/** Null only for the first administrator's link, before any office exists. */
		officeId: ref<'Office'>(),
		tokenHash: text().notNull().unique(),
		/** What it opens: the clinic's stops name their own purposes. */
		purpose: text().notNull(),
		subjectId: uuid(),
		personId: ref<'Person'>(),
		/** Whom it was given to, as written on the slip. */
		givenTo: text().notNull(),
		createdAt: moment().notNull(),
		createdBy: text().notNull(),
		expiresAt: moment().notNull(),
		revokedAt: moment(),
		usedAt: moment()
	},
	(t) => [
		index().on(t.officeId, t.subjectId),
		pgPolicy('links_office', {
			for: 'all',
			using: sql`office_id is not distinct from ${currentOffice}`,
			withCheck: sql`office_id is not distinct from ${currentOffice}`
		}),
		pgPolicy('links_by_token', {
			for: 'select',
			using: sql`token_hash = (select nullif(current_setting('app.token_hash', true), ''))`
		})
	]
);
