import { and, asc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { areas, offices } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { cooperatives } from '../tables.ts';
import { registeredAs } from './identity.ts';

/** What the register holds about a cooperative and a person may put right. @throws Refusal missing */
export async function basicsOf(reader: Pick<Reader, 'select'>, actor: Actor, cooperativeId: string) {
	const id = await registeredAs(reader, actor, cooperativeId);
	const [row] = await reader
		.select({
			id: cooperatives.id,
			name: cooperatives.name,
			kind: cooperatives.kind,
			pattern: cooperatives.pattern,
			form: cooperatives.form,
			hasSavingsUnit: cooperatives.hasSavingsUnit,
			legalNumber: cooperatives.legalNumber,
			legalOn: cooperatives.legalOn,
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
			legalApprovedBy: cooperatives.legalApprovedBy,
			seat: cooperatives.seat,
			notary: cooperatives.notary,
			postalCode: cooperatives.postalCode,
			fax: cooperatives.fax,
			website: cooperatives.website,
			note: cooperatives.note,
			address: cooperatives.address,
			districtCode: cooperatives.districtCode,
			districtText: cooperatives.districtText,
			villageCode: cooperatives.villageCode,
			phone: cooperatives.phone,
			email: cooperatives.email,
			version: cooperatives.version
		})
		.from(cooperatives)
		.where(and(eq(cooperatives.id, id), eq(cooperatives.officeId, actor.officeId as never)));
	return found(row);
}

/** The villages of the office's own area with their district, by district. */
export function villagesOf(reader: Pick<Reader, 'select'>, actor: Actor) {
	const district = alias(areas, 'district');
	return reader
		.select({ code: areas.code, name: areas.name, district: district.name })
		.from(offices)
		.innerJoin(district, and(eq(district.parentCode, offices.code), eq(district.level, 3)))
		.innerJoin(areas, and(eq(areas.parentCode, district.code), eq(areas.level, 4)))
		.where(eq(offices.id, actor.officeId as never))
		.orderBy(asc(district.name), asc(areas.name));
}
