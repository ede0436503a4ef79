import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import { offices } from '#clinic/offices/server/tables.ts';
import { day, id, moment, officeLine, ref } from '#platform/database/columns.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);
const caseId = () =>
	ref<'Case'>()
		.notNull()
		.references(() => cases.id);

/** Recovered, with every criterion as it stood then. */
export const recoveries = pgTable(
	'recoveries',
	{
		id: id<'Recovery'>(),
		officeId: officeId(),
		caseId: caseId(),
		criteria: jsonb().$type<{ code: string; met: boolean; params: Record<string, string | number> }[]>().notNull(),
		note: text().notNull(),
		at: moment().notNull(),
		by: text().notNull(),
		byName: text().notNull()
	},
	(t) => [index().on(t.caseId), index().on(t.officeId, t.at), officeLine('recoveries')]
);

/** A cooperative that had recovered fell ill again: the case of now, and the one in which it had recovered. */
export const relapses = pgTable(
	'relapses',
	{
		/** The case in which it is treated again. */
		caseId: ref<'Case'>()
			.primaryKey()
			.references(() => cases.id),
		officeId: officeId(),
		formerCaseId: ref<'Case'>()
			.notNull()
			.references(() => cases.id),
		recoveryId: ref<'Recovery'>()
			.notNull()
			.references(() => recoveries.id),
		recoveredOn: day().notNull(),
		/** Whole months from the recovery to the relapse. */
		months: integer().notNull(),
		at: moment().notNull(),
		byName: text().notNull()
	},
	(t) => [index().on(t.officeId, t.at), uniqueIndex().on(t.recoveryId), officeLine('relapses')]
);

/** Beyond recovery: proposed to the head of office, who agrees or returns it. */
export const closureProposals = pgTable(
	'closure_proposals',
	{
		id: id<'ClosureProposal'>(),
		officeId: officeId(),
		caseId: caseId(),
		/** Code of `grounds.ts`: the grounds of dissolution by government. */
		ground: text().notNull(),
		reasons: text().notNull(),
		state: text().$type<'proposed' | 'returned' | 'agreed'>().notNull(),
		proposedAt: moment().notNull(),
		proposedBy: text().notNull(),
		proposedByName: text().notNull(),
		decidedAt: moment(),
		decidedBy: text(),
		decidedByName: text(),
		decision: text()
	},
	(t) => [
		index().on(t.officeId, t.state),
		uniqueIndex('closure_proposals_one_open')
			.on(t.caseId)
			.where(sql`state in ('proposed', 'agreed')`),
		check('closure_proposals_return_says_why', sql`state <> 'returned' or decision is not null`),
		officeLine('closure_proposals')
	]
);
