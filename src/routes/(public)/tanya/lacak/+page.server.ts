import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { trackedBy } from '#clinic/consultations/server/reads/tracking.ts';
import { m } from '#messages';
import { needing, PUBLIC, publicPage } from '#platform/web/page.ts';

export const csr = false;

export const load = publicPage(async () => ({}));

export const actions = {
	/** Code and PIN lead to the question's own page. Looking changes nothing, so this is no command. */
	default: needing(PUBLIC, async (event: RequestEvent) => {
		const form = await event.request.formData();
		const [code, pin] = [String(form.get('code') ?? ''), String(form.get('pin') ?? '')];
		const { database, address, now } = event.locals;
		const tracked = await trackedBy(database, { code, pin }, { address, now });
		if (typeof tracked === 'object' && 'token' in tracked) redirect(303, `/tanya/${tracked.token}`);
		const message =
			tracked === 'wrong' ? m.asking_track_wrong() : m.links_wait({ minutes: Math.ceil(tracked.waitSeconds / 60) });
		return fail(422, { message, values: { code } });
	})
};
