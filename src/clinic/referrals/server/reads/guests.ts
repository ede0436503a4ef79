import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { caseAccesses, cases, complaints } from '#clinic/cases/server/tables.ts';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { registeredAs } from '#clinic/cooperatives/server/reads/identity.ts';
import { sameCooperative } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { diagnoses } from '#clinic/diagnoses/server/tables.ts';
import { fullScoreOf } from '#clinic/examinations/full-score.ts';
import type { ExaminationResult } from '#clinic/examinations/score.ts';
import { examinations } from '#clinic/examinations/server/tables.ts';
import { areas } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { links } from '#platform/links/tables.ts';
import { found } from '#platform/refusal.ts';
import { guestStateOf, type FilePage } from '../../guests.ts';
import { caseGuests, consents, guestNotes } from '../tables/guests.ts';

type Asking = Pick<Reader, 'select'>;

/** The invitation of the guest who acts, while it is open. @throws Refusal missing */
export async function invitationOf(reader: Asking, actor: Actor) {
	const [row] = await reader
		.select()
		.from(caseGuests)
		.where(and(eq(caseGuests.id, actor.subjectId as never), eq(caseGuests.officeId, actor.officeId as never)));
	return found(row);
}

/**
 * What a guest sees: the pages that were chosen, of one case, and what he or she has written. The database shows a guest no
 * more than this; what was not chosen is not asked for.
 * @throws Refusal missing
 */
export async function guestFile(reader: Asking, actor: Actor) {
	const guest = await invitationOf(reader, actor);
	const [file] = await reader.select({ number: cases.number }).from(cases).where(eq(cases.id, guest.caseId));
	const chosen = <T>(page: FilePage, ask: () => Promise<T>): Promise<T> | null =>
		guest.pages.includes(page) ? ask() : null;
	return {
		guest,
		caseNumber: found(file).number,
		identity: await chosen('identity', () => identity(reader, guest.cooperativeId)),
		complaints: await chosen('complaint', () =>
			reader
				.select({
					id: complaints.id,
					words: complaints.words,
					codes: complaints.codes,
					createdAt: complaints.createdAt
				})
				.from(complaints)
				.where(eq(complaints.caseId, guest.caseId))
				.orderBy(complaints.createdAt, complaints.id)
		),
		examination: guest.pages.includes('examination') ? { last: await lastOf(reader, guest.caseId) } : null,
		diagnoses: await chosen('diagnosis', () =>
			reader
				.select({
					id: diagnoses.id,
					cause: diagnoses.cause,
					rank: diagnoses.rank,
					evidence: diagnoses.evidence,
					note: diagnoses.note
				})
				.from(diagnoses)
				.where(and(eq(diagnoses.caseId, guest.caseId), isNull(diagnoses.replacedAt)))
				.orderBy(sql`rank = 'side'`, diagnoses.id)
		),
		notes: await reader
			.select({ id: guestNotes.id, words: guestNotes.words, at: guestNotes.at })
			.from(guestNotes)
			.where(eq(guestNotes.guestId, guest.id))
			.orderBy(desc(guestNotes.at), desc(guestNotes.id))
	};
}
export type GuestFile = Awaited<ReturnType<typeof guestFile>>;

async function identity(reader: Asking, cooperativeId: string) {
	const [row] = await reader
		.select({
			name: cooperatives.name,
			kind: cooperatives.kind,
			pattern: cooperatives.pattern,
			hasSavingsUnit: cooperatives.hasSavingsUnit,
			legalNumber: cooperatives.legalNumber,
			registryNumber: cooperatives.registryNumber,
			district: sql<string | null>`coalesce(${areas.name}, ${cooperatives.districtText})`
		})
		.from(cooperatives)
		.leftJoin(areas, eq(areas.code, cooperatives.districtCode))
		.where(eq(cooperatives.id, cooperativeId as never));
	return found(row);
}

/** The result of the case's own examination of the newest book year; null where none was made in it. */
async function lastOf(reader: Asking, caseId: string) {
	const [row] = await reader
		.select()
		.from(examinations)
		.where(eq(examinations.caseId, caseId as never))
		.orderBy(desc(examinations.bookYear), desc(examinations.at), desc(examinations.id))
		.limit(1);
	if (!row) return null;
	const { aspects } = row.result as ExaminationResult;
	return {
		bookYear: row.bookYear,
		total: row.total,
		category: row.category,
		aspects: aspects.map((aspect) => ({ code: aspect.code, outOf: fullScoreOf(row, aspect), score: aspect.score }))
	};
}

