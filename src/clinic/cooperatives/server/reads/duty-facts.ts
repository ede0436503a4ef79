import { sql } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import type { DutyFacts } from '../../calendar.ts';
import type { MeetingFacts } from '../../meeting-record.ts';
import { healthSeen } from './health-seen.ts';

export interface Owing extends DutyFacts {
	readonly id: Id<'Cooperative'>;
	readonly name: string;
	readonly districtCode: string | null;
	readonly district: string | null;
	readonly phone: string | null;
	readonly email: string | null;
}

type Row = Omit<Owing, 'turnoverRupiah' | 'meetings' | 'licences' | 'terms'> & Record<string, unknown>;

/** A row of a part, with the record that it belongs to; `isOwn`: it was not brought along by a merger. */
interface Part extends Record<string, unknown> {
	readonly stays: string;
	readonly isOwn: boolean;
}

/** How many book years back tell how a cooperative is and what it owes. */
const lookBack = 6;

/**
 * What tells what the cooperatives of an office owe: five questions, however many they are, each of one table by its key.
 * (As one statement it is quadratic wherever the database has no statistics yet.) Rows of merged records count for the
 * record that stays.
 * @param only one cooperative, null for all of the office
 * @param health as it is kept, for what is written down for everybody
 */
export async function dutyFacts(
	reader: Reader,
	actor: Actor,
	today: Day,
	only: string | null = null,
	health = healthSeen()
): Promise<Owing[]> {
	const since = Number(today.slice(0, 4)) - lookBack;
	const own = sql`c.office_id = ${actor.officeId}::uuid`;
	const one = only === null ? sql`true` : sql`c.id = ${only}::uuid`;
	const parts = only === null ? sql`true` : sql`(c.id = ${only}::uuid or c.merged_into = ${only}::uuid)`;
	const stays = sql`coalesce(c.merged_into, c.id) as stays, c.merged_into is null as "isOwn"`;
	const rows = await reader.rows<Row>(sql`
		select c.id, c.name, c.district_code as "districtCode",
		       coalesce((select a.name from areas a where a.code = c.district_code), c.district_text) as district, c.phone, c.email, c.form,
		       c.dissolution is not null as "isEnding", c.registry_status as "registryStatus", c.founded_on::text as "foundedOn",
		       c.legal_on::text as "legalOn", ${health.category} as "healthCategory", ${health.on}::text as "healthOn"
		  from cooperatives c where ${own} and c.merged_into is null and ${one} order by lower(c.name), c.id`);
	const meetings = await reader.rows<Part & MeetingFacts>(sql`
		select ${stays}, m.book_year as "bookYear", m.held_on::text as "heldOn", m.reported_on::text as "reportedOn"
		  from annual_meetings m join cooperatives c on c.id = m.cooperative_id
		 where ${own} and ${parts} and m.book_year >= ${since}`);
	const figures = await reader.rows<Part & { bookYear: number; turnover: string | null }>(sql`
		select ${stays}, f.book_year as "bookYear", f.turnover_rupiah::text as turnover
		  from cooperative_figures f join cooperatives c on c.id = f.cooperative_id where ${own} and ${parts}`);
	const licences = await reader.rows<Part & Owing['licences'][number]>(sql`
		select ${stays}, l.id, l.kind, l.valid_until::text as "validUntil"
		  from licences l join cooperatives c on c.id = l.cooperative_id where ${own} and ${parts} and l.struck_at is null`);
	const terms = await reader.rows<Part & Owing['terms'][number]>(sql`
		select ${stays}, t.role, t.until_on::text as "untilOn"
		  from board_terms t join cooperatives c on c.id = t.cooperative_id where ${own} and ${parts}`);
	const meetingsOf = byRecord(meetings);
	const figuresOf = byRecord(figures);
	const licencesOf = byRecord(licences);
	const termsOf = byRecord(terms);
	return rows.map((row) => {
		const newest = newestFirst(figuresOf(row.id))[0]?.turnover ?? null;
		return {
			...row,
			turnoverRupiah: newest === null ? null : BigInt(newest),
			meetings: newestFirst(meetingsOf(row.id)),
			licences: licencesOf(row.id),
			terms: termsOf(row.id)
		};
	});
}

function byRecord<Row extends Part>(rows: readonly Row[]): (id: string) => Row[] {
	const groups = Map.groupBy(rows, ({ stays }) => stays);
	return (id) => groups.get(id) ?? [];
}

/** Book years from the newest; of a year that both records of a merger tell of, what the one that stays says. */
function newestFirst<Row extends Part & { readonly bookYear: number }>(rows: readonly Row[]): Row[] {
	const years = new Map<number, Row>();
	for (const row of rows) if (row.isOwn || !years.has(row.bookYear)) years.set(row.bookYear, row);
	return [...years.values()].sort((a, b) => b.bookYear - a.bookYear);
}
