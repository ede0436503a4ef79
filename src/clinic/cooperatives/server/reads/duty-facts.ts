import { sql } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import type { DutyFacts } from '../../calendar.ts';
import type { BoardRole } from '../../kinds.ts';
import type { LicenceKind } from '../../licence-kinds.ts';
import type { MeetingFacts } from '../../meeting-record.ts';
import type { HealthCategory } from '../../health.ts';
import type { CooperativeForm, RegistryStatus } from '../../kinds.ts';

export interface Owing extends DutyFacts {
	readonly id: Id<'Cooperative'>;
	readonly name: string;
	readonly districtCode: string | null;
	readonly district: string | null;
	readonly phone: string | null;
}

interface Row extends Record<string, unknown> {
	readonly id: Id<'Cooperative'>;
	readonly name: string;
	readonly districtCode: string | null;
	readonly district: string | null;
	readonly phone: string | null;
	readonly form: CooperativeForm | null;
	readonly isEnding: boolean;
	readonly registryStatus: RegistryStatus | null;
	readonly foundedOn: Day | null;
	readonly legalOn: Day | null;
	readonly healthCategory: HealthCategory | null;
	readonly healthOn: Day | null;
	readonly turnover: string | null;
	readonly meetings: MeetingFacts[];
	readonly licences: { id: string; kind: LicenceKind; validUntil: Day | null }[];
	readonly terms: { role: BoardRole; untilOn: Day | null }[];
}

/** How many book years back tell how a cooperative is and what it owes. */
const lookBack = 6;

/**
 * What tells what the cooperatives of an office owe: one statement, by the keys of each table, for two thousand of them.
 * Rows of merged records count for the record that stays.
 * @param only one cooperative, null for all of the office
 */
export async function dutyFacts(
	reader: Reader,
	actor: Actor,
	today: Day,
	only: string | null = null
): Promise<Owing[]> {
	const since = Number(today.slice(0, 4)) - lookBack;
	const one = only === null ? sql`true` : sql`c.id = ${only}::uuid`;
	const rows = await reader.rows<Row>(sql`
		with own as materialized (
			select c.*, (select a.name from areas a where a.code = c.district_code) as district_name from cooperatives c
			 where c.office_id = ${actor.officeId}::uuid and c.merged_into is null and ${one}
		), belonging as materialized (
			select id as stays, id as part from own
			union all
			select o.id, c.id from own o join cooperatives c on c.merged_into = o.id
		)
		select c.id, c.name, c.district_code as "districtCode", coalesce(c.district_name, c.district_text) as district, c.phone,
		       c.form, c.dissolution is not null as "isEnding", c.registry_status as "registryStatus",
		       c.founded_on::text as "foundedOn", c.legal_on::text as "legalOn", c.health_category as "healthCategory",
		       c.health_on::text as "healthOn", f.turnover_rupiah::text as turnover,
		       coalesce(m.list, '[]') as meetings, coalesce(l.list, '[]') as licences, coalesce(t.list, '[]') as terms
		  from own c
		  left join (
			select distinct on (b.stays) b.stays, g.turnover_rupiah
			  from belonging b join cooperative_figures g on g.cooperative_id = b.part
			 order by b.stays, g.book_year desc, b.stays = b.part desc
		  ) f on f.stays = c.id
		  left join (
			select stays, jsonb_agg(jsonb_build_object('bookYear', book_year, 'heldOn', held_on, 'reportedOn', reported_on)) as list
			  from (select distinct on (b.stays, y.book_year) b.stays, y.book_year, y.held_on, y.reported_on
			          from belonging b join annual_meetings y on y.cooperative_id = b.part and y.book_year >= ${since}
			         order by b.stays, y.book_year, b.stays = b.part desc) as years
			 group by stays
		  ) m on m.stays = c.id
		  left join (
			select b.stays, jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'validUntil', x.valid_until)) as list
			  from belonging b join licences x on x.cooperative_id = b.part and x.struck_at is null
			 group by b.stays
		  ) l on l.stays = c.id
		  left join (
			select b.stays, jsonb_agg(jsonb_build_object('role', z.role, 'untilOn', z.until_on)) as list
			  from belonging b join board_terms z on z.cooperative_id = b.part
			 group by b.stays
		  ) t on t.stays = c.id
		 order by lower(c.name), c.id`);
	return rows.map(({ turnover, ...row }) => ({ ...row, turnoverRupiah: turnover === null ? null : BigInt(turnover) }));
}
