import { and, inArray, like, sql } from 'drizzle-orm';
import { areas } from '#clinic/offices/server/tables.ts';
import { foldArea } from '#clinic/offices/areas.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Known, Registered } from '../../import-outcomes.ts';
import type { Area, Place } from '../../placing.ts';
import type { ReadRow, TakenRow } from '../../register-read.ts';
import { foldAddress } from '../../same-cooperative.ts';
import { lineHash } from '../line-hash.ts';

/** Districts and villages of an office's area, whose code begins with the office's. */
export const areasUnder = (reader: Pick<Reader, 'select'>, code: string): Promise<Area[]> =>
	reader
		.select({ code: areas.code, name: areas.name, parentCode: areas.parentCode, level: areas.level })
		.from(areas)
		.where(and(inArray(areas.level, [3, 4]), like(areas.code, `${code}.%`)))
		.orderBy(areas.code);

/** What the office's register knows of the rows of a file: three questions, however many rows. */
export async function knownAmong(
	reader: Pick<Reader, 'rows'>,
	actor: Actor,
	rows: readonly ReadRow[],
	placeOf: (row: TakenRow) => Place
): Promise<Known> {
	const taken = rows.filter((row) => row.outcome === 'taken');
	const lines = await sameLines(reader, actor, taken);
	const others = taken.filter(({ position }) => !lines.has(position));
	return { lines, alike: await alikeAmong(reader, actor, others, placeOf) };
}

async function sameLines(
	reader: Pick<Reader, 'rows'>,
	actor: Actor,
	rows: readonly TakenRow[]
): Promise<Known['lines']> {
	if (rows.length === 0) return new Map();
	const found = await reader.rows<{ position: number; id: string; name: string }>(sql`
		select distinct on (r.position) r.position, c.id, c.name
		  from unnest(${list(rows.map(({ position }) => position))}::int[], ${list(rows.map(({ key }) => lineHash(key)))}::text[])
		       as r(position, hash)
		  join import_rows i on i.office_id = ${actor.officeId}::uuid and i.row_hash = r.hash
		  join cooperatives was on was.id = i.cooperative_id
		  join cooperatives c on c.id = coalesce(was.merged_into, was.id)
		 order by r.position, c.id`);
	return new Map(found.map(({ position, id, name }) => [position, { id, name }]));
}

/** A name or number that more cooperatives share tells nothing apart; so a file of equal rows costs no more than others. */
const SHARED = 16;

async function alikeAmong(
	reader: Pick<Reader, 'rows'>,
	actor: Actor,
	rows: readonly TakenRow[],
	placeOf: (row: TakenRow) => Place
): Promise<Known['alike']> {
	if (rows.length === 0) return new Map();
	const fields = rows.map((row) => row.fields);
	const found = await reader.rows<AlikeRow>(sql`
		with asked as (
			select * from unnest(
				${list(rows.map(({ position }) => position))}::int[], ${list(fields.map(({ core }) => core))}::text[],
				${list(rows.map((row) => placeOf(row).districtCode ?? ''))}::text[],
				${list(fields.map(({ legalNumberNorm }) => legalNumberNorm))}::text[],
				${list(fields.map(({ registryNumber }) => registryNumber))}::text[]
			) as a(position, core, district, legal, registry)),
		known as materialized (
			select id, coalesce(merged_into, id) as stays, core, norm, coalesce(district_code, '') as district, district_text,
			       legal_number_norm, registry_number, address,
			       row_number() over (partition by core, district_code order by id) as by_name,
			       row_number() over (partition by legal_number_norm order by id) as by_legal,
			       row_number() over (partition by registry_number order by id) as by_registry
			  from cooperatives where office_id = ${actor.officeId}::uuid),
		pairs as (
			select a.position, k.id from asked a join known k on k.core = a.core and k.district = a.district and k.by_name <= ${SHARED}
			union
			select a.position, k.id from asked a join known k on k.legal_number_norm = a.legal and k.by_legal <= ${SHARED}
			union
			select a.position, k.id from asked a join known k on k.registry_number = a.registry and k.by_registry <= ${SHARED})
		select p.position, k.stays as id, s.name, k.core, k.norm, k.legal_number_norm as legal, k.registry_number as registry,
		       coalesce(d.name, k.district_text) as district, k.address
		  from pairs p join known k on k.id = p.id join cooperatives s on s.id = k.stays
		  left join areas d on d.code = k.district
		 order by p.position, k.id`);
	const alike = new Map<number, Registered[]>();
	for (const row of found) {
		const others = alike.get(row.position) ?? [];
		alike.set(row.position, [...others, registered(row)]);
	}
	return alike;
}

interface AlikeRow extends Record<string, unknown> {
	readonly position: number;
	readonly id: string;
	readonly name: string;
	readonly core: string;
	readonly norm: string;
	readonly legal: string | null;
	readonly registry: string | null;
	readonly district: string | null;
	readonly address: string | null;
}

const registered = ({ id, name, core, norm, legal, registry, district, address }: AlikeRow): Registered => ({
	id,
	name,
	identity: {
		core,
		norm,
		legalNumber: legal ?? '',
		registryNumber: registry ?? '',
		district: foldArea(district ?? ''),
		address: foldAddress(address ?? '')
	}
});

/** One parameter for a whole column: a statement takes no more than 65,535. */
const list = (values: readonly (string | number | null)[]) => sql.param(values);
