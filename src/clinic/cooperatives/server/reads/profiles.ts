import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { interning, profileOf, type Profile, type Written } from '../../duplicates/profile.ts';

type Asking = Pick<Reader, 'rows'>;

/** So many rows are in memory beside the profiles that are made of them. */
const BATCH = 5_000;

/** What each record of the office's register is compared by, without those that were merged. */
export async function profilesOf(reader: Asking, actor: Actor): Promise<Profile[]> {
	const people = await namesOf(reader, sql`t.office_id = ${actor.officeId}::uuid`);
	const profiles: Profile[] = [];
	const same = interning();
	await reader.rows(sql`declare register no scroll cursor for ${written(sql`c.office_id = ${actor.officeId}::uuid`)}`);
	for (;;) {
		const rows = await reader.rows<WrittenRow>(sql`fetch forward ${sql.raw(String(BATCH))} from register`);
		for (const row of rows) profiles.push(profileOf({ ...row, people: people.get(row.id) ?? [] }, same));
		if (rows.length < BATCH) break;
	}
	await reader.rows(sql`close register`);
	return profiles;
}

/** The same of these records only. */
export async function profilesAmong(reader: Asking, actor: Actor, ids: readonly string[]): Promise<Profile[]> {
	if (ids.length === 0) return [];
	const wanted = sql.param([...ids]);
	const rows = await reader.rows<WrittenRow>(
		written(sql`c.office_id = ${actor.officeId}::uuid and c.id = any(${wanted}::uuid[])`)
	);
	const people = await namesOf(reader, sql`t.cooperative_id = any(${wanted}::uuid[])`);
	return rows.map((row) => profileOf({ ...row, people: people.get(row.id) ?? [] }));
}

type WrittenRow = Omit<Written, 'people'> & Record<string, unknown>;

const written = (which: SQL) => sql`
	select c.id, c.core, c.norm, c.legal_number_norm as "legalNumberNorm", c.registry_number as "registryNumber",
	       c.business_number as "businessNumber", c.tax_number as "taxNumber", c.address, c.district_code as "districtCode",
	       c.district_text as "districtText"
	  from cooperatives c where ${which} and c.merged_into is null order by c.id`;

/** The names of board and supervisors by cooperative. */
async function namesOf(reader: Asking, which: SQL): Promise<Map<string, string[]>> {
	const served = await reader.rows<{ id: string; name: string }>(sql`
		select t.cooperative_id as id, p.name from board_terms t join people p on p.id = t.person_id
		 where ${which} and p.erased_at is null`);
	const names = new Map<string, string[]>();
	for (const { id, name } of served) {
		const board = names.get(id);
		if (board) board.push(name);
		else names.set(id, [name]);
	}
	return names;
}
