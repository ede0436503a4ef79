import { sql } from 'drizzle-orm';
import { conditionOf, type Condition } from '#clinic/cooperatives/condition.ts';
import { oneAYear } from '#clinic/cooperatives/gathered.ts';
import { healthSeen } from '#clinic/cooperatives/server/reads/health-seen.ts';
import { signsOf, type Registered } from '#clinic/cooperatives/signs.ts';
import type { RegistryStatus } from '#clinic/cooperatives/kinds.ts';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';

export interface ConditionRow {
	readonly id: string;
	readonly registryStatus: RegistryStatus | null;
	/** Null: too little is known to say. */
	readonly condition: Condition | null;
}

interface Row extends Registered, Record<string, unknown> {
	readonly id: string;
	readonly meetings: { bookYear: number; reportedOn: Day | null; cooperativeId: string }[];
	readonly turnoverRupiah: bigint | null;
	readonly termsUntil: (Day | null)[];
}

/** How every cooperative of the register is on a day, by the same rule as its own page, with one question. */
export async function conditionsOf(reader: Reader, actor: Actor, today: Day): Promise<ConditionRow[]> {
	// No row moves in a merger: what stands under the records merged into one counts as its own.
	const same = sql`select c.id union all select s.id from cooperatives s where s.merged_into = c.id`;
	const health = healthSeen();
	const rows = await reader.rows<Row>(sql`
		select c.id, c.registry_status as "registryStatus", c.founded_on::text as "foundedOn", c.legal_on::text as "legalOn",
		       ${health.category} as "healthCategory", ${health.on}::text as "healthOn",
		       coalesce((select jsonb_agg(jsonb_build_object('bookYear', m.book_year, 'reportedOn', m.reported_on,
		                                                     'cooperativeId', m.cooperative_id))
		                   from annual_meetings m where m.cooperative_id in (${same})), '[]') as meetings,
		       (select f.turnover_rupiah from cooperative_figures f where f.cooperative_id in (${same})
		         order by f.book_year desc, f.cooperative_id = c.id desc limit 1) as "turnoverRupiah",
		       coalesce((select jsonb_agg(b.until_on) from board_terms b where b.cooperative_id in (${same})), '[]') as "termsUntil"
		  from cooperatives c
		 where c.office_id = ${actor.officeId}::uuid and c.merged_into is null`);
	return rows.map((row) => ({
		id: row.id,
		registryStatus: row.registryStatus,
		condition: conditionOf(signsOf(row, { ...row, meetings: oneAYear(row.meetings, row.id) }, today), today).condition
	}));
}
