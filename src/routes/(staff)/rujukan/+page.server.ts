import { endPause, pauseSpecialist } from '#clinic/referrals/server/commands/specialists.ts';
import { myReferrals } from '#clinic/referrals/server/reads.ts';
import { conferencesComing } from '#clinic/referrals/server/reads/conferences.ts';
import { adviceWaiting } from '#clinic/referrals/server/reads/guests.ts';
import { specialistsOf } from '#clinic/referrals/server/reads/specialists.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { sessionsToAgree } from '#clinic/treatments/server/reads.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('referral.answer', async ({ reader, actor, event }) => {
	const { zone, now } = event.locals;
	const today = dayOf(now, zone);
	const referrals = await myReferrals(reader, actor);
	const me = (await specialistsOf(reader, actor, { today, zone })).find(({ staffId }) => staffId === actor.id);
	return {
		zone,
		today,
		waiting: referrals.filter(({ state }) => state === 'sent'),
		accepted: referrals.filter(({ state }) => state === 'accepted'),
		/** Only for whoever cares for the office's cases: an outside specialist is told nothing of others. */
		advice: may(actor, 'referral.make') ? await adviceWaiting(reader, actor) : [],
		conferences: may(actor, 'case.view') ? await conferencesComing(reader, actor, today) : [],
		me: actor.id,
		own: me ? { thisWeek: me.thisWeek, weeklyLimit: me.weeklyLimit, inCare: me.inCare, pauses: me.pauses } : null,
		notes: (await sessionsToAgree(reader, actor)).length
	};
});

export const actions = {
	pause: act(pauseSpecialist),
	endPause: act(endPause)
};
