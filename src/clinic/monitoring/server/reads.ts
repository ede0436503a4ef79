import { asc, eq, sql } from 'drizzle-orm';
import { examinations } from '#clinic/examinations/server/tables.ts';
import { treatedCase } from '#clinic/referrals/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { followUps } from './tables.ts';

export type FollowUp = Awaited<ReturnType<typeof followUpsOf>>[number];

/** The controls of a case: the planned one first, then the done ones, newest first, with what was scored at them. */
export async function followUpsOf(reader: Reader, actor: Actor, caseId: string) {
	const { id } = await treatedCase(reader, actor, caseId);
	return reader
		.select({
			id: followUps.id,
			dueOn: followUps.dueOn,
			month: followUps.month,
			answers: followUps.answers,
			plannedAt: followUps.plannedAt,
			doneAt: followUps.doneAt,
			doneByName: followUps.doneByName,
			findings: followUps.findings,
			examination: {
				id: examinations.id,
				total: examinations.total,
				category: examinations.category,
				bookYear: examinations.bookYear
			}
		})
		.from(followUps)
		.leftJoin(examinations, eq(examinations.id, followUps.examinationId))
		.where(eq(followUps.caseId, id))
		.orderBy(sql`${followUps.doneAt} is not null`, sql`${followUps.doneAt} desc`, asc(followUps.dueOn));
}

/** The day of the next control; null when none is planned. */
export const nextControl = (controls: readonly Pick<FollowUp, 'doneAt' | 'dueOn'>[]): string | null =>
	controls.find(({ doneAt }) => !doneAt)?.dueOn ?? null;
