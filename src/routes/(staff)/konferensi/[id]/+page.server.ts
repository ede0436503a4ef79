import { numberPaper, typesetAgain, voidPaper } from '#clinic/papers/server/commands.ts';
import { papersOn } from '#clinic/papers/server/reads.ts';
import { mostTasks } from '#clinic/referrals/conference.ts';
import {
	cancelConference,
	draftConferenceMinutes,
	recordConference
} from '#clinic/referrals/server/commands/conferences.ts';
import { conferenceOf } from '#clinic/referrals/server/reads/conferences.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('case.view', async ({ reader, actor, event }) => {
	const { zone, now } = event.locals;
	const today = dayOf(now, zone);
	const conference = await conferenceOf(reader, actor, event.params.id ?? '', today);
	const isOpen = conference.state === 'coming' || conference.state === 'overdue';
	return {
		conference,
		subject: conference.cooperative,
		papers: await papersOn(reader, actor, conference.id),
		today,
		zone,
		mostTasks,
		mayRecord: may(actor, 'referral.make') && isOpen && conference.onDay <= today,
		mayCancel: may(actor, 'referral.make') && isOpen,
		mayDraft: may(actor, 'paper.draft') && conference.state === 'held',
		mayNumber: may(actor, 'paper.number')
	};
});

const here = { with: ({ params }: { params: Partial<Record<string, string>> }) => ({ conferenceId: params.id }) };

export const actions = {
	record: act(recordConference, here),
	cancel: act(cancelConference, here),
	minutes: act(draftConferenceMinutes, here),
	number: act(numberPaper),
	void: act(voidPaper),
	again: act(typesetAgain)
};
