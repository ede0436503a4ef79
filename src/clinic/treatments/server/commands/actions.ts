import { and, eq } from 'drizzle-orm';
import { reportMilestone } from '#clinic/cases/server/commands.ts';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { hasAccepted } from '#clinic/referrals/server/reads.ts';
import { command, runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { found, missing, Refusal } from '#platform/refusal.ts';
import { actionTick } from '../../forms.ts';
import { mayTreat } from '../care.ts';
import { planActions, treatmentPlans } from '../tables.ts';

/** An action is done. Pressed twice it stays done, by whoever was first. */
export const tickAction = command({
	name: 'treatments.tickAction',
	needs: 'plan.tick',
	input: actionTick,
	run: async (context, { actionId, note }) => {
		const { tx, actor, now } = context;
		const action = await tickable(context, actionId);
		if (action.doneAt) return { actionId, isNew: false };
		const doneByName = await nameOf(tx, actor);
		await tx
			.update(planActions)
			.set({ doneAt: now, doneBy: actor.id, doneByName, doneNote: note })
			.where(eq(planActions.id, actionId));
		await report(context, action, 'plan.actionDone', note);
		return { actionId, isNew: true };
	}
});

/** A tick was a mistake. The history keeps both. */
export const untickAction = command({
	name: 'treatments.untickAction',
	needs: 'plan.tick',
	input: actionTick,
	run: async (context, { actionId, note }) => {
		const action = await tickable(context, actionId);
		if (!action.doneAt) return { actionId, isNew: false };
		await context.tx
			.update(planActions)
			.set({ doneAt: null, doneBy: null, doneByName: null, doneNote: null })
			.where(eq(planActions.id, actionId));
		await report(context, action, 'plan.actionUndone', note);
		return { actionId, isNew: true };
	}
});

/**
 * The action, locked, if the actor may say that it is done: the board by its link (the board's own actions of its own
 * cooperative), staff who care for the case, the specialist who accepted it.
 */
async function tickable({ tx, actor }: Context, actionId: string) {
	const [row] = await tx
		.select({
			what: planActions.what,
			owner: planActions.owner,
			doneAt: planActions.doneAt,
			caseId: treatmentPlans.caseId,
			state: treatmentPlans.state
		})
		.from(planActions)
		.innerJoin(treatmentPlans, eq(treatmentPlans.id, planActions.planId))
		.where(and(eq(planActions.id, actionId as never), eq(planActions.officeId, actor.officeId as never)))
		.for('update', { of: planActions });
	const action = found(row);
	const reader = readerOf(tx);
	const { cooperativeId } = await caseOf(reader, actor, action.caseId);
	const isBoard = actor.kind === 'link';
	const isTheirs = isBoard
		? cooperativeId === actor.subjectId
		: mayTreat(actor) || (await hasAccepted(reader, actor, action.caseId));
	if (!isTheirs) throw missing();
	if (action.state !== 'approved') throw new Refusal('treatments.planNotApproved');
	if (isBoard && action.owner === 'office') throw new Refusal('treatments.officesAction');
	return action;
}

type Tickable = Awaited<ReturnType<typeof tickable>>;

const report = (
	context: Context,
	{ caseId, what }: Tickable,
	done: 'plan.actionDone' | 'plan.actionUndone',
	why: string | null
) => runWithin(context, reportMilestone, { caseId, stage: null, what: done, params: { action: what }, why });
