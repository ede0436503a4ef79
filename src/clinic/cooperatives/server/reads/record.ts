import { aliasedTable, and, eq, sql } from 'drizzle-orm';
import { areas } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { lifeStatusOf } from '../../life.ts';
import { cooperatives } from '../tables.ts';
import { registeredAs } from './identity.ts';

/** What the record's own pages show; nothing of what only searching needs. */
const values = {
	id: cooperatives.id,
	name: cooperatives.name,
	kind: cooperatives.kind,
	pattern: cooperatives.pattern,
	form: cooperatives.form,
	hasSavingsUnit: cooperatives.hasSavingsUnit,
	legalNumber: cooperatives.legalNumber,
	legalOn: cooperatives.legalOn,
	legalApprovedBy: cooperatives.legalApprovedBy,
	seat: cooperatives.seat,
	notary: cooperatives.notary,
	foundedOn: cooperatives.foundedOn,
	registryNumber: cooperatives.registryNumber,
	businessNumber: cooperatives.businessNumber,
	taxNumber: cooperatives.taxNumber,
	reach: cooperatives.reach,
	guidedBy: cooperatives.guidedBy,
	groupCode: cooperatives.groupCode,
	sectorCode: cooperatives.sectorCode,
	businessClass: cooperatives.businessClass,
	isLarge: cooperatives.isLarge,
	registryStatus: cooperatives.registryStatus,
	dissolution: cooperatives.dissolution,
	address: cooperatives.address,
	postalCode: cooperatives.postalCode,
	phone: cooperatives.phone,
	fax: cooperatives.fax,
	email: cooperatives.email,
	website: cooperatives.website,
	note: cooperatives.note,
	latitude: cooperatives.latitude,
	longitude: cooperatives.longitude,
	placeAccuracyMetres: cooperatives.placeAccuracyMetres,
	placeConfirmedOn: cooperatives.placeConfirmedOn,
	placeConfirmedBy: cooperatives.placeConfirmedBy
};

/** All that the register says about a cooperative itself, with its districts and villages by name. @throws Refusal missing */
export async function recordOf(reader: Pick<Reader, 'select'>, actor: Actor, cooperativeId: string) {
	const id = await registeredAs(reader, actor, cooperativeId);
	const village = aliasedTable(areas, 'village');
	const [row] = await reader
		.select({
			...values,
			districtName: sql<string | null>`coalesce(${areas.name}, ${cooperatives.districtText})`,
			villageName: village.name
		})
		.from(cooperatives)
		.leftJoin(areas, eq(areas.code, cooperatives.districtCode))
		.leftJoin(village, eq(village.code, cooperatives.villageCode))
		.where(and(eq(cooperatives.id, id), eq(cooperatives.officeId, actor.officeId as never)));
	const record = found(row);
	return { ...record, lifeStatus: lifeStatusOf(record) };
}

/** The version of a record that a form about it shows. @throws Refusal missing */
export async function versionOf(reader: Pick<Reader, 'select'>, actor: Actor, cooperativeId: string) {
	const id = await registeredAs(reader, actor, cooperativeId);
	const [row] = await reader
		.select({ id: cooperatives.id, name: cooperatives.name, version: cooperatives.version })
		.from(cooperatives)
		.where(and(eq(cooperatives.id, id), eq(cooperatives.officeId, actor.officeId as never)));
	return found(row);
}
