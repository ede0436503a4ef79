import { eq } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { mailboxes } from '../tables/mail.ts';

/** The office's mailbox without its password, null without one. */
export async function ownMailbox(reader: Pick<Reader, 'select'>, actor: Actor) {
	const [row] = await reader
		.select({
			address: mailboxes.address,
			host: mailboxes.host,
			port: mailboxes.port,
			isSecure: mailboxes.isSecure,
			user: mailboxes.user,
			receivingServer: mailboxes.receivingServer,
			checkedAt: mailboxes.checkedAt,
			fault: mailboxes.fault
		})
		.from(mailboxes)
		.where(eq(mailboxes.officeId, actor.officeId as never));
	return row ?? null;
}
