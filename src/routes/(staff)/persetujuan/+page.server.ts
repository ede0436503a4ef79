import { decidableProposal, proposalsWaiting } from '#clinic/closures/server/reads.ts';
import { conferencesComing } from '#clinic/referrals/server/reads/conferences.ts';
import { overdueReferrals } from '#clinic/referrals/server/reads.ts';
import { decidableBy, plansWaiting } from '#clinic/treatments/server/reads.ts';
import { careSettingsOf } from '#clinic/treatments/server/reads/care-settings.ts';
import { openCards } from '#clinic/monitoring/server/reads/worklists.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { page } from '#platform/web/page.ts';

export const load = page('case.view', async ({ reader, actor, event }) => {
	const decidesPlans = may(actor, 'plan.approve');
	const decidesClosures = may(actor, 'closure.approve');
	const care = await careSettingsOf(reader, actor);
	const plans = decidesPlans ? await plansWaiting(reader, actor) : [];
	const proposals = decidesClosures ? await proposalsWaiting(reader, actor) : [];
	const { zone, now } = event.locals;
	return {
		zone,
		today: dayOf(now, zone),
		/** Null for whoever is not told of them. */
		conferences: may(actor, 'plan.approve') ? await conferencesComing(reader, actor, dayOf(now, zone)) : [],
		overdue: may(actor, 'plan.approve') ? await overdueReferrals(reader, actor) : null,
		decidesPlans,
		decidesClosures,
		/** What has risen to whoever decides on plans. */
		risen: decidesPlans ? (await openCards(reader, actor)).length : 0,
		plans: plans.map((plan) => ({ ...plan, isOwn: !decidableBy(actor, { ...plan, state: 'proposed' }, care) })),
		proposals: proposals.map((proposal) => ({ ...proposal, isOwn: !decidableProposal(actor, proposal) }))
	};
});
