import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { takeTicket } from '#clinic/visits/server/commands/tickets.ts';
import { deskOf, holderOf, mayAskByPhone, phoneActor } from '#clinic/visits/server/phone-desk.ts';
import { m } from '#messages';
import { perform } from '#platform/command.ts';
import { newId } from '#platform/ids.ts';
import { linkToken } from '#platform/links/links.ts';
import { Refusal } from '#platform/refusal.ts';
import { needing, PUBLIC, publicPage } from '#platform/web/page.ts';
import { refusalText } from '#platform/web/words.ts';

export const csr = false;

export const load = publicPage(async ({ locals, params, url }) => {
	const { office, opening, queues } = await deskOf(locals.database, params.code ?? '', locals.now);
	return {
		brand: office.brand,
		officeCode: office.code,
		opening,
		queues: queues.map(({ clinicId, name, papers, giving }) => ({ clinicId, name, papers, giving })),
		code: /^\d{4}$/.test(url.searchParams.get('kode') ?? '') ? url.searchParams.get('kode') : null
	};
});

/** The telephone is known by this and nothing else. */
const cookie = 'telepon';
const longest = 60 * 60 * 24 * 400;

export const actions = {
	default: needing(PUBLIC, async (event: RequestEvent) => {
		const { database, now, requestId, address } = event.locals;
		const { office } = await deskOf(database, event.params.code ?? '', now);
		const waitSeconds = await mayAskByPhone(database, office.id, address, now);
		if (waitSeconds !== null) error(429, m.links_wait({ minutes: Math.ceil(waitSeconds / 60) }));
		const given = Object.fromEntries(await event.request.formData());
		const phone = event.cookies.get(cookie) ?? newId();
		event.cookies.set(cookie, phone, {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure: event.url.protocol === 'https:',
			maxAge: longest
		});
		let linkId: string;
		try {
			({ linkId } = await perform(
				{ database, actor: phoneActor(office.id), now, requestId, commandId: newId() },
				takeTicket,
				{ clinicId: String(given['clinicId'] ?? ''), code: String(given['kode'] ?? ''), holder: holderOf(phone) }
			));
		} catch (problem) {
			if (problem instanceof Refusal) return fail(409, { message: refusalText(problem) });
			throw problem;
		}
		redirect(303, `/n/${linkToken(linkId)}`);
	})
};
