import { desc, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { conditionOf, type Condition } from '../../condition.ts';
import { oneAYear } from '../../gathered.ts';
import type { HealthCategory } from '../../health.ts';
import type { ListKey } from '../../list-filters.ts';
import { signsOf, type History } from '../../signs.ts';
import { annualMeetings, boardTerms, cooperativeFigures, cooperatives } from '../tables.ts';
import { healthSeen } from './health-seen.ts';
import { listQuery, type ListAsked, type ListQuery } from './list-query.ts';
import type { Candidate } from './search.ts';

export interface Listed extends Candidate {
	readonly condition: Condition | null;
}

/** Where a page stands: behind or before a row, or, of what was searched for, by its number from 1. */
export interface Place {
	readonly after: ListKey | null;
	readonly before: ListKey | null;
	readonly page: number;
}

export const PAGE = 25;
/** So far rows are counted: an office's own register has no more (250 to 2,000), and a count beyond is nothing to wait for. */
export const COUNT_LIMIT = 2_000;

export interface Count {
	/** Exact, or, with `isMore`, that there are at least so many. */
	readonly count: number;
	readonly isMore: boolean;
}

export interface ListPage extends Count {
	readonly rows: Listed[];
	/** The keys of the neighbouring pages: the row behind which the next begins, the row before which the one before ends. */
	readonly next: ListKey | null;
	readonly previous: ListKey | null;
	/** Likeness orders what was searched for: its pages have numbers, and no keys. */
	readonly isRanked: boolean;
}

interface Row extends Candidate {
	readonly foundedOn: Day | null;
	readonly legalOn: Day | null;
	readonly healthCategory: HealthCategory | null;
	readonly healthOn: Day | null;
	readonly key: string;
}

/** One page of the office's register: by name, or by likeness where something is searched for. */
export async function registerList(reader: Reader, actor: Actor, asked: ListAsked, place: Place): Promise<ListPage> {
	const query = listQuery(actor, asked);
	if (!query) return { rows: [], count: 0, isMore: false, next: null, previous: null, isRanked: true };
	const found = query.isRanked ? await numberedPage(reader, query, place.page) : await keyedPage(reader, query, place);
	const histories = await historiesOf(
		reader,
		found.rows.map(({ id }) => id)
	);
	return {
		...found,
		...(await countOf(reader, query)),
		isRanked: query.isRanked,
		rows: found.rows.map(({ foundedOn, legalOn, healthCategory, healthOn, key: _, ...row }) => {
			const registered = { registryStatus: row.registryStatus, foundedOn, legalOn, healthCategory, healthOn };
			return {
				...row,
				condition: conditionOf(signsOf(registered, histories(row.id), asked.today), asked.today).condition
			};
		})
	};
}

/**
 * How many rows a filter leaves, as far as it is worth counting while somebody waits: exact in an office's own register, and
 * beyond it a lower bound.
 */
export async function countOf(reader: Reader, { from, cheap, lookup }: ListQuery, limit = COUNT_LIMIT): Promise<Count> {
	const counted = lookup
		? sql`with c as materialized (select c.id, c.founded_on, c.legal_on from ${from} where ${cheap} limit ${limit + 1})
		      select (select count(*) from c)::int as looked, (select count(*) from c where ${lookup})::int as count`
		: sql`select count(*)::int as looked, least(count(*), ${limit})::int as count
		        from (select from ${from} where ${cheap} limit ${limit + 1}) as counted`;
	const [row] = await reader.rows<{ looked: number; count: number }>(counted);
	return { count: row?.count ?? 0, isMore: (row?.looked ?? 0) > limit };
}

const rowsOf = (reader: Reader, { from, where }: Pick<ListQuery, 'from' | 'where'>, order: SQL, range: SQL) =>
	reader.rows<Row>(sql`
		select c.id, c.name, c.kind, c.pattern, c.has_savings_unit as "hasSavingsUnit",
		       coalesce((select a.name from areas a where a.code = c.district_code), c.district_text) as district,
		       c.address, c.legal_number as "legalNumber", c.registry_number as "registryNumber",
		       c.registry_status as "registryStatus", c.founded_on::text as "foundedOn", c.legal_on::text as "legalOn",
		       ${healthSeen().category} as "healthCategory", ${healthSeen().on}::text as "healthOn", c.list_name as key
		  from ${from} where ${where} order by ${order} ${range}`);

async function numberedPage(reader: Reader, query: ListQuery, page: number) {
	const rows = await rowsOf(reader, query, query.order, sql`limit ${PAGE} offset ${(page - 1) * PAGE}`);
	return { rows, next: null, previous: null };
}

/** One row more than a page is asked for: it tells that there is another page. */
async function keyedPage(reader: Reader, query: ListQuery, { after, before }: Place) {
	const beyond = (key: ListKey, sign: SQL) =>
		sql`${query.where} and (c.list_name, c.id) ${sign} (${key.name}::text, ${key.id}::uuid)`;
	const more = sql`limit ${PAGE + 1}`;
	if (before) {
		const rows = await rowsOf(reader, { ...query, where: beyond(before, sql`<`) }, query.backwards, more);
		// A first page that would be cut short is the first page itself.
		if (rows.length > PAGE) {
			const shown = rows.slice(0, PAGE).reverse();
			return { rows: shown, next: keyOf(shown.at(-1)), previous: keyOf(shown[0]) };
		}
	}
	const where = after && !before ? beyond(after, sql`>`) : query.where;
	const rows = await rowsOf(reader, { ...query, where }, query.order, more);
	const shown = rows.slice(0, PAGE);
	return {
		rows: shown,
		next: rows.length > PAGE ? keyOf(shown.at(-1)) : null,
		previous: after && !before ? keyOf(shown[0]) : null
	};
}

const keyOf = (row: Row | undefined): ListKey | null => (row ? { name: row.key, id: row.id } : null);

/** What tells how each of these is: three questions, however many they are. */
async function historiesOf(reader: Reader, ids: readonly Id<'Cooperative'>[]): Promise<(id: string) => History> {
	if (ids.length === 0) return () => ({ meetings: [], turnoverRupiah: null, termsUntil: [] });
	// No row moves in a merger: what stands under the records merged into these counts as theirs.
	const stays = sql<Id<'Cooperative'>>`coalesce(${cooperatives.mergedInto}, ${cooperatives.id})`;
	const among = or(inArray(cooperatives.id, [...ids]), inArray(cooperatives.mergedInto, [...ids]));
	const meetings = await reader
		.select({
			id: stays,
			cooperativeId: annualMeetings.cooperativeId,
			bookYear: annualMeetings.bookYear,
			reportedOn: annualMeetings.reportedOn
		})
		.from(annualMeetings)
		.innerJoin(cooperatives, eq(cooperatives.id, annualMeetings.cooperativeId))
		.where(among);
	const figures = await reader
		.selectDistinctOn([stays], { id: stays, turnoverRupiah: cooperativeFigures.turnoverRupiah })
		.from(cooperativeFigures)
		.innerJoin(cooperatives, eq(cooperatives.id, cooperativeFigures.cooperativeId))
		.where(among)
		// Of one year the row of the record that stays counts.
		.orderBy(stays, desc(cooperativeFigures.bookYear), desc(isNull(cooperatives.mergedInto)));
	const terms = await reader
		.select({ id: stays, untilOn: boardTerms.untilOn })
		.from(boardTerms)
		.innerJoin(cooperatives, eq(cooperatives.id, boardTerms.cooperativeId))
		.where(among);
	const meetingsOf = Map.groupBy(meetings, ({ id }) => id as string);
	const turnoverOf = new Map(figures.map(({ id, turnoverRupiah }) => [id as string, turnoverRupiah]));
	const termsOf = Map.groupBy(terms, ({ id }) => id as string);
	return (id) => ({
		meetings: oneAYear(meetingsOf.get(id) ?? [], id),
		turnoverRupiah: turnoverOf.get(id) ?? null,
		termsUntil: termsOf.get(id)?.map(({ untilOn }) => untilOn) ?? []
	});
}
