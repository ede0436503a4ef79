import { aliasedTable, and, count, desc, eq, gt, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { areas, offices } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { duplicateBands, type DuplicateBand } from '../../duplicates/score.ts';
import { undoableUntil, UNDO_DAYS } from '../../merge-fields.ts';
import { cooperatives } from '../tables.ts';
import { cooperativeMerges, duplicateDismissals, duplicatePairs, duplicateSweeps } from '../tables/duplicates.ts';

type Asking = Pick<Reader, 'select'>;

/** Which pairs: of one band, those that stand in two offices, or those that somebody told apart. */
export const pairFilters = [...duplicateBands, 'elsewhere', 'dismissed'] as const;
export type PairFilter = (typeof pairFilters)[number];

export const PAIRS_A_PAGE = 25;

const first = aliasedTable(cooperatives, 'first');
const second = aliasedTable(cooperatives, 'second');
const district = aliasedTable(areas, 'first_district');
const otherDistrict = aliasedTable(areas, 'second_district');

const from = (reader: Asking) =>
	reader
		.select({
			id: duplicatePairs.id,
			firstId: duplicatePairs.firstId,
			secondId: duplicatePairs.secondId,
			percent: duplicatePairs.percent,
			band: duplicatePairs.band,
			reasons: duplicatePairs.reasons,
			first: {
				name: first.name,
				legalNumber: first.legalNumber,
				address: first.address,
				district: sql<string | null>`coalesce(${district.name}, ${first.districtText})`
			},
			second: {
				name: second.name,
				legalNumber: second.legalNumber,
				address: second.address,
				district: sql<string | null>`coalesce(${otherDistrict.name}, ${second.districtText})`
			},
			/** The other office, where the second stands there. */
			elsewhere: offices.name,
			dismissedAt: duplicateDismissals.at,
			dismissedBy: duplicateDismissals.byName,
			dismissedWhy: duplicateDismissals.reason
		})
		.from(duplicatePairs)
		.innerJoin(first, eq(first.id, duplicatePairs.firstId))
		.leftJoin(second, eq(second.id, duplicatePairs.secondId))
		.leftJoin(district, eq(district.code, first.districtCode))
		.leftJoin(otherDistrict, eq(otherDistrict.code, second.districtCode))
		.leftJoin(offices, eq(offices.id, duplicatePairs.elsewhereId))
		.leftJoin(duplicateDismissals, toldApart);

const toldApart = and(
	eq(duplicateDismissals.firstId, duplicatePairs.firstId),
	eq(duplicateDismissals.secondId, duplicatePairs.secondId)
);

/** Both still stand for themselves. */
const standing = (actor: Actor) =>
	and(eq(duplicatePairs.officeId, actor.officeId as never), isNull(first.mergedInto), isNull(second.mergedInto));

function chosen(filter: PairFilter): SQL | undefined {
	if (filter === 'dismissed') return isNotNull(duplicateDismissals.at);
	const open = isNull(duplicateDismissals.at);
	if (filter === 'elsewhere') return and(open, isNotNull(duplicatePairs.elsewhereId));
	return and(open, isNull(duplicatePairs.elsewhereId), eq(duplicatePairs.band, filter));
}

/** One page of the office's pairs, the surest first. */
export const duplicatesOf = (reader: Asking, actor: Actor, filter: PairFilter, page: number) =>
	from(reader)
		.where(and(standing(actor), chosen(filter)))
		.orderBy(desc(duplicatePairs.percent), first.name, duplicatePairs.id)
		.limit(PAIRS_A_PAGE)
		.offset((page - 1) * PAIRS_A_PAGE);
export type ListedPair = Awaited<ReturnType<typeof duplicatesOf>>[number];

/** How many pairs stand under each filter. */
export async function duplicateCounts(reader: Asking, actor: Actor): Promise<Record<PairFilter, number>> {
	const rows = await reader
		.select({
			isDismissed: sql<boolean>`${duplicateDismissals.at} is not null`.as('is_dismissed'),
			isElsewhere: sql<boolean>`${duplicatePairs.elsewhereId} is not null`.as('is_elsewhere'),
			band: duplicatePairs.band,
			pairs: count()
		})
		.from(duplicatePairs)
		.innerJoin(first, eq(first.id, duplicatePairs.firstId))
		.leftJoin(second, eq(second.id, duplicatePairs.secondId))
		.leftJoin(duplicateDismissals, toldApart)
		.where(standing(actor))
		.groupBy(sql`is_dismissed, is_elsewhere`, duplicatePairs.band);
	const counts: Record<PairFilter, number> = { suggest: 0, review: 0, elsewhere: 0, dismissed: 0 };
	for (const { isDismissed, isElsewhere, band, pairs } of rows)
		counts[isDismissed ? 'dismissed' : isElsewhere ? 'elsewhere' : band] += pairs;
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
export async function pairOf(reader: Asking, actor: Actor, oneId: string, otherId: string) {
	const [a, b] = oneId < otherId ? [oneId, otherId] : [otherId, oneId];
	const [row] = await from(reader).where(
		and(
			eq(duplicatePairs.officeId, actor.officeId as never),
			eq(duplicatePairs.firstId, a as never),
			eq(duplicatePairs.secondId, b as never)
		)
	);
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
