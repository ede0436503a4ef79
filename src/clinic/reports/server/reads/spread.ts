import { sql } from 'drizzle-orm';
import { may, type Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Kind } from '#clinic/cooperatives/kinds.ts';
import type { Spot } from '../../spread.ts';
import { conditionsOf } from './conditions.ts';

interface Row extends Record<string, unknown> {
	readonly id: string;
	readonly name: string;
	readonly kind: Kind | null;
	readonly districtCode: string | null;
	readonly district: string | null;
	readonly longitude: number | null;
	readonly latitude: number | null;
	readonly cause: string | null;
}

/** Every cooperative of the office's register for its map: the same that the register counts, with or without a point. */
export async function spreadOf(reader: Reader, actor: Actor, today: Day): Promise<Spot[]> {
	// A cause is part of a case: who may not open cases does not learn it from the map.
	const cause = may(actor, 'case.view') ? sql`ill.cause` : sql`null::text`;
	const rows = await reader.rows<Row>(sql`
		with ill as (
			select distinct on (stays.id) stays.id, d.cause
			  from cases k
			  join cooperatives c on c.id = k.cooperative_id
			  join cooperatives stays on stays.id = coalesce(c.merged_into, c.id)
			  join diagnoses d on d.case_id = k.id and d.rank = 'main' and d.replaced_at is null
			 where k.office_id = ${actor.officeId}::uuid and k.closed_at is null
			 order by stays.id, k.opened_at, k.id
		)
		select c.id, c.name, c.kind, c.district_code as "districtCode", coalesce(a.name, c.district_text) as district,
		       c.longitude, c.latitude, ${cause} as cause
		  from cooperatives c left join areas a on a.code = c.district_code left join ill on ill.id = c.id
		 where c.office_id = ${actor.officeId}::uuid and c.merged_into is null`);
	const conditions = new Map((await conditionsOf(reader, actor, today)).map(({ id, condition }) => [id, condition]));
	return rows.map(({ longitude, latitude, ...row }) => ({
		...row,
		position: longitude === null || latitude === null ? null : [longitude, latitude],
		condition: conditions.get(row.id) ?? null
	}));
}
