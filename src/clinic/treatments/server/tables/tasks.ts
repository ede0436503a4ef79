import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { cases } from '#clinic/cases/server/tables.ts';
import { offices } from '#clinic/offices/server/tables.ts';
import { day, id, moment, officeLine, ref } from '#platform/database/columns.ts';

/** What an officer is to do next in a case; made by a sequence. It is the task of whoever has the case in hand. */
export const careTasks = pgTable(
	'care_tasks',
	{
		id: id<'CareTask'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		caseId: ref<'Case'>()
			.notNull()
			.references(() => cases.id),
		/** Code and version of `sequences.ts`, and the place in it. */
		sequence: text().notNull(),
		version: text().notNull(),
		position: integer().notNull(),
		what: text().notNull(),
		dueOn: day().notNull(),
		madeAt: moment().notNull(),
		madeByName: text().notNull(),
		doneAt: moment(),
		doneByName: text(),
		doneNote: text(),
		/** No longer needed. */
		droppedAt: moment()
	},
	(t) => [
		index().on(t.caseId),
		index('care_tasks_open')
			.on(t.officeId, t.dueOn)
			.where(sql`done_at is null and dropped_at is null`),
		officeLine('care_tasks')
	]
);
