import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { offices } from '#clinic/offices/server/tables.ts';
import { id, moment, officeLine, ref } from '#platform/database/columns.ts';
import type { DuplicateBand, Reason } from '../../duplicates/score.ts';
import { cooperatives } from '../tables.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);
const cooperativeId = () =>
	ref<'Cooperative'>()
		.notNull()
		.references(() => cooperatives.id);

/**
 * Two records that may be one cooperative, as the last sweep found them. Of a record in another office's register this
 * office sees that there is one and where, never a value that only the other has.
 */
export const duplicatePairs = pgTable(
	'duplicate_pairs',
	{
		id: id<'DuplicatePair'>(),
		officeId: officeId(),
		firstId: cooperativeId(),
		/** In the same register the greater of the two ids; else a record of `elsewhereId`, which nobody here can open. */
		secondId: ref<'Cooperative'>().notNull(),
		/** The other office in whose register the second stands; null: the same register. */
		elsewhereId: ref<'Office'>().references(() => offices.id),
		percent: integer().notNull(),
		band: text().$type<DuplicateBand>().notNull(),
		reasons: jsonb().$type<Reason[]>().notNull(),
		foundAt: moment().notNull()
	},
	(t) => [
		uniqueIndex('duplicate_pairs_once').on(t.firstId, t.secondId),
		index().on(t.officeId, t.percent),
		index().on(t.secondId),
		check('duplicate_pairs_two', sql`first_id <> second_id`),
		officeLine('duplicate_pairs')
	]
);

/** Somebody has looked and says: these are two. It stands whatever later sweeps find, until it is taken back. */
export const duplicateDismissals = pgTable(
	'duplicate_dismissals',
	{
		officeId: officeId(),
		firstId: cooperativeId(),
		secondId: ref<'Cooperative'>().notNull(),
		reason: text().notNull(),
		at: moment().notNull(),
		by: text().notNull(),
		byName: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.firstId, t.secondId] }), officeLine('duplicate_dismissals')]
);

/** When an office's register was last swept for duplicates, and how much it held. */
export const duplicateSweeps = pgTable(
	'duplicate_sweeps',
	{
		officeId: ref<'Office'>()
			.primaryKey()
			.references(() => offices.id),
		sweptAt: moment().notNull(),
		cooperatives: integer().notNull()
	},
	() => [officeLine('duplicate_sweeps')]
);

/** Two records made one. No row moves: the loser points to the winner, and this row can put everything back. */
export const cooperativeMerges = pgTable(
	'cooperative_merges',
	{
		id: id<'CooperativeMerge'>(),
		officeId: officeId(),
		winnerId: cooperativeId(),
		loserId: cooperativeId(),
		/** Columns of the winner that took another value: what stood there, and what the merge set. */
		before: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
		after: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
		/** Records that had been merged into the loser and point to the winner since. */
		followers: uuid().array().notNull(),
		reason: text(),
		mergedAt: moment().notNull(),
		mergedBy: text().notNull(),
		mergedByName: text().notNull(),
		undoneAt: moment(),
		undoneByName: text()
	},
	(t) => [
		index().on(t.officeId, t.mergedAt),
		index().on(t.winnerId),
		uniqueIndex('cooperative_merges_once')
			.on(t.loserId)
			.where(sql`undone_at is null`),
		check('cooperative_merges_two', sql`winner_id <> loser_id`),
		officeLine('cooperative_merges')
	]
);
