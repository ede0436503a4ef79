import { and, eq, inArray } from 'drizzle-orm';
import * as v from 'valibot';
import type { Context } from '../command.ts';
import { newId, type Id } from '../ids.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { jobKind } from '../jobs/job.ts';
import { sealFor, sealNewPeople } from '../personal/seal.ts';
import { hasMailServer } from './channels.ts';
import { channelFor, usuallyLateAt, type MailHeaders, type Reachable } from './message.ts';
import { outboxMessages } from './tables.ts';

export interface NewMessage {
	readonly kind: string;
	readonly subjectId: string | null;
	/** The person to whom it goes: his or her key seals it. Null: a key of the message's own. */
	readonly personId: Id<'Person'> | null;
	readonly toName: string;
	/** The office, under the name that the public knows. */
	readonly fromName: string;
	readonly to: Reachable;
	readonly title: string;
	readonly body: string;
	/** Left out: now. */
	readonly dueAt?: Date;
	/** Left out: half an hour after it is due. */
	readonly lateAt?: Date;
	readonly uselessAt?: Date | null;
	/** For e-mail: what it answers, and where answers to it go. */
	readonly mail?: MailHeaders;
}

/** Asks for one message to be handed to its channel, at its time. */
export const deliverMessage = jobKind({
	name: 'outbox.deliverMessage',
	lane: 'short',
	input: v.object({ messageId: v.string(), turn: v.number() })
});

/** Puts a message in line, inside a running command: what is rolled back sends nothing. */
export async function enqueueMessage(context: Context, message: NewMessage): Promise<Id<'Message'>> {
	const { tx, actor, now } = context;
	const id = newId<'Message'>();
	const { channel, address } = channelFor(message.to, hasMailServer());
	const keyId = message.personId ?? (id as string as Id<'Person'>);
	const fields = { address, title: message.title, body: message.body };
	const sealed = message.personId
		? await sealFor(context, message.personId, fields)
		: (await sealNewPeople(context, [{ personId: keyId, fields }])).get(keyId)!;
	const dueAt = message.dueAt ?? now;
	await tx.insert(outboxMessages).values({
		id,
		officeId: actor.officeId as Id<'Office'>,
		channel,
		kind: message.kind,
		subjectId: message.subjectId,
		keyId,
		toName: message.toName,
		fromName: message.fromName,
		addressSealed: sealed['address'] ?? null,
		titleSealed: sealed['title']!,
		bodySealed: sealed['body']!,
		state: 'queued',
		dueAt,
		lateAt: message.lateAt ?? usuallyLateAt(dueAt),
		uselessAt: message.uselessAt ?? null,
		mail: message.mail ?? null,
		createdAt: now
	});
	if (channel === 'email') await callFor(context, id, 1, dueAt);
	return id;
}

/** Calls the worker for a turn of a message. */
export const callFor = (context: Context, messageId: Id<'Message'>, turn: number, at: Date) =>
	enqueue(context, deliverMessage, { messageId, turn }, { subjectId: messageId, after: at });

/**
 * Takes back what has not left yet and is about one thing: it has changed. What is being handed over at this moment is
 * waited for, and stays. @returns how many
 */
export async function withdrawMessages({ tx, actor }: Context, subjectId: string): Promise<number> {
	const taken = await tx
		.delete(outboxMessages)
		.where(
			and(eq(outboxMessages.officeId, actor.officeId as Id<'Office'>), eq(outboxMessages.subjectId, subjectId), notLeft)
		)
		.returning({ id: outboxMessages.id });
	return taken.length;
}

/** Takes back those of these messages that have not left. @returns which */
export async function withdrawTheseMessages(
	{ tx, actor }: Context,
	ids: readonly Id<'Message'>[]
): Promise<Id<'Message'>[]> {
	if (ids.length === 0) return [];
	const taken = await tx
		.delete(outboxMessages)
		.where(
			and(eq(outboxMessages.officeId, actor.officeId as Id<'Office'>), inArray(outboxMessages.id, [...ids]), notLeft)
		)
		.returning({ id: outboxMessages.id });
	return taken.map(({ id }) => id);
}

/** Waits in line and was never handed over. */
const notLeft = and(eq(outboxMessages.state, 'queued'), eq(outboxMessages.tries, 0));
