import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment } from '../database/columns.ts';

/** What holds for the whole installation for good: `mode` (demo or real), the day of the first start. */
export const settings = pgTable('settings', {
	key: text().primaryKey(),
	value: jsonb().notNull()
});

/** Attempts counted by key (an address, a link) within a window, for throttling. */
export const throttles = pgTable('throttles', {
	key: text().primaryKey(),
	count: integer().notNull(),
	windowStart: moment().notNull()
});
