import { spawn } from 'node:child_process';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetSettings } from '#env';
import { registerPerson, erasePerson } from '#clinic/cooperatives/server/commands/people.ts';
import { systemActor } from '#platform/actor.ts';
import { command, type Json } from '#platform/command.ts';
import { startWorkers, type Workers } from '#platform/jobs/workers.ts';
import { giveUp, noteReport, sendAgain, sentByHand } from '#platform/messaging/commands.ts';
import { emailChannel } from '#platform/messaging/email.ts';
import { enqueueMessage, withdrawMessages, type NewMessage } from '#platform/messaging/outbox.ts';
import { messagesAbout, outboxCounts, outboxList } from '#platform/messaging/reads.ts';
import { deliveryWork } from '#platform/messaging/work.ts';
import { newId, type Id } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import { testDatabase } from '../../database/database.ts';
import { smallWorld, type SmallWorld } from '../../world/small.ts';
import { refusal, ward } from '../patients.ts';
import { mailServer, says, type MailServer } from './mail-server.ts';

const test = testDatabase();
let world: SmallWorld;
let mail: MailServer;
const { act, ask } = ward(test, () => world.sragen);
const running: Workers[] = [];

beforeAll(async () => {
	world = await smallWorld(test.database);
	mail = await mailServer();
	process.env.SMTP_URL = mail.url;
	process.env.MAIL_FROM = 'klinik@sragen.contoh.id';
	forgetSettings();
}, 60_000);
afterAll(() => {
	delete process.env.SMTP_URL;
	delete process.env.MAIL_FROM;
});
beforeEach(() => {
	mail.letters.length = 0;
	mail.answer = (done) => done();
	mail.recipient = () => null;
});
afterEach(async () => {
	await Promise.all(running.splice(0).map((workers) => workers.stop()));
	await test.admin.query('delete from pgboss.job; delete from outbox_messages');
});

const message: NewMessage = {
	kind: 'test.greeting',
	subjectId: null,
	personId: null,
	toName: 'Harjo Sukirman',
	fromName: 'Bina Serasi',
	to: { email: 'harjo@koperasi.contoh.id', phone: null },
	title: 'Janji temu Anda',
	body: 'Selamat pagi, kami tunggu besok pukul 09.00.'
};
let wanted: Partial<NewMessage> = {};
/** Puts what the test wants in line, or is rolled back after that. */
const write = command({
	name: 'test.write',
	needs: 'visit.register',
	input: v.object({ breaks: v.boolean() }),
	run: async (context, { breaks }): Promise<Json> => {
		const messageId = await enqueueMessage(context, { ...message, ...wanted });
		if (breaks) throw new Refusal('missing');
		return { messageId };
	}
});
const takeBack = command({
	name: 'test.takeBack',
	needs: 'visit.register',
	input: v.object({ subjectId: v.string() }),
	run: async (context, { subjectId }) => ({ taken: await withdrawMessages(context, subjectId) })
});

async function put(over: Partial<NewMessage> = {}, now = new Date()) {
	wanted = over;
	const { messageId } = (await act(world.sragen.actors.receptionist, write, { breaks: false }, now)) as {
		messageId: Id<'Message'>;
	};
	return messageId;
}
const rowOf = async (id: string) =>
	(await test.admin.query('select * from outbox_messages where id = $1', [id])).rows[0] as Record<string, unknown>;
const until = (id: string, expected: Record<string, unknown>) =>
	vi.waitFor(async () => expect(await rowOf(id)).toMatchObject(expected), { timeout: 15_000, interval: 50 });
async function begin() {
	const channel = emailChannel({ url: mail.url, from: 'klinik@sragen.contoh.id' });
	const workers = await startWorkers(test.database, test.appUrl, [deliveryWork(() => new Map([['email', channel]]))]);
	running.push(workers);
	return workers;
}
/** Not to wait for the pauses between the tries. */
const hurry = () => test.admin.query(`update pgboss.job set start_after = now() where state in ('created', 'retry')`);
/** Until nothing is left in line, without waiting for pauses. */
const workDone = () =>
	vi.waitFor(
		async () => {
			await hurry();
			const { rows } = await test.admin.query(`select distinct state from pgboss.job`);
			expect(rows).toEqual([{ state: 'completed' }]);
		},
		{ timeout: 15_000, interval: 200 }
	);
const desk = () => world.sragen.actors.receptionist;

