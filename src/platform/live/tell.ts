import { sql } from 'drizzle-orm';
import type { Context } from '../command.ts';

/** The one channel on which processes tell each other that something has changed. */
export const liveChannel = 'klinik_live';

/**
 * Tells every process, once the running command has committed, that something of this office has changed. Says what and
 * where, never the thing itself: whoever wants to know reads it.
 */
export async function tell({ tx, actor }: Pick<Context, 'tx' | 'actor'>, topic: string): Promise<void> {
	await tx.execute(sql`select pg_notify(${liveChannel}, ${`${topic}:${actor.officeId}`})`);
}
