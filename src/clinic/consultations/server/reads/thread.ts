import { aliasedTable, and, asc, desc, eq, isNull, ne, or } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import { openCaseOf } from '#clinic/cases/server/reads.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { candidatesNamed, searchCooperatives, type Candidate } from '#clinic/cooperatives/server/reads/search.ts';
import { boardTerms, cooperatives, people } from '#clinic/cooperatives/server/tables.ts';
import { staff } from '#clinic/offices/server/tables.ts';
import { may, type Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { filesOf } from '#platform/files/files.ts';
import { unseal } from '#platform/personal/seal.ts';
import { isId } from '#platform/ids.ts';
import { found, missing } from '#platform/refusal.ts';
import { dueOf, pressure } from '../../clocks.ts';
import { workCalendar } from './calendar.ts';
import { clockFrom } from '../in-hand.ts';
import {
	threadClocks,
	threadDrafts,
	threadEvents,
	threadFiles,
	threadMessages,
	threadNotes,
	threads,
	threadVisits
} from '../tables.ts';

const officer = aliasedTable(staff, 'officer');

/** One thread as the office sees it. @throws Refusal missing, also for another office's */
export async function threadOf(reader: Reader, actor: Actor, threadId: string, now: Date) {
	const [row] = await reader
		.select({
			thread: threads,
			cooperative: cooperatives.name,
			linkedId: cooperatives.id,
			assigned: staff.name,
			officer: officer.name,
			phoneSealed: people.phoneSealed,
			caseNumber: cases.number
		})
		.from(threads)
		.leftJoin(cooperatives, eq(cooperatives.id, staysAs(threads.cooperativeId)))
		.leftJoin(people, eq(people.id, threads.personId))
		.leftJoin(cases, eq(cases.id, threads.caseId))
		.leftJoin(staff, eq(staff.id, threads.assignedTo))
		.leftJoin(officer, eq(officer.id, threads.forwardedTo))
		.where(and(eq(threads.id, threadId as never), eq(threads.officeId, actor.officeId as never)));
	const { thread, phoneSealed, ...names } = found(row);
	const { emailSealed, words: _, ...plain } = thread;
	return {
		...plain,
		...names,
		...(await reachedBy(reader, actor, thread.personId, phoneSealed, emailSealed)),
		isSnoozed: thread.snoozedUntil !== null && thread.snoozedUntil > now,
		messages: await reader
			.select()
			.from(threadMessages)
			.where(eq(threadMessages.threadId, thread.id))
			.orderBy(asc(threadMessages.at), asc(threadMessages.id)),
		notes: await reader
			.select({
				id: threadNotes.id,
				kind: threadNotes.kind,
				body: threadNotes.body,
				byName: threadNotes.byName,
				at: threadNotes.at,
				to: staff.name
			})
			.from(threadNotes)
			.leftJoin(staff, eq(staff.id, threadNotes.toStaffId))
			.where(eq(threadNotes.threadId, thread.id))
			.orderBy(asc(threadNotes.at), asc(threadNotes.id)),
		events: await reader
			.select({
				id: threadEvents.id,
				what: threadEvents.what,
				about: threadEvents.about,
				subjectId: threadEvents.subjectId,
				byName: threadEvents.byName,
				at: threadEvents.at
			})
			.from(threadEvents)
			.where(eq(threadEvents.threadId, thread.id))
			.orderBy(asc(threadEvents.at), asc(threadEvents.id)),
		draft: await draftOfThread(reader, thread.id),
		files: await filesIn(reader, actor, thread.id),
		clock: await clockShown(reader, actor, thread.id, now),
		visits: await reader
			.select({ visitId: threadVisits.visitId })
			.from(threadVisits)
			.where(eq(threadVisits.threadId, thread.id))
	};
}
export type Thread = Awaited<ReturnType<typeof threadOf>>;

/** A mail as it was written, harmless. @throws Refusal missing, also where the words were plain */
export async function mailHtml(reader: Reader, actor: Actor, threadId: string, messageId: string): Promise<string> {
	if (!isId(messageId)) throw missing();
	const [row] = await reader
		.select({ html: threadMessages.html })
		.from(threadMessages)
		.where(
			and(
				eq(threadMessages.id, messageId as never),
				eq(threadMessages.threadId, threadId as never),
				eq(threadMessages.officeId, actor.officeId as never)
			)
		);
	return found(row?.html);
}

/** Telephone and e-mail, for whoever may see people. */
async function reachedBy(
	reader: Reader,
	actor: Actor,
	personId: string | null,
	phoneSealed: string | null,
	emailSealed: string | null
) {
	if (personId === null || !may(actor, 'person.view')) return { phone: null, email: null };
	const phones = await unseal(reader, 'phone', [{ personId, sealed: phoneSealed }]);
	const emails = await unseal(reader, 'email', [{ personId, sealed: emailSealed }]);
	return { phone: phones.get(personId) ?? null, email: emails.get(personId) ?? null };
}

async function draftOfThread(reader: Reader, threadId: string) {
	const [draft] = await reader
		.select({ body: threadDrafts.body, byName: threadDrafts.byName, at: threadDrafts.at })
		.from(threadDrafts)
		.where(eq(threadDrafts.threadId, threadId as never));
	return draft ?? null;
}

async function filesIn(reader: Reader, actor: Actor, threadId: string) {
	const rows = await reader
		.select({ fileId: threadFiles.fileId, messageId: threadFiles.messageId })
		.from(threadFiles)
		.where(eq(threadFiles.threadId, threadId as never));
	const kept = await filesOf(
		reader,
		actor,
		rows.map(({ fileId }) => fileId)
	);
	return kept.map(({ id, name, size }) => ({
		id,
		name,
		size,
		messageId: rows.find(({ fileId }) => fileId === id)?.messageId ?? null
	}));
}

/** The running clock with the day and hour at which it runs out and the way they were reached; null without one. */
async function clockShown(reader: Reader, actor: Actor, threadId: string, now: Date) {
	const [row] = await reader
		.select()
		.from(threadClocks)
		.where(and(eq(threadClocks.threadId, threadId as never), isNull(threadClocks.stoppedAt)));
	if (!row) return null;
	const calendar = await workCalendar(reader, actor);
	const clock = clockFrom(row);
	const due = dueOf(calendar, clock);
	return {
		kind: clock.kind,
		days: clock.days,
		startedAt: clock.startedAt,
		pauses: row.pauses.map(({ from, to, why }) => ({
			from: new Date(from),
			to: to === null ? null : new Date(to),
			why
		})),
		due: due.state === 'due' ? { at: due.at, path: due.path, pressure: pressure(calendar, due.at, now) } : null,
		isPaused: due.state === 'paused'
	};
}
export type ShownClock = NonNullable<Awaited<ReturnType<typeof clockShown>>>;

/** What is known of the cooperative beside the thread. */
export async function aroundThread(
	reader: Reader,
	actor: Actor,
	thread: Thread,
	now: Date,
	zone: Parameters<typeof dayOf>[1]
) {
	if (thread.linkedId === null)
		return { cooperative: null, openCase: null, suggested: await suggestedFor(reader, actor, thread), earlier: [] };
	const cooperative = await identityOf(reader, actor, thread.linkedId, dayOf(now, zone));
	const open = may(actor, 'case.view') ? await openCaseOf(reader, actor, cooperative.id) : null;
	const earlier = await reader
		.select({ id: threads.id, number: threads.number, subject: threads.subject, state: threads.state })
		.from(threads)
		.where(
			and(
				eq(threads.officeId, actor.officeId as never),
				eq(threads.cooperativeId, thread.linkedId),
				ne(threads.id, thread.id)
			)
		)
		.orderBy(desc(threads.lastAt))
		.limit(5);
	return {
		cooperative,
		openCase: open && { id: open.id, number: open.number, stage: open.stage },
		suggested: [],
		earlier
	};
}

/** Cooperatives that it may be about: by the asker's telephone first, then by what the asker called it. Nothing is linked by itself. */
async function suggestedFor(
	reader: Reader,
	actor: Actor,
	thread: Pick<Thread, 'personId' | 'cooperativeSaid'>
): Promise<(Candidate & { readonly by: 'phone' | 'name' })[]> {
	const byPhone = thread.personId ? await servedBy(reader, actor, thread.personId) : [];
	const named = thread.cooperativeSaid ? await searchCooperatives(reader, actor, thread.cooperativeSaid, 4) : [];
	const known = new Set(byPhone.map(({ id }) => id));
	return [
		...byPhone.map((one) => ({ ...one, by: 'phone' as const })),
		...named.filter(({ id }) => !known.has(id)).map((one) => ({ ...one, by: 'name' as const }))
	].slice(0, 3);
}

/** Cooperatives on whose board somebody with the asker's telephone number serves or served. */
async function servedBy(reader: Reader, actor: Actor, personId: string): Promise<Candidate[]> {
	const asker = aliasedTable(people, 'asker');
	const rows = await reader
		.selectDistinct({ id: cooperatives.id, mergedInto: cooperatives.mergedInto })
		.from(asker)
		.innerJoin(
			people,
			or(eq(people.id, asker.id), and(eq(people.officeId, asker.officeId), eq(people.phoneHash, asker.phoneHash)))
		)
		.innerJoin(boardTerms, eq(boardTerms.personId, people.id))
		.innerJoin(cooperatives, eq(cooperatives.id, boardTerms.cooperativeId))
		.where(and(eq(asker.id, personId as never), eq(asker.officeId, actor.officeId as never)))
		.limit(5);
	return candidatesNamed(reader, actor, [...new Set(rows.map(({ id, mergedInto }) => mergedInto ?? id))]);
}
