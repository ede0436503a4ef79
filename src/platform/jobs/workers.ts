import { createHash } from 'node:crypto';
import { and, eq, ne, sql } from 'drizzle-orm';
import { PgBoss, type JobWithMetadata } from 'pg-boss';
import * as v from 'valibot';
import { systemActor, type Actor } from '../actor.ts';
import { now } from '../clock.ts';
import { perform, type Json } from '../command.ts';
import { read, write, type Database, type Tx } from '../database/client.ts';
import { faultFacts, log } from '../log.ts';
import { Refusal } from '../refusal.ts';
import { lanes, type AnyWork, type Running } from './job.ts';
import { DEAD, queueName, queueOptions, type Parcel } from './queue.ts';
import { jobRuns } from './tables.ts';

export interface Workers {
	/** Ends the workers. What is unfinished is given out again. */
	stop(): Promise<void>;
	/** Looks after the queue now: work of workers that are gone is given out again. Done by itself every minute. */
	tend(): Promise<void>;
}

/** A worker is told of new work at once; it looks by itself too, for what waits until its next try. */
const patience = { stopSeconds: 5, pollSeconds: 2 };

/**
 * Begins to do the work that commands have asked for, beside other processes of the same database.
 * @param databaseUrl of the application's own role; the workers listen on a connection of their own
 */
export async function startWorkers(
	database: Database,
	databaseUrl: string,
	works: readonly AnyWork[]
): Promise<Workers> {
	const byName = new Map(works.map((work) => [work.kind.name, work]));
	const ending = new AbortController();
	const boss = new PgBoss({
		...queueOptions,
		connectionString: databaseUrl,
		application_name: 'klinik jobs',
		max: 4,
		useListenNotify: true,
		supervise: true
	});
	boss.on('error', (error) => log('error', 'job queue', faultFacts(error)));
	await boss.start();
	const one = {
		includeMetadata: true,
		batchSize: 1,
		pollingIntervalSeconds: patience.pollSeconds,
		notifyPollingIntervalSeconds: patience.pollSeconds
	} as const;
	const take = async (queue: string, handle: (job: JobWithMetadata<Parcel>) => Promise<void>) => {
		const worker: string = await boss.work<Parcel, void, typeof one>(queue, one, async ([job]) => {
			// What waits behind this piece is taken as soon as it is done.
			if (job) await handle(job).finally(() => setImmediate(() => boss.notifyWorker(worker)));
		});
	};
	for (const lane of lanes) await take(queueName(lane), (job) => doJob(database, job, byName, ending.signal));
	await take(DEAD, (job) => bury(database, job));
	return {
		stop: async () => {
			ending.abort();
			await boss.stop({ graceful: true, timeout: patience.stopSeconds * 1000 });
		},
		tend: async () => {
			for (const lane of lanes) await boss.supervise(queueName(lane));
		}
	};
}

async function doJob(
	database: Database,
	job: JobWithMetadata<Parcel>,
	works: ReadonlyMap<string, AnyWork>,
	ending: AbortSignal
): Promise<void> {
	const work = works.get(job.data.kind);
	const actor = systemActor(`job ${job.data.kind}`, job.data.officeId, work?.needs ?? []);
	const attempt = job.retryCount + 1;
	const facts = { job: job.id, name: job.data.kind, attempt };
	const begun = await begin(database, actor, job.id, attempt);
	// Delivered a second time after it was finished.
	if (!begun) return;
	try {
		// Of a later version of the program, still running beside this one: left for that one.
		if (!work) throw new Error('no such kind of work');
		const running = runningOf(database, actor, job, begun.checkpoint, AbortSignal.any([ending, job.signal]));
		await work.run(running, v.parse(work.kind.input, job.data.input));
		await finish(database, actor, job.id, 'done', null);
	} catch (problem) {
		if (problem instanceof Refusal) {
			// The domain's last word: trying again would hear the same.
			await finish(database, actor, job.id, 'failed', problem.code);
			log('warn', 'job refused', { ...facts, code: problem.code });
			return;
		}
		log('warn', 'job failed', { ...facts, ...faultFacts(problem) });
		throw problem;
	}
}

/** Tried as often as it may be: people see that it failed, and the log names it. */
async function bury(database: Database, { sourceId, sourceRetryCount, data }: JobWithMetadata<Parcel>): Promise<void> {
	const { kind, officeId } = data;
	log('error', 'job dead', { job: sourceId, name: kind, attempts: (sourceRetryCount ?? 0) + 1 });
	if (sourceId) await finish(database, systemActor(`job ${kind}`, officeId, []), sourceId, 'failed', 'fault');
}

function runningOf(
	database: Database,
	actor: Actor,
	job: JobWithMetadata<Parcel>,
	checkpoint: Json | null,
	signal: AbortSignal
): Running {
	return {
		jobId: job.id,
		database,
		actor,
		attempt: job.retryCount + 1,
		signal,
		checkpoint,
		read: (ask) => read(database, actor, ask),
		perform: (deed, input, step = '') =>
			perform({ database, actor, now: now(), commandId: commandIdOf(job.id, deed.name, step) }, deed, input),
		progress: (done, total, next) =>
			write(database, actor, null, (tx) => saveProgress(tx, job.id, { done, total, checkpoint: next }))
	};
}

/**
 * Notes how far a job is inside a running transaction: where the deed and its checkpoint must come or go together.
 * `checkpoint` left out keeps the earlier one.
 */
export async function saveProgress(
	tx: Tx,
	jobId: string,
	{ done, total, checkpoint }: { done: number; total: number | null; checkpoint?: Json | undefined }
): Promise<void> {
	await tx
		.update(jobRuns)
		.set({ done, total, ...(checkpoint === undefined ? {} : { checkpoint }) })
		.where(eq(jobRuns.id, jobId as never));
}

/** @returns null where the job is finished already */
const begin = (database: Database, actor: Actor, jobId: string, attempt: number) =>
	write(database, actor, null, async (tx) => {
		const [row] = await tx
			.update(jobRuns)
			.set({ state: 'running', attempts: sql`greatest(${jobRuns.attempts}, ${attempt})` })
			.where(and(eq(jobRuns.id, jobId as never), ne(jobRuns.state, 'done')))
			.returning({ checkpoint: jobRuns.checkpoint });
		return row ?? null;
	});

const finish = (database: Database, actor: Actor, jobId: string, state: 'done' | 'failed', failure: string | null) =>
	write(database, actor, null, async (tx) => {
		await tx
			.update(jobRuns)
			.set({ state, failure, finishedAt: now() })
			.where(and(eq(jobRuns.id, jobId as never), ne(jobRuns.state, 'done')));
	});

/** The same deed of the same job has the same id, so the command runner does it once however often it is delivered. */
function commandIdOf(jobId: string, deed: string, step: string): string {
	const hash = createHash('sha256').update(`${jobId}\n${deed}\n${step}`).digest('hex');
	return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
