import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { offices } from '#clinic/offices/server/tables.ts';
import { moment, officeLine, ref } from '#platform/database/columns.ts';
import type { RegisterField } from '../../heading-words.ts';

/** What an office's people said a heading means that the program did not know; so it is asked once only. */
export const importHeadings = pgTable(
	'import_headings',
	{
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		/** Bare, as headings are compared (`headings.ts`). */
		heading: text().notNull(),
		/** Null: said to be of no use. */
		field: text().$type<RegisterField>(),
		at: moment().notNull(),
		byName: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.officeId, t.heading] }), officeLine('import_headings')]
);
