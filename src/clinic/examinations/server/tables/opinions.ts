import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { cases } from '#clinic/cases/server/tables.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { offices, staff } from '#clinic/offices/server/tables.ts';
import { id, moment, officeLine, ref } from '#platform/database/columns.ts';
import type { ExaminationSubject } from '../../subject.ts';
import { examinations } from '../tables.ts';

/**
 * A colleague is asked to score the same sheet without seeing what the first officer found. What the sheet is stands here
 * once more, for the first examination is hidden from that colleague until his or her own is kept.
 */
export const secondOpinions = pgTable(
	'second_opinions',
	{
		id: id<'SecondOpinion'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		examinationId: ref<'Examination'>()
			.notNull()
			.references(() => examinations.id),
		cooperativeId: ref<'Cooperative'>()
			.notNull()
			.references(() => cooperatives.id),
		caseId: ref<'Case'>()
			.notNull()
			.references(() => cases.id),
		subject: text().$type<ExaminationSubject>().notNull(),
		instrument: text().notNull(),
		version: text().notNull(),
		bookYear: integer().notNull(),
		toStaffId: ref<'Staff'>()
			.notNull()
			.references(() => staff.id),
		question: text(),
		askedAt: moment().notNull(),
		askedBy: text().notNull(),
		askedByName: text().notNull(),
		withdrawnAt: moment(),
		answeredAt: moment(),
		/** The examination that the colleague made. */
		answerId: ref<'Examination'>().references(() => examinations.id)
	},
	(t) => [
		uniqueIndex('second_opinions_one')
			.on(t.examinationId)
			.where(sql`withdrawn_at is null`),
		index().on(t.answerId),
		index().on(t.toStaffId),
		officeLine('second_opinions')
	]
);
