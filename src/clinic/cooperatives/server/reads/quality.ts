import { sql } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import { completenessOf, type Completeness, type Held, type WantedField } from '../../completeness.ts';

export interface QualityLine extends Completeness {
	readonly id: Id<'Cooperative'>;
	readonly name: string;
	readonly districtCode: string | null;
	readonly district: string | null;
}

export interface DistrictQuality {
	/** Null: no district is known. */
	readonly code: string | null;
	readonly name: string | null;
	readonly count: number;
	readonly complete: number;
}

interface Row extends Record<string, unknown> {
	readonly id: Id<'Cooperative'>;
	readonly name: string;
	readonly districtCode: string | null;
	readonly district: string | null;
	readonly has: Held;
}

/** How complete the records of an office are, the emptiest first; or one of them. */
export async function qualityOf(
	reader: Reader,
	actor: Actor,
	today: Day,
	only: string | null = null
): Promise<QualityLine[]> {
	const one = only === null ? sql`true` : sql`c.id = ${only}::uuid`;
	const lastYear = Number(today.slice(0, 4)) - 1;
	/** The record and those merged into it. */
	const parts = sql`(select c.id union all select x.id from cooperatives x where x.merged_into = c.id)`;
	const served = (role: string) =>
		sql`exists (select from board_terms b join people p on p.id = b.person_id and p.erased_at is null
		             where b.cooperative_id in ${parts} and b.role = ${role}
		               and coalesce(b.until_on, 'infinity') >= ${today}::date)`;
	const rows = await reader.rows<Row>(sql`
		with own as materialized (
			select c.*, (select a.name from areas a where a.code = c.district_code) as district_name from cooperatives c
			 where c.office_id = ${actor.officeId}::uuid and c.merged_into is null and ${one}
		)
		select c.id, c.name, c.district_code as "districtCode", coalesce(c.district_name, c.district_text) as district,
		       jsonb_build_object(
		         'legalNumber', c.legal_number is not null,
		         'kind', c.kind is not null,
		         'district', c.district_code is not null,
		         'address', c.address is not null,
		         'contact', c.phone is not null or c.email is not null,
		         'registryStatus', c.registry_status is not null,
		         'chair', ${served('chair')},
		         'boardTerm', exists (select from board_terms b where b.until_on is not null
		              and b.cooperative_id in ${parts}),
		         'supervisor', ${served('supervisor')},
		         'meetings', exists (select from annual_meetings m where m.book_year >= ${lastYear - 1}
		              and m.cooperative_id in ${parts}),
		         'members', exists (select from cooperative_figures f where f.members is not null
		              and f.cooperative_id in ${parts}),
		         'figures', exists (select from cooperative_figures f
		              where f.assets_rupiah is not null and f.turnover_rupiah is not null and f.book_year >= ${lastYear - 2}
		                and f.cooperative_id in ${parts}),
		         'registryNumber', c.registry_number is not null,
		         'businessNumber', c.business_number is not null,
		         'founded', coalesce(c.founded_on, c.legal_on) is not null,
		         'classification', c.group_code is not null and c.sector_code is not null,
		         'place', c.latitude is not null
		       ) as has
		  from own c`);
	return rows
		.map(({ has, ...row }) => ({ ...row, ...completenessOf(has) }))
		.sort((a, b) => a.share - b.share || (a.name < b.name ? -1 : 1));
}

/** The share of complete records by district, where it is lowest first. */
export function byDistrict(lines: readonly QualityLine[]): DistrictQuality[] {
	const groups = Map.groupBy(lines, ({ districtCode }) => districtCode);
	return [...groups]
		.map(([code, group]) => ({
			code,
			name: code === null ? null : (group[0]?.district ?? null),
			count: group.length,
			complete: group.filter(({ isComplete }) => isComplete).length
		}))
		.sort((a, b) => a.complete * b.count - b.complete * a.count || b.count - a.count);
}

/** How many records lack each field, the most first. */
export function missingFields(
	lines: readonly QualityLine[]
): { readonly field: WantedField; readonly count: number }[] {
	const counts = new Map<WantedField, number>();
	for (const { missing } of lines) for (const field of missing) counts.set(field, (counts.get(field) ?? 0) + 1);
	return [...counts].map(([field, count]) => ({ field, count })).sort((a, b) => b.count - a.count);
}

/** How complete one record is. @throws Refusal missing */
export const completenessFor = async (
	reader: Reader,
	actor: Actor,
	cooperativeId: string,
	today: Day
): Promise<Completeness> => found((await qualityOf(reader, actor, today, cooperativeId))[0]);
