import { mapQuery } from '#clinic/cooperatives/saved-view-forms.ts';
import { forgetView, saveView } from '#clinic/cooperatives/server/commands/saved-views.ts';
import { viewsFor } from '#clinic/cooperatives/server/reads/saved-views.ts';
import { boundariesOf } from '#clinic/offices/server/reads/boundaries.ts';
import { districtsOf } from '#clinic/offices/server/reads.ts';
import { spreadOf } from '#clinic/reports/server/reads/spread.ts';
import { byDistrict, countsOf, drawnMap, isPlaced, isWanted } from '#clinic/reports/spread.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';
import { pageIn, paged } from '../address.ts';
import { spreadWanted } from './wanted.ts';

const PAGE = 50;

export const load = page('register.view', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const { searchParams } = event.url;
	const districts = await districtsOf(reader, actor);
	const wanted = spreadWanted(searchParams, districts);
	const all = await spreadOf(reader, actor, dayOf(now, zone));
	const spots = all.filter((spot) => isWanted(spot, wanted));
	const placed = spots.filter(isPlaced);
	const isUnplaced = searchParams.get('titik') === 'belum';
	const listed = byDistrict(isUnplaced ? spots.filter((spot) => !isPlaced(spot)) : placed);
	const from = (pageIn(searchParams) - 1) * PAGE;
	const boundaries = await boundariesOf(reader, actor);
	return {
		counts: countsOf(spots),
		drawn: placed.length === 0 ? null : drawnMap(boundaries, placed),
		hasBoundaries: boundaries.length > 0,
		isUnplaced,
		rows: listed.slice(from, from + PAGE).map(({ position: _, kind: _kind, ...row }) => row),
		pager: paged(event.url, listed.length, PAGE),
		wanted,
		isFiltered: Object.values(wanted).some(Boolean),
		causes: [...new Set(all.flatMap(({ cause }) => cause ?? []))],
		districts: districts.map(({ code, name }) => ({ value: code, label: name })),
		query: mapQuery(event.url.search),
		views: await viewsFor(reader, actor, 'map'),
		mayEdit: may(actor, 'register.edit'),
		mayManage: may(actor, 'office.manage'),
		seesCases: may(actor, 'case.view')
	};
});

export const actions = {
	saveView: act(saveView),
	forgetView: act(forgetView)
};
