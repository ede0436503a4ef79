import { isActionFailure, redirect, type RequestEvent } from '@sveltejs/kit';
import { zoneOfArea } from '#clinic/offices/areas.ts';
import { foundOffice } from '#clinic/offices/server/commands/first-office.ts';
import { provinces, seatsIn } from '#clinic/offices/server/reads.ts';
import { act, needing, page } from '#platform/web/page.ts';
import { comeIn } from '../../come-in.ts';

export const load = page('installation.begin', async ({ reader, event }) => {
	const all = await provinces(reader);
	const province = all.find(({ code }) => code === event.url.searchParams.get('provinsi')) ?? null;
	return {
		provinces: all,
		province,
		seats: province ? await seatsIn(reader, province.code) : [],
		zone: province ? zoneOfArea(province.code) : null
	};
});

const found = act(foundOffice);
const dirikan = needing(found.needs, async (event: RequestEvent) => {
	const form = await event.request.clone().formData();
	const answer = await found(event);
	if (isActionFailure(answer)) return answer;
	const isIn = await comeIn(event, { email: form.get('account.email'), password: form.get('account.password') });
	redirect(303, isIn ? '/pengaturan' : '/masuk?lanjut=%2Fpengaturan');
});

export const actions = { dirikan };
