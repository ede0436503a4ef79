import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { profileOf, type Profile } from '../../duplicates/profile.ts';
import { boardTerms, cooperatives, people } from '../tables.ts';

type Asking = Pick<Reader, 'select'>;

/** What each record of the office's register is compared by, without those that were merged: two questions, however many. */
export const profilesOf = (reader: Asking, actor: Actor): Promise<Profile[]> =>
	profiled(reader, eq(cooperatives.officeId, actor.officeId as never), undefined);

/** The same of these records only. */
export const profilesAmong = (reader: Asking, actor: Actor, ids: readonly string[]): Promise<Profile[]> =>
	ids.length === 0
		? Promise.resolve([])
		: profiled(
				reader,
				and(eq(cooperatives.officeId, actor.officeId as never), inArray(cooperatives.id, [...ids] as never[])),
				inArray(boardTerms.cooperativeId, [...ids] as never[])
			);

async function profiled(reader: Asking, which: SQL | undefined, boards: SQL | undefined): Promise<Profile[]> {
	const rows = await reader
		.select({
			id: cooperatives.id,
			core: cooperatives.core,
			norm: cooperatives.norm,
			legalNumberNorm: cooperatives.legalNumberNorm,
			registryNumber: cooperatives.registryNumber,
			businessNumber: cooperatives.businessNumber,
			taxNumber: cooperatives.taxNumber,
			address: cooperatives.address,
			districtCode: cooperatives.districtCode,
			districtText: cooperatives.districtText
		})
		.from(cooperatives)
		.where(and(which, isNull(cooperatives.mergedInto)))
		.orderBy(asc(cooperatives.id));
	const served = await reader
		.select({ cooperativeId: boardTerms.cooperativeId, name: people.name })
		.from(boardTerms)
		.innerJoin(people, eq(people.id, boardTerms.personId))
		.where(and(boards, isNull(people.erasedAt)));
	const names = new Map<string, string[]>();
	for (const { cooperativeId, name } of served) {
		const board = names.get(cooperativeId);
		if (board) board.push(name);
		else names.set(cooperativeId, [name]);
	}
	return rows.map((row) => profileOf({ ...row, people: names.get(row.id) ?? [] }));
}
