import { and, eq } from 'drizzle-orm';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { registeredAs } from '#clinic/cooperatives/server/reads/identity.ts';
import { hasAccepted } from '#clinic/referrals/server/reads.ts';
import type { Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { found, missing, Refusal } from '#platform/refusal.ts';
import { mayTreat } from './care.ts';
import { planActions, treatmentPlans } from './tables.ts';

/**
 * The action, locked, if the actor may say that it is done and show it: the board by its link (the board's own actions of
 * its own cooperative), staff who care for the case, the specialist who accepted it.
 */
export async function ownAction({ tx, actor }: Context, actionId: string) {
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
		? cooperativeId === (await registeredAs(reader, actor, found(actor.subjectId)))
		: mayTreat(actor) || (await hasAccepted(reader, actor, action.caseId));
	if (!isTheirs) throw missing();
	if (action.state !== 'approved') throw new Refusal('treatments.planNotApproved');
	if (isBoard && action.owner === 'office') throw new Refusal('treatments.officesAction');
	return action;
}

export type OwnAction = Awaited<ReturnType<typeof ownAction>>;
