import { eq } from 'drizzle-orm';
import { v5 } from 'uuid';
import { settings } from '#env';
import { offices } from '#clinic/offices/server/tables.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { read, type Database } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { faultFacts, log } from '#platform/log.ts';
import { newMails, type MailboxPlace, type ReadUntil } from '#platform/mail/mailbox.ts';
import { parseMail } from '#platform/mail/parse.ts';
import { decrypt, keyFor } from '#platform/master-key.ts';
import { noteMailbox, takeMail } from './commands/mail.ts';
import { mailboxes } from './tables/mail.ts';

/** Names the taking of one mail of one mailbox, so that it is done once however often it is fetched. */
const taking = '5a4a6b0e-2f51-4b0a-9c0e-7f8d5a0f1c33';

/** Looks into every office's mailbox, one after the other. @returns how many mails were new */
export async function fetchAllMail(database: Database, now: () => Date): Promise<number> {
	const all = await read(database, { officeId: null, userId: null }, (reader) =>
		reader.select({ id: offices.id }).from(offices)
	);
	let taken = 0;
	for (const { id } of all) taken += await fetchMail(database, id, now);
	return taken;
}

/** Takes what is new in one office's mailbox. A fault is told to the office and tried again at the next look. */
export async function fetchMail(database: Database, officeId: string, now: () => Date): Promise<number> {
	const actor = systemActor('mailbox', officeId, [takeMail.needs]);
	const mailbox = await read(database, actor, async (reader) => {
		const [row] = await reader
			.select()
			.from(mailboxes)
			.where(eq(mailboxes.officeId, officeId as never));
		return row;
	});
	if (!mailbox) return 0;
	const place: MailboxPlace = {
		host: mailbox.host,
		port: mailbox.port,
		secure: mailbox.isSecure,
		user: mailbox.user,
		password: decrypt(keyFor('held'), mailbox.passwordSealed, `mailbox.${officeId}`).toString()
	};
	const since = mailbox.uidValidity === null ? null : { uidValidity: mailbox.uidValidity, uid: mailbox.uid };
	let taken = 0;
	let passed: ReadUntil | null = null;
	let fault: string | null = null;
	try {
		for await (const { at, source } of newMails(place, since)) {
			// Too large to be taken: passed over, unless a later one has been taken since.
			passed = source === null ? at : null;
			if (source && (await take(database, actor, now(), at, source, mailbox))) taken += 1;
		}
	} catch (problem) {
		fault = wordOf(problem);
		log('warn', 'mailbox not read', { office: officeId, fault, ...faultFacts(problem) });
	}
	const looked = { fault, uidValidity: passed?.uidValidity ?? null, uid: passed?.uid ?? null };
	await perform({ database, actor, now: now(), commandId: newId() }, noteMailbox, looked);
	return taken;
}

async function take(
	database: Database,
	actor: Actor,
	now: Date,
	{ uidValidity, uid }: ReadUntil,
	source: Uint8Array,
	{ receivingServer, user, host }: { receivingServer: string; user: string; host: string }
): Promise<boolean> {
	const mail = await parseMail(source, receivingServer, settings().MAIL_FROM ?? null);
	const commandId = v5(`${actor.officeId} ${host} ${user} ${uidValidity} ${uid}`, taking);
	const { outcome } = await perform({ database, actor, now, commandId }, takeMail, { uidValidity, uid, mail });
	return outcome !== 'known';
}

/** A short word for the settings page: wrong password, or nobody there. */
const wordOf = (problem: unknown): string => {
	const { authenticationFailed, code } = problem as { authenticationFailed?: boolean; code?: string };
	return authenticationFailed ? 'password' : (code ?? 'unknown').slice(0, 40);
};
