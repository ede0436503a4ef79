import { keyedHash } from './master-key.ts';
import type { Database } from './database/client.ts';

/** At most so many attempts within a window that begins with the first. */
export interface Limit {
	/** Hashed: the table tells neither addresses nor accounts. */
	readonly key: string;
	readonly most: number;
	readonly seconds: number;
}

export const limit = (what: string, who: readonly string[], most: number, seconds: number): Limit => ({
	key: `${what}.${keyedHash('throttle', who.join('|'))}`,
	most,
	seconds
});

/**
 * Counts one attempt. Two at once are counted one after the other, so nobody gets an attempt too many by hurrying.
 * @returns seconds to wait when the limit is used up, else null
 */
export async function attempt(database: Database, { key, most, seconds }: Limit, now: Date): Promise<number | null> {
	const since = new Date(now.getTime() - seconds * 1000);
	const { rows } = await database.pool.query<{ count: number; begun: Date }>(
		`insert into throttles (key, count, window_start) values ($1, 1, $2)
		 on conflict (key) do update set
		   count = case when throttles.window_start <= $3 then 1 else least(throttles.count + 1, $4 + 1) end,
		   window_start = case when throttles.window_start <= $3 then $2 else throttles.window_start end
		 returning count, window_start as begun`,
		[key, now, since, most]
	);
	const { count, begun } = rows[0]!;
	return count > most ? Math.max(1, Math.ceil((begun.getTime() - since.getTime()) / 1000)) : null;
}

/** Seconds to wait while the limit is used up, else null; counts nothing. */
export async function waitOf(database: Database, { key, most, seconds }: Limit, now: Date): Promise<number | null> {
	const { rows } = await database.pool.query<{ begun: Date }>(
		'select window_start as begun from throttles where key = $1 and count >= $2 and window_start > $3',
		[key, most, new Date(now.getTime() - seconds * 1000)]
	);
	return rows[0] ? Math.max(1, Math.ceil(seconds - (now.getTime() - rows[0].begun.getTime()) / 1000)) : null;
}

/** Takes one attempt back: it was a good one. */
export async function forgive(database: Database, keys: readonly Limit[]): Promise<void> {
	await database.pool.query('update throttles set count = greatest(count - 1, 0) where key = any($1)', [
		keys.map(({ key }) => key)
	]);
}

/** Whether something was noted under this limit within its window. */
export async function isNoted(database: Database, { key, seconds }: Limit, now: Date): Promise<boolean> {
	const { rowCount } = await database.pool.query('select from throttles where key = $1 and window_start > $2', [
		key,
		new Date(now.getTime() - seconds * 1000)
	]);
	return rowCount === 1;
}

export async function note(database: Database, { key }: Limit, now: Date): Promise<void> {
	await database.pool.query(
		`insert into throttles (key, count, window_start) values ($1, 1, $2)
		 on conflict (key) do update set window_start = excluded.window_start`,
		[key, now]
	);
}

/** Who shares a network counts as one: an IPv6 connection is given 2^64 addresses to choose from. */
export function networkOf(address: string): string {
	if (!address.includes(':')) return address;
	const [head = '', tail = ''] = address.split('::');
	const groups = head.split(':').filter(Boolean);
	const after = tail.split(':').filter(Boolean);
	while (address.includes('::') && groups.length + after.length < 8) groups.push('0');
	return `${[...groups, ...after]
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(':')}::/64`;
}
