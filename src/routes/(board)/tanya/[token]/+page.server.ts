import { redirect, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit';
import { firstOpen } from '#clinic/consultations/asking.ts';
import { replyAsAsker } from '#clinic/consultations/server/commands/sending.ts';
import { ownQuestion, questionInHand } from '#clinic/consultations/server/reads/asker.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { act, page } from '#platform/web/page.ts';
import { held, placeOf } from './held.ts';

/** Cheap telephones on weak networks: the page is whole without script, so none is sent. */
export const csr = false;

const ask = page('consultation.ask', async ({ reader, actor, event }) => {
	const { isSent, draft } = await questionInHand(reader, actor);
	if (!isSent) {
		const open = firstOpen(draft);
		redirect(303, open === null ? `${placeOf(event)}/kirim` : `${placeOf(event)}/isi/${open}`);
	}
	const office = await ownOffice(reader, actor);
	return {
		question: await ownQuestion(reader, actor),
		office: office && { brand: office.brand, phone: office.phone },
		isNew: event.url.searchParams.has('terkirim'),
		zone: event.locals.zone
	};
});

export const load = held((event: ServerLoadEvent) => ask(event));

const reply = act(replyAsAsker, { to: (_, event) => `${placeOf(event)}#akhir` });

export const actions = {
	default: Object.assign(
		held((event: RequestEvent) => reply(event)),
		{ command: reply.command }
	)
};
