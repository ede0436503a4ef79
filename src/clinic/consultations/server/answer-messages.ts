import { eq } from 'drizzle-orm';
import { people } from '#clinic/cooperatives/server/tables.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { m } from '#messages';
import type { Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { linkToken } from '#platform/links/links.ts';
import { mailIdOf } from '#platform/messaging/email.ts';
import { enqueueMessage } from '#platform/messaging/outbox.ts';
import { unsealRows } from '#platform/personal/seal.ts';
import { found } from '#platform/refusal.ts';
import { ownAddress } from '#platform/web/own-address.ts';
import { ownMailbox } from './reads/mailbox.ts';
import { threadMails } from './tables/mail.ts';
import { threadMessages, trackingCodes } from './tables.ts';
import type { ThreadRow } from './in-hand.ts';

// What is written to askers is in Indonesian, whatever language the officer reads.
const inIndonesian = { locale: 'id' } as const;

/**
 * Sends what the office has just said: by mail, the words themselves; to somebody who asked on the page and left an address
 * or a number, where to read them. It is given the message that both sides see, and can be given nothing else.
 */
export async function sendOut(context: Context, thread: ThreadRow, messageId: Id<'ThreadMessage'>): Promise<void> {
	if (thread.personId === null || (thread.channel !== 'email' && thread.channel !== 'web')) return;
	const reach = await reachOf(context, thread);
	const office = found(await ownOffice(readerOf(context.tx), context.actor));
	const common = {
		subjectId: thread.id,
		personId: thread.personId,
		toName: thread.askerName ?? '',
		fromName: office.brand
	};
	if (thread.channel === 'web') {
		if (reach.email === null && reach.phone === null) return;
		const link = `${ownAddress()}/tanya/${linkToken(await linkOf(context, thread.id))}`;
		const facts = { number: thread.number, office: office.brand, link };
		await enqueueMessage(context, {
			...common,
			kind: 'consultations.answered',
			to: reach,
			title: m.asking_mail_answered_title(facts, inIndonesian),
			body: m.asking_mail_answered(facts, inIndonesian)
		});
		return;
	}
	if (reach.email === null) return;
	const [said] = await context.tx
		.select({ body: threadMessages.body })
		.from(threadMessages)
		.where(eq(threadMessages.id, messageId));
	const mailbox = await ownMailbox(readerOf(context.tx), context.actor);
	const before = await mailsOf(context, thread.id);
	const id = await enqueueMessage(context, {
		...common,
		kind: 'consultations.answer',
		to: { email: reach.email, phone: null },
		title: `Re: ${thread.subject}`,
		body: `${found(said).body}\n\n${m.asking_mail_foot({ number: thread.number, office: office.brand }, inIndonesian)}`,
		mail: {
			inReplyTo: before.at(-1) ?? null,
			references: before,
			replyTo: mailbox?.address ?? null,
			isByPerson: true
		}
	});
	const mailId = mailIdOf(id);
	if (mailId)
		await context.tx.insert(threadMails).values({
			officeId: thread.officeId,
			messageId: mailId,
			direction: 'out',
			threadId: thread.id,
			at: context.now
		});
}

async function reachOf({ tx }: Context, { personId, emailSealed }: ThreadRow) {
	const [person] = await tx.select({ phone: people.phoneSealed }).from(people).where(eq(people.id, personId!));
	const [opened] = await unsealRows(readerOf(tx), [
		{ personId: personId!, sealed: { phone: person?.phone ?? null, email: emailSealed } }
	]);
	return { phone: opened?.phone ?? null, email: opened?.email ?? null };
}

async function linkOf({ tx }: Context, threadId: Id<'Thread'>): Promise<string> {
	const [row] = await tx
		.select({ linkId: trackingCodes.linkId })
		.from(trackingCodes)
		.where(eq(trackingCodes.threadId, threadId));
	return found(row).linkId;
}

/** Message-IDs of the thread's mails, the oldest first; the last twenty are enough for any mail program. */
async function mailsOf({ tx }: Context, threadId: Id<'Thread'>): Promise<string[]> {
	const rows = await tx
		.select({ messageId: threadMails.messageId })
		.from(threadMails)
		.where(eq(threadMails.threadId, threadId))
		.orderBy(threadMails.at);
	return rows.map(({ messageId }) => messageId).slice(-20);
}
