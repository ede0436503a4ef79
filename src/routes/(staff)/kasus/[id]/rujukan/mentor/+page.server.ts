import { boardOn } from '#clinic/cooperatives/server/reads/board-links.ts';
import { assignMentor, endMentorship, recordMentorConsent } from '#clinic/referrals/server/commands/mentors.ts';
import { mentorshipsOf, mentorSuggestions } from '#clinic/referrals/server/reads/mentors.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';
import { patientOf } from '../../patient.ts';

export const load = page('case.view', async (asked) => {
	const { reader, actor, event } = asked;
	const shown = await patientOf(asked);
	const { patient, today, zone } = shown;
	const { causes, mentors } = await mentorSuggestions(reader, actor, { caseId: patient.id, zone });
	const wanted = event.url.searchParams.get('mentor');
	const chosen = mentors.find(({ cooperativeId }) => cooperativeId === wanted) ?? null;
	const boardOf = async (cooperativeId: string) =>
		(await boardOn(reader, actor, cooperativeId, today)).map(({ name, roles }) => ({ name, roles }));
	return {
		...shown,
		causes,
		mentors,
		chosen,
		boards: chosen && {
			mentor: await boardOf(chosen.cooperativeId),
			patient: await boardOf(patient.cooperativeId)
		},
		mentorships: await mentorshipsOf(reader, actor, patient.id),
		mayAssign: may(actor, 'referral.make') && !patient.isClosed
	};
});

const here = ({ params }: { params: Partial<Record<string, string>> }) => ({ caseId: params.id });

export const actions = {
	agree: act(recordMentorConsent),
	assign: act(assignMentor, { with: here, to: (_, { params }) => `/kasus/${params.id ?? ''}/rujukan/mentor` }),
	end: act(endMentorship)
};
