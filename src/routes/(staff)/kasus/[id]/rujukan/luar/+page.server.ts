import type { RequestEvent } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import type { GenericSchema } from 'valibot';
import { boardOn } from '#clinic/cooperatives/server/reads/board-links.ts';
import {
	inviteGuest,
	renewGuestLink,
	revokeGuest,
	takeUpAdvice,
	withdrawConsent
} from '#clinic/referrals/server/commands/guests.ts';
import { guestsOf } from '#clinic/referrals/server/reads/guests.ts';
import { may } from '#platform/actor.ts';
import type { Command, Json } from '#platform/command.ts';
import { linkToken } from '#platform/links/links.ts';
import { act, page } from '#platform/web/page.ts';
import { patientOf } from '../../patient.ts';

export const load = page('case.view', async (asked) => {
	const { reader, actor, event } = asked;
	const shown = await patientOf(asked);
	const { patient, today } = shown;
	return {
		...shown,
		guests: await guestsOf(reader, actor, patient.id, event.locals.now),
		board: (await boardOn(reader, actor, patient.cooperativeId, today)).map(({ name, roles }) => ({ name, roles })),
		mayInvite: may(actor, 'guest.invite') && !patient.isClosed,
		mayClose: may(actor, 'guest.invite'),
		mayWithdraw: may(actor, 'consent.withdraw')
	};
});

/**
 * A deed that issues a link, answered with the slip to hand over. The token stands in this one answer and in no address:
 * whoever opens the page again makes a new slip.
 */
function withSlip<Schema extends GenericSchema, Result extends { readonly linkId: string } & Json>(
	deed: Command<Schema, Result>
) {
	const issue = act(deed, { with: ({ params }) => ({ caseId: params.id }) });
	const action = async (event: RequestEvent) => {
		const answer = await issue(event);
		if (!('done' in answer)) return answer;
		const { linkId } = answer.done as { linkId: string };
		const address = `${event.url.origin}/tamu/${linkToken(linkId)}`;
		const qr = `data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 2 }))}`;
		return { done: true, slip: { address, qr } };
	};
	return Object.assign(action, { needs: issue.needs, command: issue.command });
}

export const actions = {
	invite: withSlip(inviteGuest),
	renew: withSlip(renewGuestLink),
	revoke: act(revokeGuest),
	withdraw: act(withdrawConsent),
	takeUp: act(takeUpAdvice)
};
