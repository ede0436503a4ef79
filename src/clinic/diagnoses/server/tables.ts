import { index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import { offices } from '#clinic/offices/server/tables.ts';
import { id, moment, officeLine, ref } from '#platform/database/columns.ts';

/** A cause found in a case: one main, any number beside it, each with the evidence that points to it. */
export const diagnoses = pgTable(
	'diagnoses',
	{
		id: id<'Diagnosis'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		caseId: ref<'Case'>()
			.notNull()
			.references(() => cases.id),
		/** Code of `causes.ts`. */
		cause: text().notNull(),
		rank: text().$type<'main' | 'side'>().notNull(),
		evidence: jsonb().$type<{ code: string; params: Record<string, string | number> }[]>().notNull(),
		note: text(),
		at: moment().notNull(),
		by: text().notNull(),
		byName: text().notNull(),
		/** A later diagnosis of the same case replaces it. */
		replacedAt: moment()
	},
	(t) => [
		index().on(t.caseId),
		uniqueIndex('diagnoses_one_main')
			.on(t.caseId)
			.where(sql`rank = 'main' and replaced_at is null`),
		officeLine('diagnoses')
	]
);
