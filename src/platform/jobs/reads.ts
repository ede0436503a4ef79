import { and, desc, eq, sql } from 'drizzle-orm';
import type { Actor } from '../actor.ts';
import type { Reader } from '../database/client.ts';
import type { JobState } from './job.ts';
import { jobRuns } from './tables.ts';

/** How far a piece of work is. */
export interface JobProgress {
	readonly id: string;
	readonly state: JobState;
	readonly done: number;
	/** Null: not counted. */
	readonly total: number | null;
	readonly attempts: number;
	readonly failure: string | null;
}

/** The newest work of one kind on one subject of the actor's office; null where none was ever asked for. */
export async function newestJob(
	reader: Pick<Reader, 'select'>,
	actor: Pick<Actor, 'officeId'>,
	kind: { readonly name: string },
	subjectId: string | null
): Promise<JobProgress | null> {
	const [row] = await reader
		.select({
			id: jobRuns.id,
			state: jobRuns.state,
			done: jobRuns.done,
			total: jobRuns.total,
			attempts: jobRuns.attempts,
			failure: jobRuns.failure
		})
		.from(jobRuns)
		.where(
			and(
				sql`${jobRuns.officeId} is not distinct from ${actor.officeId}::uuid`,
				eq(jobRuns.name, kind.name),
				sql`${jobRuns.subjectId} is not distinct from ${subjectId}::uuid`
			)
		)
		.orderBy(desc(jobRuns.createdAt), desc(jobRuns.id))
		.limit(1);
	return row ?? null;
}
