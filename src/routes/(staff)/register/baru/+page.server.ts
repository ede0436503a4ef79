import { redirect } from '@sveltejs/kit';
import { registerCooperative } from '#clinic/cooperatives/server/commands/registration.ts';
import { likelyCandidates } from '#clinic/cooperatives/server/reads/candidates.ts';
import { districtsOf } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('register.edit', async ({ reader, actor, event }) => {
	const typed = (name: string) => (event.url.searchParams.get(name) ?? '').slice(0, 200).trim();
	const text = typed('cari');
	// Look before you write: only who has searched comes here.
	if (text === '') redirect(303, '/register');
	return {
		text,
		candidates: await likelyCandidates(reader, actor, {
			name: text,
			legalNumber: typed('bh'),
			registryNumber: typed('nik'),
			businessNumber: typed('nib'),
			taxNumber: typed('npwp'),
			address: typed('alamat'),
			district: typed('kecamatan')
		}),
		/** Below this many percent a number would only frighten. */
		worthSaying: 20,
		districts: (await districtsOf(reader, actor)).map(({ code, name }) => ({ value: code, label: name })),
		today: dayOf(event.locals.now, event.locals.zone)
	};
});

export const actions = {
	default: act(registerCooperative, { to: ({ cooperativeId }) => `/register/${cooperativeId}` })
};
