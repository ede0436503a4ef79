import { redirect } from '@sveltejs/kit';
import { correctCooperative } from '#clinic/cooperatives/server/commands/correction.ts';
import { basicsOf, villagesOf } from '#clinic/cooperatives/server/reads/basics.ts';
import { changesOf } from '#clinic/cooperatives/server/reads/changes.ts';
import { districtsOf } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('register.edit', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const asked = event.params.id ?? '';
	const { id, version, districtText, ...values } = await basicsOf(reader, actor, asked);
	// A merged record answers at the address of the one that stays.
	if (id !== asked.toLowerCase()) redirect(307, `/register/${id}/ubah`);
	const villages = await villagesOf(reader, actor);
	return {
		id,
		subject: values.name,
		values,
		districtText,
		version,
		changes: await changesOf(reader, id),
		districts: (await districtsOf(reader, actor)).map(({ code, name }) => ({ value: code, label: name })),
		villages: villages.map(({ code, name, district }) => ({ value: code, label: `${district}: ${name}` })),
		today: dayOf(now, zone),
		zone
	};
});

export const actions = {
	default: act(correctCooperative, {
		with: ({ params }) => ({ cooperativeId: params.id }),
		to: ({ cooperativeId }) => `/register/${cooperativeId}/profil`
	})
};
