import { BULK_LIMIT, bulkFields, bulkValue, seenRowsText, type BulkField } from '#clinic/cooperatives/bulk-fields.ts';
import { filtersSet } from '#clinic/cooperatives/list-filters.ts';
import { changeMany } from '#clinic/cooperatives/server/commands/change-many.ts';
import { bulkByFilter, bulkByIds } from '#clinic/cooperatives/server/reads/list-bulk.ts';
import { isId } from '#platform/ids.ts';
import { act, page } from '#platform/web/page.ts';
import { filtersShown, listAddress, listAsked } from '../asked.ts';

/** "kind:consumer" of the address: what to set, and to what. */
function wantedIn(params: URLSearchParams): { field: BulkField; value: string | number; text: string } | null {
	const [name, text = ''] = (params.get('isi') ?? '').split(':');
	const field = bulkFields.find((one) => one === name);
	const value = field ? bulkValue(field, text) : null;
	return field && value !== null ? { field, value, text } : null;
}

export const load = page('register.edit', async ({ reader, actor, event }) => {
	const params = event.url.searchParams;
	const asked = listAsked({ event }, params);
	const picked = params.getAll('pilih').filter(isId).slice(0, BULK_LIMIT);
	const wanted = wantedIn(params);
	const field = wanted?.field ?? 'kind';
	// Nothing ticked and no filter: the whole register is never meant by that.
	const isByFilter = picked.length === 0 && filtersSet(asked.filters).length > 0;
	const rows = isByFilter
		? await bulkByFilter(reader, actor, asked, field)
		: await bulkByIds(reader, actor, picked, field);
	const isTooMany = rows.length > BULK_LIMIT;
	const changing = wanted && !isTooMany ? rows.filter(({ before }) => before !== wanted.value) : [];
	return {
		...(await filtersShown({ reader, actor, event }, asked)),
		picked,
		count: isTooMany ? BULK_LIMIT : rows.length,
		isTooMany,
		limit: BULK_LIMIT,
		wanted,
		changing: changing.slice(0, 100),
		changingCount: changing.length,
		seen: changing.length > 0 ? seenRowsText(changing) : '',
		back: listAddress(asked.filters)
	};
});

export const actions = { default: act(changeMany) };
