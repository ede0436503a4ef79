import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { command, type Context } from '../command.ts';
import { optionalText, requiredText } from '../fields.ts';
import { idOf, type Id } from '../ids.ts';
import { found, Refusal } from '../refusal.ts';
import { nextTry, usuallyLateAt } from './message.ts';
import { callFor } from './outbox.ts';
import { outboxMessages } from './tables.ts';

const messageId = idOf<'Message'>();

/** The message, locked; what has happened to it meanwhile is waited for. */
async function inHand({ tx, actor }: Context, id: Id<'Message'>) {
	const [row] = await tx
		.select()
		.from(outboxMessages)
		.where(and(eq(outboxMessages.id, id), eq(outboxMessages.officeId, actor.officeId as Id<'Office'>)))
		.for('update');
	return row;
}

/**
 * The turn of a message has come: it counts as handed over from now on, until its channel's answer is written down. Asked
 * for a turn that is past, or for what has left, it says no.
 */
export const beginSending = command({
	name: 'outbox.beginSending',
	needs: 'outbox.deliver',
	input: v.object({ messageId, turn: v.number() }),
	run: async (context, { messageId: id, turn }) => {
		const { tx, now } = context;
		const message = found(await inHand(context, id));
		if (message.state !== 'queued' || message.turn !== turn) return { go: false };
		const isUseless = message.uselessAt !== null && message.uselessAt <= now;
		await tx
			.update(outboxMessages)
			.set(
				isUseless
					? { state: 'failed', failure: 'tooLate' }
					: { state: 'uncertain', tries: message.tries + 1, triedAt: now, failure: null }
			)
			.where(eq(outboxMessages.id, id));
		return { go: !isUseless };
	}
});

/** What the channel has answered. */
export const recordSending = command({
	name: 'outbox.recordSending',
	needs: 'outbox.deliver',
	input: v.object({
		messageId,
		turn: v.number(),
		outcome: v.picklist(['sent', 'notNow', 'never', 'unsure']),
		why: v.optional(v.string(), ''),
		providerId: v.optional(v.nullable(v.string()), null)
	}),
	run: async (context, { messageId: id, turn, outcome, why, providerId }) => {
		const { tx, now } = context;
		const message = found(await inHand(context, id));
		// A person has decided meanwhile.
		if (message.state !== 'uncertain' || message.turn !== turn) return null;
		const next = outcome === 'notNow' ? nextTry(message.tries, now) : null;
		const changes =
			outcome === 'sent'
				? { state: 'sent' as const, leftAt: now, providerId }
				: outcome === 'unsure'
					? { failure: why }
					: next === null
						? { state: 'failed' as const, failure: why }
						: { state: 'queued' as const, failure: why, dueAt: next, turn: turn + 1 };
		await tx.update(outboxMessages).set(changes).where(eq(outboxMessages.id, id));
		if (next !== null) await callFor(context, id, turn + 1, next);
		return null;
	}
});

/** What a channel reports later: that it arrived, was read, or came back. Reports may come late, twice and in any order. */
export const noteReport = command({
	name: 'outbox.noteReport',
	needs: 'outbox.deliver',
	input: v.object({ messageId, report: v.picklist(['delivered', 'read', 'failed']), why: optionalText(80) }),
	run: async (context, { messageId: id, report, why }) => {
		const { tx, now } = context;
		const message = found(await inHand(context, id));
		if (!['sent', 'uncertain', 'delivered'].includes(message.state)) return null;
		if (report === 'failed') {
			if (message.state !== 'delivered')
				await tx.update(outboxMessages).set({ state: 'failed', failure: why }).where(eq(outboxMessages.id, id));
			return null;
		}
		const known = { leftAt: message.leftAt ?? now, deliveredAt: message.deliveredAt ?? now };
		await tx
			.update(outboxMessages)
			.set({ ...known, state: report, ...(report === 'read' && { readAt: now }) })
			.where(eq(outboxMessages.id, id));
		return null;
	}
});

const settleable = ['queued', 'failed', 'uncertain'] as const;

/** An open message is done with: by hand, or given up. A late press is answered with what happened. */
async function settle(
	{ tx, actor, now }: Context,
	id: Id<'Message'>,
	changes: { state: 'byHand' | 'failed'; leftAt?: Date; reason?: string },
	byName: string
) {
	const [settled] = await tx
		.update(outboxMessages)
		.set({ ...changes, settledAt: now, settledByName: byName, turn: sql`${outboxMessages.turn} + 1` })
		.where(
			and(
				eq(outboxMessages.id, id),
				eq(outboxMessages.officeId, actor.officeId as Id<'Office'>),
				inArray(outboxMessages.state, [...settleable]),
				isNull(outboxMessages.settledAt)
			)
		)
		.returning({ id: outboxMessages.id });
	return settled;
}

async function settledOrSaid(
	context: Context,
	id: Id<'Message'>,
	...rest: Parameters<typeof settle> extends [unknown, unknown, ...infer Rest] ? Rest : never
) {
	if (await settle(context, id, ...rest)) return { messageId: id };
	const message = found(await inHand(context, id));
	throw new Refusal('outbox.settledAlready', { by: message.settledByName ?? '–' });
}

/** Somebody has sent it from his or her own telephone or mail program, or handed over the paper. */
export const sentByHand = command({
	name: 'outbox.sentByHand',
	needs: 'outbox.handle',
	input: v.object({ messageId, byName: requiredText(120) }),
	run: (context, { messageId: id, byName }) =>
		settledOrSaid(context, id, { state: 'byHand', leftAt: context.now }, byName)
});

/** Nobody needs to be told any more, or nobody can be. */
export const giveUp = command({
	name: 'outbox.giveUp',
	needs: 'outbox.handle',
	input: v.object({ messageId, reason: requiredText(200), byName: requiredText(120) }),
	run: (context, { messageId: id, reason, byName }) => settledOrSaid(context, id, { state: 'failed', reason }, byName)
});

/** Puts a message in line once more: a person has decided that it may go out, also when it may have gone already. */
export const sendAgain = command({
	name: 'outbox.sendAgain',
	needs: 'outbox.handle',
	input: v.object({ messageId }),
	run: async (context, { messageId: id }) => {
		const { tx, now } = context;
		const message = found(await inHand(context, id));
		if (message.settledAt !== null) throw new Refusal('outbox.settledAlready', { by: message.settledByName ?? '–' });
		if (message.channel !== 'email') throw new Refusal('outbox.onlyByHand');
		if (message.state !== 'failed' && message.state !== 'uncertain' && message.state !== 'queued')
			throw new Refusal('outbox.hasLeft');
		const turn = message.turn + 1;
		await tx
			.update(outboxMessages)
			.set({ state: 'queued', turn, tries: 0, dueAt: now, lateAt: usuallyLateAt(now), uselessAt: null, failure: null })
			.where(eq(outboxMessages.id, id));
		await callFor(context, id, turn, now);
		return { messageId: id };
	}
});
