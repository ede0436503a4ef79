import { sql } from 'drizzle-orm';
import { index, jsonb, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { currentOffice, moment } from '../database/columns.ts';

/**
 * What was done, by whom, when. Written by the command runner in the transaction of the change, never changed or
 * deleted (the application's role holds INSERT and SELECT only). The id is the command's client-made id, so a repeated
 * request finds its first answer here.
 */
export const auditRows = pgTable(
	'audit_rows',
	{
		id: uuid().primaryKey(),
		officeId: uuid(),
		/** The command that ran this one inside its own transaction. */
		parentId: uuid(),
		at: moment().notNull(),
		actorKind: text().notNull(),
		actorId: text().notNull(),
		command: text().notNull(),
		/** The parsed input; personal fields are left out of it. */
		input: jsonb().notNull(),
		/** Personal fields as ciphertext under their person's key: [{ personId, field, sealed }]. */
		sealed: jsonb().notNull(),
		result: jsonb(),
		requestId: text()
	},
	(t) => [
		index().on(t.officeId, t.at),
		pgPolicy('audit_rows_office', {
			for: 'all',
			using: sql`office_id is not distinct from ${currentOffice}`,
			withCheck: sql`office_id is not distinct from ${currentOffice}`
		})
	]
);
