import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import { standingOf } from '#clinic/cases/journey.ts';
import { silentAfter } from '#clinic/cases/board.ts';
import { cases, milestones } from '#clinic/cases/server/tables.ts';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { staff } from '#clinic/offices/server/tables.ts';
import { referrals } from '#clinic/referrals/server/tables.ts';
import { planActions, treatmentPlans } from '#clinic/treatments/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import { addDays, type Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { stallReason, type StallReason } from '../../stalled.ts';
import { followUps, monitoringCards } from '../tables.ts';

/** How far ahead the list of controls looks. */
export const controlsAheadDays = 14;

/** A list longer than this is no list any more: the board's filters find the rest. */
const most = 300;

const whose = {
	caseId: cases.id,
	number: cases.number,
	cooperative: cooperatives.name,
	adviserId: cases.adviserId,
	adviser: staff.name
};

/** Controls that are due soon or late, the latest first. */
export const controlsDue = (reader: Pick<Reader, 'select'>, actor: Actor, today: Day) =>
	reader
		.select({ id: followUps.id, dueOn: followUps.dueOn, month: followUps.month, ...whose })
		.from(followUps)
		.innerJoin(cases, eq(cases.id, followUps.caseId))
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(cases.cooperativeId)))
		.leftJoin(staff, eq(staff.id, cases.adviserId))
		.where(
			and(
				eq(followUps.officeId, actor.officeId as never),
				isNull(followUps.doneAt),
				lte(followUps.dueOn, addDays(today, controlsAheadDays)),
				isNull(cases.closedAt)
			)
		)
		.orderBy(asc(followUps.dueOn), asc(followUps.id))
		.limit(most);

/** Cards that nobody has settled, oldest first. */
export const openCards = (reader: Pick<Reader, 'select'>, actor: Actor) =>
	reader
		.select({
			id: monitoringCards.id,
			kind: monitoringCards.kind,
			dueOn: monitoringCards.dueOn,
			worsened: monitoringCards.worsened,
			raisedAt: monitoringCards.raisedAt,
			...whose
		})
		.from(monitoringCards)
		.innerJoin(cases, eq(cases.id, monitoringCards.caseId))
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(cases.cooperativeId)))
		.leftJoin(staff, eq(staff.id, cases.adviserId))
		.where(and(eq(monitoringCards.officeId, actor.officeId as never), isNull(monitoringCards.settledAt)))
		.orderBy(asc(monitoringCards.raisedAt), asc(monitoringCards.id))
		.limit(most);

/** The cards of one case that nobody has settled. */
export const cardsOfCase = (reader: Pick<Reader, 'select'>, actor: Actor, caseId: string) =>
	reader
		.select()
		.from(monitoringCards)
		.where(
			and(
				eq(monitoringCards.officeId, actor.officeId as never),
				eq(monitoringCards.caseId, caseId as never),
				isNull(monitoringCards.settledAt)
			)
		)
		.orderBy(asc(monitoringCards.raisedAt), asc(monitoringCards.id));

export interface StalledCase {
	readonly caseId: Id<'Case'>;
	readonly number: string;
	readonly cooperative: string;
	readonly adviserId: Id<'Staff'> | null;
	readonly adviser: string | null;
	readonly lastAt: Date;
	readonly reason: StallReason;
	/** Whose turn it is, by name, where that is known. */
	readonly waitsFor: string | null;
}

