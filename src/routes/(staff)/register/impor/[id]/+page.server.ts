import { importOf, importRowsOf } from '#clinic/cooperatives/server/reads/imports.ts';
import { page } from '#platform/web/page.ts';
import { pageIn, paged } from '../../address.ts';
import { filterIn, ROWS } from '../filter.ts';

export const load = page('register.import', async ({ reader, actor, event }) => {
	const { searchParams } = event.url;
	const told = await importOf(reader, actor, event.params.id ?? '');
	const { name, outcome, weight } = filterIn(searchParams);
	const skip = (pageIn(searchParams) - 1) * ROWS;
	const total = outcome ? told[outcome] : weight ? told.weights[weight] : told.read;
	return {
		told,
		rows: await importRowsOf(reader, actor, told.id, { outcome, weight, skip, limit: ROWS }),
		filter: name,
		pager: paged(event.url, total, ROWS),
		isNew: searchParams.has('baru'),
		isUndone: searchParams.has('batal'),
		zone: event.locals.zone
	};
});
