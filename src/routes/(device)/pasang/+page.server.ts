import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { deviceCookie, deviceHome } from '#clinic/visits/devices.ts';
import { pairDevice } from '#clinic/visits/server/commands/devices.ts';
import { codeHash, deviceByCode, deviceToken } from '#clinic/visits/server/devices.ts';
import { m } from '#messages';
import { systemActor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { newId } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import { needing, PUBLIC, publicPage } from '#platform/web/page.ts';
import { refusalText } from '#platform/web/words.ts';

export const csr = false;

export const load = publicPage(async () => ({}));

/** As long as browsers keep anything. */
const longest = 60 * 60 * 24 * 400;

export const actions = {
	default: needing(PUBLIC, async (event: RequestEvent) => {
		const { database, now, address, requestId } = event.locals;
		const code = String((await event.request.formData()).get('kode') ?? '');
		const device = await deviceByCode(database, code, { address, now });
		if (device === 'wrong') return fail(422, { message: m.pair_wrong() });
		if ('waitSeconds' in device)
			return fail(429, { message: m.links_wait({ minutes: Math.ceil(device.waitSeconds / 60) }) });
		const actor = systemActor('pairing', device.officeId, ['device.pair']);
		try {
			const { deviceId, kind, pairing } = await perform(
				{ database, actor, now, requestId, commandId: newId() },
				pairDevice,
				{ deviceId: device.deviceId, codeHash: codeHash(code) }
			);
			event.cookies.set(deviceCookie(kind), deviceToken(deviceId, pairing), {
				path: '/',
				httpOnly: true,
				sameSite: 'lax',
				secure: event.url.protocol === 'https:',
				maxAge: longest
			});
			redirect(303, deviceHome[kind]);
		} catch (problem) {
			if (problem instanceof Refusal) return fail(409, { message: refusalText(problem) });
			throw problem;
		}
	})
};
