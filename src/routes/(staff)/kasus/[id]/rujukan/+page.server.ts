import { diagnosesOf } from '#clinic/diagnoses/server/reads.ts';
import { makeReferral } from '#clinic/referrals/server/commands.ts';
import { referralsOf, specialistsOf } from '#clinic/referrals/server/reads.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';
import { patientOf } from '../patient.ts';

export const load = page('case.view', async (asked) => {
	const { reader, actor } = asked;
	const shown = await patientOf(asked);
	return {
		...shown,
		causes: await diagnosesOf(reader, actor, shown.patient.id),
		people: await specialistsOf(reader, actor),
		referrals: await referralsOf(reader, actor, shown.patient.id),
		mayRefer: may(actor, 'referral.make') && !shown.patient.isClosed
	};
});

export const actions = {
	default: act(makeReferral, { with: ({ params }) => ({ caseId: params.id }) })
};
