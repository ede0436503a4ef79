import { PgBoss } from 'pg-boss';
import type pg from 'pg';
import * as v from 'valibot';
import type { GenericSchema, InferInput } from 'valibot';
import type { Context } from '../command.ts';
import type { Tx } from '../database/client.ts';
import { newId, type Id } from '../ids.ts';
import type { JobKind } from './job.ts';
import { queueName, queueOptions, within, type Parcel } from './queue.ts';
import { jobRuns } from './tables.ts';

const usual = { retries: 5, longestSeconds: 300 };

interface Asking {
	/** What it works on, so that the page of that thing can show how far it is. */
	readonly subjectId?: string | null;
	/** Not before this moment. */
	readonly after?: Date;
}

/** Asks for work to be done after the running command has committed; a command that is rolled back leaves none. */
export async function enqueue<Schema extends GenericSchema>(
	{ tx, actor, now }: Pick<Context, 'tx' | 'actor' | 'now'>,
	kind: JobKind<Schema>,
	input: InferInput<Schema>,
	{ subjectId = null, after }: Asking = {}
): Promise<Id<'Job'>> {
	v.assert(kind.input, input);
	const id = newId<'Job'>();
	const officeId = actor.officeId as Id<'Office'> | null;
	await tx.insert(jobRuns).values({ id, officeId, name: kind.name, subjectId, state: 'waiting', createdAt: now });
	// The transaction runs on one connection; the queue's own statement goes through the same.
	const { $client: client } = tx as Tx & { $client: pg.PoolClient };
	const boss = new PgBoss({ ...queueOptions, db: within(client) });
	await boss.start();
	try {
		await boss.send(queueName(kind.lane), { kind: kind.name, officeId, input } satisfies Parcel, {
			id,
			retryLimit: kind.retries ?? usual.retries,
			retryDelay: 2,
			retryBackoff: true,
			retryDelayMax: 600,
			...(after && after > now && { startAfter: Math.ceil((after.getTime() - now.getTime()) / 1000) }),
			expireInSeconds: kind.longestSeconds ?? usual.longestSeconds
		});
	} finally {
		await boss.stop({ graceful: false, close: false });
	}
	return id;
}
