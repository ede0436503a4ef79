import { sql } from 'drizzle-orm';
import { healthSeen } from '#clinic/cooperatives/server/reads/health-seen.ts';
import type { Actor } from '#platform/actor.ts';
import type { Day, Zone } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import {
	hitRateOf,
	isIllThen,
	isInCare,
	warningOf,
	type HitRate,
	type Warning,
	type Watched
} from '../../early-warning.ts';

export interface WarnedOf extends Warning {
	readonly id: Id<'Cooperative'>;
	readonly name: string;
	readonly district: string | null;
	readonly phone: string | null;
}

export interface EarlyWarnings {
	/** Not ill and not in care, the weightiest first. */
	readonly warned: readonly WarnedOf[];
	/** How many are neither ill nor in care. */
	readonly watched: number;
	readonly hitRate: HitRate;
}

/** Who of an office's cooperatives may fall ill, and how often such warnings came true there. */
export async function earlyWarnings(reader: Reader, actor: Actor, today: Day, zone: Zone): Promise<EarlyWarnings> {
	const all = await watchedOf(reader, actor, zone);
	const early = all.filter((one) => !isInCare(one, today) && !isIllThen(one, today));
	const warned = early.flatMap(({ id, name, district, phone, ...one }) => {
		const warning = warningOf(one, today);
		return warning === null ? [] : [{ id, name, district, phone, ...warning }];
	});
	return {
		warned: warned.sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1)),
		watched: early.length,
		hitRate: hitRateOf(all, today)
	};
}

type Row = Pick<WarnedOf, 'id' | 'name' | 'district' | 'phone'> &
	Pick<Watched, 'form' | 'registryStatus' | 'foundedOn' | 'legalOn' | 'hasContact'> & {
		readonly healthCategory: NonNullable<Watched['health']>['category'] | null;
		readonly healthOn: Day | null;
	} & Record<string, unknown>;

/** A row of a part with the record that it belongs to; `isOwn`: it was not brought along by a merger. */
interface Part extends Record<string, unknown> {
	readonly stays: string;
	readonly isOwn: boolean;
}
interface YearPart extends Part {
	readonly bookYear: number;
}
type Amounts = Record<'ownCapital' | 'turnover' | 'surplus', string | null>;

/** How many book years back are looked at: those of today and those that were newest a year ago. */
const lookBack = 6;

/** One question a table, by the office: as many however large its register is. */
async function watchedOf(reader: Reader, actor: Actor, zone: Zone) {
	const own = sql`c.office_id = ${actor.officeId}::uuid`;
	const stays = sql`coalesce(c.merged_into, c.id) as stays, c.merged_into is null as "isOwn"`;
	const health = healthSeen();
	const rows = await reader.rows<Row>(sql`
		select c.id, c.name, coalesce((select a.name from areas a where a.code = c.district_code), c.district_text) as district,
		       c.phone, c.form, c.registry_status as "registryStatus", c.founded_on::text as "foundedOn",
		       c.legal_on::text as "legalOn", ${health.category} as "healthCategory", ${health.on}::text as "healthOn",
		       (c.phone is not null or c.email is not null or c.address is not null) as "hasContact"
		  from cooperatives c where ${own} and c.merged_into is null and c.dissolution is null`);
	const meetings = await reader.rows<YearPart & Watched['meetings'][number]>(sql`
		select ${stays}, m.book_year as "bookYear", m.held_on::text as "heldOn", m.reported_on::text as "reportedOn"
		  from annual_meetings m join cooperatives c on c.id = m.cooperative_id where ${own}`);
	const figures = await reader.rows<YearPart & Amounts & { members: number | null }>(sql`
		select ${stays}, f.book_year as "bookYear", f.members, f.own_capital_rupiah::text as "ownCapital",
		       f.turnover_rupiah::text as turnover, f.net_surplus_rupiah::text as surplus
		  from cooperative_figures f join cooperatives c on c.id = f.cooperative_id where ${own}`);
	const terms = await reader.rows<Part & Watched['terms'][number]>(sql`
		select ${stays}, t.from_on::text as "fromOn", t.until_on::text as "untilOn"
		  from board_terms t join cooperatives c on c.id = t.cooperative_id
		 where ${own} and t.role in ('chair', 'secretary', 'treasurer')`);
	const certificates = await reader.rows<Part & { untilOn: Day | null }>(sql`
		select ${stays}, l.valid_until::text as "untilOn" from licences l join cooperatives c on c.id = l.cooperative_id
		 where ${own} and l.kind = 'registryCertificate' and l.struck_at is null`);
	const cases = await reader.rows<Part & Watched['inCare'][number] & { heard: readonly Day[] | null }>(sql`
		select ${stays}, (k.opened_at at time zone ${zone})::date::text as "fromOn",
		       (k.closed_at at time zone ${zone})::date::text as "untilOn",
		       (select array_agg(distinct (m.at at time zone ${zone})::date::text) from milestones m where m.case_id = k.id) as heard
		  from cases k join cooperatives c on c.id = k.cooperative_id where ${own}`);
	const of = {
		meetings: byYear(meetings),
		figures: byYear(figures),
		terms: byRecord(terms),
		certificates: byRecord(certificates),
		cases: byRecord(cases)
	};
	return rows.map(({ healthCategory, healthOn, ...row }) => ({
		...row,
		health: healthCategory && healthOn ? { category: healthCategory, on: healthOn } : null,
		meetings: of.meetings(row.id).slice(0, lookBack),
		figures: of
			.figures(row.id)
			.slice(0, lookBack)
			.map(({ bookYear, members, ownCapital, turnover, surplus }) => ({
				bookYear,
				members,
				ownCapital: amount(ownCapital),
				turnover: amount(turnover),
				surplus: amount(surplus)
			})),
		terms: of.terms(row.id),
		certificatesUntil: of.certificates(row.id).map(({ untilOn }) => untilOn),
		contacts: of.cases(row.id).flatMap(({ heard }) => heard ?? []),
		inCare: of.cases(row.id)
	}));
}

const amount = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

function byRecord<One extends Part>(rows: readonly One[]): (id: string) => One[] {
	const groups = Map.groupBy(rows, ({ stays }) => stays);
	return (id) => groups.get(id) ?? [];
}

/** Newest first; of a year that both records of a merger tell of, what the one that stays says. */
function byYear<One extends YearPart>(rows: readonly One[]): (id: string) => One[] {
	const of = byRecord(rows);
	return (id) => {
		const years = new Map<number, One>();
		for (const row of of(id)) if (row.isOwn || !years.has(row.bookYear)) years.set(row.bookYear, row);
		return [...years.values()].sort((a, b) => b.bookYear - a.bookYear);
	};
}
