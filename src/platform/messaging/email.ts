import { Readable } from 'node:stream';
import { settings } from '#env';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { loopHeader } from '../mail/mail.ts';
import type { Channel, Handing, Letter } from './channel.ts';

export interface MailServer {
	/** smtp://user:password@host:port, or smtps:// for TLS from the first byte. */
	readonly url: string;
	/** The address that mail comes from. */
	readonly from: string;
}

const patience = { connect: 15_000, silence: 30_000 };

/** E-mail through a mail server. One connection a letter: an office sends dozens a day. */
export const emailChannel = (server: MailServer): Channel => ({
	name: 'email',
	hand: (letter) => handOver(server, letter)
});

interface SmtpError extends Error {
	readonly code?: string;
	readonly command?: string;
	readonly responseCode?: number;
}

async function handOver({ url, from }: MailServer, letter: Letter): Promise<Handing> {
	const mail = await written(letter, from);
	const { connection, login } = dial(url);
	// True once the server has asked for the text: from here on only its answer tells whether it has the letter.
	let isHandedOver = false;
	try {
		await new Promise<void>((done, fail) => {
			connection.once('error', fail);
			connection.connect((error) => (error ? fail(error) : done()));
		});
		if (login)
			await new Promise<void>((done, fail) => connection.login(login, (error) => (error ? fail(error) : done())));
		const text = Readable.from(
			(async function* () {
				isHandedOver = true;
				yield mail;
			})()
		);
		await new Promise<void>((done, fail) => {
			connection.once('error', fail);
			connection.send({ from, to: letter.address }, text, (error) => (error ? fail(error) : done()));
		});
		return { outcome: 'sent', providerId: messageIdOf(letter, from) };
	} catch (problem) {
		return judge(problem as SmtpError, isHandedOver);
	} finally {
		connection.quit();
	}
}

/** What a failure means for the letter. */
function judge({ code, command, responseCode, message }: SmtpError, isHandedOver: boolean): Handing {
	const why = (responseCode ? `${responseCode}` : (code ?? message)).slice(0, 80);
	// The server has said no: it has not taken the letter. 5xx of sender, recipient or text is its last word.
	if (responseCode) {
		const ofTheLetter = command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA';
		return { outcome: responseCode >= 500 && ofTheLetter ? 'never' : 'notNow', why };
	}
	if (isHandedOver) return { outcome: 'unsure', why };
	return { outcome: code === 'EENVELOPE' || code === 'EMESSAGE' ? 'never' : 'notNow', why };
}

const written = (
	{ fromName, toName, address, subject, body, mail, ...letter }: Letter,
	from: string
): Promise<Buffer> =>
	new MailComposer({
		from: { name: fromName, address: from },
		to: { name: toName, address },
		subject,
		text: body,
		// The same letter sent once more by a person carries the same id: mail programs show it once.
		messageId: messageIdOf(letter, from),
		...(mail?.inReplyTo && { inReplyTo: mail.inReplyTo }),
		...(mail && mail.references.length > 0 && { references: [...mail.references] }),
		...(mail?.replyTo && { replyTo: mail.replyTo }),
		headers: {
			...(!mail?.isByPerson && { 'Auto-Submitted': 'auto-generated' }),
			[loopHeader]: from
		}
	})
		.compile()
		.build();

const messageIdOf = ({ id }: Pick<Letter, 'id'>, from: string) => `<${id}@${from.split('@')[1]}>`;

/** The Message-ID under which a message of the outbox leaves here; null where no e-mail leaves by itself. */
export const mailIdOf = (id: string): string | null => {
	const { SMTP_URL, MAIL_FROM } = settings();
	return SMTP_URL && MAIL_FROM ? messageIdOf({ id }, MAIL_FROM) : null;
};

function dial(url: string) {
	const { protocol, hostname, port, username, password } = new URL(url);
	const secure = protocol === 'smtps:';
	const connection = new SMTPConnection({
		host: hostname,
		port: Number(port) || (secure ? 465 : 587),
		secure,
		connectionTimeout: patience.connect,
		greetingTimeout: patience.connect,
		socketTimeout: patience.silence
	});
	// A connection that breaks after its letter is done with tells nobody anything.
	connection.on('error', () => {});
	const login = username
		? { credentials: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }
		: null;
	return { connection, login };
}
