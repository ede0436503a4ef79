import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { ListFilters } from '../../list-filters.ts';
import { readSearch } from '../../search-text.ts';
import { newestBookYearDue } from '../../signs.ts';
import { isBlindOn } from './health-seen.ts';
import { foundBy } from './search.ts';

export interface ListAsked {
	readonly filters: ListFilters;
	readonly today: Day;
}

export interface ListQuery {
	/** What stands behind `from`; the cooperatives are `c`. */
	readonly from: SQL;
	readonly where: SQL;
	/** The part of `where` that looks into other tables, row by row; null where there is none. */
	readonly lookup: SQL | null;
	/** `where` without it. */
	readonly cheap: SQL;
	readonly order: SQL;
	/** The same backwards; of no use for what was searched for. */
	readonly backwards: SQL;
	/** Searched for: the most alike come first. */
	readonly isRanked: boolean;
}

/** The filtered register of the actor's office as parts of a query; null where the text can find nothing. */
export function listQuery(actor: Actor, { filters, today }: ListAsked): ListQuery | null {
	const { text } = filters;
	const asked = text === '' ? null : readSearch(text);
	if (text !== '' && asked === null) return null;
	const conditions = [
		sql`c.office_id = ${actor.officeId}::uuid`,
		sql`c.merged_into is null`,
		...choice(sql`c.kind`, filters.kind),
		...choice(sql`c.registry_status`, filters.status),
		...choice(sql`c.district_code`, filters.district),
		...choice(sql`c.business_class`, filters.businessClass),
		...health(filters.health),
		...condition(filters.condition),
		...choice(sql`c.grade`, filters.grade),
		...(filters.hasNoPlace ? [sql`c.latitude is null`] : [])
	];
	const cheap = sql.join(conditions, sql` and `);
	const lookup = filters.isUnreported ? unreported(newestBookYearDue(today)) : null;
	// PostgreSQL takes `is null` for no equality: only with the column in the order does the list come out of its index.
	const unknown = (
		[
			['kind', filters.kind],
			['registry_status', filters.status],
			['condition', filters.condition],
			['grade', filters.grade]
		] as const
	).flatMap(([column, wanted]) => (wanted === 'unknown' ? [column] : []));
	const key = [...unknown.slice(0, 1), 'list_name', 'id'].map((name) => sql.raw(`c.${name}`));
	return {
		from: asked ? sql`(${foundBy(actor, asked)}) as found join cooperatives c on c.id = found.id` : sql`cooperatives c`,
		where: lookup ? sql`${cheap} and ${lookup}` : cheap,
		lookup,
		cheap,
		order: asked ? sql`found.alike desc, found.in_full desc, c.list_name, c.id` : sql.join(key, sql`, `),
		backwards: sql.join(
			key.map((column) => sql`${column} desc`),
			sql`, `
		),
		isRanked: asked !== null
	};
}

const choice = (column: SQL, wanted: string | number | null): SQL[] =>
	wanted === null ? [] : wanted === 'unknown' ? [sql`${column} is null`] : [sql`${column} = ${wanted}`];

/** The column as it is, which an index knows, without those of which the asker is to be told nothing. */
function health(wanted: ListFilters['health']): SQL[] {
	if (wanted === null) return [];
	const isBlind = isBlindOn(sql`c.id`);
	return wanted === 'unknown'
		? [sql`(c.health_category is null or ${isBlind})`]
		: [sql`c.health_category = ${wanted}`, sql`not ${isBlind}`];
}

/** As it was kept, which for whom the asker is blind tells health too: found under none of them. */
const condition = (wanted: ListFilters['condition']): SQL[] =>
	wanted === null ? [] : [...choice(sql`c.condition`, wanted), sql`not ${isBlindOn(sql`c.id`)}`];

/**
 * Nothing reported for this book year or a later one, by the record or those merged into it; younger ones owe nothing. Asked
 * row by row (no `not exists`, which PostgreSQL would turn into a join with every meeting of the nation).
 */
const unreported = (bookYear: number) => {
	const reported = sql`m.book_year >= ${bookYear} and m.reported_on is not null`;
	return sql`(coalesce(c.founded_on, c.legal_on) is null or coalesce(c.founded_on, c.legal_on) < ${`${bookYear + 1}-01-01`}::date)
		and (select true from annual_meetings m where m.cooperative_id = c.id and ${reported} limit 1) is null
		and (select true from cooperatives x join annual_meetings m on m.cooperative_id = x.id
		      where x.merged_into = c.id and ${reported} limit 1) is null`;
};
