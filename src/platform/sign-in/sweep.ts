import type { Database } from '../database/client.ts';

const hour = 3_600_000;

/** Throws away what has no use any more: ended sessions, spent challenges, counts of long ago. */
export async function sweep(database: Database, now: Date): Promise<void> {
	const longAgo = new Date(now.getTime() - 31 * 24 * hour);
	await database.pool.query('delete from sessions where expires_at < $1', [now]);
	await database.pool.query('delete from verifications where expires_at < $1', [now]);
	await database.pool.query('delete from rate_limits where last_request < $1', [now.getTime() - 24 * hour]);
	await database.pool.query('delete from throttles where window_start < $1', [longAgo]);
}
