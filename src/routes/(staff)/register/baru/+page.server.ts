import { redirect } from '@sveltejs/kit';
import { registerCooperative } from '#clinic/cooperatives/server/commands/registration.ts';
import { searchCooperatives } from '#clinic/cooperatives/server/reads/search.ts';
import { districtsOf } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('register.edit', async ({ reader, actor, event }) => {
	const text = (event.url.searchParams.get('cari') ?? '').slice(0, 200).trim();
	// Look before you write: only who has searched comes here.
	if (text === '') redirect(303, '/register');
	return {
		text,
		candidates: await searchCooperatives(reader, actor, text, 5),
		districts: (await districtsOf(reader, actor)).map(({ code, name }) => ({ value: code, label: name })),
		today: dayOf(event.locals.now, event.locals.zone)
	};
});

export const actions = {
	default: act(registerCooperative, { to: ({ cooperativeId }) => `/register/${cooperativeId}` })
};
