import { caseInHand, reportMilestone } from '#clinic/cases/server/commands.ts';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { command, runWithin } from '#platform/command.ts';
import { newId } from '#platform/ids.ts';
import { sessionNote } from '../../forms.ts';
import { stageAfterSession } from '../../plans.ts';
import { treated } from '../care.ts';
import { sessions } from '../tables.ts';

/** Keeps the note of a talk: complaint, findings, assessment, plan. */
export const recordSession = command({
	name: 'treatments.recordSession',
	needs: 'session.record',
	input: sessionNote,
	run: async (context, { complaint, findings, assessment, plan, ...where }) => {
		const { tx, actor, now } = context;
		const { caseId, referralId } = await treated(context, where);
		const { stage } = await caseInHand(context, caseId);
		const sessionId = newId<'Session'>();
		await runWithin(context, reportMilestone, {
			caseId,
			stage: stageAfterSession(stage),
			what: 'session.recorded',
			subjectId: sessionId
		});
		await tx.insert(sessions).values({
			id: sessionId,
			officeId: actor.officeId as never,
			caseId,
			referralId,
			complaint,
			findings,
			assessment,
			plan,
			at: now,
			by: actor.id,
			byName: await nameOf(tx, actor)
		});
		return { sessionId };
	}
});
