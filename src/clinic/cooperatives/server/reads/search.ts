import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import type { Kind, Pattern, RegistryStatus } from '../../kinds.ts';
import { readSearch, type Asked } from '../../search-text.ts';
import { nearness } from '../../search-words.ts';
import { foundByWords, isLargeRegister } from './search-words.ts';

/** One cooperative that a search found, with what tells it from its namesakes. */
export interface Candidate extends Record<string, unknown> {
	readonly id: Id<'Cooperative'>;
	readonly name: string;
	readonly kind: Kind | null;
	readonly pattern: Pattern | null;
	readonly hasSavingsUnit: boolean;
	readonly district: string | null;
	readonly address: string | null;
	readonly legalNumber: string | null;
	readonly registryNumber: string | null;
	readonly registryStatus: RegistryStatus | null;
}

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
	if (isName && (await isLargeRegister(reader, actor))) return byWords(reader, actor, asked, limit);
	const found = await candidates(
		reader,
		sql`${foundBy(actor, asked)} order by alike desc, in_full desc, id limit ${limit}`
	);
	// A slip in a short word leaves no letters in a row in common: then it is looked for word by word, too.
	const isSure = !isName || found.some(({ alike, ...name }) => alike >= SURE || nearness(asked, name) >= SURE);
	return (isSure ? found : await nearestFirst(reader, actor, asked, found, limit)).map(shown);
}

const SURE = 0.8;

async function byWords(reader: Pick<Reader, 'rows'>, actor: Actor, asked: Asked, limit: number): Promise<Candidate[]> {
	const met = await foundByWords(reader, actor, asked, limit);
	const ids = met.map(({ id }) => id);
	const order = new Map(ids.map((id, at) => [id, at]));
	return (await candidatesNamed(reader, actor, ids)).sort((a, b) => order.get(a.id)! - order.get(b.id)!);
}

async function nearestFirst(
	reader: Pick<Reader, 'rows'>,
	actor: Actor,
	asked: Asked,
	found: readonly Ranked[],
	limit: number
): Promise<Ranked[]> {
	const met = await foundByWords(reader, actor, asked, limit);
	const more = await candidates(
		reader,
		named(
			actor,
			met.map(({ id }) => id).filter((id) => !found.some((one) => one.id === id))
		)
	);
	const rank = ({ alike, ...name }: Ranked) => Math.max(alike, nearness(asked, name));
	return [...found, ...more].sort((a, b) => rank(b) - rank(a)).slice(0, limit);
}

/** These cooperatives of the office, in the same form. */
export const candidatesNamed = async (
	reader: Pick<Reader, 'rows'>,
	actor: Actor,
	ids: readonly string[]
): Promise<Candidate[]> => (ids.length === 0 ? [] : (await candidates(reader, named(actor, ids))).map(shown));

const named = (actor: Actor, ids: readonly string[]) => sql`
	select id, 0::real as alike, 0::real as in_full from cooperatives
	 where office_id = ${actor.officeId}::uuid and id = any(${sql.param([...ids])}::uuid[])`;

/** A candidate with what it is ranked by. */
type Ranked = Candidate & { readonly alike: number; readonly core: string; readonly norm: string };
const shown = ({ alike: _, core: __, norm: ___, ...candidate }: Ranked): Candidate => candidate as Candidate;

const candidates = (reader: Pick<Reader, 'rows'>, found: SQL): Promise<Ranked[]> =>
	reader.rows<Ranked>(sql`
		with found as (${found})
		select c.id, c.name, c.kind, c.pattern, c.has_savings_unit as "hasSavingsUnit",
		       coalesce(a.name, c.district_text) as district, c.address, c.legal_number as "legalNumber",
		       c.registry_number as "registryNumber", c.registry_status as "registryStatus", found.alike, c.core, c.norm
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
		       case when legal_number_norm = ${legal} or registry_number = ${digits} or business_number = ${digits} then 4
		            when legal_number_norm like ${begin} then 3
		            else 2 end::real as alike
		  from cooperatives
		 where office_id = ${actor.officeId}::uuid
		   and (legal_number_norm = ${legal} or legal_number_norm like ${begin}
		        or replace(legal_number_norm, '/', '') like any(${inside}::text[])
		        or registry_number like ${part} or business_number like ${part})`;
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
