import { aliasedTable, and, desc, eq, gt, isNull, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { duplicateBands, type DuplicateBand, type Reason } from '../../duplicates/score.ts';
import { undoableUntil, UNDO_DAYS } from '../../merge-fields.ts';
import { cooperatives } from '../tables.ts';
import { cooperativeMerges, duplicateSweeps } from '../tables/duplicates.ts';

type Asking = Pick<Reader, 'select' | 'rows'>;

/** Which pairs: of one band, those that stand in two offices, or those that somebody told apart. */
export const pairFilters = [...duplicateBands, 'elsewhere', 'dismissed'] as const;
export type PairFilter = (typeof pairFilters)[number];

export const PAIRS_A_PAGE = 25;

/** One of two records, as the list shows it. */
interface ListedRecord {
	readonly name: string;
	readonly legalNumber: string | null;
	readonly address: string | null;
	readonly district: string | null;
}

export interface ListedPair extends Record<string, unknown> {
	readonly id: string;
	readonly firstId: string;
	readonly secondId: string;
	readonly percent: number;
	readonly band: DuplicateBand;
	readonly reasons: readonly Reason[];
	readonly first: ListedRecord;
	/** Null where it stands in another office's register. */
	readonly second: ListedRecord | null;
	/** That other office. */
	readonly elsewhere: string | null;
	readonly dismissedAt: Date | null;
	readonly dismissedBy: string | null;
	readonly dismissedWhy: string | null;
}

const record = (one: 'f' | 's') =>
	sql.raw(`jsonb_build_object('name', ${one}.name, 'legalNumber', ${one}.legal_number, 'address', ${one}.address,
		'district', coalesce(${one}a.name, ${one}.district_text))`);

const pairs = sql`from duplicate_pairs p
	  join cooperatives f on f.id = p.first_id
	  left join cooperatives s on s.id = p.second_id
	  left join duplicate_dismissals d on d.first_id = p.first_id and d.second_id = p.second_id`;

/** Both records still stand for themselves. */
const standing = (actor: Actor) =>
	sql`p.office_id = ${actor.officeId}::uuid and f.merged_into is null and s.merged_into is null`;

const listed = (actor: Actor, condition: SQL) => sql`
	select p.id, p.first_id as "firstId", p.second_id as "secondId", p.percent, p.band, p.reasons,
	       ${record('f')} as first, case when s.id is not null then ${record('s')} end as second, o.name as elsewhere,
	       d.at as "dismissedAt", d.by_name as "dismissedBy", d.reason as "dismissedWhy"
	  ${pairs}
	  left join areas fa on fa.code = f.district_code
	  left join areas sa on sa.code = s.district_code
	  left join offices o on o.id = p.elsewhere_id
	 where ${standing(actor)} and ${condition}`;

function chosen(filter: PairFilter): SQL {
	if (filter === 'dismissed') return sql`d.at is not null`;
	if (filter === 'elsewhere') return sql`d.at is null and p.elsewhere_id is not null`;
	return sql`d.at is null and p.elsewhere_id is null and p.band = ${filter}`;
}

/** One page of the office's pairs, the surest first. */
export const duplicatesOf = (reader: Asking, actor: Actor, filter: PairFilter, page: number): Promise<ListedPair[]> =>
	reader.rows<ListedPair>(sql`${listed(actor, chosen(filter))}
		order by p.percent desc, f.name, p.id limit ${PAIRS_A_PAGE} offset ${(page - 1) * PAIRS_A_PAGE}`);

/** How many pairs stand under each filter. */
export async function duplicateCounts(reader: Asking, actor: Actor): Promise<Record<PairFilter, number>> {
	const rows = await reader.rows<{ filter: PairFilter; count: number }>(sql`
		select case when d.at is not null then 'dismissed' when p.elsewhere_id is not null then 'elsewhere' else p.band end as filter,
		       count(*)::int as count ${pairs} where ${standing(actor)} group by 1`);
	const counts: Record<PairFilter, number> = { suggest: 0, review: 0, elsewhere: 0, dismissed: 0 };
	for (const { filter, count } of rows) counts[filter] = count;
	return counts;
}

/** When the register was last looked through; null: never. */
export async function lastSweep(reader: Asking, actor: Actor) {
	const [row] = await reader
		.select({ at: duplicateSweeps.sweptAt, cooperatives: duplicateSweeps.cooperatives })
		.from(duplicateSweeps)
		.where(eq(duplicateSweeps.officeId, actor.officeId as never));
	return row ?? null;
}

/** What the last sweep found of two records, or null. */
export async function pairOf(reader: Asking, actor: Actor, oneId: string, otherId: string): Promise<ListedPair | null> {
	const [a, b] = oneId < otherId ? [oneId, otherId] : [otherId, oneId];
	const [row] = await reader.rows<ListedPair>(listed(actor, sql`p.first_id = ${a}::uuid and p.second_id = ${b}::uuid`));
	return row ?? null;
}

const loser = aliasedTable(cooperatives, 'loser');
const winner = aliasedTable(cooperatives, 'winner');

const merges = (reader: Asking, actor: Actor, where: SQL | undefined) =>
	reader
		.select({
			id: cooperativeMerges.id,
			winnerId: cooperativeMerges.winnerId,
			winner: winner.name,
			loserId: cooperativeMerges.loserId,
			loser: loser.name,
			reason: cooperativeMerges.reason,
			mergedAt: cooperativeMerges.mergedAt,
			mergedBy: cooperativeMerges.mergedByName
		})
		.from(cooperativeMerges)
		.innerJoin(winner, eq(winner.id, cooperativeMerges.winnerId))
		.innerJoin(loser, eq(loser.id, cooperativeMerges.loserId))
		.where(and(eq(cooperativeMerges.officeId, actor.officeId as never), isNull(cooperativeMerges.undoneAt), where))
		.orderBy(desc(cooperativeMerges.mergedAt), desc(cooperativeMerges.id));

/** Mergers that can still be undone, the newest first. */
export const recentMerges = (reader: Asking, actor: Actor, now: Date) =>
	merges(reader, actor, gt(cooperativeMerges.mergedAt, new Date(now.getTime() - UNDO_DAYS * 86_400_000))).limit(20);
export type RecentMerge = Awaited<ReturnType<typeof recentMerges>>[number];

/** The merger by which a record ceased to stand for itself, or null. */
export async function mergeOf(reader: Asking, actor: Actor, loserId: string, now: Date) {
	const [row] = await merges(reader, actor, eq(cooperativeMerges.loserId, loserId as never));
	return row ? { ...row, isUndoable: undoableUntil(row.mergedAt) >= now } : null;
}
