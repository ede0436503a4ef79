import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { staff } from '#clinic/offices/server/tables.ts';
import { may, type Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { cases } from '../tables.ts';
import { handoverCases, handovers } from '../tables/handovers.ts';

type Asking = Pick<Reader, 'select'>;

/** Handovers in which somebody has cases to accept or has given cases away, with what still waits; newest first. */
export async function handoversOf(reader: Asking, actor: Actor) {
	const rows = await reader
		.select()
		.from(handovers)
		.where(
			and(
				eq(handovers.officeId, actor.officeId as never),
				may(actor, 'plan.approve')
					? undefined
					: sql`(${handovers.toId} = ${actor.id}::uuid or ${handovers.fromId} = ${actor.id}::uuid)`
			)
		)
		.orderBy(desc(handovers.at), desc(handovers.id))
		.limit(50);
	if (rows.length === 0) return [];
	const offered = await reader
		.select({
			handoverId: handoverCases.handoverId,
			caseId: handoverCases.caseId,
			acceptedAt: handoverCases.acceptedAt,
			droppedAt: handoverCases.droppedAt
		})
		.from(handoverCases)
		.where(
			inArray(
				handoverCases.handoverId,
				rows.map(({ id }) => id)
			)
		)
		.orderBy(asc(handoverCases.caseId));
	const own = Map.groupBy(offered, ({ handoverId }) => handoverId);
	return rows.map((row) => {
		const all = own.get(row.id) ?? [];
		return {
			...row,
			waiting: all.filter(({ acceptedAt, droppedAt }) => !acceptedAt && !droppedAt).map(({ caseId }) => caseId),
			accepted: all.filter(({ acceptedAt }) => acceptedAt).length,
			total: all.length
		};
	});
}

/** How many open cases each officer of the office has in hand, also those who have left. */
export async function casesInHand(reader: Asking, actor: Actor) {
	return reader
		.select({ staffId: staff.id, name: staff.name, leftAt: staff.leftAt, count: count() })
		.from(cases)
		.innerJoin(staff, eq(staff.id, cases.adviserId))
		.where(and(eq(cases.officeId, actor.officeId as never), isNull(cases.closedAt)))
		.groupBy(staff.id, staff.name, staff.leftAt)
		.orderBy(staff.name, staff.id);
}
