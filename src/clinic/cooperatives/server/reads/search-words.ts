import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Asked } from '../../search-text.ts';
import { editsBetween, mayMean, nearness } from '../../search-words.ts';

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

/** A cooperative that was found, and how near its name is. */
export interface Met {
	readonly id: string;
	readonly near: number;
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
): Promise<Met[]> {
	const groups = await meantWords(reader, actor, asked.core);
	if (groups.length === 0) return [];
	const all = having(groups);
	const whole = await among(reader, actor, asked, [all]);
	const allButOne = groups.map((_, without) => having(groups.filter((__, at) => at !== without)));
	const isEnough = whole.length >= limit || groups.length === 1;
	const met = isEnough ? whole : await among(reader, actor, asked, [all, ...allButOne]);
	const nearest = new Map<string, number>();
	for (const { id, ...name } of met) nearest.set(id, Math.max(nearest.get(id) ?? 0, nearness(asked, name)));
	return [...nearest]
		.map(([id, near]) => ({ id, near }))
		.sort((a, b) => b.near - a.near || (a.id < b.id ? -1 : 1))
		.slice(0, limit);
}

/** Each word that was typed with the words of the register that it may mean. */
async function meantWords(reader: Pick<Reader, 'rows'>, actor: Actor, core: string): Promise<string[][]> {
	const typed = [...new Set(core.split(' '))].slice(0, MOST_WORDS);
	const near = await reader.rows<{ at: number; word: string }>(sql`
		select q.at::int, w.word
		  from unnest(${sql.param(typed)}::text[]) with ordinality as q(word, at)
		  join name_words w on w.office_id = ${actor.officeId}::uuid and w.begins = left(q.word, 1)
		   and w.letters between length(q.word) - 2 and length(q.word) + 2
		   and levenshtein_less_equal(w.word, q.word, 2) <= 2`);
	return typed
		.map((word, index) => {
			const known = near.filter(({ at }) => at === index + 1).map((row) => row.word);
			const nearest = Math.min(...known.map((one) => editsBetween(word, one)));
			return known.filter((one) => mayMean(word, one, nearest));
		})
		.filter((group) => group.length > 0);
}

const having = (groups: readonly (readonly string[])[]): SQL =>
	sql`(${sql.join(
		groups.map((group) => sql`words && ${sql.param(group)}::text[]`),
		sql` and `
	)})`;

/** So many are compared as a whole; who types words that fit more names than these has to type more. */
const COMPARED = 2_000;

/** Half by the name alone, half with the words of its kind, which tell namesakes apart. */
interface Name extends Record<string, unknown> {
	readonly id: string;
	readonly core: string;
	readonly norm: string;
}

/** What fits any of the conditions, the most alike as a whole. A merged record answers as the one that stays. */
const among = (
	reader: Pick<Reader, 'rows'>,
	actor: Actor,
	{ core, norm }: Asked,
	conditions: readonly SQL[]
): Promise<Name[]> => {
	const each = Math.floor(COMPARED / conditions.length);
	const sets = conditions.map(
		(condition) => sql`(select id, merged_into, core, norm from cooperatives
			where office_id = ${actor.officeId}::uuid and ${condition} limit ${each})`
	);
	return reader.rows<Name>(sql`
		select coalesce(merged_into, id) as id, core, norm
		  from (${sql.join(sets, sql` union `)}) as met
		 order by similarity(core, ${core}) + similarity(norm, ${norm}) desc, id limit ${KEPT}`);
};
const KEPT = 120;
