import { callConference } from '#clinic/referrals/server/commands/conferences.ts';
import { colleagues, conferencesOf } from '#clinic/referrals/server/reads/conferences.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';
import { patientOf } from '../../patient.ts';

export const load = page('case.view', async (asked) => {
	const { reader, actor } = asked;
	const shown = await patientOf(asked);
	const { patient, today } = shown;
	return {
		...shown,
		conferences: await conferencesOf(reader, actor, patient.id, today),
		people: await colleagues(reader, actor),
		me: actor.id,
		mayCall: may(actor, 'referral.make') && !patient.isClosed
	};
});

export const actions = {
	call: act(callConference, {
		with: ({ params }) => ({ caseId: params.id }),
		to: ({ conferenceId }) => `/konferensi/${conferenceId}`
	})
};
