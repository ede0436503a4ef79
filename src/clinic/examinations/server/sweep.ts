import type { Database } from '#platform/database/client.ts';
import { draftDays } from '../self/draft.ts';

const day = 24 * 3_600_000;

/**
 * Throws away drafts that nobody has saved for a week, of all offices at once. Nobody sees them on the way: the policy of
 * the table lets go of rows that are older than the moment named here, and shows none.
 */
export async function sweepDrafts(database: Database, now: Date): Promise<number> {
	const client = await database.pool.connect();
	try {
		await client.query('begin');
		await client.query(`select set_config('app.drafts_before', $1, true)`, [
			new Date(now.getTime() - draftDays * day).toISOString()
		]);
		const { rowCount } = await client.query('delete from self_examination_drafts');
		await client.query('commit');
		return rowCount ?? 0;
	} catch (error) {
		await client.query('rollback').catch(() => {});
		throw error;
	} finally {
		client.release();
	}
}
