import { boardLinksOf } from '#clinic/cooperatives/server/reads/board-links.ts';
import { inviteSelfExamination, withdrawSelfExamination } from '#clinic/examinations/server/commands/self.ts';
import { selfExaminationsOf } from '#clinic/examinations/server/reads/self.ts';
import { mayInvite } from '#clinic/examinations/self/invitation.ts';
import { subjectsOf } from '#clinic/examinations/subject.ts';
import { act, page } from '#platform/web/page.ts';
import { patientOf } from '../../patient.ts';

/** A cooperative is asked for the accounts that it has at hand. */
const offeredYears = 5;

export const load = page('examination.record', async (asked) => {
	const { reader, actor, event } = asked;
	const shown = await patientOf(asked);
	const { id, cooperativeId, identity, stage, isClosed } = shown.patient;
	const year = Number(shown.today.slice(0, 4));
	const links = await boardLinksOf(reader, actor, cooperativeId, event.locals.now);
	return {
		...shown,
		sheets: await selfExaminationsOf(reader, actor, { id, cooperativeId }),
		subjects: subjectsOf(identity),
		bookYear: year - 1,
		bookYears: Array.from({ length: offeredYears }, (_, place) => year - place),
		hasLink: links.some(({ state }) => state === 'open'),
		mayInvite: !isClosed && mayInvite(stage)
	};
});

export const actions = {
	invite: act(inviteSelfExamination, { with: ({ params }) => ({ caseId: params.id }) }),
	withdraw: act(withdrawSelfExamination)
};
