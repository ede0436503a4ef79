import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, moment, officeLine, ref } from '../database/columns.ts';
import type { FileType } from './allowed.ts';

/** What is known of a kept file; its bytes lie in the file place, sealed under the key of this row. */
export const files = pgTable(
	'files',
	{
		id: id<'File'>(),
		officeId: ref<'Office'>().notNull(),
		/** As its sender named it, for showing and downloading only. */
		name: text().notNull(),
		/** By its bytes, never by its name. */
		type: text().$type<FileType>().notNull(),
		size: integer().notNull(),
		/** Of the bytes before sealing. */
		sha256: text().notNull(),
		/** Wrapped by the master key. Gone with the row: what copies of the folder hold can never be read again. */
		wrappedKey: text().notNull(),
		at: moment().notNull(),
		by: text().notNull()
	},
	(t) => [index().on(t.officeId, t.at), officeLine('files')]
);
