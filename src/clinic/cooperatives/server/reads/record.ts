import { and, eq, sql } from 'drizzle-orm';
import { aliasedTable } from 'drizzle-orm';
import { areas } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { lifeStatusOf } from '../../life.ts';
import { cooperatives } from '../tables.ts';
import { registeredAs } from './identity.ts';

/** All that the register says about a cooperative itself, with its districts and villages by name. @throws Refusal missing */
export async function recordOf(reader: Pick<Reader, 'select'>, actor: Actor, cooperativeId: string) {
	const id = await registeredAs(reader, actor, cooperativeId);
	const village = aliasedTable(areas, 'village');
	const [row] = await reader
		.select({ row: cooperatives, district: areas.name, village: village.name })
		.from(cooperatives)
		.leftJoin(areas, eq(areas.code, cooperatives.districtCode))
		.leftJoin(village, eq(village.code, cooperatives.villageCode))
		.where(and(eq(cooperatives.id, id), eq(cooperatives.officeId, actor.officeId as never)));
	const { row: record, district, village: villageName } = found(row);
	const {
		core: _core,
		norm: _norm,
		legalNumberNorm: _legal,
		importId: _import,
		mergedInto: _merged,
		...values
	} = record;
	return {
		...values,
		districtName: district ?? values.districtText,
		villageName,
		lifeStatus: lifeStatusOf(record)
	};
}
export type CooperativeRecord = Awaited<ReturnType<typeof recordOf>>;

/** The version of a record that a form about it shows. @throws Refusal missing */
export async function versionOf(reader: Pick<Reader, 'select'>, actor: Actor, cooperativeId: string) {
	const id = await registeredAs(reader, actor, cooperativeId);
	const [row] = await reader
		.select({ id: cooperatives.id, name: cooperatives.name, version: cooperatives.version })
		.from(cooperatives)
		.where(and(eq(cooperatives.id, id), eq(cooperatives.officeId, actor.officeId as never)));
	return found(row);
}

/** How many records an office's register holds, merged ones left out. */
export async function registerSize(reader: Pick<Reader, 'select'>, actor: Actor): Promise<number> {
	const [row] = await reader
		.select({ count: sql<number>`count(*)::int` })
		.from(cooperatives)
		.where(and(eq(cooperatives.officeId, actor.officeId as never), sql`${cooperatives.mergedInto} is null`));
	return row?.count ?? 0;
}
