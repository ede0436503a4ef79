import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import { stageOf, type Stage } from '../journey.ts';
import { cases, milestones } from './tables.ts';

export interface CaseInCare {
	readonly id: Id<'Case'>;
	readonly number: string;
	readonly cooperativeId: Id<'Cooperative'>;
	readonly openedAt: Date;
	readonly closedAt: Date | null;
	readonly stage: Stage;
}

/** One case of the actor's office with its computed stage. @throws Refusal missing, also for another office's case */
export async function caseOf(reader: Pick<Reader, 'select'>, actor: Actor, caseId: string): Promise<CaseInCare> {
	const [row] = await reader
		.select()
		.from(cases)
		.where(and(eq(cases.id, caseId as never), eq(cases.officeId, actor.officeId as never)));
	const { id, number, cooperativeId, openedAt, closedAt } = found(row);
	const passed = await reader
		.select({ stage: milestones.stage, at: milestones.at })
		.from(milestones)
		.where(eq(milestones.caseId, id))
		.orderBy(asc(milestones.at), asc(milestones.id));
	return { id, number, cooperativeId, openedAt, closedAt, stage: stageOf(passed) };
}

/** What happened to a case, newest first. */
export const milestonesOf = (reader: Pick<Reader, 'select'>, actor: Actor, caseId: string) =>
	reader
		.select()
		.from(milestones)
		.where(and(eq(milestones.caseId, caseId as never), eq(milestones.officeId, actor.officeId as never)))
		.orderBy(asc(milestones.at), asc(milestones.id))
		.then((rows) => rows.reverse());