const shown = {
	id: caseGuests.id,
	name: caseGuests.name,
	organisation: caseGuests.organisation,
	background: caseGuests.background,
	pages: caseGuests.pages,
	question: caseGuests.question,
	invitedAt: caseGuests.invitedAt,
	invitedByName: caseGuests.invitedByName,
	expiresAt: caseGuests.expiresAt,
	closedAt: caseGuests.closedAt,
	closedBecause: caseGuests.closedBecause,
	closedByName: caseGuests.closedByName,
	consent: {
		id: consents.id,
		givenBy: consents.givenBy,
		givenOn: consents.givenOn,
		way: consents.way,
		note: consents.note,
		fileId: consents.fileId,
		withdrawnAt: consents.withdrawnAt,
		withdrawnByName: consents.withdrawnByName,
		withdrawnWhy: consents.withdrawnWhy
	}
};

/** The outside specialists of a case, newest first: consent, door, how often it was opened, what they wrote. @throws Refusal missing */
export async function guestsOf(reader: Reader, actor: Actor, caseId: string, now: Date) {
	const { id } = await caseOf(reader, actor, caseId);
	const rows = await reader
		.select(shown)
		.from(caseGuests)
		.innerJoin(consents, eq(consents.id, caseGuests.consentId))
		.where(eq(caseGuests.caseId, id))
		.orderBy(desc(caseGuests.invitedAt), desc(caseGuests.id));
	const notes = await reader
		.select()
		.from(guestNotes)
		.where(eq(guestNotes.caseId, id))
		.orderBy(desc(guestNotes.at), desc(guestNotes.id));
	const looks = await looksAt(reader, id);
	return rows.map((guest) => ({
		...guest,
		state: guestStateOf(guest, now),
		notes: notes.filter(({ guestId }) => guestId === guest.id),
		looks: looks.filter(({ guestId }) => guestId === guest.id).map(({ at }) => at)
	}));
}
export type ListedGuest = Awaited<ReturnType<typeof guestsOf>>[number];

/** Every look of a guest at a case, by whichever of the slips it came, newest first. */
const looksAt = (reader: Asking, caseId: string) =>
	reader
		.select({ guestId: links.subjectId, at: caseAccesses.at })
		.from(caseAccesses)
		.innerJoin(links, eq(links.id, sql`${caseAccesses.actorId}::uuid`))
		.innerJoin(caseGuests, eq(caseGuests.id, sql`${links.subjectId}`))
		.where(and(eq(caseAccesses.caseId, caseId as never), eq(caseAccesses.actorKind, 'link')))
		.orderBy(desc(caseAccesses.at));

/** Who came by these links from outside, by the link's id. */
export async function guestsByLink(
	reader: Asking,
	linkIds: readonly string[]
): Promise<Map<string, { readonly name: string; readonly organisation: string }>> {
	if (linkIds.length === 0) return new Map();
	const rows = await reader
		.select({ id: links.id, name: caseGuests.name, organisation: caseGuests.organisation })
		.from(links)
		.innerJoin(caseGuests, eq(caseGuests.id, sql`${links.subjectId}`))
		.where(inArray(links.id, [...new Set(linkIds)] as never[]));
	return new Map(rows.map(({ id, ...guest }) => [id as string, guest]));
}

/** What guests wrote and nobody has taken up, oldest first: for the worklist of whoever cares for cases. */
export const adviceWaiting = (reader: Reader, actor: Actor) =>
	reader
		.select({
			id: guestNotes.id,
			caseId: guestNotes.caseId,
			caseNumber: cases.number,
			byName: guestNotes.byName,
			words: guestNotes.words,
			at: guestNotes.at
		})
		.from(guestNotes)
		.innerJoin(cases, eq(cases.id, guestNotes.caseId))
		.where(and(eq(guestNotes.officeId, actor.officeId as never), isNull(guestNotes.takenUpAt), isNull(cases.closedAt)))
		.orderBy(asc(guestNotes.at), asc(guestNotes.id))
		.limit(100);

/** For the cooperative's own page: who from outside may see its file, and what it agreed to. @throws Refusal missing */
export async function consentsOf(reader: Reader, actor: Actor, cooperativeId: string, now: Date) {
	const id = await registeredAs(reader, actor, cooperativeId);
	const rows = await reader
		.select(shown)
		.from(caseGuests)
		.innerJoin(consents, eq(consents.id, caseGuests.consentId))
		.where(inArray(caseGuests.cooperativeId, sameCooperative(reader, id)))
		.orderBy(desc(caseGuests.invitedAt), desc(caseGuests.id))
		.limit(50);
	return rows.map((guest) => ({ ...guest, state: guestStateOf(guest, now) }));
}
