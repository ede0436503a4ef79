import { and, asc, eq, or } from 'drizzle-orm';
import { staff } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import type { ViewPage } from '../../saved-view-forms.ts';
import { savedViews } from '../tables/saved-views.ts';

export interface SavedView {
	readonly id: Id<'SavedView'>;
	readonly name: string;
	readonly query: string;
	readonly isShared: boolean;
	readonly isOwn: boolean;
	/** Who saved it. */
	readonly byName: string;
}

/** One's own views and those that colleagues share, by name. */
export async function viewsFor(reader: Reader, actor: Actor, page: ViewPage): Promise<SavedView[]> {
	if (actor.kind !== 'staff') return [];
	const own = eq(savedViews.staffId, actor.id as Id<'Staff'>);
	const rows = await reader
		.select({
			id: savedViews.id,
			name: savedViews.name,
			query: savedViews.query,
			isShared: savedViews.isShared,
			staffId: savedViews.staffId,
			byName: staff.name
		})
		.from(savedViews)
		.innerJoin(staff, eq(staff.id, savedViews.staffId))
		.where(
			and(
				eq(savedViews.officeId, actor.officeId as Id<'Office'>),
				eq(savedViews.page, page),
				or(own, eq(savedViews.isShared, true))
			)
		)
		.orderBy(asc(savedViews.name), asc(savedViews.id))
		.limit(200);
	return rows.map(({ staffId, ...row }) => ({ ...row, isOwn: staffId === actor.id }));
}
