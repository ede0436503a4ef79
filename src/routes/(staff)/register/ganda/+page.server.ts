import {
	dismissDuplicate,
	reopenDuplicate,
	requestSweep,
	sweepWork
} from '#clinic/cooperatives/server/commands/duplicates.ts';
import { unmergeCooperatives } from '#clinic/cooperatives/server/commands/merge.ts';
import {
	duplicateCounts,
	duplicatesOf,
	lastSweep,
	pairFilters,
	PAIRS_A_PAGE,
	recentMerges
} from '#clinic/cooperatives/server/reads/duplicates.ts';
import { newestJob } from '#platform/jobs/reads.ts';
import { act, page } from '#platform/web/page.ts';
import { addressWith, chosenIn, paged, pageIn } from '../address.ts';

export const load = page('register.edit', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const params = event.url.searchParams;
	const filter = chosenIn(params, 'kelompok', pairFilters) ?? 'suggest';
	const counts = await duplicateCounts(reader, actor);
	const job = await newestJob(reader, actor, sweepWork, null);
	return {
		filter,
		tabs: pairFilters.map((one) => ({
			code: one,
			href: addressWith(event.url, { kelompok: one }),
			count: counts[one]
		})),
		pairs: await duplicatesOf(reader, actor, filter, pageIn(params)),
		pager: paged(event.url, counts[filter], PAIRS_A_PAGE),
		swept: await lastSweep(reader, actor),
		isSweeping: job?.state === 'waiting' || job?.state === 'running',
		merges: await recentMerges(reader, actor, now),
		isUndone: params.has('dibatalkan'),
		zone
	};
});

/** The same list, without the name of the action in its address. */
function again({ url }: { url: URL }): string {
	const filter = url.searchParams.get('kelompok');
	return filter ? `${url.pathname}?${new URLSearchParams({ kelompok: filter })}` : url.pathname;
}

export const actions = {
	sweep: act(requestSweep, { to: (_, event) => again(event) }),
	dismiss: act(dismissDuplicate),
	reopen: act(reopenDuplicate),
	undo: act(unmergeCooperatives, { to: '/register/ganda?dibatalkan' })
};
