import { and, asc, count, countDistinct, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { links } from '#platform/links/tables.ts';
import { found } from '#platform/refusal.ts';
import { trainingLinkPurpose } from '../../trainings.ts';
import { planActions, treatmentPlans } from '../tables.ts';
import { trainingAttendances, trainingInvites, trainings } from '../tables/trainings.ts';

type Asking = Pick<Reader, 'select' | 'selectDistinctOn'>;

/** Trainings of the office, the newest day first, with how many were invited and came. */
export async function trainingsOf(reader: Asking, actor: Actor) {
	const rows = await reader
		.select()
		.from(trainings)
		.where(eq(trainings.officeId, actor.officeId as never))
		.orderBy(desc(trainings.heldOn), desc(trainings.id))
		.limit(100);
	const ids = rows.map(({ id }) => id);
	if (ids.length === 0) return [];
	const invited = await reader
		.select({ id: trainingInvites.trainingId, count: count() })
		.from(trainingInvites)
		.where(inArray(trainingInvites.trainingId, ids))
		.groupBy(trainingInvites.trainingId);
	const came = await reader
		.select({ id: trainingAttendances.trainingId, count: count() })
		.from(trainingAttendances)
		.where(inArray(trainingAttendances.trainingId, ids))
		.groupBy(trainingAttendances.trainingId);
	const of = (counts: readonly { id: string; count: number }[], id: string) =>
		Number(counts.find((one) => one.id === id)?.count ?? 0);
	return rows.map((row) => ({ ...row, invited: of(invited, row.id), came: of(came, row.id) }));
}

/** One training with who was invited and who came. @throws Refusal missing */
export async function trainingOf(reader: Asking, actor: Actor, trainingId: string) {
	const [row] = await reader
		.select()
		.from(trainings)
		.where(and(eq(trainings.id, trainingId as never), eq(trainings.officeId, actor.officeId as never)));
	const training = found(row);
	const invited = await reader
		.select({
			caseId: trainingInvites.caseId,
			cooperativeId: trainingInvites.cooperativeId,
			cooperative: cooperatives.name,
			action: planActions.what
		})
		.from(trainingInvites)
		.innerJoin(cooperatives, eq(cooperatives.id, trainingInvites.cooperativeId))
		.leftJoin(planActions, eq(planActions.id, trainingInvites.actionId))
		.where(eq(trainingInvites.trainingId, training.id))
		.orderBy(asc(cooperatives.name));
	const present = await reader
		.select()
		.from(trainingAttendances)
		.where(eq(trainingAttendances.trainingId, training.id))
		.orderBy(asc(trainingAttendances.at), asc(trainingAttendances.id));
	return { ...training, cooperatives: invited, present };
}

/** The code that is on the screen now: the open link of a training; null when its list is closed. */
export async function openCode(reader: Asking, actor: Actor, trainingId: string, now: Date) {
	const rows = await reader
		.select({ id: links.id, expiresAt: links.expiresAt })
		.from(links)
		.where(
			and(
				eq(links.officeId, actor.officeId as never),
				eq(links.subjectId, trainingId),
				eq(links.purpose, trainingLinkPurpose),
				isNull(links.revokedAt)
			)
		)
		.orderBy(desc(links.createdAt));
	return rows.find(({ expiresAt }) => expiresAt > now) ?? null;
}

/** What somebody who scanned the code reads: which training it is. @throws Refusal missing */
export async function trainingFor(reader: Asking, actor: Actor) {
	const { title, place, heldOn, fromTime, trainers } = await trainingOf(reader, actor, actor.subjectId ?? '');
	return { title, place, heldOn, fromTime, trainers };
}

/** The action of each case's plan in force that still takes meetings of the office: a training is one of them. */
export async function trainingDoses(
	reader: Asking,
	caseIds: readonly Id<'Case'>[]
): Promise<Map<string, Id<'PlanAction'>>> {
	if (caseIds.length === 0) return new Map();
	const newest = await reader
		.selectDistinctOn([treatmentPlans.caseId], { caseId: treatmentPlans.caseId, planId: treatmentPlans.id })
		.from(treatmentPlans)
		.where(and(inArray(treatmentPlans.caseId, [...caseIds]), eq(treatmentPlans.state, 'approved')))
		.orderBy(treatmentPlans.caseId, desc(treatmentPlans.proposedAt), desc(treatmentPlans.id));
	if (newest.length === 0) return new Map();
	const actions = await reader
		.select({ id: planActions.id, planId: planActions.planId })
		.from(planActions)
		.where(
			and(
				inArray(
					planActions.planId,
					newest.map(({ planId }) => planId)
				),
				eq(planActions.owner, 'office'),
				isNotNull(planActions.meetings),
				isNull(planActions.doneAt)
			)
		)
		.orderBy(asc(planActions.position));
	return new Map(
		newest.flatMap(({ caseId, planId }) => {
			const action = actions.find((one) => one.planId === planId);
			return action ? [[caseId as string, action.id]] : [];
		})
	);
}

/** Trainings that count for actions: those to which somebody of the cooperative came. */
export async function trainingsHeld(
	reader: Asking,
	actionIds: readonly Id<'PlanAction'>[]
): Promise<Map<string, number>> {
	if (actionIds.length === 0) return new Map();
	const rows = await reader
		.select({ actionId: trainingInvites.actionId, held: countDistinct(trainingInvites.trainingId) })
		.from(trainingInvites)
		.innerJoin(
			trainingAttendances,
			and(
				eq(trainingAttendances.trainingId, trainingInvites.trainingId),
				eq(trainingAttendances.cooperativeId, trainingInvites.cooperativeId)
			)
		)
		.where(inArray(trainingInvites.actionId, [...actionIds]))
		.groupBy(trainingInvites.actionId);
	return new Map(rows.map(({ actionId, held }) => [actionId ?? '', Number(held)]));
}

/** Open cases whose boards may be invited, by name. */
export const casesToInvite = (reader: Asking, actor: Actor) =>
	reader
		.select({ caseId: cases.id, number: cases.number, cooperative: cooperatives.name })
		.from(cases)
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(cases.cooperativeId)))
		.where(and(eq(cases.officeId, actor.officeId as never), isNull(cases.closedAt)))
		.orderBy(asc(cooperatives.name))
		.limit(400);
