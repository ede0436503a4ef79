import { v5 } from 'uuid';
import { offices } from '#clinic/offices/server/tables.ts';
import { systemActor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { read, type Database } from '#platform/database/client.ts';
import { draftDays } from '../asking.ts';
import { tendThreads } from './commands/unattended.ts';

/** Names the hourly deed of an office, so that it is done once an hour by however many processes it is asked. */
const tending = '0b9f6a39-7f0c-4bb0-8a55-3d3cf9f9a6d2';
const hour = 3_600_000;
const day = 24 * hour;

/** The hourly pass of every office. */
export async function tendAllOffices(database: Database, now: Date): Promise<void> {
	const all = await read(database, { officeId: null, userId: null }, (reader) =>
		reader.select({ id: offices.id }).from(offices)
	);
	for (const { id } of all) {
		const actor = systemActor('consultations', id, [tendThreads.needs]);
		const commandId = v5(`${id} ${Math.floor(now.getTime() / hour)}`, tending);
		await perform({ database, actor, now, commandId }, tendThreads, {});
	}
}

/**
 * Throws away questions that were begun and not sent for a week, of all offices at once. Nobody sees them on the way: the
 * policy of the table lets go of rows that are older than the moment named here, and shows none.
 */
export async function sweepQuestions(database: Database, now: Date): Promise<number> {
	const client = await database.pool.connect();
	try {
		await client.query('begin');
		await client.query(`select set_config('app.drafts_before', $1, true)`, [
			new Date(now.getTime() - draftDays * day).toISOString()
		]);
		const { rowCount } = await client.query('delete from question_drafts');
		await client.query('commit');
		return rowCount ?? 0;
	} catch (error) {
		await client.query('rollback').catch(() => {});
		throw error;
	} finally {
		client.release();
	}
}
