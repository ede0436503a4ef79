import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgPolicy, pgTable, text } from 'drizzle-orm/pg-core';
import { offices } from '#clinic/offices/server/tables.ts';
import { id, moment, officeLine, ref } from '#platform/database/columns.ts';
import type { TemplateAction, TemplateOrigin } from '../../templates.ts';

/**
 * An office's own templates of plans. Those that come with the program stand in `templates/`; a shared one is read by
 * every office and changed by its own alone.
 */
export const planTemplates = pgTable(
	'plan_templates',
	{
		id: id<'PlanTemplate'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		/** Code of a cause. */
		cause: text().notNull(),
		title: text().notNull(),
		aim: text().notNull(),
		actions: jsonb().$type<readonly TemplateAction[]>().notNull(),
		warningSigns: text().array().notNull(),
		/** What it was made from: one of the program's or another office's; null when written freely. */
		origin: jsonb().$type<TemplateOrigin>(),
		/** The office's name as it was when it was last changed: what other offices read. */
		officeName: text().notNull(),
		/** Counts the changes: a plan remembers which one it began from. */
		version: integer().notNull(),
		isShared: boolean().notNull().default(false),
		changedAt: moment().notNull(),
		changedByName: text().notNull(),
		/** No longer offered; plans that began from it keep their own text. */
		retiredAt: moment()
	},
	(t) => [
		index().on(t.officeId, t.cause),
		index('plan_templates_shared_cause')
			.on(t.cause)
			.where(sql`is_shared and retired_at is null`),
		officeLine('plan_templates'),
		pgPolicy('plan_templates_shared', { for: 'select', using: sql`is_shared and retired_at is null` })
	]
);
