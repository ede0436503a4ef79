import { eq } from 'drizzle-orm';
import { reportMilestone } from '#clinic/cases/server/commands.ts';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { command, runWithin, type Context } from '#platform/command.ts';
import { actionTick } from '../../forms.ts';
import { ownAction, type OwnAction } from '../own-action.ts';
import { planActions } from '../tables.ts';

/** An action is done. Pressed twice it stays done, by whoever was first. */
export const tickAction = command({
	name: 'treatments.tickAction',
	needs: 'plan.tick',
	input: actionTick,
	run: async (context, { actionId, note }) => {
		const { tx, actor, now } = context;
		const action = await ownAction(context, actionId);
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
		const action = await ownAction(context, actionId);
		if (!action.doneAt) return { actionId, isNew: false };
		await context.tx
			.update(planActions)
			.set({ doneAt: null, doneBy: null, doneByName: null, doneNote: null })
			.where(eq(planActions.id, actionId));
		await report(context, action, 'plan.actionUndone', note);
		return { actionId, isNew: true };
	}
});

const report = (
	context: Context,
	{ caseId, what }: OwnAction,
	done: 'plan.actionDone' | 'plan.actionUndone',
	why: string | null
) => runWithin(context, reportMilestone, { caseId, stage: null, what: done, params: { action: what }, why });
