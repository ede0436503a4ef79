import { and, asc, count, desc, eq, inArray, isNull } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { diagnoses } from '#clinic/diagnoses/server/tables.ts';
import { treatedCase } from '#clinic/referrals/server/reads.ts';
import { may, type Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import type { CareSettings } from '../care-settings.ts';
import { trainingsHeld } from './reads/trainings.ts';
import { actionProofs, planActions, sessionAgreements, sessions, treatmentPlans } from './tables.ts';

/** A photo or paper that shows an action done. */
export interface Proof {
	readonly id: string;
	readonly fileId: string;
	readonly note: string | null;
	readonly at: Date;
	readonly by: string;
	readonly byName: string;
}
export type PlanAction = typeof planActions.$inferSelect & {
	readonly proofs: readonly Proof[];
	/** Meetings held so far, of those that the action takes. */
	readonly held: number;
};
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
	const ids = actions.map(({ id }) => id);
	const proofs = Map.groupBy(await proofsOf(reader, ids), ({ actionId }) => actionId);
	const held = await meetingsHeld(reader, ids);
	return rows.map(({ plan, cause }) => ({
		...plan,
		cause,
		actions: actions
			.filter(({ planId }) => planId === plan.id)
			.map((action) => ({ ...action, proofs: proofs.get(action.id) ?? [], held: held.get(action.id) ?? 0 }))
	}));
}

const proofsOf = (reader: Reader, actionIds: readonly Id<'PlanAction'>[]) =>
	actionIds.length === 0
		? Promise.resolve([])
		: reader
				.select({
					id: actionProofs.id,
					actionId: actionProofs.actionId,
					fileId: actionProofs.fileId,
					note: actionProofs.note,
					at: actionProofs.at,
					by: actionProofs.by,
					byName: actionProofs.byName
				})
				.from(actionProofs)
				.where(inArray(actionProofs.actionId, [...actionIds]))
				.orderBy(asc(actionProofs.at), asc(actionProofs.id));

/** Talks and trainings that were held for an action: each is one of its dose. */
async function meetingsHeld(reader: Reader, actionIds: readonly Id<'PlanAction'>[]): Promise<Map<string, number>> {
	if (actionIds.length === 0) return new Map();
	const rows = await reader
		.select({ actionId: sessions.actionId, held: count() })
		.from(sessions)
		.where(inArray(sessions.actionId, [...actionIds]))
		.groupBy(sessions.actionId);
	const held = await trainingsHeld(reader, actionIds);
	for (const { actionId, held: talks } of rows)
		held.set(actionId ?? '', (held.get(actionId ?? '') ?? 0) + Number(talks));
	return held;
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
	const rows = await reader
		.select({ session: sessions, secondAgreedAt: sessionAgreements.at })
		.from(sessions)
		.leftJoin(sessionAgreements, eq(sessionAgreements.sessionId, sessions.id))
		.where(eq(sessions.caseId, id))
		.orderBy(desc(sessions.at), desc(sessions.id));
	return rows.map(({ session, secondAgreedAt }) => ({ ...session, secondAgreedAt }));
}

/** Talks whose note waits for the actor's agreement, as the second of two who held them. */
export const sessionsToAgree = (reader: Reader, actor: Actor) =>
	reader
		.select({
			id: sessions.id,
			caseId: sessions.caseId,
			caseNumber: cases.number,
			cooperative: cooperatives.name,
			at: sessions.at,
			byName: sessions.byName,
			complaint: sessions.complaint,
			findings: sessions.findings,
			assessment: sessions.assessment,
			plan: sessions.plan
		})
		.from(sessions)
		.leftJoin(sessionAgreements, eq(sessionAgreements.sessionId, sessions.id))
		.innerJoin(cases, eq(cases.id, sessions.caseId))
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(cases.cooperativeId)))
		.where(
			and(
				eq(sessions.officeId, actor.officeId as never),
				eq(sessions.secondId, actor.id as never),
				isNull(sessionAgreements.at)
			)
		)
		.orderBy(sessions.at, sessions.id)
		.limit(100);

/** Whether the actor may decide a plan: nobody decides one of his or her own, unless the office allows it. */
export const decidableBy = (
	actor: Actor,
	plan: { readonly state: string; readonly proposedBy: string },
	{ ownPlansAllowed }: Pick<CareSettings, 'ownPlansAllowed'>
): boolean =>
	may(actor, 'plan.approve') && plan.state === 'proposed' && (ownPlansAllowed || plan.proposedBy !== actor.id);

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
