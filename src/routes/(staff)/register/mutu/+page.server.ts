import { wantedNames } from '#clinic/cooperatives/completeness.ts';
import { byDistrict, missingFields, qualityOf } from '#clinic/cooperatives/server/reads/quality.ts';
import { districtsOf } from '#clinic/offices/server/reads.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { page } from '#platform/web/page.ts';
import { chosenIn, pageIn, paged } from '../address.ts';

const PAGE = 25;

export const load = page('register.view', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const params = event.url.searchParams;
	const districts = await districtsOf(reader, actor);
	const wanted = {
		district: chosenIn(
			params,
			'kecamatan',
			districts.map(({ code }) => code)
		),
		field: chosenIn(params, 'kurang', wantedNames)
	};
	const all = await qualityOf(reader, actor, dayOf(now, zone));
	const within = all.filter(({ districtCode }) => wanted.district === null || districtCode === wanted.district);
	const todo = within.filter(({ missing }) =>
		wanted.field === null ? missing.length > 0 : missing.includes(wanted.field)
	);
	const from = (pageIn(params) - 1) * PAGE;
	return {
		total: within.length,
		complete: within.filter(({ isComplete }) => isComplete).length,
		districtsBy: byDistrict(all),
		fields: missingFields(within),
		todo: todo.slice(from, from + PAGE),
		pager: paged(event.url, todo.length, PAGE),
		wanted,
		mayEdit: may(actor, 'register.edit'),
		districts: districts.map(({ code, name }) => ({ value: code, label: name }))
	};
});
