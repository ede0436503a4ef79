import { sql } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Database, Reader } from '#platform/database/client.ts';
import { inBatches } from '#platform/database/stream.ts';
import type { Id } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import type { ExportedFields } from '../../export-columns.ts';
import { healthSeen, isBlindOn } from './health-seen.ts';
import { listQuery, type ListAsked, type ListQuery } from './list-query.ts';

/** One cooperative as it leaves the register. */
export type Exported = ExportedFields & { readonly id: Id<'Cooperative'> } & Record<string, unknown>;

/** How many rows a filter leaves, counted to the last: an export says so before it begins. */
export async function exportCount(reader: Reader, actor: Actor, asked: ListAsked): Promise<number> {
	const query = listQuery(actor, asked);
	if (!query) return 0;
	const [row] = await reader.rows<{ count: number }>(
		sql`select count(*)::int as count from ${query.from} where ${query.where}`
	);
	return row?.count ?? 0;
}

/**
 * The whole filtered register in batches, in the order of the list.
 * @param done called once when the last row is out or nobody fetches them any more
 */
export async function* exportRows(
	database: Database,
	actor: Actor,
	asked: ListAsked,
	done: () => void
): AsyncGenerator<Exported[], void, undefined> {
	try {
		const query = listQuery(actor, asked);
		if (!query) return;
		yield* inBatches<Exported>(database, actor, everyRow(query));
	} finally {
		done();
	}
}

const everyRow = ({ from, where, order }: ListQuery) => sql`
	select c.id, c.name, c.legal_number as "legalNumber", c.legal_on::text as "legalOn", c.founded_on::text as "foundedOn",
	       c.address, v.name as village, coalesce(d.name, c.district_text) as district, c.registry_number as "registryNumber",
	       c.business_number as "businessNumber", c.tax_number as "taxNumber", c.phone, c.email, c.kind, c.pattern, c.form,
	       c.registry_status as "registryStatus", c.guided_by as "guidedBy", c.reach,
	       c.group_code as "groupCode", c.sector_code as "sectorCode", c.legal_approved_by as "legalApprovedBy", c.seat, c.notary,
	       c.postal_code as "postalCode", c.fax, c.website,
	       case when not ${isBlindOn(sql`c.id`)} then c.condition end as condition, c.grade, c.business_class as "businessClass",
	       ${healthSeen().category} as "healthCategory", ${healthSeen().on}::text as "healthOn", c.latitude, c.longitude
	  from ${from}
	  left join areas d on d.code = c.district_code
	  left join areas v on v.code = c.village_code
	 where ${where} order by ${order}`;

let running = 0;
const RUNNING_LIMIT = 2;
/** Whoever has not begun to fetch by then is not waited for. */
const TURN_MS = 15 * 60_000;

/**
 * A turn among the exports of this program, for each keeps a connection to the database while somebody fetches it.
 * @throws Refusal exportsBusy
 */
export function takeExportTurn(): () => void {
	if (running >= RUNNING_LIMIT) throw new Refusal('cooperatives.exportsBusy');
	running += 1;
	let isGiven = false;
	const give = () => {
		clearTimeout(timer);
		if (!isGiven) running -= 1;
		isGiven = true;
	};
	const timer = setTimeout(give, TURN_MS).unref();
	return give;
}
