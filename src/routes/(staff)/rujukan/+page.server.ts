import { myReferrals } from '#clinic/referrals/server/reads.ts';
import { sessionsToAgree } from '#clinic/treatments/server/reads.ts';
import { page } from '#platform/web/page.ts';

export const load = page('referral.answer', async ({ reader, actor, event }) => {
	const referrals = await myReferrals(reader, actor);
	return {
		zone: event.locals.zone,
		waiting: referrals.filter(({ state }) => state === 'sent'),
		accepted: referrals.filter(({ state }) => state === 'accepted'),
		me: actor.id,
		notes: (await sessionsToAgree(reader, actor)).length
	};
});
