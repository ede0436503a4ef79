import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import type { OpeningHours } from '#clinic/offices/hours.ts';
import { offices, staff } from '#clinic/offices/server/tables.ts';
import { day, id, moment, officeLine, ref } from '#platform/database/columns.ts';
import type { RelationKind } from '../../conflicts.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);
const staffId = () => ref<'Staff'>().references(() => staff.id);

/** What a person of a poli takes on. Without a row: every cause of the poli, the whole area, at the office's hours, no limit. */
export const specialists = pgTable(
	'specialists',
	{
		staffId: staffId().primaryKey(),
		officeId: officeId(),
		/** By weekday; empty: at the office's own hours. */
		hours: jsonb().$type<OpeningHours>().notNull(),
		/** Codes of causes; empty: every cause of his or her poli. */
		causes: text().array().notNull(),
		/** Codes of districts; empty: the whole area. */
		districts: text().array().notNull(),
		/** New cases a week; null: no limit. */
		weeklyLimit: integer(),
		changedAt: moment().notNull(),
		changedByName: text().notNull()
	},
	() => [check('specialists_limit', sql`weekly_limit between 0 and 50`), officeLine('specialists')]
);

/** Away: no new cases in these days. */
export const specialistPauses = pgTable(
	'specialist_pauses',
	{
		id: id<'SpecialistPause'>(),
		officeId: officeId(),
		staffId: staffId().notNull(),
		fromOn: day().notNull(),
		untilOn: day().notNull(),
		reason: text().notNull(),
		at: moment().notNull(),
		byName: text().notNull()
	},
	(t) => [
		index().on(t.officeId, t.untilOn),
		check('specialist_pauses_dates', sql`until_on >= from_on`),
		officeLine('specialist_pauses')
	]
);

/** What ties a colleague to a cooperative: declared by the one, or entered by the office. */
export const declaredRelations = pgTable(
	'declared_relations',
	{
		id: id<'Relation'>(),
		officeId: officeId(),
		cooperativeId: ref<'Cooperative'>()
			.notNull()
			.references(() => cooperatives.id),
		staffId: staffId().notNull(),
		kind: text().$type<RelationKind | 'noConflict'>().notNull(),
		note: text().notNull(),
		declaredAt: moment().notNull(),
		declaredByName: text().notNull(),
		endedAt: moment(),
		endedByName: text(),
		endedWhy: text()
	},
	(t) => [
		index().on(t.cooperativeId),
		index().on(t.officeId, t.staffId),
		check('declared_relations_ended', sql`(ended_at is null) = (ended_why is null)`),
		officeLine('declared_relations')
	]
);

/** How an office wants its referrals answered. Without a row: as usual (`states.ts`). */
export const referralSettings = pgTable(
	'referral_settings',
	{
		officeId: officeId().primaryKey(),
		/** Working days until an answer is due. */
		answerDays: integer().notNull(),
		changedAt: moment().notNull(),
		changedByName: text().notNull()
	},
	() => [check('referral_settings_days', sql`answer_days between 1 and 30`), officeLine('referral_settings')]
);
