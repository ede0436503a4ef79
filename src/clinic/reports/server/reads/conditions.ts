import { sql } from 'drizzle-orm';
import { conditionOf, type Condition } from '#clinic/cooperatives/condition.ts';
import { missedMeetings } from '#clinic/cooperatives/duties.ts';
import type { HealthCategory } from '#clinic/cooperatives/health.ts';
import type { RegistryStatus } from '#clinic/cooperatives/kinds.ts';
import { newestBookYearDue } from '#clinic/cooperatives/signs.ts';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';

export interface ConditionRow {
	readonly id: string;
	readonly registryStatus: RegistryStatus | null;
	/** Null: too little is known to say. */
	readonly condition: Condition | null;
}

interface SignsRow extends Record<string, unknown> {
	readonly id: string;
	readonly registryStatus: RegistryStatus | null;
	readonly healthCategory: HealthCategory | null;
	readonly healthOn: Day | null;
	readonly founded: number | null;
	readonly years: { bookYear: number; reported: boolean }[];
	readonly hasTurnover: boolean | null;
	readonly hasBoard: boolean | null;
}

/** How every cooperative of the register is on a day, by the same rule as its own page, with one question. */
export async function conditionsOf(reader: Reader, actor: Actor, today: Day): Promise<ConditionRow[]> {
	const due = newestBookYearDue(today);
	const rows = await reader.rows<SignsRow>(sql`
		select c.id, c.registry_status as "registryStatus", c.health_category as "healthCategory",
		       c.health_on::text as "healthOn", extract(year from coalesce(c.founded_on, c.legal_on))::int as founded,
		       coalesce((select jsonb_agg(jsonb_build_object('bookYear', m.book_year, 'reported', m.reported_on is not null))
		                   from annual_meetings m where m.cooperative_id = c.id), '[]') as years,
		       (select f.turnover_rupiah > 0 from cooperative_figures f where f.cooperative_id = c.id
		         order by f.book_year desc limit 1) as "hasTurnover",
		       (select bool_or(b.until_on is null or b.until_on >= ${today}::date) from board_terms b
		         where b.cooperative_id = c.id) as "hasBoard"
		  from cooperatives c
		 where c.office_id = ${actor.officeId}::uuid and c.merged_into is null`);
	return rows.map(({ id, registryStatus, healthCategory, healthOn, founded, years, hasTurnover, hasBoard }) => ({
		id,
		registryStatus,
		condition: conditionOf(
			{
				meetings: missedMeetings(years, due, founded),
				registryStatus,
				hasBoard,
				hasTurnover,
				health: healthCategory && healthOn ? { category: healthCategory, on: healthOn } : null
			},
			today
		).condition
	}));
}
