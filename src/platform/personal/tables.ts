import { pgTable, text } from 'drizzle-orm/pg-core';
import { moment, officeLine, ref } from '../database/columns.ts';

/**
 * One key a person, wrapped by the master key. Destroying the wrapped key erases the person's sealed data everywhere at
 * once: in rows, in audit, in history and in backups made of them.
 */
export const personKeys = pgTable(
	'person_keys',
	{
		personId: ref<'Person'>().primaryKey(),
		officeId: ref<'Office'>().notNull(),
		/** Null once destroyed. */
		wrappedKey: text(),
		createdAt: moment().notNull(),
		destroyedAt: moment()
	},
	() => [officeLine('person_keys')]
);
