import { desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { conditionOf, type Condition } from '../../condition.ts';
import { oneAYear } from '../../gathered.ts';
import type { HealthCategory } from '../../health.ts';
import type { Kind, RegistryStatus } from '../../kinds.ts';
import { readSearch } from '../../search-text.ts';
import { signsOf, type History } from '../../signs.ts';
import { annualMeetings, boardTerms, cooperativeFigures, cooperatives } from '../tables.ts';
import { foundBy, type Candidate } from './search.ts';

/** Which cooperatives of the register to list. */
export interface Wanted {
	/** A name or number; '' lists all. */
	readonly text: string;
	readonly kind: Kind | 'unknown' | null;
	readonly status: RegistryStatus | 'unknown' | null;
	/** Code of a district. */
	readonly district: string | null;
	/** From 1. */
	readonly page: number;
}

export interface Listed extends Candidate {
	readonly condition: Condition | null;
}

export const PAGE = 25;

interface Row extends Candidate {
	readonly foundedOn: Day | null;
	readonly legalOn: Day | null;
	readonly healthCategory: HealthCategory | null;
	readonly healthOn: Day | null;
	readonly total: number;
}

/** One page of the office's register: by name, or by likeness where something is searched for. */
export async function registerList(
	reader: Reader,
	actor: Actor,
	{ text, kind, status, district, page }: Wanted,
	today: Day
): Promise<{ readonly rows: Listed[]; readonly total: number }> {
	const asked = text.trim() === '' ? null : readSearch(text);
	if (text.trim() !== '' && asked === null) return { rows: [], total: 0 };
	const from = asked
		? sql`(${foundBy(actor, asked)}) as found join cooperatives c on c.id = found.id`
		: sql`cooperatives c`;
	const order = asked ? sql`found.alike desc, found.in_full desc, c.name, c.id` : sql`lower(c.name), c.id`;
	const where = [
		sql`c.office_id = ${actor.officeId}::uuid`,
		sql`c.merged_into is null`,
		...(kind === 'unknown' ? [sql`c.kind is null`] : kind ? [sql`c.kind = ${kind}`] : []),
		...(status === 'unknown' ? [sql`c.registry_status is null`] : status ? [sql`c.registry_status = ${status}`] : []),
		...(district ? [sql`c.district_code = ${district}`] : [])
	];
	const rows = await reader.rows<Row>(sql`
		select c.id, c.name, c.kind, c.pattern, c.has_savings_unit as "hasSavingsUnit",
		       coalesce(a.name, c.district_text) as district, c.address, c.legal_number as "legalNumber",
		       c.registry_number as "registryNumber", c.registry_status as "registryStatus",
		       c.founded_on::text as "foundedOn", c.legal_on::text as "legalOn", c.health_category as "healthCategory",
		       c.health_on::text as "healthOn", count(*) over ()::int as total
		  from ${from} left join areas a on a.code = c.district_code
		 where ${sql.join(where, sql` and `)}
		 order by ${order} limit ${PAGE} offset ${(page - 1) * PAGE}`);
	const histories = await historiesOf(
		reader,
		rows.map(({ id }) => id)
	);
	return {
		rows: rows.map(({ foundedOn, legalOn, healthCategory, healthOn, total: _, ...row }) => {
			const registered = { registryStatus: row.registryStatus, foundedOn, legalOn, healthCategory, healthOn };
			return { ...row, condition: conditionOf(signsOf(registered, histories(row.id), today), today).condition };
		}),
		total: rows[0]?.total ?? 0
	};
}

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
