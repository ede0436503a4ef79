import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import * as v from 'valibot';
import { command, type Context } from '#platform/command.ts';
import { keep } from '#platform/files/files.ts';
import { fileType } from '#platform/files/file-type.ts';
import { newId, type Id } from '#platform/ids.ts';
import { plainSubject, type IncomingMail } from '#platform/mail/mail.ts';
import { largestMailFile } from '#platform/mail/parse.ts';
import { encrypt, keyFor } from '#platform/master-key.ts';
import { findingHash } from '#platform/personal/seal.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { mailboxInput, mailboxLooked, mailTaken } from '../../mail-forms.ts';
import { firstLine } from '../../thread.ts';
import { note, threadInHand } from '../in-hand.ts';
import { addMessage, openThread } from '../new-thread.ts';
import { mailboxes, threadMails, type MailOutcome } from '../tables/mail.ts';
import { threadFiles, threadMessages, threads } from '../tables.ts';
import { askerSpoke } from './sending.ts';

/** An office says in which mailbox it is asked. */
export const keepMailbox = command({
	name: 'consultations.keepMailbox',
	needs: 'office.manage',
	input: mailboxInput,
	run: async ({ tx, actor, now }, { password, ...input }) => {
		const officeId = actor.officeId as Id<'Office'>;
		const [known] = await tx.select().from(mailboxes).where(eq(mailboxes.officeId, officeId));
		if (password === null && !known) throw new Refusal('consultations.passwordNeeded');
		const passwordSealed = password === null ? known!.passwordSealed : sealPassword(officeId, password);
		// Another mailbox is read from its beginning.
		const isSame = known?.host === input.host && known.user === input.user;
		const row = {
			...input,
			passwordSealed,
			...(isSame ? {} : { uidValidity: null, uid: 0 }),
			fault: null,
			changedAt: now,
			changedBy: actor.id
		};
		await tx
			.insert(mailboxes)
			.values({ officeId, ...row })
			.onConflictDoUpdate({ target: mailboxes.officeId, set: row });
		return null;
	}
});

export const dropMailbox = command({
	name: 'consultations.dropMailbox',
	needs: 'office.manage',
	input: v.object({}),
	run: async ({ tx, actor }) => {
		const gone = await tx
			.delete(mailboxes)
			.where(eq(mailboxes.officeId, actor.officeId as Id<'Office'>))
			.returning({ officeId: mailboxes.officeId });
		if (gone.length === 0) throw new Refusal('consultations.noMailbox');
		return null;
	}
});

const sealPassword = (officeId: string, password: string) =>
	encrypt(keyFor('held'), Buffer.from(password), `mailbox.${officeId}`);

/** How far the mailbox was read, with the mail that was read last: a mail is taken once, and none is passed over. */
export const takeMail = command({
	name: 'consultations.takeMail',
	needs: 'consultation.receive',
	input: mailTaken,
	run: async (
		context,
		{ uidValidity, uid, mail }
	): Promise<{ outcome: MailOutcome | 'known'; threadId: string | null }> => {
		const { tx, actor, now } = context;
		const officeId = actor.officeId as Id<'Office'>;
		await tx.update(mailboxes).set({ uidValidity, uid }).where(eq(mailboxes.officeId, officeId));
		const first = await tx
			.insert(threadMails)
			.values({ officeId, messageId: mail.messageId, direction: 'in', outcome: 'dropped', at: now })
			.onConflictDoNothing()
			.returning({ messageId: threadMails.messageId });
		if (first.length === 0) return { outcome: 'known', threadId: null };
		const taken = await place(context, mail);
		await tx
			.update(threadMails)
			.set(taken)
			.where(and(eq(threadMails.officeId, officeId), eq(threadMails.messageId, mail.messageId)));
		return taken;
	}
});

interface Taken {
	readonly outcome: MailOutcome;
	readonly threadId: Id<'Thread'> | null;
}

/** What becomes of a mail that is here for the first time. Nothing that a machine wrote is answered or opens anything. */
async function place(context: Context, mail: IncomingMail): Promise<Taken> {
	const answered = await answeredThread(context, mail);
	if (mail.automatic) {
		if (!answered) return { outcome: 'dropped', threadId: null };
		await note(context, answered.id, mail.automatic === 'bounce' ? 'bounced' : 'machine', mail.from.address);
		return { outcome: 'noted', threadId: answered.id };
	}
	if (answered && answered.emailHash === emailHash(context, mail.from.address) && !mail.isForged) {
		await keepWords(context, answered.id, mail, answered.askerName);
		await askerSpoke(context, await threadInHand(context, answered.id));
		return { outcome: 'added', threadId: answered.id };
	}
	const opened = await openFromMail(context, mail);
	// Somebody else writes into a known thread: a colleague in copy, or a stranger. What was said there stays unsaid to both.
	if (answered) {
		await note(context, opened, 'otherSender', answered.number, answered.id);
		await note(context, answered.id, 'otherSender', await numberOf(context, opened), opened);
	}
	return { outcome: 'opened', threadId: opened };
}

