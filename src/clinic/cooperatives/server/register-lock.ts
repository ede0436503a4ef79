import { sql } from 'drizzle-orm';
import type { Context } from '#platform/command.ts';

/**
 * Whoever takes cooperatives into an office's register takes turns: only then does the look whether they are known hold
 * until they are in.
 */
export const registerTurn = ({ tx, actor }: Pick<Context, 'tx' | 'actor'>) =>
	tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`cooperatives.register.${actor.officeId}`}, 0))`);