describe('a message', () => {
	it('leaves by e-mail after its command, once', async () => {
		await begin();
		const id = await put();
		await until(id, { state: 'sent', tries: 1, failure: null, provider_id: `<${id}@sragen.contoh.id>` });
		expect(mail.letters).toHaveLength(1);
		expect(mail.letters[0]).toMatch(/^From: (=\?|Bina Serasi)/m);
		expect(mail.letters[0]).toContain('harjo@koperasi.contoh.id');
		expect(mail.letters[0]).toContain('pukul 09.00');
	});

	it('is never there when the command is rolled back', async () => {
		wanted = {};
		await expect(act(desk(), write, { breaks: true })).rejects.toThrow(refusal('missing'));
		const { rows } = await test.admin.query(
			`select (select count(*)::int from outbox_messages) as messages, (select count(*)::int from pgboss.job) as jobs`
		);
		expect(rows[0]).toEqual({ messages: 0, jobs: 0 });
	});

	it('keeps address and text sealed, also in the audit', async () => {
		const id = await put();
		const { rows } = await test.admin.query(
			`select input, sealed from audit_rows where command = 'test.write' order by at`
		);
		expect(JSON.stringify([await rowOf(id), rows])).not.toMatch(/harjo@|pukul 09|Janji temu/);
		const { messages } = await ask((reader) => outboxList(reader, desk(), { view: 'open', before: null }, new Date()));
		expect(messages[0]).toMatchObject({ address: 'harjo@koperasi.contoh.id', title: 'Janji temu Anda' });
	});

	it('cannot be read any more, nor sent, when its person is erased', async () => {
		const { personId } = await act(desk(), registerPerson, { name: 'Bu Sri', phone: '0812 1111 2222' });
		const id = await put({ personId: personId as Id<'Person'> });
		await act(world.sragen.actors.officeAdministrator, erasePerson, { personId });
		await begin();
		await until(id, { state: 'failed', failure: 'erased' });
		expect(mail.letters).toEqual([]);
	});

	it('waits for its time, and does not go when it would come too late', async () => {
		await begin();
		const soon = new Date(Date.now() + 3_600_000);
		const [waits, useless] = [
			await put({ dueAt: soon }),
			await put({ uselessAt: new Date(Date.now() - 1000) }, new Date(Date.now() - 60_000))
		];
		await until(useless, { state: 'failed', failure: 'tooLate' });
		expect(await rowOf(waits)).toMatchObject({ state: 'queued', tries: 0 });
		await hurry();
		await until(waits, { state: 'sent' });
		expect(mail.letters).toHaveLength(1);
	});

	it('is taken back with what it is about, while it has not left', async () => {
		const subjectId = newId();
		await begin();
		const gone = await put({ subjectId });
		await until(gone, { state: 'sent' });
		const waits = await put({ subjectId, dueAt: new Date(Date.now() + 3_600_000) });
		expect(await ask((reader) => messagesAbout(reader, desk(), subjectId))).toHaveLength(2);
		expect(await act(desk(), takeBack, { subjectId })).toEqual({ taken: 1 });
		expect(await rowOf(waits)).toBeUndefined();
		await workDone();
		expect(mail.letters).toHaveLength(1);
	});
});

describe('a mail server that does not take it', () => {
	it('is asked again later, each time after a longer pause, and at last not any more', async () => {
		mail.answer = (done) => done(says(451, 'try again later'));
		await begin();
		const id = await put();
		await until(id, { state: 'queued', tries: 1, failure: '451' });
		const { due_at: due, tried_at: tried } = (await rowOf(id)) as { due_at: Date; tried_at: Date };
		expect(Math.round((due.getTime() - tried.getTime()) / 60_000)).toBe(1);
		// As after four more tries.
		await test.admin.query('update outbox_messages set tries = 5 where id = $1', [id]);
		await hurry();
		await until(id, { tries: 6, state: 'failed', failure: '451' });
		expect(await ask((reader) => outboxCounts(reader, desk(), new Date()))).toMatchObject({ open: 1, failed: 1 });
		mail.answer = (done) => done();
		await act(desk(), sendAgain, { messageId: id });
		await until(id, { state: 'sent' });
	}, 30_000);

	it('is believed when it says never', async () => {
		mail.recipient = () => says(550, 'no such mailbox');
		await begin();
		const id = await put();
		await until(id, { state: 'failed', tries: 1, failure: '550' });
		await hurry();
		expect(mail.letters).toEqual([]);
	});

	it('that is gone before the text was asked for is tried again; gone after it, a person decides', async () => {
		await begin();
		const server = mail.answer;
		mail.answer = (_done, session) => mail.cut(session);
		const unsure = await put();
		await until(unsure, { state: 'uncertain', failure: expect.stringMatching(/ECONNECTION|ESOCKET|ETIMEDOUT/) });
		expect(mail.letters).toHaveLength(1);
		mail.answer = server;
		await hurry();
		const after = await put();
		await until(after, { state: 'sent' });
		// The first was not sent once more beside it.
		expect(mail.letters).toHaveLength(2);
		const nobody = emailChannel({ url: 'smtp://127.0.0.1:1', from: 'a@b.id' });
		const letter = { ...message, id: newId(), address: 'a@b.id', subject: 'x' };
		expect(await nobody.hand(letter)).toMatchObject({ outcome: 'notNow' });
	});
});

