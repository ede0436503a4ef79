import { index, pgTable, text } from 'drizzle-orm/pg-core';
import { cases } from '#clinic/cases/server/tables.ts';
import { examinations } from '#clinic/examinations/server/tables.ts';
import { offices } from '#clinic/offices/server/tables.ts';
import { day, id, moment, officeLine, ref } from '#platform/database/columns.ts';

/** A control: planned for a day, then done with what was found. */
export const followUps = pgTable(
	'follow_ups',
	{
		id: id<'FollowUp'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		caseId: ref<'Case'>()
			.notNull()
			.references(() => cases.id),
		dueOn: day().notNull(),
		plannedAt: moment().notNull(),
		plannedBy: text().notNull(),
		doneAt: moment(),
		doneBy: text(),
		doneByName: text(),
		findings: text(),
		/** The re-examination made at this control. */
		examinationId: ref<'Examination'>().references(() => examinations.id)
	},
	(t) => [index().on(t.caseId), index().on(t.officeId, t.dueOn), officeLine('follow_ups')]
);
