import { and, eq, isNull } from 'drizzle-orm';
import { command, type Context } from '#platform/command.ts';
import { keep } from '#platform/files/files.ts';
import type { Id } from '#platform/ids.ts';
import { nameHolder } from '#platform/links/links.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { firstOpen } from '../../asking.ts';
import { askerReply, questionSent } from '../../forms.ts';
import { afterAskerSpoke } from '../../thread.ts';
import { openDraft } from '../draft-seal.ts';
import { moveTo, note, resumeClock, threadInHand } from '../in-hand.ts';
import { addMessage, openThread } from '../new-thread.ts';
import { draftOf } from '../reads/asker.ts';
import { questionDrafts, threadFiles } from '../tables.ts';
import { unsent } from './asking.ts';

/** The question is looked over and sent: from now on the office sees it and its clocks run. */
export const sendQuestion = command({
	name: 'consultations.sendQuestion',
	needs: 'consultation.ask',
	input: questionSent,
	run: async (context) => {
		const { tx, actor } = context;
		const threadId = await unsent(context);
		// Pressed twice in two windows: the second waits here and finds no draft.
		const [row] = await tx.select().from(questionDrafts).where(eq(questionDrafts.threadId, threadId)).for('update');
		if (!row) throw new Refusal('consultations.unfinished');
		const draft = draftOf(row);
		if (firstOpen(draft) !== null || draft.body === null) throw new Refusal('consultations.unfinished');
		const isOpen = draft.identity === 'open';
		const name = isOpen ? found(openDraft(threadId, 'name', row.nameSealed)) : null;
		const { number, messageId } = await openThread(context, {
			threadId,
			channel: 'web',
			body: draft.body,
			name,
			phone: isOpen ? draft.phone : null,
			email: isOpen ? draft.email : null,
			capacity: row.capacity,
			cooperativeSaid: draft.cooperativeSaid,
			cooperativeId: null
		});
		await tx
			.update(threadFiles)
			.set({ messageId })
			.where(and(eq(threadFiles.threadId, threadId), isNull(threadFiles.messageId)));
		await tx.delete(questionDrafts).where(eq(questionDrafts.threadId, threadId));
		if (name !== null) await nameHolder(context, actor.id, name);
		return { number };
	}
});

/** The asker says something more. A closed thread opens again; a clock that stood still for this runs on. */
export const replyAsAsker = command({
	name: 'consultations.replyAsAsker',
	needs: 'consultation.ask',
	input: askerReply,
	run: async (context, { body, file }) => {
		const thread = await threadInHand(context, found(context.actor.subjectId) as Id<'Thread'>);
		const messageId = await addMessage(context, thread.id, {
			direction: 'in',
			channel: 'web',
			body,
			byName: thread.askerName
		});
		if (file) {
			const kept = await keep(context, file);
			await context.tx
				.insert(threadFiles)
				.values({ fileId: kept.id, officeId: thread.officeId, threadId: thread.id, messageId });
		}
		await askerSpoke(context, thread);
		return null;
	}
});

/** What follows whenever the asker has said something, by whatever way. */
export async function askerSpoke(
	context: Context,
	thread: Pick<Awaited<ReturnType<typeof threadInHand>>, 'id' | 'state'>
): Promise<void> {
	await note(context, thread.id, 'replied');
	if (thread.state === 'closed') await note(context, thread.id, 'reopened');
	if (await resumeClock(context, thread.id)) await note(context, thread.id, 'resumed');
	await moveTo(context, thread.id, afterAskerSpoke(thread.state), {
		lastAt: context.now,
		isUnread: true,
		snoozedUntil: null,
		closedAt: null
	});
}
