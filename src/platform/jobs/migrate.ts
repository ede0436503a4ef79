import { PgBoss } from 'pg-boss';
import type pg from 'pg';
import { lanes } from './job.ts';
import { DEAD, queueName, queueOptions } from './queue.ts';

/** A worker that says nothing for so long is gone, and its work is given to another. */
const HEARTBEAT_SECONDS = 30;

/**
 * Brings the queue's own schema to this version, as the owner; the application's role gets what workers need and may
 * neither change the schema nor make queues.
 * @param role the application's role, escaped
 */
export async function migrateJobs(ownerUrl: string, client: pg.Client, role: string): Promise<void> {
	const boss = new PgBoss({ ...queueOptions, connectionString: ownerUrl, migrate: true, createSchema: true, max: 2 });
	// Without a listener an error of the pool would end the process; what matters is thrown below.
	boss.on('error', () => {});
	await boss.start();
	try {
		const known = new Set((await boss.getQueues()).map(({ name }) => name));
		const queues = [
			{ name: DEAD, notify: true },
			...lanes.map((lane) => ({
				name: queueName(lane),
				notify: true,
				heartbeatSeconds: HEARTBEAT_SECONDS,
				deadLetter: DEAD
			}))
		];
		for (const { name, ...options } of queues)
			await (known.has(name) ? boss.updateQueue(name, options) : boss.createQueue(name, options));
	} finally {
		await boss.stop({ graceful: false });
	}
	await client.query(
		`begin;
		 revoke all on schema pgboss from public;
		 revoke all on all tables in schema pgboss from public, ${role};
		 grant usage on schema pgboss to ${role};
		 grant select on all tables in schema pgboss to ${role};
		 grant insert, update, delete on pgboss.job, pgboss.job_common, pgboss.job_dependency, pgboss.warning to ${role};
		 grant update on pgboss.queue, pgboss.version to ${role};
		 commit`
	);
}
