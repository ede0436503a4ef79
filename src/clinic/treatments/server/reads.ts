import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { diagnoses } from '#clinic/diagnoses/server/tables.ts';
import { treatedCase } from '#clinic/referrals/server/reads.ts';
import { may, type Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { planActions, sessions, treatmentPlans } from './tables.ts';

export type PlanAction = typeof planActions.$inferSelect;
export type Plan = typeof treatmentPlans.$inferSelect & {
	readonly cause: string;
	readonly actions: readonly PlanAction[];
};

/** Every plan of a case, newest first, with its actions in order. */
export async function plansOf(reader: Reader, actor: Actor, caseId: string): Promise<Plan[]> {
	const { id } = await treatedCase(reader, actor, caseId);
	const rows = await reader
		.select({ plan: treatmentPlans, cause: diagnoses.cause })
		.from(treatmentPlans)
		.innerJoin(diagnoses, eq(diagnoses.id, treatmentPlans.diagnosisId))
		.where(eq(treatmentPlans.caseId, id))
		.orderBy(desc(treatmentPlans.proposedAt), desc(treatmentPlans.id));
	return withActions(reader, rows);
}

async function withActions(
	reader: Reader,
	rows: readonly { plan: typeof treatmentPlans.$inferSelect; cause: string }[]
): Promise<Plan[]> {
	if (rows.length === 0) return [];
	const actions = await reader
		.select()
		.from(planActions)
		.where(
			inArray(
				planActions.planId,
				rows.map(({ plan }) => plan.id)
			)
		)
		.orderBy(asc(planActions.position));
	return rows.map(({ plan, cause }) => ({
		...plan,
		cause,
		actions: actions.filter(({ planId }) => planId === plan.id)
	}));
}

/** The plan in force: the newest approved one; before any is approved, the newest. The board sees approved plans only. */
export async function planOf(reader: Reader, actor: Actor, caseId: string): Promise<Plan | null> {
	const plans = await plansOf(reader, actor, caseId);
	const approved = plans.find(({ state }) => state === 'approved') ?? null;
	return approved ?? (actor.kind === 'link' ? null : (plans[0] ?? null));
}

/** The notes of the talks in a case, newest first. */
export async function sessionsOf(reader: Reader, actor: Actor, caseId: string) {
	const { id } = await treatedCase(reader, actor, caseId);
	return reader.select().from(sessions).where(eq(sessions.caseId, id)).orderBy(desc(sessions.at), desc(sessions.id));
}

/** Whether the actor may decide a plan: nobody decides one of his or her own. */
export const decidableBy = (actor: Actor, plan: { readonly state: string; readonly proposedBy: string }): boolean =>
	may(actor, 'plan.approve') && plan.state === 'proposed' && plan.proposedBy !== actor.id;

/** One plan of the actor's office, for deciding it. @throws Refusal missing */
export async function proposedPlan(reader: Reader, actor: Actor, planId: string): Promise<Plan> {
	const rows = await reader
		.select({ plan: treatmentPlans, cause: diagnoses.cause })
		.from(treatmentPlans)
		.innerJoin(diagnoses, eq(diagnoses.id, treatmentPlans.diagnosisId))
		.where(and(eq(treatmentPlans.id, planId as never), eq(treatmentPlans.officeId, actor.officeId as never)));
	const [plan] = await withActions(reader, rows);
	return found(plan);
}

/** Plans that wait for the head of division, oldest first. */
export const plansWaiting = (reader: Reader, actor: Actor) =>
	reader
		.select({
			id: treatmentPlans.id,
			caseId: treatmentPlans.caseId,
			caseNumber: cases.number,
			cooperative: cooperatives.name,
			cause: diagnoses.cause,
			aim: treatmentPlans.aim,
			proposedAt: treatmentPlans.proposedAt,
			proposedBy: treatmentPlans.proposedBy,
			proposedByName: treatmentPlans.proposedByName
		})
		.from(treatmentPlans)
		.innerJoin(diagnoses, eq(diagnoses.id, treatmentPlans.diagnosisId))
		.innerJoin(cases, eq(cases.id, treatmentPlans.caseId))
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(cases.cooperativeId)))
		.where(and(eq(treatmentPlans.officeId, actor.officeId as never), eq(treatmentPlans.state, 'proposed')))
		.orderBy(treatmentPlans.proposedAt, treatmentPlans.id)
		.limit(200);
