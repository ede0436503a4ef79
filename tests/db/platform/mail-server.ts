import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { afterAll } from 'vitest';

export interface MailServer {
	readonly url: string;
	/** Every letter that came in whole, as it was sent. */
	readonly letters: string[];
	/** What it does with the next letter, once it has it in whole. Takes it unless a test says otherwise. */
	answer: (done: (refusal?: Error & { responseCode?: number }) => void, session: SMTPServerSession) => void;
	/** Cuts the line of whoever has just sent a letter, without a word. */
	cut(session: SMTPServerSession): void;
	/** What it says to a recipient. */
	recipient: (address: string) => (Error & { responseCode?: number }) | null;
}

export const says = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

/** A real mail server on a port of its own. */
export async function mailServer(): Promise<MailServer> {
	const letters: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		logger: false,
		onRcptTo: (address, _session, done) => done(held.recipient(address.address) ?? undefined),
		onData: (stream: SMTPServerDataStream, session, done) => {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			stream.on('end', () => {
				letters.push(Buffer.concat(parts).toString());
				held.answer(done, session);
			});
		}
	});
	// A client that is killed in the middle is no failure of the server.
	server.on('error', () => {});
	server.listen(0, '127.0.0.1');
	await once(server.server, 'listening');
	const held: MailServer = {
		url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
		letters,
		answer: (done) => done(),
		cut: ({ id }) => {
			const { connections } = server as unknown as { connections: Set<{ id: string; _socket: Socket }> };
			for (const { id: other, _socket: socket } of connections) if (other === id) socket.destroy();
		},
		recipient: () => null
	};
	afterAll(() => new Promise<void>((closed) => server.close(() => closed())));
	return held;
}
