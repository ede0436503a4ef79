import { redirect } from '@sveltejs/kit';
import { kinds, registryStatuses } from '#clinic/cooperatives/kinds.ts';
import { PAGE, registerList } from '#clinic/cooperatives/server/reads/register-list.ts';
import { districtsOf } from '#clinic/offices/server/reads.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { page } from '#platform/web/page.ts';
import { addressWith, chosenIn, pageIn, paged } from './address.ts';

export const load = page('register.view', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const params = event.url.searchParams;
	const districts = await districtsOf(reader, actor);
	const wanted = {
		text: (params.get('cari') ?? '').slice(0, 200).trim(),
		kind: chosenIn(params, 'jenis', [...kinds, 'unknown']),
		status: chosenIn(params, 'status', [...registryStatuses, 'unknown']),
		district: chosenIn(
			params,
			'kecamatan',
			districts.map(({ code }) => code)
		)
	};
	const { rows, total } = await registerList(reader, actor, { ...wanted, page: pageIn(params) }, dayOf(now, zone));
	// A page that is no longer there: the list has become shorter.
	if (rows.length === 0 && pageIn(params) > 1) redirect(303, addressWith(event.url, {}));
	return {
		rows,
		total,
		wanted,
		isFiltered: Object.values(wanted).some(Boolean),
		pager: paged(event.url, total, PAGE),
		districts: districts.map(({ code, name }) => ({ value: code, label: name })),
		mayAdd: may(actor, 'register.edit'),
		mayImport: may(actor, 'register.import')
	};
});
