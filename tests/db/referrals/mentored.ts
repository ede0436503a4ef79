import { reportMilestone } from '#clinic/cases/server/commands.ts';
import { assignMentor, recordMentorConsent } from '#clinic/referrals/server/commands/mentors.ts';
import type { SmallOffice } from '../../world/small.ts';
import { minutesLater, type ward } from '../patients.ts';

export const agreement = { givenBy: 'Ketua', givenOn: '2026-03-01', way: 'inPerson', note: '' };

/** A cooperative that was treated for short cash and recovered, with a board of its own: nobody sits on two. */
export async function recoveredOf({ act, monitored }: ReturnType<typeof ward>, office: SmallOffice) {
	const patient = await monitored({ board: [] });
	await act(office.system, reportMilestone, { caseId: patient.caseId, stage: 'recovered', what: 'case.recovered' });
	return patient;
}

/** A recovered cooperative that is the mentor of a case. */
export async function mentoredOf(
	people: ReturnType<typeof ward>,
	office: SmallOffice,
	{ caseId }: { readonly caseId: string }
) {
	const { adviser } = office.actors;
	const { cooperativeId: mentorId } = await recoveredOf(people, office);
	await people.act(adviser, recordMentorConsent, { mentorId, ...agreement });
	const input = { caseId, mentorId, aim: 'Menagih', ...agreement };
	const { mentorshipId } = await people.act(adviser, assignMentor, input, minutesLater(5));
	return { mentor: mentorId, mentorship: mentorshipId };
}
