import { redirect } from '@sveltejs/kit';
import { filtersSet, keyIn, keyText, type ListKey } from '#clinic/cooperatives/list-filters.ts';
import { forgetView, saveView } from '#clinic/cooperatives/server/commands/saved-views.ts';
import { PAGE, registerList } from '#clinic/cooperatives/server/reads/register-list.ts';
import { viewsFor } from '#clinic/cooperatives/server/reads/saved-views.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';
import { pageIn, paged } from './address.ts';
import { filtersShown, listAddress, listAsked } from './asked.ts';

export const load = page('register.view', async ({ reader, actor, event }) => {
	const params = event.url.searchParams;
	const asked = listAsked({ event }, params);
	const place = {
		after: keyIn(params.get('setelah')),
		before: keyIn(params.get('sebelum')),
		page: pageIn(params)
	};
	const list = await registerList(reader, actor, asked, place);
	// A page that is no longer there: the list has become shorter.
	if (list.rows.length === 0 && (place.after || place.page > 1)) redirect(303, listAddress(asked.filters));
	const at = (name: 'setelah' | 'sebelum', key: ListKey | null) =>
		key === null ? null : listAddress(asked.filters, { [name]: keyText(key) });
	return {
		...(await filtersShown({ reader, actor, event }, asked)),
		rows: list.rows,
		count: list.count,
		isMore: list.isMore,
		isFiltered: filtersSet(asked.filters).length > 0,
		pager: list.isRanked
			? paged(event.url, list.count, PAGE)
			: {
					previous: at('sebelum', list.previous),
					next: at('setelah', list.next),
					first: list.previous === null ? null : listAddress(asked.filters)
				},
		views: await viewsFor(reader, actor, 'list'),
		mayAdd: may(actor, 'register.edit'),
		mayImport: may(actor, 'register.import')
	};
});

export const actions = {
	saveView: act(saveView),
	forgetView: act(forgetView)
};
