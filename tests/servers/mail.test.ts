import { createTransport, type SendMailOptions } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftAnswer, forwardThread, sendAnswer } from '#clinic/consultations/server/commands/desk.ts';
import { keepMailbox } from '#clinic/consultations/server/commands/mail.ts';
import { closeThread } from '#clinic/consultations/server/commands/tending.ts';
import { fetchMail } from '#clinic/consultations/server/mail-fetch.ts';
import { inbox } from '#clinic/consultations/server/reads/inbox.ts';
import { ownMailbox } from '#clinic/consultations/server/reads/mailbox.ts';
import { threadOf } from '#clinic/consultations/server/reads/thread.ts';
import { startWorkers, type Workers } from '#platform/jobs/workers.ts';
import { parseMail } from '#platform/mail/parse.ts';
import { ownChannels } from '#platform/messaging/channels.ts';
import { deliveryWork } from '#platform/messaging/work.ts';
import { testDatabase } from '../database/database.ts';
import { counter } from '../db/consultations/asking.ts';
import { smallNow, smallWorld, type SmallOffice } from '../world/small.ts';
import { mailServers, type MailServers } from './mail-servers.ts';

const test = testDatabase();
let servers: MailServers;
let office: SmallOffice;
let workers: Workers;
const { ask, act } = counter(test, () => office);

beforeAll(async () => {
	servers = await mailServers({
		'tanya@sragen.contoh.id': 'tanya',
		'harjo@contoh.id': 'harjo',
		'lain@contoh.id': 'lain'
	});
	process.env.SMTP_URL = `smtp://127.0.0.1:${servers.smtp}`;
	process.env.MAIL_FROM = 'tanya@sragen.contoh.id';
	office = (await smallWorld(test.database)).sragen;
	await act(office.actors.officeAdministrator, keepMailbox, {
		address: 'tanya@sragen.contoh.id',
		host: '127.0.0.1',
		port: String(servers.imap),
		user: 'tanya',
		password: 'rahasia',
		receivingServer: servers.hostName
	});
	workers = await startWorkers(test.database, test.appUrl, [deliveryWork(ownChannels)]);
}, 120_000);
afterAll(async () => {
	await workers?.stop();
	servers?.stop();
});

const write = (mail: SendMailOptions) =>
	createTransport({ host: '127.0.0.1', port: servers.smtp, secure: false, ignoreTLS: true }).sendMail({
		from: 'Pak Harjo <harjo@contoh.id>',
		to: 'tanya@sragen.contoh.id',
		...mail
	});
const fetched = () => fetchMail(test.database, office.officeId, () => smallNow);
const thread = (id: string) => ask((reader) => threadOf(reader, office.system, id, smallNow));
const newest = async (text: string) => {
	const { rows } = await ask((reader) => inbox(reader, office.system, { tab: 'all', text, page: 1, now: smallNow }));
	return rows[0]!.id;
};
/** Delivered by Postfix, and then taken from Dovecot. */
const taken = (count: number) => {
	let sum = 0;
	return expect.poll(async () => (sum += await fetched()), { timeout: 30_000, interval: 300 }).toBe(count);
};

describe('questions by mail, through Postfix and Dovecot', () => {
	it('a question comes in, is passed on, drafted, sent, answered and closed', async () => {
		const question = await write({ subject: 'Pembagian hasil usaha', text: 'Bolehkah dibagi sebelum rapat?' });
		await taken(1);
		const threadId = await newest('pembagian');
		const { adviser, onlineAdmin } = office.actors;
		await act(onlineAdmin, forwardThread, { threadId, toStaffId: adviser.id, question: 'Mohon dasarnya.' });
		await act(adviser, draftAnswer, { threadId, body: 'Tidak, setelah disahkan rapat anggota.' });
		await act(onlineAdmin, sendAnswer, { threadId, body: 'Yth. Pak Harjo, tidak: setelah disahkan rapat anggota.' });
		await expect.poll(() => servers.delivered('harjo').length, { timeout: 30_000 }).toBe(1);
		const answer = await parseMail(servers.delivered('harjo')[0]!, 'x', 'tanya@sragen.contoh.id');
		expect(answer).toMatchObject({
			subject: 'Re: Pembagian hasil usaha',
			inReplyTo: question.messageId,
			references: [question.messageId],
			automatic: 'own'
		});
		expect(answer.text).toContain('setelah disahkan rapat anggota');
		expect(answer.text).not.toContain('Mohon dasarnya');
		await write({
			subject: 'Re: Pembagian hasil usaha',
			text: 'Terima kasih.',
			inReplyTo: answer.messageId,
			references: [question.messageId, answer.messageId]
		});
		await taken(1);
		expect(await thread(threadId)).toMatchObject({ state: 'new', messages: { length: 3 } });
		await act(onlineAdmin, closeThread, { threadId });
		expect(await thread(threadId)).toMatchObject({ state: 'closed' });
	}, 120_000);

	it('25 MB come whole; the same Message-ID twice is one; a machine’s answer opens nothing', async () => {
		const bytes = Buffer.concat([Buffer.from('%PDF-1.4 '), Buffer.alloc(25 * 1_048_576 - 9, 65)]);
		await write({
			subject: 'Neraca lengkap',
			text: 'Terlampir',
			attachments: [{ filename: 'neraca.pdf', content: bytes }]
		});
		await taken(1);
		expect((await thread(await newest('neraca'))).files).toMatchObject([
			{ name: 'neraca.pdf', size: bytes.byteLength }
		]);
		const twin = { messageId: '<kembar@contoh.id>', subject: 'Kembar siam', text: 'Satu' };
		await write(twin);
		await write(twin);
		await taken(1);
		await write({ subject: 'Sedang cuti', text: 'Saya cuti', headers: { 'Auto-Submitted': 'auto-replied' } });
		await taken(1);
		const { rows } = await ask((reader) =>
			inbox(reader, office.system, { tab: 'all', text: 'cuti', page: 1, now: smallNow })
		);
		expect(rows).toEqual([]);
		expect(await fetched()).toBe(0);
	}, 180_000);

	it('a wrong password is told to the office, and nothing is lost', async () => {
		const admin = office.actors.officeAdministrator;
		const settings = {
			address: 'tanya@sragen.contoh.id',
			host: '127.0.0.1',
			port: String(servers.imap),
			user: 'tanya',
			receivingServer: servers.hostName
		};
		await act(admin, keepMailbox, { ...settings, password: 'keliru' });
		await write({ subject: 'Sandi keliru', text: 'Masih ada?' });
		expect(await fetched()).toBe(0);
		expect(await ask((reader) => ownMailbox(reader, admin))).toMatchObject({ fault: 'password' });
		await act(admin, keepMailbox, { ...settings, password: 'rahasia' });
		await taken(1);
		expect(await ask((reader) => ownMailbox(reader, admin))).toMatchObject({ fault: null });
	}, 90_000);
});
