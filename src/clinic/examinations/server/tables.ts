import { index, integer, jsonb, numeric, pgTable, text } from 'drizzle-orm/pg-core';
import { cases } from '#clinic/cases/server/tables.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import type { HealthCategory } from '#clinic/cooperatives/health.ts';
import { offices } from '#clinic/offices/server/tables.ts';
import { id, moment, officeLine, ref } from '#platform/database/columns.ts';
import type { Kept } from '../record.ts';
import type { ExaminationStanding } from '../standing.ts';

/** One scored examination, kept as it was asked and answered under the instrument of its day. Never changed. */
export const examinations = pgTable(
	'examinations',
	{
		id: id<'Examination'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		cooperativeId: ref<'Cooperative'>()
			.notNull()
			.references(() => cooperatives.id),
		caseId: ref<'Case'>().references(() => cases.id),
		/** A clinic check, or an official examination, which only an inspector finalises. */
		standing: text().$type<ExaminationStanding>().notNull(),
		instrument: text().notNull(),
		version: text().notNull(),
		bookYear: integer().notNull(),
		readings: jsonb().$type<Kept['readings']>().notNull(),
		/** Rupiah as digit strings, by the figure's name. */
		figures: jsonb().$type<Kept['figures']>().notNull(),
		/** By the item's code. */
		answers: jsonb().$type<Kept['answers']>().notNull(),
		/** The questions of each block as they were worded when asked, in order. */
		asked: jsonb().$type<Kept['asked']>().notNull(),
		result: jsonb().$type<Kept['result']>().notNull(),
		/** Null while any component has no score. */
		total: numeric({ precision: 6, scale: 2 }),
		category: text().$type<HealthCategory>(),
		/** Why another instrument was used than the one in force for this cooperative and book year. */
		overrideReason: text(),
		note: text(),
		at: moment().notNull(),
		by: text().notNull(),
		byName: text().notNull()
	},
	(t) => [index().on(t.cooperativeId, t.at), index().on(t.caseId, t.at), officeLine('examinations')]
);
