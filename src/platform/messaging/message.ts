/** What has become of a message that leaves. */
export const messageStates = ['queued', 'sent', 'delivered', 'read', 'failed', 'byHand', 'uncertain'] as const;
/**
 * - queued: waits for its time, for its next try, or for a person who sends it by hand
 * - sent, delivered, read: as far as the channel tells
 * - uncertain: handed over, and nobody has written down what came of it; a person decides, it never goes out again by itself
 */
export type MessageState = (typeof messageStates)[number];

/** How a message travels. Later channels join here and bring their adapter (`channel.ts`). */
export const channelNames = ['email', 'whatsapp', 'slip'] as const;
export type ChannelName = (typeof channelNames)[number];

/** What an e-mail says beside its words. */
export interface MailHeaders {
	/** Message-ID of the mail that it answers. */
	readonly inReplyTo: string | null;
	/** Message-IDs of its thread, the oldest first. */
	readonly references: readonly string[];
	/** Where an answer goes, when not to the sender. */
	readonly replyTo: string | null;
	/** A person wrote it: nothing that a machine should keep quiet about. */
	readonly isByPerson: boolean;
}

/** Where somebody can be reached; a cooperative may have neither. */
export interface Reachable {
	readonly email: string | null;
	readonly phone: string | null;
}

/**
 * The channel and address that fit best: e-mail goes out by itself where there is a mail server; else WhatsApp, prepared for
 * an officer's own telephone; else paper.
 */
export function channelFor(
	{ email, phone }: Reachable,
	hasMailServer: boolean
): { channel: ChannelName; address: string | null } {
	if (email !== null && (hasMailServer || phone === null)) return { channel: 'email', address: email };
	if (phone !== null) return { channel: 'whatsapp', address: phone };
	return { channel: 'slip', address: null };
}

const minute = 60_000;
/** How long after a try that came to nothing the next one follows; after the last the message has failed. */
const pauses = [1, 5, 30, 120, 360].map((minutes) => minutes * minute);

/** When to try again after so many tries; null: no more. */
export function nextTry(tries: number, now: Date): Date | null {
	const pause = pauses[tries - 1];
	return pause === undefined ? null : new Date(now.getTime() + pause);
}

/** Handed over a moment ago, the answer may still come; later nobody waits for it any more. */
const answerWithin = 2 * minute;
/** A message that should have left so long ago is late, unless whoever wrote it says otherwise. Ours. */
const lateAfter = 30 * minute;
export const usuallyLateAt = (dueAt: Date): Date => new Date(dueAt.getTime() + lateAfter);

interface Standing {
	readonly state: MessageState;
	readonly dueAt: Date;
	readonly lateAt: Date;
	readonly uselessAt: Date | null;
	readonly triedAt: Date | null;
}

/** What a message asks of people: nothing, to be looked at, or (red) that something went wrong. */
export type Attention = 'fine' | 'sending' | 'toDo' | 'late' | 'missed' | 'failed' | 'uncertain';

export function standingOf({ state, dueAt, lateAt, uselessAt, triedAt }: Standing, now: Date): Attention {
	if (state === 'uncertain')
		return triedAt !== null && now.getTime() - triedAt.getTime() < answerWithin ? 'sending' : 'uncertain';
	if (state === 'failed') return 'failed';
	if (state !== 'queued' || dueAt > now) return 'fine';
	// Nobody has sent it, and now it would tell nothing any more.
	if (uselessAt !== null && uselessAt <= now) return 'missed';
	return lateAt <= now ? 'late' : 'toDo';
}

/** Opens the officer's own WhatsApp with the text written. */
export const whatsappLink = (phone: string, text: string): string =>
	`https://wa.me/${internationalDigits(phone)}?text=${encodeURIComponent(text)}`;

/** Opens the officer's own mail program with the letter written. */
export const mailLink = (address: string, subject: string, text: string): string =>
	`mailto:${encodeURIComponent(address)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;

/** 0812… and +62 812… → 62812…, as wa.me asks. */
const internationalDigits = (phone: string) => {
	const digits = phone.replace(/\D/g, '').replace(/^00/, '');
	return digits.startsWith('0') ? `62${digits.slice(1)}` : digits;
};
