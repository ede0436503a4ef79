import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { readSearch, type Asked } from '../../search-text.ts';
import { candidateColumns, shown, type Candidate, type Ranked } from './candidate.ts';
import { foundByWords, isLargeRegister, NEAR, nearer } from './search-words.ts';

export type { Candidate };

/**
 * Cooperatives of the actor's office by a name however badly typed, or by any part of a number; the most alike first.
 * A merged record is found under its old name and answers as the one that stays.
 */
export async function searchCooperatives(
	reader: Pick<Reader, 'rows'>,
	actor: Actor,
	text: string,
	limit = 8
): Promise<Candidate[]> {
	const asked = readSearch(text);
	if (!asked) return [];
	const isName = asked.core !== '' && asked.legal === null && asked.digits === null;
	if (!isName) return (await asWhole(reader, actor, asked, limit)).map(shown);
	const met = await foundByWords(reader, actor, asked, limit);
	const isSure = met.some(({ near }) => near >= NEAR) || (await isLargeRegister(reader, actor));
	return (isSure ? met : nearer(met, await asWhole(reader, actor, asked, limit)).slice(0, limit)).map(shown);
}

/** What is alike as a whole: joined and halved words, numbers, words of a kind. */
const asWhole = (reader: Pick<Reader, 'rows'>, actor: Actor, asked: Asked, limit: number): Promise<Ranked[]> =>
	candidates(reader, sql`${foundBy(actor, asked)} order by alike desc, in_full desc, id limit ${limit}`);

/** These cooperatives of the office, in the same form. */
export const candidatesNamed = async (
	reader: Pick<Reader, 'rows'>,
	actor: Actor,
	ids: readonly string[]
): Promise<Candidate[]> => {
	if (ids.length === 0) return [];
	const named = sql`select id, 0::real as alike, 0::real as in_full from cooperatives
		where office_id = ${actor.officeId}::uuid and id = any(${sql.param([...ids])}::uuid[])`;
	return (await candidates(reader, named)).map(shown);
};

const candidates = (reader: Pick<Reader, 'rows'>, found: SQL): Promise<Ranked[]> =>
	reader.rows<Ranked>(sql`
		with found as (${found})
		select ${candidateColumns}, c.core as "metCore", c.norm as "metNorm", found.alike as near
		  from found join cooperatives c on c.id = found.id
		  left join areas a on a.code = c.district_code
		 order by alike desc, in_full desc, c.name, c.id`);

/**
 * Rows `id, alike, in_full` of the cooperatives that a text finds. Names and numbers are asked apart, so that each keeps its
 * own way through the indexes. Names are compared without the words of their kind, which half the register shares.
 */
export function foundBy(actor: Actor, asked: Asked): SQL {
	const arms = [
		...(asked.core !== '' ? [byName(actor, asked)] : []),
		...(asked.legal !== null || asked.digits !== null ? [byNumber(actor, asked)] : []),
		...(asked.core === '' && asked.legal === null && asked.digits === null ? [byKind(actor, asked)] : [])
	];
	// Words of a kind alone choose and do not rank.
	const inFull = asked.core === '' ? sql`0::real` : sql`max(similarity(norm, ${asked.norm}))`;
	return sql`
		select coalesce(merged_into, id) as id, max(alike) as alike, ${inFull} as in_full
		  from (${sql.join(arms, sql` union all `)}) as arms
		 group by 1`;
}

/** Similar as a whole, or one part of it: "sri rejeki" in "Sri Redjeki Makmur". */
const byName = (actor: Actor, { core }: Asked) => sql`
	select id, merged_into, norm, greatest(similarity(core, ${core}), word_similarity(${core}, core) * 0.9) as alike
	  from cooperatives
	 where office_id = ${actor.officeId}::uuid and (core % ${core} or ${core} <% core)`;

const byNumber = (actor: Actor, { legal, fragments, digits }: Asked) => {
	const begin = legal === null ? null : `${literally(legal)}/%`;
	const inside = sql.param(fragments.map((fragment) => `%${literally(fragment)}%`));
	const part = digits === null ? null : `%${digits}%`;
	return sql`
		select id, merged_into, norm,
		       case when legal_number_norm = ${legal} or ${digits} in (registry_number, business_number, tax_number) then 4
		            when legal_number_norm like ${begin} then 3
		            else 2 end::real as alike
		  from cooperatives
		 where office_id = ${actor.officeId}::uuid
		   and (legal_number_norm = ${legal} or legal_number_norm like ${begin}
		        or replace(legal_number_norm, '/', '') like any(${inside}::text[])
		        or registry_number like ${part} or business_number like ${part} or tax_number like ${part})`;
};

/** Only words of a kind were typed. */
const byKind = (actor: Actor, { kindWords }: Asked) => sql`
	select id, merged_into, norm, 1::real as alike
	  from cooperatives
	 where office_id = ${actor.officeId}::uuid
	   and ${sql.join(
				kindWords.map((word) => sql`' ' || norm || ' ' like ${`% ${word} %`}`),
				sql` and `
			)}`;

const literally = (text: string) => text.replace(/[\\%_]/g, '\\$&');
