import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import type { RequestKind } from '../../licence-requests.ts';
import { paperState, requestPapers } from '../../request-papers.ts';
import { ofRecord } from '../one-record.ts';
import { cooperatives } from '../tables.ts';
import { licenceRequests, requestEvents } from '../tables/duties.ts';
import { licencesOf, recordFilesOf } from './parts.ts';

const lastStep = sql<string | null>`(select e.step from ${requestEvents} e where e.request_id = ${licenceRequests.id}
	order by e.at desc, e.id desc limit 1)`;

const line = {
	id: licenceRequests.id,
	kind: licenceRequests.kind,
	title: licenceRequests.title,
	openedAt: licenceRequests.openedAt,
	openedByName: licenceRequests.openedByName,
	end: licenceRequests.end,
	endedOn: licenceRequests.endedOn,
	cooperativeId: licenceRequests.cooperativeId,
	cooperative: cooperatives.name,
	lastStep
};

/** Requests of an office: those that run, the oldest first; or those that ended, the newest first. */
export async function requestList(
	reader: Reader,
	actor: Actor,
	{ isEnded, kind, page, size }: { isEnded: boolean; kind: RequestKind | null; page: number; size: number }
) {
	const rows = await reader
		.select({ ...line, total: sql<number>`count(*) over ()::int` })
		.from(licenceRequests)
		.innerJoin(cooperatives, eq(cooperatives.id, licenceRequests.cooperativeId))
		.where(
			and(
				eq(licenceRequests.officeId, actor.officeId as never),
				isEnded ? isNotNull(licenceRequests.endedOn) : isNull(licenceRequests.endedOn),
				kind === null ? undefined : eq(licenceRequests.kind, kind)
			)
		)
		.orderBy(isEnded ? desc(licenceRequests.endedOn) : asc(licenceRequests.openedAt), asc(licenceRequests.id))
		.limit(size)
		.offset((page - 1) * size);
	return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
export type RequestLine = Awaited<ReturnType<typeof requestList>>['rows'][number];

/** Requests for one cooperative, the newest first. */
export const requestsOf = (reader: Reader, cooperativeId: Id<'Cooperative'>): Promise<RequestLine[]> =>
	reader
		.select(line)
		.from(licenceRequests)
		.innerJoin(cooperatives, eq(cooperatives.id, licenceRequests.cooperativeId))
		.where(ofRecord(licenceRequests.cooperativeId, cooperativeId))
		.orderBy(desc(licenceRequests.openedAt));

/** One request: its papers against what the record holds, and what happened. @throws Refusal missing */
export async function requestOf(reader: Reader, actor: Actor, requestId: string, today: Day) {
	const [row] = await reader
		.select({ ...line, papers: licenceRequests.papers, licenceId: licenceRequests.licenceId })
		.from(licenceRequests)
		.innerJoin(cooperatives, eq(cooperatives.id, licenceRequests.cooperativeId))
		.where(and(eq(licenceRequests.id, requestId as never), eq(licenceRequests.officeId, actor.officeId as never)));
	const { papers: handedIn, ...request } = found(row);
	const { zone } = found(await ownOffice(reader, actor));
	const licences = (await licencesOf(reader, request.cooperativeId)).filter(({ struckAt }) => struckAt === null);
	const files = await recordFilesOf(reader, actor, request.cooperativeId);
	const held = {
		handedIn,
		files: files.map(({ what, createdAt }) => ({ what, on: dayOf(createdAt, zone) })),
		licences: licences.map(({ kind, issuedOn, createdAt, validUntil }) => ({
			kind,
			validUntil,
			on: issuedOn ?? dayOf(createdAt, zone)
		}))
	};
	const events = await reader
		.select()
		.from(requestEvents)
		.where(eq(requestEvents.requestId, request.id))
		.orderBy(desc(requestEvents.at), desc(requestEvents.id));
	return {
		...request,
		papers: requestPapers[request.kind].map((paper) => ({ ...paper, ...paperState(paper, held, today) })),
		events,
		granted: licences.find(({ id }) => id === request.licenceId) ?? null
	};
}
export type LicenceRequest = Awaited<ReturnType<typeof requestOf>>;
