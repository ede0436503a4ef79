import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { offices, staff } from '#clinic/offices/server/tables.ts';
import { id, moment, officeLine, ref } from '#platform/database/columns.ts';
import { cases } from '../tables.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);
const staffId = () =>
	ref<'Staff'>()
		.notNull()
		.references(() => staff.id);

/** An officer moves: the cases in his or her hands are offered to a successor. */
export const handovers = pgTable(
	'handovers',
	{
		id: id<'Handover'>(),
		officeId: officeId(),
		fromId: staffId(),
		fromName: text().notNull(),
		toId: staffId(),
		toName: text().notNull(),
		/** What the successor should know; why it is done. */
		note: text().notNull(),
		at: moment().notNull(),
		by: text().notNull(),
		byName: text().notNull(),
		withdrawnAt: moment()
	},
	(t) => [
		index().on(t.officeId, t.toId),
		index().on(t.officeId, t.fromId),
		check('handovers_to_another', sql`from_id <> to_id`),
		officeLine('handovers')
	]
);

/** One case of a handover; it stays with whoever had it until the successor accepts it. */
export const handoverCases = pgTable(
	'handover_cases',
	{
		handoverId: ref<'Handover'>()
			.notNull()
			.references(() => handovers.id),
		caseId: ref<'Case'>()
			.notNull()
			.references(() => cases.id),
		officeId: officeId(),
		acceptedAt: moment(),
		/** Taken back, closed, or taken by somebody else meanwhile: no longer offered. */
		droppedAt: moment()
	},
	(t) => [
		primaryKey({ columns: [t.handoverId, t.caseId] }),
		uniqueIndex('handover_cases_offered_once')
			.on(t.caseId)
			.where(sql`accepted_at is null and dropped_at is null`),
		officeLine('handover_cases')
	]
);
