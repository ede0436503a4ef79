import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { offices, staff } from '#clinic/offices/server/tables.ts';
import type { ViewPage } from '../../saved-view-forms.ts';
import { id, moment, officeLine, ref } from '#platform/database/columns.ts';

/** The register as somebody filtered it, under a name. */
export const savedViews = pgTable(
	'saved_views',
	{
		id: id<'SavedView'>(),
		officeId: ref<'Office'>()
			.notNull()
			.references(() => offices.id),
		staffId: ref<'Staff'>()
			.notNull()
			.references(() => staff.id),
		name: text().notNull(),
		/** Of which page: the list of the register, or its map. */
		page: text().$type<ViewPage>().notNull().default('list'),
		/** The filters as an address carries them (`list-filters.ts`). */
		query: text().notNull(),
		/** Everybody in the office sees it; only who saved it takes it away. */
		isShared: boolean().notNull().default(false),
		createdAt: moment().notNull()
	},
	(t) => [
		uniqueIndex('saved_views_name').on(t.staffId, t.page, sql`lower(name)`),
		index().on(t.officeId, t.isShared),
		officeLine('saved_views')
	]
);
