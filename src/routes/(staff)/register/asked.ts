import type { ServerLoadEvent } from '@sveltejs/kit';
import { filtersIn, queryOf, type ListFilters } from '#clinic/cooperatives/list-filters.ts';
import type { ListAsked } from '#clinic/cooperatives/server/reads/list-query.ts';
import { newestBookYearDue } from '#clinic/cooperatives/signs.ts';
import { districtsOf } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';

interface Around {
	readonly reader: Reader;
	readonly actor: Actor;
	readonly event: Pick<ServerLoadEvent, 'locals'>;
}

/** A filtered list as its reads want it. */
export function listAsked({ event }: Pick<Around, 'event'>, params: URLSearchParams): ListAsked {
	const { now, zone } = event.locals;
	return { filters: filtersIn(params), today: dayOf(now, zone) };
}

/** What a page shows of its filters: themselves, their address, and what they are called with. */
export async function filtersShown(
	{ reader, actor }: Around,
	{ filters, today }: Pick<ListAsked, 'filters' | 'today'>
) {
	const districts = await districtsOf(reader, actor);
	return {
		filters,
		query: queryOf(filters),
		bookYear: newestBookYearDue(today),
		districts: districts.map(({ code, name }) => ({ value: code, label: name }))
	};
}

/** The list with these filters. */
export const listAddress = (filters: ListFilters, more: Readonly<Record<string, string>> = {}): string => {
	const params = new URLSearchParams(queryOf(filters));
	for (const [name, value] of Object.entries(more)) params.set(name, value);
	return params.size > 0 ? `/register?${params}` : '/register';
};