describe('a crash between sending and writing it down', () => {
	it('leaves one message out at most, and the row uncertain until a person decides', async () => {
		const child = spawn(process.execPath, [join(import.meta.dirname, 'outbox-child.ts')], {
			env: { ...process.env, DATABASE_URL: test.appUrl, LOG_LEVEL: 'error' },
			stdio: 'inherit'
		});
		// The server has the whole letter, and the program dies before it hears so.
		mail.answer = () => void child.kill('SIGKILL');
		const id = await put();
		await new Promise((ended) => child.once('close', ended));
		expect(await rowOf(id)).toMatchObject({ state: 'uncertain', tries: 1 });
		mail.answer = (done) => done();
		const workers = await begin();
		await test.admin.query(`update pgboss.job set heartbeat_on = now() - interval '10 minutes' where state = 'active'`);
		await workers.tend();
		// Given to another worker, which leaves it alone.
		await workDone();
		expect(mail.letters).toHaveLength(1);
		expect(await rowOf(id)).toMatchObject({ state: 'uncertain', tries: 1 });
		const later = new Date(Date.now() + 300_000);
		expect(await ask((reader) => outboxCounts(reader, desk(), later))).toMatchObject({ uncertain: 1 });
		await act(desk(), sendAgain, { messageId: id });
		await until(id, { state: 'sent' });
		expect(mail.letters).toHaveLength(2);
		// Both carry the same id, so that mail programs can show it once.
		const ids = mail.letters.map((letter) => /^Message-ID: (.*)$/im.exec(letter)?.[1]);
		expect(new Set(ids).size).toBe(1);
	}, 40_000);
});

describe('a message that a person sends', () => {
	const phone = { to: { email: null, phone: '0812 3456 7890' } };

	it('is prepared, and written down with who and when', async () => {
		await begin();
		const id = await put(phone);
		expect(await rowOf(id)).toMatchObject({ channel: 'whatsapp', state: 'queued' });
		await expect(act(desk(), sendAgain, { messageId: id })).rejects.toThrow(refusal('outbox.onlyByHand'));
		await act(desk(), sentByHand, { messageId: id, byName: 'Siti Aminah' });
		expect(await rowOf(id)).toMatchObject({
			state: 'byHand',
			settled_by_name: 'Siti Aminah',
			left_at: expect.any(Date)
		});
		// Two who press at once: the second is told who was first.
		await expect(act(desk(), sentByHand, { messageId: id, byName: 'Ratna' })).rejects.toMatchObject(
			refusal('outbox.settledAlready')
		);
		await expect(act(desk(), sendAgain, { messageId: id })).rejects.toThrow(refusal('outbox.settledAlready'));
		expect(mail.letters).toEqual([]);
	});

	it('is late when nobody does, and gone from the list when it is given up with a reason', async () => {
		const id = await put(phone);
		const later = new Date(Date.now() + 31 * 60_000);
		const counts = () => ask((reader) => outboxCounts(reader, desk(), later));
		expect(await counts()).toEqual({ open: 1, waiting: 0, late: 1, failed: 0, uncertain: 0 });
		await act(desk(), giveUp, { messageId: id, reason: 'Sudah ditelepon', byName: 'Siti Aminah' });
		expect(await counts()).toMatchObject({ open: 0, late: 0, failed: 0 });
		const { messages } = await ask((reader) => outboxList(reader, desk(), { view: 'givenUp', before: null }, later));
		expect(messages).toMatchObject([{ id, reason: 'Sudah ditelepon' }]);
		const buleleng = world.buleleng.actors.receptionist;
		const seen = await ask(
			(reader) => outboxList(reader, buleleng, { view: 'givenUp', before: null }, later),
			buleleng
		);
		expect(seen.messages).toEqual([]);
	});

	it('that was e-mail and is being sent by hand does not go out a second time', async () => {
		const id = await put();
		await act(desk(), sentByHand, { messageId: id, byName: 'Siti Aminah' });
		await begin();
		await workDone();
		expect(mail.letters).toEqual([]);
		expect(await rowOf(id)).toMatchObject({ state: 'byHand' });
	});
});

describe('what a channel reports later', () => {
	it('may come late, twice and in any order, and never takes back what is known', async () => {
		const deliverer = systemActor('channel', world.sragen.officeId, ['outbox.deliver']);
		await begin();
		const id = await put();
		await until(id, { state: 'sent' });
		const report = (what: string) => act(deliverer, noteReport, { messageId: id, report: what, why: '' });
		await report('read');
		await report('delivered');
		await report('failed');
		expect(await rowOf(id)).toMatchObject({ state: 'read', delivered_at: expect.any(Date), read_at: expect.any(Date) });
		await expect(act(desk(), sendAgain, { messageId: id })).rejects.toThrow(refusal('outbox.hasLeft'));
	});
});
