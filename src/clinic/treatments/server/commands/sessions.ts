import { and, eq, isNull } from 'drizzle-orm';
import { caseInHand, reportMilestone } from '#clinic/cases/server/commands.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { colleaguesWho } from '#clinic/offices/server/reads/colleagues.ts';
import { staff } from '#clinic/offices/server/tables.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, missing } from '#platform/refusal.ts';
import { sessionNamed, sessionNote } from '../../forms.ts';
import { stageAfterSession } from '../../plans.ts';
import { treated } from '../care.ts';
import { planActions, sessionAgreements, sessions, treatmentPlans } from '../tables.ts';

/**
 * Keeps the note of a talk: complaint, findings, assessment, plan. Two officers who held it together have one note: one
 * writes it, the other agrees to it.
 */
export const recordSession = command({
	name: 'treatments.recordSession',
	needs: 'session.record',
	input: sessionNote,
	run: async (context, { complaint, findings, assessment, plan, secondId, actionId, ...where }) => {
		const { tx, actor, now } = context;
		const { caseId, referralId } = await treated(context, where);
		const { stage } = await caseInHand(context, caseId);
		const second = secondId && (await colleague(context, secondId));
		if (actionId) await ofThisCase(context, actionId, caseId);
		const sessionId = newId<'Session'>();
		await runWithin(context, reportMilestone, {
			caseId,
			stage: stageAfterSession(stage),
			what: 'session.recorded',
			subjectId: sessionId,
			params: second ? { second: second.name } : {}
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
			byName: await nameOf(tx, actor),
			secondId: second ? second.id : null,
			secondName: second ? second.name : null,
			actionId
		});
		return { sessionId };
	}
});

/** The second of two officers says that the note tells it as it was. */
export const agreeToSession = command({
	name: 'treatments.agreeToSession',
	needs: 'session.record',
	input: sessionNamed,
	run: async ({ tx, actor, now }, { sessionId }) => {
		const [row] = await tx
			.select()
			.from(sessions)
			.where(and(eq(sessions.id, sessionId), eq(sessions.officeId, actor.officeId as never)));
		const session = found(row);
		if (session.secondId === null || session.secondId !== actor.id) throw missing();
		await tx
			.insert(sessionAgreements)
			.values({ sessionId, officeId: actor.officeId as Id<'Office'>, at: now, by: session.secondId })
			.onConflictDoNothing();
		return { caseId: session.caseId };
	}
});

/** Somebody else of this office who may hold such talks. */
async function colleague({ tx, actor, now }: Context, staffId: Id<'Staff'>) {
	const [person] = await tx
		.select({ id: staff.id, name: staff.name })
		.from(staff)
		.where(and(eq(staff.id, staffId), eq(staff.officeId, actor.officeId as never), isNull(staff.leftAt)));
	const { id, name } = found(person);
	if (id === actor.id) throw new BadInput({ secondId: 'notYourself' });
	const reader = readerOf(tx);
	const today = dayOf(now, found(await ownOffice(reader, actor)).zone);
	const able = await colleaguesWho(reader, actor, 'session.record', today);
	if (!able.some((one) => one.staffId === id)) throw new BadInput({ secondId: 'holdsNoTalks' });
	return { id, name };
}

/** @throws Refusal missing when the action belongs to another case */
async function ofThisCase({ tx }: Context, actionId: Id<'PlanAction'>, caseId: Id<'Case'>): Promise<void> {
	const [row] = await tx
		.select({ id: planActions.id })
		.from(planActions)
		.innerJoin(treatmentPlans, eq(treatmentPlans.id, planActions.planId))
		.where(and(eq(planActions.id, actionId), eq(treatmentPlans.caseId, caseId)));
	found(row);
}