/** Open cases in which nothing has happened for 30 days and no control lies ahead, the longest silent first, with why. */
export async function stalledCases(reader: Reader, actor: Actor, now: Date, today: Day): Promise<StalledCase[]> {
	const since = new Date(now.getTime() - silentAfter * 86_400_000);
	const rows = await reader.rows<SilentRow>(sql`
		select c.id, c.number, p.name as cooperative, c.adviser_id, s.name as adviser, last.at as last_at
		  from cases c
		  join lateral (select m.at from milestones m where m.case_id = c.id order by m.at desc limit 1) last on true
		  join cooperatives own on own.id = c.cooperative_id
		  join cooperatives p on p.id = coalesce(own.merged_into, own.id)
		  left join staff s on s.id = c.adviser_id
		 where c.office_id = ${actor.officeId}::uuid and c.closed_at is null and last.at <= ${since.toISOString()}::timestamptz
		   and not exists (select from follow_ups f where f.case_id = c.id and f.done_at is null and f.due_on >= ${today}::date)
		 order by last.at, c.id
		 limit ${most}`);
	if (rows.length === 0) return [];
	const facts = await factsOf(
		reader,
		rows.map(({ id }) => id),
		today
	);
	return rows.map(({ id, number, cooperative, adviser_id, adviser, last_at }) => {
		const own = facts(id);
		const reason = stallReason({ ...own, hasAdviser: adviser_id !== null });
		return {
			caseId: id,
			number,
			cooperative,
			adviserId: adviser_id,
			adviser,
			lastAt: new Date(last_at),
			reason,
			waitsFor: reason === 'referralWaits' ? own.asked : null
		};
	});
}

interface SilentRow extends Record<string, unknown> {
	readonly id: Id<'Case'>;
	readonly number: string;
	readonly cooperative: string;
	readonly adviser_id: Id<'Staff'> | null;
	readonly adviser: string | null;
	readonly last_at: string | Date;
}

/** What bears on why cases stand still, read for all of them at once. */
async function factsOf(reader: Reader, ids: readonly Id<'Case'>[], today: Day) {
	const list = sql`(${sql.join(
		ids.map((id) => sql`${id}::uuid`),
		sql`, `
	)})`;
	const passed = Map.groupBy(
		await reader
			.select({ caseId: milestones.caseId, stage: milestones.stage, at: milestones.at })
			.from(milestones)
			.where(sql`${milestones.caseId} in ${list} and ${milestones.stage} is not null`)
			.orderBy(asc(milestones.at), asc(milestones.id)),
		({ caseId }) => caseId
	);
	const plans = Map.groupBy(
		await reader
			.select({ caseId: treatmentPlans.caseId, state: treatmentPlans.state })
			.from(treatmentPlans)
			.where(sql`${treatmentPlans.caseId} in ${list}`)
			.orderBy(asc(treatmentPlans.proposedAt), asc(treatmentPlans.id)),
		({ caseId }) => caseId
	);
	const late = Map.groupBy(
		await reader
			.select({ caseId: treatmentPlans.caseId, owner: planActions.owner })
			.from(planActions)
			.innerJoin(treatmentPlans, eq(treatmentPlans.id, planActions.planId))
			.where(
				sql`${treatmentPlans.caseId} in ${list} and ${treatmentPlans.state} = 'approved' and ${planActions.doneAt} is null and ${planActions.dueOn} < ${today}::date`
			),
		({ caseId }) => caseId
	);
	const sent = new Map(
		(
			await reader
				.select({ caseId: referrals.caseId, name: staff.name })
				.from(referrals)
				.leftJoin(staff, eq(staff.id, referrals.toStaffId))
				.where(sql`${referrals.caseId} in ${list} and ${referrals.state} = 'sent'`)
		).map(({ caseId, name }) => [caseId, name])
	);
	const lateControls = new Set(
		(
			await reader
				.select({ caseId: followUps.caseId })
				.from(followUps)
				.where(
					sql`${followUps.caseId} in ${list} and ${followUps.doneAt} is null and ${followUps.dueOn} < ${today}::date`
				)
		).map(({ caseId }) => caseId)
	);
	return (id: Id<'Case'>) => {
		const own = plans.get(id) ?? [];
		const lateOnes = late.get(id) ?? [];
		return {
			stage: standingOf(passed.get(id) ?? []).stage,
			planWaits: own.some(({ state }) => state === 'proposed'),
			planReturned: own.at(-1)?.state === 'returned',
			hasPlan: own.some(({ state }) => state === 'approved'),
			referralWaits: sent.has(id),
			controlLate: lateControls.has(id),
			boardLate: lateOnes.filter(({ owner }) => owner !== 'office').length,
			officeLate: lateOnes.filter(({ owner }) => owner === 'office').length,
			asked: sent.get(id) ?? null
		};
	};
}
