import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Asked } from '../../search-text.ts';
import { editsBetween, kindsOf, LEFT, mayMean, nearness, OTHER_KIND } from '../../search-words.ts';
import { candidateColumns, type Candidate, type Ranked } from './candidate.ts';

/** More words than these say no more. */
const MOST_WORDS = 6;
/** A register of more cooperatives is searched word by word: there too many names are alike as a whole. */
const LARGE = 20_000;

/** Registers grow slowly: how large one is, is asked once in so many milliseconds. */
const REMEMBERED = 300_000;
const sizes = new Map<string, { isLarge: boolean; until: number }>();

/** Whether an office's register is so large; looks at no more of it than that. */
export async function isLargeRegister(reader: Pick<Reader, 'rows'>, actor: Actor): Promise<boolean> {
	const officeId = actor.officeId ?? '';
	const known = sizes.get(officeId);
	if (known && known.until > performance.now()) return known.isLarge;
	const rows = await reader.rows(
		sql`select 1 as one from cooperatives where office_id = ${officeId}::uuid and merged_into is null offset ${LARGE} limit 1`
	);
	sizes.set(officeId, { isLarge: rows.length > 0, until: performance.now() + REMEMBERED });
	return rows.length > 0;
}

/**
 * The cooperatives in whose names every word that was typed stands, or a word that it may be a slip of; where these are too
 * few, those with all words but one; the nearest first.
 */
export async function foundByWords(
	reader: Pick<Reader, 'rows'>,
	actor: Actor,
	asked: Asked,
	limit: number
): Promise<Ranked[]> {
	const every = await meantWords(reader, actor, asked.core);
	const words = every.filter(({ meant: some }) => some.length > 0);
	if (every.every(({ perhaps }) => perhaps.length === 0)) return [];
	const meant = words.map(({ meant: some }) => some);
	const perhaps = every.filter(({ perhaps: some }) => some.length > 0).map(({ perhaps: some }) => some);
	const isLarge = await isLargeRegister(reader, actor);
	// A word left out, or one that is two slips away though it is short.
	const allButOne = words.length > 1 ? meant.map((_, without) => having(meant.filter((__, at) => at !== without))) : [];
	const all = words.length > 0 ? [having(meant)] : [];
	const nearestIn = (conditions: readonly SQL[]) => nearestOf(reader, actor, asked, every, conditions);
	// A small register has few names with any of the words: one question for all of them, which is quickly planned.
	if (!isLarge) return (await nearestIn([having([perhaps.flat()])])).slice(0, limit);

	// Those that are meant most likely have a place of their own: "bira" is not lost among the many names with "bina".
	const likely = words.length > 0 ? [having(words.map(({ likely: nearest }) => nearest))] : [];
	const whole = words.length > 0 ? await nearestIn([...likely, ...all]) : [];
	const isFound = words.length === every.length && (whole.length >= limit || (whole[0]?.near ?? 0) >= SURE);
	if (isFound || (every.length === 1 && whole.length > 0)) return whole.slice(0, limit);
	const most = allButOne.length > 0 ? nearer(whole, await nearestIn(allButOne)) : whole;
	// The words that may be meant by two slips are many, and looking for them takes longest.
	if ((most[0]?.near ?? 0) >= NEAR) return most.slice(0, limit);
	return nearer(most, await nearestIn([having(perhaps)])).slice(0, limit);
}

/** Where no name is so near word by word, a name as a whole may be. */
export const NEAR = 0.75;

/** All of them, each once, the nearest first. */
export function nearer(...found: readonly (readonly Ranked[])[]): Ranked[] {
	const nearest = new Map<string, Ranked>();
	for (const one of found.flat()) if (one.near > (nearest.get(one.id)?.near ?? -1)) nearest.set(one.id, one);
	return [...nearest.values()].sort((a, b) => b.near - a.near);
}

/** So near a name is the one that was meant, or nobody can tell. */
const SURE = 0.9;

async function nearestOf(
	reader: Pick<Reader, 'rows'>,
	actor: Actor,
	asked: Asked,
	words: readonly Meant[],
	conditions: readonly SQL[]
): Promise<Ranked[]> {
	const met = await among(reader, actor, asked, words, conditions);
	// Two records that were merged are found by either name and are one cooperative.
	return nearer(met.map((one) => ({ ...one, near: nearness(asked, { core: one.metCore, norm: one.metNorm }) })));
}

interface Meant {
	/** How many letters were typed. */
	readonly letters: number;
	/** Words of the register that a typed word may be a slip of, and those of them that are nearest to it. */
	readonly meant: readonly string[];
	readonly likely: readonly string[];
	/** With those that are two slips away of a short word: looked at only when nothing else is near. */
	readonly perhaps: readonly string[];
}

