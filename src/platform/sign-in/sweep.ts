import { whenClosed } from '../shutdown.ts';
import type { Database } from '../database/client.ts';
import { faultFacts, log } from '../log.ts';

const hour = 3_600_000;

/** Throws away what has no use any more: ended sessions, spent challenges, counts of long ago. */
export async function sweep(database: Database, now: Date): Promise<void> {
	const longAgo = new Date(now.getTime() - 31 * 24 * hour);
	await database.pool.query('delete from sessions where expires_at < $1', [now]);
	await database.pool.query('delete from verifications where expires_at < $1', [now]);
	await database.pool.query('delete from rate_limits where last_request < $1', [now.getTime() - 24 * hour]);
	await database.pool.query('delete from throttles where window_start < $1', [longAgo]);
}

/** Sweeps now and every hour, until the program ends. */
export function keepSwept(database: Database): void {
	const run = () =>
		void sweep(database, new Date()).catch((error: unknown) => log('warn', 'sweep failed', faultFacts(error)));
	run();
	const timer = setInterval(run, hour);
	timer.unref();
	whenClosed(() => Promise.resolve(clearInterval(timer)));
}
