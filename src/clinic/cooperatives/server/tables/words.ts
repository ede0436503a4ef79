import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { offices } from '#clinic/offices/server/tables.ts';
import { officeLine, ref } from '#platform/database/columns.ts';

/**
 * Each word in the names of an office's register, folded, once: what a badly typed word may have meant. The database keeps
 * it in step with `cooperatives` itself (trigger `keep_name_words`), so that no writer can forget to. A word stays when its
 * last name goes; it then leads to nothing.
 */
export const nameWords = pgTable(
	'name_words',
	{
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		/** Its first letter and how many it has: by these the likely ones are found without looking at all. */
		begins: text().notNull(),
		letters: integer().notNull(),
		word: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.officeId, t.begins, t.letters, t.word] }), officeLine('name_words')]
);