/** What each word that was typed may mean. */
async function meantWords(reader: Pick<Reader, 'rows'>, actor: Actor, core: string): Promise<Meant[]> {
	const typed = [...new Set(core.split(' '))].slice(0, MOST_WORDS);
	const near = await reader.rows<{ at: number; word: string }>(sql`
		select q.at::int, near.word
		  from unnest(${sql.param(typed)}::text[]) with ordinality as q(word, at)
		 cross join lateral (select w.word from name_words w
		        where w.office_id = ${actor.officeId}::uuid and w.begins = left(q.word, 1)
		          and w.letters between length(q.word) - 2 and length(q.word) + 2
		          and levenshtein_less_equal(w.word, q.word, 2) <= 2 offset 0) as near`);
	return typed.map((word, index) => {
		const perhaps = near.filter(({ at }) => at === index + 1).map((row) => row.word);
		const meant = perhaps.filter((one) => mayMean(word, one));
		const least = Math.min(...meant.map((one) => editsBetween(word, one)));
		return {
			letters: word.length,
			perhaps: word.length < 4 ? meant : perhaps,
			meant,
			likely: meant.filter((one) => editsBetween(word, one) === least)
		};
	});
}

const having = (groups: readonly (readonly string[])[]): SQL =>
	sql`(${sql.join(
		groups.map((group) => sql`words && ${sql.param(group)}::text[]`),
		sql` and `
	)})`;

/** So many are looked at; who types words that fit more names than these has to type more. */
const LOOKED_AT = 3_000;
/** Of these the nearest so many are compared letter by letter. */
const COMPARED = 30;

/** What fits any of the conditions, the nearest by the words that were met. */
async function among(
	reader: Pick<Reader, 'rows'>,
	actor: Actor,
	asked: Asked,
	words: readonly Meant[],
	conditions: readonly SQL[]
): Promise<Ranked[]> {
	const each = Math.floor(LOOKED_AT / conditions.length);
	const sets = conditions.map(
		(condition) => sql`(select id, words, norm from cooperatives
			where office_id = ${actor.officeId}::uuid and ${condition} limit ${each})`
	);
	const met = await reader.rows<Ranked & { mergedInto: string | null }>(sql`
		with looked as materialized (${sql.join(sets, sets.length > 1 ? sql` union all ` : sql``)}),
		met as materialized (select ${sets.length > 1 ? sql`distinct` : sql``} id, ${roughNearness(asked, words)} as rough from looked
		                      order by rough desc, id limit ${COMPARED})
		select ${candidateColumns}, c.merged_into as "mergedInto", c.core as "metCore", c.norm as "metNorm", 0 as near
		  from met join cooperatives c on c.id = met.id left join areas a on a.code = c.district_code`);
	return standing(reader, actor, met);
}

/** `nearness`, as far as it is told by which words were met: cheap enough for thousands. */
function roughNearness(asked: Asked, words: readonly Meant[]): SQL {
	const letters = words.reduce((sum, word) => sum + word.letters, 0);
	const met = words.filter(({ perhaps }) => perhaps.length > 0);
	const has = (some: readonly string[]) => sql`words && ${sql.param(some)}::text[]`;
	// Most names have one or two of the words: whether they have any is asked first.
	const near = met.map(({ likely, meant, perhaps, letters: own }) => {
		const share = (of: number) => sql`${(of * own) / letters}::real`;
		const isMeant =
			meant.length === perhaps.length
				? share(0.8)
				: sql`case when ${has(meant)} then ${share(0.8)} else ${share(0.6)} end`;
		const isMet =
			likely.length === 0
				? isMeant
				: likely.length === perhaps.length
					? share(1)
					: sql`case when ${has(likely)} then ${share(1)} else ${isMeant} end`;
		return sql`case when ${has(perhaps)} then ${isMet} else 0 end`;
	});
	const over = sql`greatest(0, cardinality(words) - ${words.length}::int) * ${LEFT}::real`;
	const kinds = kindsOf(asked);
	const otherKind =
		kinds.length === 0
			? sql`0`
			: sql`case when string_to_array(norm, ' ') && ${sql.param(kinds)}::text[] then 0 else ${OTHER_KIND}::real end`;
	return sql`${sql.join(near, sql` + `)} - ${over} - ${otherKind}`;
}

/** A merged record answers as the one that stays, found by the name that it had. */
async function standing(
	reader: Pick<Reader, 'rows'>,
	actor: Actor,
	met: readonly (Ranked & { mergedInto: string | null })[]
): Promise<Ranked[]> {
	const merged = met.flatMap(({ mergedInto }) => mergedInto ?? []);
	if (merged.length === 0) return [...met];
	const winners = await reader.rows<Candidate>(sql`
		select ${candidateColumns} from cooperatives c left join areas a on a.code = c.district_code
		 where c.office_id = ${actor.officeId}::uuid and c.id = any(${sql.param(merged)}::uuid[])`);
	return met.map((one) => {
		const winner = winners.find(({ id }) => id === one.mergedInto);
		return winner ? { ...one, ...winner } : one;
	});
}
