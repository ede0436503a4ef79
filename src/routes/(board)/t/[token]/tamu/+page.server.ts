import { withdrawConsent } from '#clinic/referrals/server/commands/guests.ts';
import { consentsOf } from '#clinic/referrals/server/reads/guests.ts';
import { act, page } from '#platform/web/page.ts';

/** Cheap telephones on weak networks: the page is whole without script, so none is sent. */
export const csr = false;

/** Who from outside may see the cooperative's file, on whose word, and the way to take that back. */
export const load = page('consent.withdraw', async ({ reader, actor, event }) => ({
	guests: await consentsOf(reader, actor, actor.subjectId ?? '', event.locals.now),
	home: `/t/${event.params.token ?? ''}`,
	zone: event.locals.zone
}));

export const actions = { withdraw: act(withdrawConsent) };
