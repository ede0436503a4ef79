import { sql } from 'drizzle-orm';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import type { Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { standingOf } from '../standing.ts';
import { dutyFacts, type Owing } from './reads/duty-facts.ts';
import { healthKept } from './reads/health-seen.ts';

/**
 * Writes down how a cooperative stands today, for lists to be filtered by. Every deed that changes what tells it does this;
 * what the mere passing of days changes, the daily pass writes down (`remindOfDuties`).
 */
export async function keepStanding(context: Context, cooperativeId: string): Promise<void> {
	const reader = readerOf(context.tx);
	const today = dayOf(context.now, found(await ownOffice(reader, context.actor)).zone);
	await keepStandings(context, await dutyFacts(reader, context.actor, today, cooperativeId, healthKept), today);
}

/** The same of many. @returns how many stand otherwise than before */
export async function keepStandings({ tx, actor }: Context, all: readonly Owing[], today: Day): Promise<number> {
	const rows = all.map((facts) => ({
		id: facts.id,
		...standingOf({ ...facts, termsUntil: facts.terms.map(({ untilOn }) => untilOn) }, today)
	}));
	const { rowCount } = await tx.execute(sql`
		update cooperatives c set condition = s.condition, grade = s.grade
		  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(id uuid, condition text, grade text)
		 where c.id = s.id and c.office_id = ${actor.officeId}::uuid
		   and (c.condition is distinct from s.condition or c.grade is distinct from s.grade)`);
	return rowCount ?? 0;
}
