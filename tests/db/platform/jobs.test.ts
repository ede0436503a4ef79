import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { rooms } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import { command, perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { jobKind, jobWork, type Running } from '#platform/jobs/job.ts';
import { newestJob } from '#platform/jobs/reads.ts';
import { saveProgress, startWorkers, type Workers } from '#platform/jobs/workers.ts';
import { Refusal } from '#platform/refusal.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { testDatabase } from '../../database/database.ts';

const test = testDatabase();
let world: SmallWorld;
const running: Workers[] = [];

/** What the work does is said by each test. */
let doing: (running: Running, name: string) => Promise<void> = async () => {};

const paint = jobKind({ name: 'test.paint', lane: 'short', input: v.object({ name: v.string() }), retries: 2 });
const work = jobWork({
	kind: paint,
	needs: ['office.manage'],
	run: (running, { name }) => doing(running, name)
});

/** Asks for the work, or is rolled back after it has asked. */
const askFor = command({
	name: 'test.askFor',
	needs: 'office.manage',
	input: v.object({ name: v.string(), breaks: v.boolean() }),
	run: async (context, { name, breaks }) => {
		const jobId = await enqueue(context, paint, { name }, { subjectId: world.sragen.roomId });
		if (breaks) throw new Refusal('missing');
		return { jobId };
	}
});

/** A deed of the work: a room more. */
const addRoom = command({
	name: 'test.addRoom',
	needs: 'office.manage',
	input: v.object({ name: v.string() }),
	run: async ({ tx, actor, now }, { name }) => {
		const id = newId<'Room'>();
		await tx.insert(rooms).values({ id, officeId: actor.officeId as never, name: `${name} ${id}`, createdAt: now });
		return { id };
	}
});

const asking = (actor: Actor, input: { name: string; breaks?: boolean }) =>
	perform({ database: test.database, actor, now: smallNow, commandId: newId() }, askFor, { breaks: false, ...input });
const roomsOf = async (actor: Actor, name: string) =>
	(
		await read(test.database, actor, (reader) =>
			reader
				.select()
				.from(rooms)
				.where(eq(rooms.officeId, actor.officeId as never))
		)
	).filter((room) => room.name.startsWith(name));
const stateOf = async (jobId: string) =>
	(await test.admin.query('select * from job_runs where id = $1', [jobId])).rows[0] as Record<string, unknown>;
const until = (jobId: string, state: string) =>
	vi.waitFor(async () => expect((await stateOf(jobId)).state).toBe(state), { timeout: 15_000, interval: 50 });
const begin = async () => {
	const workers = await startWorkers(test.database, test.appUrl, [work]);
	running.push(workers);
	return workers;
};
const queued = async (jobId: string) =>
	(await test.admin.query(`select state, retry_count from pgboss.job where id = $1`, [jobId])).rows[0] as
		{ state: string; retry_count: number } | undefined;

beforeAll(async () => {
	world = await smallWorld(test.database);
}, 60_000);
afterEach(async () => {
	await Promise.all(running.splice(0).map((workers) => workers.stop()));
	await test.admin.query('delete from pgboss.job');
});

describe('work that a command asks for', () => {
	it('is done after the command, by the program itself in that office', async () => {
		doing = async (running, name) => {
			expect(running.actor).toMatchObject({ kind: 'system', officeId: world.sragen.officeId });
			await running.perform(addRoom, { name });
		};
		await begin();
		const { jobId } = await asking(world.sragen.system, { name: 'Ruang Kerja' });
		await until(jobId, 'done');
		expect(await roomsOf(world.sragen.system, 'Ruang Kerja')).toHaveLength(1);
		expect(await roomsOf(world.buleleng.system, 'Ruang Kerja')).toHaveLength(0);
		const audit = await test.admin.query(`select actor_kind, actor_id from audit_rows where command = 'test.addRoom'`);
		expect(audit.rows).toEqual([{ actor_kind: 'system', actor_id: 'job test.paint' }]);
	});

	it('waits for a worker, and begins at once when there is one', async () => {
		doing = async () => {};
		const { jobId } = await asking(world.sragen.system, { name: 'x' });
		expect(await stateOf(jobId)).toMatchObject({ state: 'waiting', office_id: world.sragen.officeId, done: 0 });
		await begin();
		await until(jobId, 'done');
		const begun = performance.now();
		await until((await asking(world.sragen.system, { name: 'y' })).jobId, 'done');
		expect(performance.now() - begun).toBeLessThan(3_000);
	});

	it('is never there when the command is rolled back', async () => {
		await expect(asking(world.sragen.system, { name: 'x', breaks: true })).rejects.toMatchObject({ code: 'missing' });
		const { rows } = await test.admin.query(
			`select (select count(*)::int from pgboss.job) as queued, (select count(*)::int from job_runs where name = 'test.askFor') as runs`
		);
		expect(rows[0]).toEqual({ queued: 0, runs: 0 });
	});

	it('is seen in its own office only', async () => {
		const { jobId } = await asking(world.sragen.system, { name: 'x' });
		const seen = (actor: Actor) =>
			read(test.database, actor, (reader) => newestJob(reader, actor, paint, world.sragen.roomId));
		expect(await seen(world.sragen.actors.adviser)).toMatchObject({ id: jobId, state: 'waiting' });
		expect(await seen(world.buleleng.actors.adviser)).toBeNull();
	});
});

describe('work that is delivered twice', () => {
	it('does its deed once', async () => {
		doing = async (running, name) => {
			await running.perform(addRoom, { name });
			await running.perform(addRoom, { name }, 'once more');
			if (running.attempt === 1) throw new Error('the power went');
		};
		await begin();
		const { jobId } = await asking(world.sragen.system, { name: 'Dua Kali' });
		await until(jobId, 'done');
		expect(await stateOf(jobId)).toMatchObject({ attempts: 2 });
		expect(await roomsOf(world.sragen.system, 'Dua Kali')).toHaveLength(2);
	});

	it('is not begun again when it is done', async () => {
		let times = 0;
		doing = async () => void (times += 1);
		await begin();
		const { jobId } = await asking(world.sragen.system, { name: 'x' });
		await until(jobId, 'done');
		await vi.waitFor(async () => expect((await queued(jobId))?.state).toBe('completed'));
		await test.admin.query(`update pgboss.job set state = 'retry', start_after = now() where id = $1`, [jobId]);
		await vi.waitFor(async () => expect((await queued(jobId))?.state).toBe('completed'), { timeout: 15_000 });
		expect(times).toBe(1);
	});
});

describe('a worker that was killed', () => {
	it('leaves its work to another, which goes on where it stopped', async () => {
		const seen: unknown[] = [];
		doing = async (running) => {
			seen.push(running.checkpoint);
			await running.progress(3, 10, { after: 'c' });
			if (running.attempt > 1) return running.progress(10, 10);
			// Killed: neither finished nor failed.
			await new Promise(() => {});
		};
		await begin();
		const { jobId } = await asking(world.sragen.system, { name: 'x' });
		await vi.waitFor(async () => expect(await stateOf(jobId)).toMatchObject({ state: 'running', done: 3, total: 10 }), {
			timeout: 10_000
		});
		const other = await begin();
		await test.admin.query(
			`update pgboss.job set heartbeat_on = now() - interval '10 minutes', started_on = now() - interval '10 minutes' where id = $1`,
			[jobId]
		);
		await other.tend();
		await until(jobId, 'done');
		expect(seen).toEqual([null, { after: 'c' }]);
		expect(await stateOf(jobId)).toMatchObject({ done: 10, total: 10, attempts: 2, checkpoint: { after: 'c' } });
	}, 30_000);
});

describe('work that goes wrong', () => {
	it('is dead after its last try, said in the log', async () => {
		const lines = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
		doing = async () => {
			throw new RangeError('too far');
		};
		await begin();
		const { jobId } = await asking(world.sragen.system, { name: 'x' });
		// Not to wait for the pauses between the tries.
		const hurry = setInterval(
			() => void test.admin.query(`update pgboss.job set start_after = now() where state = 'retry'`),
			200
		);
		await until(jobId, 'failed').finally(() => clearInterval(hurry));
		expect(await stateOf(jobId)).toMatchObject({ attempts: 3, failure: 'fault' });
		expect(lines.mock.calls.map(([line]) => line)).toContainEqual(
			expect.stringMatching(`"event":"job dead","job":"${jobId}"`)
		);
	}, 30_000);

	it('is not tried again when the domain says no', async () => {
		doing = async () => {
			throw new Refusal('missing');
		};
		await begin();
		const { jobId } = await asking(world.sragen.system, { name: 'x' });
		await until(jobId, 'failed');
		expect(await stateOf(jobId)).toMatchObject({ attempts: 1, failure: 'missing' });
	});

	it('may do no more than the permissions it names', async () => {
		doing = async (running, name) => {
			await running.perform({ ...addRoom, needs: 'staff.manage' }, { name });
		};
		await begin();
		const { jobId } = await asking(world.sragen.system, { name: 'Terlarang' });
		await until(jobId, 'failed');
		expect(await stateOf(jobId)).toMatchObject({ failure: 'forbidden' });
	});
});

describe('several programs', () => {
	it('share the work: each piece is done once', async () => {
		const done: string[] = [];
		doing = async (_running, name) => void done.push(name);
		await Promise.all([begin(), begin(), begin()]);
		const names = Array.from({ length: 12 }, (_, at) => `kerja ${at}`);
		const jobs = await Promise.all(names.map((name) => asking(world.sragen.system, { name })));
		for (const { jobId } of jobs) await until(jobId, 'done');
		expect(done.sort()).toEqual(names.sort());
	}, 30_000);
});

describe('the queue itself', () => {
	it('cannot be changed by the application’s role', async () => {
		const { pool } = test.database;
		await expect(pool.query('create table pgboss.mine (id int)')).rejects.toMatchObject({ code: '42501' });
		await expect(pool.query('drop table pgboss.job')).rejects.toMatchObject({ code: '42501' });
		await expect(pool.query(`delete from pgboss.queue`)).rejects.toMatchObject({ code: '42501' });
	});

	it('keeps progress with the deed or not at all', async () => {
		const { jobId } = await asking(world.sragen.system, { name: 'x' });
		const half = command({
			name: 'test.half',
			needs: 'office.manage',
			input: v.object({}),
			run: async ({ tx }) => {
				await saveProgress(tx, jobId, { done: 5, total: 9, checkpoint: 'here' });
				throw new Refusal('missing');
			}
		});
		const request = { database: test.database, actor: world.sragen.system, now: smallNow, commandId: newId() };
		await expect(perform(request, half, {})).rejects.toMatchObject({ code: 'missing' });
		expect(await stateOf(jobId)).toMatchObject({ done: 0, total: null, checkpoint: null });
	});
});
