import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { offices } from '#clinic/offices/server/tables.ts';
import { day, id, moment, officeLine, ref } from '#platform/database/columns.ts';
import { files } from '#platform/files/tables.ts';
import type { PaperContent } from '../content.ts';
import type { PaperKind, PaperState } from '../kinds.ts';
import type { Letterhead } from '../letterhead.ts';

/**
 * One official paper. What it says is kept as it was when it was drafted; once it bears a number nothing of it changes
 * any more, and a correction is a new paper.
 */
export const papers = pgTable(
	'papers',
	{
		id: id<'Paper'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		kind: text().$type<PaperKind>().notNull(),
		/** What it is about: a row of a later stop, which this one does not know. */
		subjectId: uuid().notNull(),
		title: text().notNull(),
		letterhead: jsonb().$type<Letterhead>().notNull(),
		content: jsonb().$type<PaperContent>().notNull(),
		state: text().$type<PaperState>().notNull(),
		/** As typed by the officer, from the office's own book of letters. */
		number: text(),
		/** The day that it bears, with its number. */
		datedOn: day(),
		/** Of `datedOn`: a number is given once a year. */
		year: integer(),
		voidReason: text(),
		/** The typeset paper in its present state; null until it has been typeset. */
		fileId: ref<'File'>().references(() => files.id),
		pages: integer(),
		createdAt: moment().notNull(),
		createdBy: text().notNull(),
		createdByName: text().notNull(),
		numberedAt: moment(),
		numberedBy: text(),
		numberedByName: text()
	},
	(t) => [
		index().on(t.officeId, t.subjectId, t.createdAt),
		uniqueIndex('papers_number_once').on(t.officeId, t.kind, t.year, t.number),
		check('papers_numbered', sql`(number is null) = (dated_on is null) and (number is null) = (year is null)`),
		check('papers_state', sql`state = 'void' or (state = 'numbered') = (number is not null)`),
		check('papers_void_reason', sql`(state = 'void') = (void_reason is not null)`),
		officeLine('papers')
	]
);
