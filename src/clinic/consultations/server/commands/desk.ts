import { eq } from 'drizzle-orm';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { answerDrafted, answerSent, noteAdded, threadAssigned, threadForwarded, threadNamed } from '../../forms.ts';
import { holdsNote } from '../../leaks.ts';
import { sendOut } from '../answer-messages.ts';
import { moveTo, note, threadInHand } from '../in-hand.ts';
import { addMessage } from '../new-thread.ts';
import { addNote } from '../notes.ts';
import { colleagues } from '../reads/officers.ts';
import { threadDrafts, threadNotes, threads } from '../tables.ts';

async function colleague({ tx, actor, now }: Context, staffId: Id<'Staff'>) {
	return found((await colleagues(readerOf(tx), actor, now)).find(({ id }) => id === staffId));
}

/** Somebody at the desk looks after the thread from now on. */
export const assignThread = command({
	name: 'consultations.assignThread',
	needs: 'consultation.dispatch',
	input: threadAssigned,
	run: async (context, { threadId, toStaffId }) => {
		await threadInHand(context, threadId, 'assign');
		const to = await colleague(context, toStaffId);
		if (!to.mayDispatch) throw new Refusal('consultations.notAtDesk', { name: to.name });
		await context.tx.update(threads).set({ assignedTo: to.id }).where(eq(threads.id, threadId));
		await note(context, threadId, 'assigned', to.name, to.id);
		return { to: to.name };
	}
});

/** The question goes on to the officer who knows, with what he or she is asked. Internal: the asker sees nothing of it. */
export const forwardThread = command({
	name: 'consultations.forwardThread',
	needs: 'consultation.dispatch',
	input: threadForwarded,
	run: async (context, { threadId, toStaffId, question }) => {
		const { tx, now } = context;
		const thread = await threadInHand(context, threadId, 'forward');
		const to = await colleague(context, toStaffId);
		if (!to.mayAnswer) throw new Refusal('consultations.notAnOfficer', { name: to.name });
		await addNote(context, threadId, { kind: 'forward', body: question, toStaffId: to.id });
		await tx.delete(threadDrafts).where(eq(threadDrafts.threadId, threadId));
		await note(context, threadId, 'forwarded', to.name, to.id);
		await moveTo(context, threadId, 'forwarded', {
			forwardedTo: to.id,
			forwardedAt: now,
			assignedTo: thread.assignedTo ?? (context.actor.id as Id<'Staff'>),
			snoozedUntil: null
		});
		return { to: to.name };
	}
});

/** The officer proposes an answer; nothing leaves the office before the desk sends it. */
export const draftAnswer = command({
	name: 'consultations.draftAnswer',
	needs: 'consultation.answer',
	input: answerDrafted,
	run: async (context, { threadId, body }) => {
		const { tx, actor, now } = context;
		const thread = await threadInHand(context, threadId, 'draft');
		if (thread.forwardedTo !== actor.id) throw new Refusal('consultations.notYours');
		const own = { body, by: actor.id as Id<'Staff'>, byName: await nameOf(tx, actor), at: now };
		await tx
			.insert(threadDrafts)
			.values({ threadId, officeId: thread.officeId, ...own })
			.onConflictDoUpdate({ target: threadDrafts.threadId, set: own });
		await note(context, threadId, 'drafted');
		await moveTo(context, threadId, 'drafted');
		return null;
	}
});

/** The answer leaves the office: the officer's draft as the desk sends it, or the desk's own words. */
export const sendAnswer = command({
	name: 'consultations.sendAnswer',
	needs: 'consultation.dispatch',
	input: answerSent,
	run: async (context, { threadId, body }) => {
		const { tx, actor, now } = context;
		const thread = await threadInHand(context, threadId, 'send');
		const notes = await tx
			.select({ body: threadNotes.body })
			.from(threadNotes)
			.where(eq(threadNotes.threadId, threadId));
		if (
			holdsNote(
				body,
				notes.map((one) => one.body)
			)
		)
			throw new Refusal('consultations.holdsNote');
		const [draft] = await tx.delete(threadDrafts).where(eq(threadDrafts.threadId, threadId)).returning();
		const messageId = await addMessage(context, threadId, {
			direction: 'out',
			channel: thread.channel,
			body,
			byName: await nameOf(tx, actor),
			answeredBy: draft?.by ?? null
		});
		await sendOut(context, thread, messageId);
		await note(context, threadId, 'sent', draft?.byName ?? null);
		await moveTo(
			context,
			threadId,
			'answered',
			{
				lastAt: now,
				isUnread: false,
				forwardedTo: null,
				snoozedUntil: null,
				assignedTo: thread.assignedTo ?? (actor.id as Id<'Staff'>)
			},
			true
		);
		return { messageId };
	}
});

/** A remark for colleagues. It has no way out of the office. */
export const addInternalNote = command({
	name: 'consultations.addInternalNote',
	needs: 'consultation.view',
	input: noteAdded,
	run: async (context, { threadId, body }) => {
		await threadInHand(context, threadId);
		await addNote(context, threadId, { kind: 'note', body, toStaffId: null });
		return null;
	}
});

/** Somebody at the desk has opened it. */
export const readThread = command({
	name: 'consultations.readThread',
	needs: 'consultation.dispatch',
	input: threadNamed,
	run: async (context, { threadId }) => {
		await threadInHand(context, threadId);
		await context.tx.update(threads).set({ isUnread: false }).where(eq(threads.id, threadId));
		return null;
	}
});
