import { ImapFlow } from 'imapflow';

/** Where a mailbox is read. */
export interface MailboxPlace {
	readonly host: string;
	readonly port: number;
	/** TLS from the first byte; without it the connection is made safe by STARTTLS where the server offers it. */
	readonly secure: boolean;
	readonly user: string;
	readonly password: string;
}

/** How far a mailbox was read: a number that grows, and the mailbox's own word that its numbers still mean the same. */
export interface ReadUntil {
	readonly uidValidity: string;
	readonly uid: number;
}

export interface FetchedMail {
	readonly at: ReadUntil;
	/** Null: larger than anything that is taken. */
	readonly source: Uint8Array | null;
	readonly size: number;
}

/** With its files written as text a mail of 25 MB of files has 35 MB. */
export const largestMail = 40 * 1_048_576;
const patience = 30_000;

/**
 * New mails of the inbox, the oldest first, one in memory at a time. Nothing is deleted or marked: other mail programs see the
 * mailbox as it was.
 */
export async function* newMails(place: MailboxPlace, since: ReadUntil | null): AsyncGenerator<FetchedMail> {
	const client = new ImapFlow({
		host: place.host,
		port: place.port,
		secure: place.secure,
		auth: { user: place.user, pass: place.password },
		logger: false,
		emitLogs: false,
		connectionTimeout: patience,
		greetingTimeout: patience,
		socketTimeout: 2 * patience
	});
	// A connection that is cut tells it to whoever is waiting; without a listener it would end the process.
	client.on('error', () => {});
	await client.connect();
	try {
		const inbox = await client.mailboxOpen('INBOX', { readOnly: true });
		const uidValidity = String(inbox.uidValidity);
		const from = since?.uidValidity === uidValidity ? since.uid + 1 : 1;
		const uids = (await client.search({ uid: `${from}:*` }, { uid: true })) || [];
		// `n:*` answers with the last mail also where there is none from n on.
		for (const uid of uids.filter((one) => one >= from).sort((a, b) => a - b)) {
			const head = await client.fetchOne(String(uid), { size: true }, { uid: true });
			if (!head) continue;
			const size = head.size ?? 0;
			const mail = size > largestMail ? null : await client.fetchOne(String(uid), { source: true }, { uid: true });
			yield { at: { uidValidity, uid }, source: (mail && mail.source) || null, size };
		}
	} finally {
		await client.logout().catch(() => client.close());
	}
}
