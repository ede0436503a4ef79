import { and, eq, sql } from 'drizzle-orm';
import { command, type Context } from '#platform/command.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { filtersIn, queryOf } from '../../list-filters.ts';
import { forgottenViewInput, mapQuery, savedViewInput, viewLimit } from '../../saved-view-forms.ts';
import { savedViews } from '../tables/saved-views.ts';

/** Views belong to people. */
function ownerOf({ actor }: Context): Id<'Staff'> {
	if (actor.kind !== 'staff') throw new Refusal('forbidden');
	return actor.id as Id<'Staff'>;
}

/** Keeps the filters of a list under a name; saved again under the same name they take the place of the earlier ones. */
export const saveView = command({
	name: 'cooperatives.saveView',
	needs: 'register.view',
	input: savedViewInput,
	run: async (context, { page, name, query, isShared }) => {
		const { tx, actor, now } = context;
		const staffId = ownerOf(context);
		const kept = page === 'map' ? mapQuery(query) : queryOf(filtersIn(new URLSearchParams(query)));
		if (kept === '') throw new Refusal('cooperatives.viewWithoutFilter');
		// Two windows of one person: the limit is counted by one after the other.
		await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`saved views of ${staffId}`}, 0))`);
		const isSameName = and(
			eq(savedViews.staffId, staffId),
			eq(savedViews.page, page),
			eq(sql`lower(${savedViews.name})`, sql`lower(${name})`)
		);
		const [again] = await tx
			.update(savedViews)
			.set({ page, name, query: kept, isShared, createdAt: now })
			.where(isSameName)
			.returning({ id: savedViews.id });
		if (again) return { viewId: again.id, query: kept };
		if ((await tx.$count(savedViews, eq(savedViews.staffId, staffId))) >= viewLimit)
			throw new Refusal('cooperatives.tooManyViews', { limit: viewLimit });
		const viewId = newId<'SavedView'>();
		const officeId = actor.officeId as Id<'Office'>;
		await tx
			.insert(savedViews)
			.values({ id: viewId, officeId, staffId, page, name, query: kept, isShared, createdAt: now });
		return { viewId, query: kept };
	}
});

/** Takes one's own view away, shared or not. */
export const forgetView = command({
	name: 'cooperatives.forgetView',
	needs: 'register.view',
	input: forgottenViewInput,
	run: async (context, { viewId }) => {
		const [gone] = await context.tx
			.delete(savedViews)
			.where(and(eq(savedViews.id, viewId), eq(savedViews.staffId, ownerOf(context))))
			.returning({ name: savedViews.name });
		return { name: found(gone).name };
	}
});
