import type { RequestEvent } from '@sveltejs/kit';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { cancelTicket, confirmPresence, rejoinQueue } from '#clinic/visits/server/commands/phone.ts';
import { heldTicket } from '#clinic/visits/server/reads/ticket.ts';
import { dayOf } from '#platform/clock.ts';
import { found } from '#platform/refusal.ts';
import { act, page } from '#platform/web/page.ts';
import { renderSVG } from 'uqr';

/** The smallest page of the house: no framework, its own stylesheet, one small script. */
export const csr = false;

export const load = page('ticket.hold', async ({ reader, actor, event }) => {
	const { brand, zone } = found(await ownOffice(reader, actor));
	const { now } = event.locals;
	const { visitId, ...ticket } = await heldTicket(reader, actor, actor.subjectId ?? '', dayOf(now, zone), now);
	return {
		brand,
		ticket,
		/** For the officer, who is signed in: it opens the visit. */
		qr: renderSVG(`${event.url.origin}/kunjungan/${visitId}`, { border: 1 }),
		token: event.params.token ?? ''
	};
});

const own = {
	with: ({ locals }: RequestEvent) => ({ ticketId: locals.actor?.subjectId ?? '' }),
	// The page reloads by itself when something changes: it must not send the form once more.
	to: (_: unknown, { params }: RequestEvent) => `/n/${params.token ?? ''}`
};

export const actions = {
	hadir: act(confirmPresence, own),
	batal: act(cancelTicket, own),
	gabung: act(rejoinQueue, own)
};
