import { redirect, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit';
import { firstOpen } from '#clinic/consultations/asking.ts';
import { sendQuestion } from '#clinic/consultations/server/commands/sending.ts';
import { questionInHand } from '#clinic/consultations/server/reads/asker.ts';
import { act, page } from '#platform/web/page.ts';
import { held, placeOf } from '../held.ts';

export const csr = false;

const ask = page('consultation.ask', async ({ reader, actor, event }) => {
	const { isSent, draft, files } = await questionInHand(reader, actor);
	if (isSent) redirect(303, placeOf(event));
	const open = firstOpen(draft);
	if (open !== null || !draft) redirect(303, `${placeOf(event)}/isi/${open ?? 'question'}`);
	return { draft, files, base: placeOf(event) };
});

export const load = held((event: ServerLoadEvent) => ask(event));

const send = act(sendQuestion, { to: (_, event) => `${placeOf(event)}?terkirim` });

export const actions = {
	default: Object.assign(
		held((event: RequestEvent) => send(event)),
		{ command: send.command }
	)
};