const emailHash = ({ actor }: Context, address: string) => findingHash(found(actor.officeId), 'email', address);

/** The thread of the mails that this one answers: the nearest first. */
async function answeredThread({ tx, actor }: Context, { inReplyTo, references }: IncomingMail) {
	const named = [...new Set([...(inReplyTo ? [inReplyTo] : []), ...references.toReversed()])].slice(0, 50);
	if (named.length === 0) return null;
	const known = await tx
		.select({
			messageId: threadMails.messageId,
			id: threads.id,
			number: threads.number,
			askerName: threads.askerName,
			emailHash: threads.emailHash
		})
		.from(threadMails)
		.innerJoin(threads, eq(threads.id, threadMails.threadId))
		.where(and(eq(threadMails.officeId, actor.officeId as never), inArray(threadMails.messageId, named)));
	return known.sort((a, b) => named.indexOf(a.messageId) - named.indexOf(b.messageId))[0] ?? null;
}

async function openFromMail(context: Context, mail: IncomingMail): Promise<Id<'Thread'>> {
	const { address, name } = mail.from;
	const threadId = newId<'Thread'>();
	const subject = plainSubject(mail.subject);
	const { messageId } = await openThread(context, {
		threadId,
		channel: 'email',
		subject: subject === '' ? firstLine(mail.text) : subject,
		body: mail.text === '' ? subject : mail.text,
		// A forged sender is nobody whom we know: no person, no address to answer to.
		name: mail.isForged ? null : (name ?? address),
		personId: mail.isForged ? null : await askerBefore(context, address),
		phone: null,
		email: mail.isForged ? null : address,
		capacity: null,
		cooperativeSaid: null,
		cooperativeId: null
	});
	await keepFiles(context, threadId, messageId, mail);
	return threadId;
}

/** Who wrote from this address before. */
async function askerBefore(context: Context, address: string): Promise<Id<'Person'> | null> {
	const [before] = await context.tx
		.select({ personId: threads.personId })
		.from(threads)
		.where(
			and(
				eq(threads.officeId, context.actor.officeId as never),
				eq(threads.emailHash, emailHash(context, address)),
				isNotNull(threads.personId)
			)
		)
		.orderBy(desc(threads.openedAt))
		.limit(1);
	return before?.personId ?? null;
}

async function keepWords(context: Context, threadId: Id<'Thread'>, mail: IncomingMail, byName: string | null) {
	const body = mail.text === '' ? plainSubject(mail.subject) : mail.text;
	const messageId = await addMessage(context, threadId, { direction: 'in', channel: 'email', body, byName });
	await keepFiles(context, threadId, messageId, mail);
}

/** Files by what their bytes say they are; what is nothing of that is named and not kept. */
async function keepFiles(
	context: Context,
	threadId: Id<'Thread'>,
	messageId: Id<'ThreadMessage'>,
	{ files, leftOut, html, isForged }: IncomingMail
): Promise<void> {
	const { tx, actor } = context;
	const refused = [...leftOut];
	for (const file of files) {
		if (fileType(file.bytes) === null) {
			refused.push(file.name);
			continue;
		}
		const kept = await keep(context, file, largestMailFile);
		await tx
			.insert(threadFiles)
			.values({ fileId: kept.id, officeId: actor.officeId as Id<'Office'>, threadId, messageId });
	}
	await tx.update(threadMessages).set({ html, isForged, leftOut: refused }).where(eq(threadMessages.id, messageId));
}

async function numberOf({ tx }: Context, threadId: Id<'Thread'>): Promise<string> {
	const [row] = await tx.select({ number: threads.number }).from(threads).where(eq(threads.id, threadId));
	return found(row).number;
}

/** A look into the mailbox is over: what the office is told of it. */
export const noteMailbox = command({
	name: 'consultations.noteMailbox',
	needs: 'consultation.receive',
	input: mailboxLooked,
	run: async ({ tx, actor, now }, { fault, uidValidity, uid }) => {
		await tx
			.update(mailboxes)
			.set({ fault, checkedAt: now, ...(uidValidity !== null && uid !== null && { uidValidity, uid }) })
			.where(eq(mailboxes.officeId, actor.officeId as Id<'Office'>));
		return null;
	}
});
