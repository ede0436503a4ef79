import { aliasedTable, and, desc, eq, inArray, isNotNull, notInArray, sql } from 'drizzle-orm';
import type { Kind } from '#clinic/cooperatives/kinds.ts';
import { sameCooperative, staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { positionAmong, type Position } from '../../peers.ts';
import type { Examined } from '../reads.ts';
import { examinations } from '../tables.ts';

type Asking = Pick<Reader, 'select' | 'selectDistinctOn'>;

/**
 * The newest complete examination of every other cooperative of the office: same kind, same instrument and version, the
 * same subject. One walk through the index `examinations_latest`, whatever else the office has examined.
 */
export async function totalsOfOthers(
	reader: Asking,
	actor: Actor,
	examined: Pick<Examined, 'cooperativeId' | 'instrument' | 'version' | 'subject'>,
	kind: Kind
): Promise<string[]> {
	const stays = aliasedTable(cooperatives, 'stays_as');
	const rows = await reader
		.selectDistinctOn([examinations.cooperativeId], {
			stays: staysAs(examinations.cooperativeId).mapWith(String),
			total: examinations.total,
			at: examinations.at
		})
		.from(examinations)
		.where(
			and(
				eq(examinations.officeId, actor.officeId as never),
				eq(examinations.instrument, examined.instrument),
				eq(examinations.version, examined.version),
				eq(examinations.subject, examined.subject),
				isNotNull(examinations.total),
				notInArray(examinations.cooperativeId, sameCooperative(reader, examined.cooperativeId)),
				// A record that was merged away is counted with the one that stays.
				inArray(
					examinations.cooperativeId,
					reader
						.select({ id: cooperatives.id })
						.from(cooperatives)
						.innerJoin(stays, eq(stays.id, sql`coalesce(${cooperatives.mergedInto}, ${cooperatives.id})`))
						.where(and(eq(cooperatives.officeId, actor.officeId as never), eq(stays.kind, kind)))
				)
			)
		)
		.orderBy(examinations.cooperativeId, desc(examinations.at), desc(examinations.id));
	const newest = Map.groupBy(rows, (row) => row.stays)
		.values()
		.map((own) => own.reduce((last, one) => (one.at > last.at ? one : last)));
	return [...newest].flatMap(({ total }) => total ?? []);
}

/** Where a complete examination stands among the others; null where it has no total, or too few are there to compare. */
export async function positionOf(
	reader: Asking,
	actor: Actor,
	examined: Pick<Examined, 'cooperativeId' | 'instrument' | 'version' | 'subject' | 'total'>,
	kind: Kind | null
): Promise<Position | null> {
	if (examined.total === null || kind === null) return null;
	return positionAmong(examined.total, await totalsOfOthers(reader, actor, examined, kind));
}
