import { error, redirect } from '@sveltejs/kit';
import { dismissDuplicate } from '#clinic/cooperatives/server/commands/duplicates.ts';
import { mergeCooperatives } from '#clinic/cooperatives/server/commands/merge.ts';
import { comparison } from '#clinic/cooperatives/server/reads/comparison.ts';
import { isId } from '#platform/ids.ts';
import { missing } from '#platform/refusal.ts';
import { act, page } from '#platform/web/page.ts';
import { refusalText } from '#platform/web/words.ts';

export const load = page('register.edit', async ({ reader, actor, event }) => {
	const params = event.url.searchParams;
	const [winnerId, loserId] = [params.get('satu') ?? '', params.get('dua') ?? ''];
	if (winnerId === '' || loserId === '') redirect(303, '/register/ganda');
	if (!isId(winnerId) || !isId(loserId)) error(404, refusalText(missing()));
	const compared = await comparison(reader, actor, winnerId, loserId);
	// Merged in the meantime: the one that stays says so.
	if (compared.winner.row.id === compared.loser.row.id)
		redirect(303, `/register/${compared.winner.row.id}?${new URLSearchParams({ digabung: loserId })}`);
	return {
		...compared,
		/** Which two, in the address of every form of the page. */
		pair: String(new URLSearchParams({ satu: winnerId, dua: loserId })),
		swap: `${event.url.pathname}?${new URLSearchParams({ satu: loserId, dua: winnerId })}`,
		zone: event.locals.zone
	};
});

export const actions = {
	merge: act(mergeCooperatives, {
		to: ({ cooperativeId, otherId }) => `/register/${cooperativeId}?${new URLSearchParams({ digabung: otherId })}`
	}),
	dismiss: act(dismissDuplicate, { to: '/register/ganda' })
};
