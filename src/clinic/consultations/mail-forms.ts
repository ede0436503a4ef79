import * as v from 'valibot';
import { email, flag, optionalText, requiredText, wholeNumber } from '#platform/fields.ts';
import type { IncomingMail } from '#platform/mail/mail.ts';
import { personal } from '#platform/personal/marked.ts';

const hostName = () => v.pipe(requiredText(200), v.regex(/^[a-z0-9.:-]+$/i, 'notAHost'));

/** Where an office's mailbox is read. An empty password keeps the one that is known. */
export const mailboxInput = v.object({
	address: email(),
	host: hostName(),
	port: wholeNumber(1, 65_535),
	isSecure: flag(),
	user: requiredText(200),
	password: v.pipe(optionalText(200), personal()),
	receivingServer: hostName()
});

/** A mail that was fetched and read. Bytes and words of people: nothing of it stands in the audit. */
export const mailTaken = v.object({
	uidValidity: v.string(),
	uid: v.number(),
	mail: v.pipe(
		v.custom<IncomingMail>((given) => typeof given === 'object' && given !== null),
		personal()
	)
});

/** A look into the mailbox is over. */
export const mailboxLooked = v.object({
	fault: v.nullable(v.string()),
	uidValidity: v.nullable(v.string()),
	uid: v.nullable(v.number())
});
