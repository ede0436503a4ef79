import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { filesOf, openFile } from '#platform/files/files.ts';
import { found } from '#platform/refusal.ts';
import type { AskingDraft } from '../../asking.ts';
import { dueOf } from '../../clocks.ts';
import { clockDays, workCalendar } from './calendar.ts';
import { openDraft } from '../draft-seal.ts';
import { clockFrom } from '../in-hand.ts';
import {
	questionDrafts,
	threadClocks,
	threadEvents,
	threadFiles,
	threadMessages,
	threads,
	trackingCodes
} from '../tables.ts';
import { pinOf } from './tracking.ts';

/** A draft as its asker reads it. */
export const draftOf = (row: typeof questionDrafts.$inferSelect): AskingDraft => ({
	body: row.body,
	cooperativeSaid: row.cooperativeSaid,
	identity: row.identity,
	name: openDraft(row.threadId, 'name', row.nameSealed),
	capacity: row.capacity,
	phone: openDraft(row.threadId, 'phone', row.phoneSealed),
	email: openDraft(row.threadId, 'email', row.emailSealed),
	done: row.done
});

/** What an asker holds in hand before the question is sent; null draft: nothing is typed yet. @throws Refusal missing once it is sent */
export async function questionInHand(reader: Reader, actor: Actor) {
	const threadId = actor.subjectId ?? '';
	const [sent] = await reader
		.select({ id: threads.id })
		.from(threads)
		.where(eq(threads.id, threadId as never));
	const [row] = await reader
		.select()
		.from(questionDrafts)
		.where(eq(questionDrafts.threadId, threadId as never));
	return {
		isSent: sent !== undefined,
		draft: row ? draftOf(row) : null,
		savedAt: row?.savedAt ?? null,
		files: await filesOfThread(reader, actor, threadId)
	};
}

async function filesOfThread(reader: Reader, actor: Actor, threadId: string) {
	const rows = await reader
		.select({ fileId: threadFiles.fileId, messageId: threadFiles.messageId })
		.from(threadFiles)
		.where(eq(threadFiles.threadId, threadId as never));
	const kept = await filesOf(
		reader,
		actor,
		rows.map(({ fileId }) => fileId)
	);
	return kept.map(({ id, name, size, type }) => ({
		id,
		name,
		size,
		type,
		messageId: rows.find(({ fileId }) => fileId === id)?.messageId ?? null
	}));
}

/**
 * All that an asker sees of the own question. It reads what goes between asker and office, and nothing from inside: the
 * database shows notes and drafts to no holder of a link.
 */
export async function ownQuestion(reader: Reader, actor: Actor) {
	const threadId = actor.subjectId ?? '';
	const [row] = await reader
		.select({
			number: threads.number,
			state: threads.state,
			openedAt: threads.openedAt,
			subject: threads.subject
		})
		.from(threads)
		.where(eq(threads.id, threadId as never));
	const thread = found(row);
	const messages = await reader
		.select({
			id: threadMessages.id,
			direction: threadMessages.direction,
			body: threadMessages.body,
			byName: threadMessages.byName,
			at: threadMessages.at
		})
		.from(threadMessages)
		.where(eq(threadMessages.threadId, threadId as never))
		.orderBy(asc(threadMessages.at), asc(threadMessages.id));
	const told = await reader
		.select({ what: threadEvents.what, at: threadEvents.at })
		.from(threadEvents)
		.where(
			and(
				eq(threadEvents.threadId, threadId as never),
				inArray(threadEvents.what, ['warned', 'closed', 'closedBySilence', 'reopened'])
			)
		)
		.orderBy(asc(threadEvents.at), asc(threadEvents.id));
	return {
		...thread,
		messages,
		told,
		files: await filesOfThread(reader, actor, threadId),
		...(await promised(reader, actor, threadId)),
		access: await accessOf(reader, threadId)
	};
}
export type OwnQuestion = Awaited<ReturnType<typeof ownQuestion>>;

/** When the office will have answered at the latest, or (answered) when it closes the question. */
async function promised(reader: Reader, actor: Actor, threadId: string) {
	const clocks = await reader
		.select()
		.from(threadClocks)
		.where(eq(threadClocks.threadId, threadId as never));
	const clock = clocks.find(({ stoppedAt }) => stoppedAt === null);
	if (!clock) return { answerBy: null, closesAt: null };
	const calendar = await workCalendar(reader, actor);
	const due = dueOf(calendar, clockFrom(clock));
	const at = due.state === 'due' ? due.at : null;
	if (clock.kind === 'silence') return { answerBy: null, closesAt: at };
	return { answerBy: clock.kind === 'answer' ? at : await answerAfter(reader, actor, at), closesAt: null };
}

/** Not passed on yet: the days for passing on and the days for answering, one after the other. */
async function answerAfter(reader: Reader, actor: Actor, forwardBy: Date | null): Promise<Date | null> {
	if (!forwardBy) return null;
	const [calendar, days] = [await workCalendar(reader, actor), await clockDays(reader, actor)];
	const due = dueOf(calendar, { kind: 'answer', days: days.answer, startedAt: forwardBy, pauses: [] });
	return due.state === 'due' ? due.at : null;
}

/** The code and the PIN with which its asker comes back, for its asker's eyes. */
async function accessOf(reader: Reader, threadId: string) {
	const [row] = await reader
		.select({ code: trackingCodes.code, linkId: trackingCodes.linkId })
		.from(trackingCodes)
		.where(eq(trackingCodes.threadId, threadId as never));
	return row ? { code: row.code, pin: pinOf(row.linkId) } : null;
}

/** A file of the asker's own question. @throws Refusal missing, also for any other file of the office */
export async function openOwnFile(reader: Reader, actor: Actor, fileId: string) {
	const [row] = await reader
		.select({ fileId: threadFiles.fileId })
		.from(threadFiles)
		.where(and(eq(threadFiles.fileId, fileId as never), eq(threadFiles.threadId, (actor.subjectId ?? '') as never)));
	return openFile(reader, actor, found(row).fileId);
}
