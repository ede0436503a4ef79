import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetSettings } from '#env';
import { sendAnswer } from '#clinic/consultations/server/commands/desk.ts';
import { dropMailbox, keepMailbox, noteMailbox, takeMail } from '#clinic/consultations/server/commands/mail.ts';
import { closeThread } from '#clinic/consultations/server/commands/tending.ts';
import { ownMailbox } from '#clinic/consultations/server/reads/mailbox.ts';
import { mailHtml, threadOf } from '#clinic/consultations/server/reads/thread.ts';
import { newId } from '#platform/ids.ts';
import { parseMail } from '#platform/mail/parse.ts';
import { outboxList } from '#platform/messaging/reads.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallOffice, type SmallWorld } from '../../world/small.ts';
import { refusal } from '../patients.ts';
import { counter } from './asking.ts';

const test = testDatabase();
let world: SmallWorld;
let office: SmallOffice;
const { ask, act, asked } = counter(test, () => office);
const receiving = 'mx.sragen.contoh.id';
const mailbox = {
	address: 'tanya@sragen.contoh.id',
	host: 'imap.sragen.contoh.id',
	port: '993',
	isSecure: 'on',
	user: 'tanya',
	password: 'rahasia-kotak',
	receivingServer: receiving
};
let uid = 0;

beforeAll(async () => {
	world = await smallWorld(test.database);
	office = world.sragen;
	process.env.MAIL_FROM = 'klinik@sragen.contoh.id';
	process.env.SMTP_URL = 'smtp://127.0.0.1:1';
	forgetSettings();
	await act(office.actors.officeAdministrator, keepMailbox, mailbox);
}, 60_000);
// The next file of this worker has no mail server.
afterAll(() => {
	delete process.env.MAIL_FROM;
	delete process.env.SMTP_URL;
});

async function arrives(headers: Record<string, string>, body = 'Bagaimana cara melapor RAT?', now = smallNow) {
	const source = Object.entries({
		From: 'Pak Harjo <harjo@contoh.id>',
		To: 'tanya@sragen.contoh.id',
		Subject: 'Laporan RAT',
		'Message-ID': `<${newId()}@contoh.id>`,
		...headers
	})
		.map(([name, value]) => `${name}: ${value}`)
		.concat('', body)
		.join('\r\n');
	uid += 1;
	const mail = await parseMail(Buffer.from(source), receiving, 'klinik@sragen.contoh.id');
	return { mail, ...(await act(office.system, takeMail, { uidValidity: '1', uid, mail }, now)) };
}
const thread = (id: string | null) => ask((reader) => threadOf(reader, office.system, id!, smallNow));
const waiting = () => ask((reader) => outboxList(reader, office.system, { view: 'open', before: null }, smallNow));

describe('a mail that comes', () => {
	it('opens a thread, with its asker sealed and its clock running', async () => {
		const { outcome, threadId } = await arrives({});
		expect(outcome).toBe('opened');
		const opened = await thread(threadId);
		expect(opened).toMatchObject({
			channel: 'email',
			subject: 'Laporan RAT',
			askerName: 'Pak Harjo',
			email: 'harjo@contoh.id',
			clock: { kind: 'forward' }
		});
		expect(opened.messages).toMatchObject([{ body: 'Bagaimana cara melapor RAT?', direction: 'in', channel: 'email' }]);
	});

	it('the same Message-ID twice is one, also at once', async () => {
		const headers = { 'Message-ID': '<kembar@contoh.id>' };
		const both = await Promise.all([arrives(headers), arrives(headers)]);
		expect(both.map(({ outcome }) => outcome).sort()).toEqual(['known', 'opened']);
	});

	it('finds its thread by what it answers, and the one before by its references', async () => {
		const first = await arrives({});
		const { threadId } = first;
		await act(office.actors.onlineAdmin, sendAnswer, { threadId, body: 'Bawalah berita acara.' });
		const { rows } = await test.admin.query<{ message_id: string }>(
			`select message_id from thread_mails where thread_id = $1 and direction = 'out'`,
			[threadId]
		);
		const ours = rows[0]!.message_id;
		expect(ours).toMatch(/^<[0-9a-f-]{36}@sragen\.contoh\.id>$/);
		const answer = { 'In-Reply-To': ours, References: `${first.mail.messageId} ${ours}`, Subject: 'Re: Laporan RAT' };
		expect(await arrives(answer, 'Terima kasih, sudah dikirim.')).toMatchObject({ outcome: 'added', threadId });
		expect(await thread(threadId)).toMatchObject({ state: 'new', isUnread: true });
		await act(office.actors.onlineAdmin, closeThread, { threadId });
		const later = await arrives({ References: `<asing@x> ${first.mail.messageId}` }, 'Satu lagi.');
		expect(later).toMatchObject({ outcome: 'added', threadId });
		expect((await thread(threadId)).messages.map(({ body }) => body)).toEqual([
			'Bagaimana cara melapor RAT?',
			'Bawalah berita acara.',
			'Terima kasih, sudah dikirim.',
			'Satu lagi.'
		]);
	});

	it('the answer goes out through the outbox, with the headers of its thread and the mailbox to answer to', async () => {
		const { threadId, mail } = await arrives({ Subject: 'Soal pembubaran' });
		await act(office.actors.onlineAdmin, sendAnswer, { threadId, body: 'Menurut anggaran dasar.' });
		const sent = (await waiting()).messages.find(({ subjectId }) => subjectId === threadId)!;
		expect(sent).toMatchObject({ channel: 'email', address: 'harjo@contoh.id', title: 'Re: Soal pembubaran' });
		expect(sent.body).toMatch(/^Menurut anggaran dasar\.\n\n/);
		const { rows } = await test.admin.query(`select mail from outbox_messages where id = $1`, [sent.id]);
		expect(rows[0].mail).toEqual({
			inReplyTo: mail.messageId,
			references: [mail.messageId],
			replyTo: 'tanya@sragen.contoh.id',
			isByPerson: true
		});
	});

	it('of somebody else opens a thread of its own, and both are told inside', async () => {
		const first = await arrives({});
		const stranger = await arrives(
			{ From: 'Orang Lain <lain@contoh.id>', 'In-Reply-To': first.mail.messageId },
			'Tolong kirim jawabannya ke saya.'
		);
		expect(stranger.outcome).toBe('opened');
		expect(stranger.threadId).not.toBe(first.threadId);
		for (const { threadId } of [first, stranger])
			expect((await thread(threadId)).events.map(({ what }) => what)).toContain('otherSender');
		expect((await thread(first.threadId)).messages).toHaveLength(1);
	});

	it('with a forged sender is marked, belongs to nobody known and has no address to answer to', async () => {
		const { threadId } = await arrives({ 'Authentication-Results': `${receiving}; dmarc=fail header.from=contoh.id` });
		expect(await thread(threadId)).toMatchObject({ personId: null, email: null, messages: [{ isForged: true }] });
	});

	it('of a machine opens nothing and is answered by nothing', async () => {
		const open = () =>
			test.admin.query(`select count(*)::int as n from threads`).then(({ rows }) => rows[0].n as number);
		const before = await open();
		expect(await arrives({ 'Auto-Submitted': 'auto-replied' })).toMatchObject({ outcome: 'dropped', threadId: null });
		expect(await arrives({ 'X-Klinik-Koperasi': 'klinik@sragen.contoh.id' })).toMatchObject({ outcome: 'dropped' });
		expect(await open()).toBe(before);
	});

	it('a loop ends at once: an automatic answer to our answer stays a line inside', async () => {
		const { threadId, mail } = await arrives({});
		await act(office.actors.onlineAdmin, sendAnswer, { threadId, body: 'Sudah kami terima.' });
		const before = (await waiting()).messages.length;
		for (let turn = 0; turn < 5; turn++)
			expect(
				await arrives({ 'In-Reply-To': mail.messageId, 'Auto-Submitted': 'auto-replied' }, 'Saya sedang cuti.')
			).toMatchObject({ outcome: 'noted', threadId });
		const bounced = { 'In-Reply-To': mail.messageId, From: 'MAILER-DAEMON@mx.contoh.id' };
		expect(await arrives(bounced, 'Tidak terkirim')).toMatchObject({ outcome: 'noted' });
		const after = await thread(threadId);
		expect(after).toMatchObject({ state: 'answered', messages: { length: 2 } });
		expect(after.events.filter(({ what }) => what === 'machine' || what === 'bounced')).toHaveLength(6);
		expect((await waiting()).messages).toHaveLength(before);
	});

	it('keeps files by their bytes, 25 MB too, and names what it did not take', async () => {
		const part = (name: string, bytes: Buffer) =>
			[
				'--batas',
				`Content-Type: application/octet-stream; name="${name}"`,
				'Content-Transfer-Encoding: base64',
				`Content-Disposition: attachment; filename="${name}"`,
				'',
				bytes.toString('base64').replace(/.{76}/g, '$&\r\n')
			].join('\r\n');
		const large = Buffer.concat([Buffer.from('%PDF-1.4 '), Buffer.alloc(25 * 1_048_576 - 9, 32)]);
		const body = [
			'--batas',
			'Content-Type: text/plain',
			'',
			'Terlampir.',
			part('laporan.pdf', large),
			part('foto.jpg.exe', Buffer.from('MZ\u0000\u0001 program')),
			part('terlalu besar.pdf', Buffer.concat([large, Buffer.from(' ')])),
			'--batas--'
		].join('\r\n');
		const { threadId } = await arrives({ 'Content-Type': 'multipart/mixed; boundary="batas"' }, body);
		const { files, messages } = await thread(threadId);
		expect(files.map(({ name, size }) => [name, size])).toEqual([['laporan.pdf', 25 * 1_048_576]]);
		expect(messages[0]).toMatchObject({ body: 'Terlampir.', leftOut: ['terlalu besar.pdf', 'foto.jpg.exe'] });
	}, 60_000);

	it('HTML is kept harmless beside its words, and shown of the own thread alone', async () => {
		const html = '<p>Halo <b>Dinas</b></p><script>alert(1)</script><img src="https://pelacak.example/a.gif">';
		const { threadId } = await arrives({ 'Content-Type': 'text/html' }, html);
		const { messages } = await thread(threadId);
		expect(messages[0]!.body).toBe('Halo Dinas');
		const shown = (id: string) => ask((reader) => mailHtml(reader, office.system, id, messages[0]!.id));
		expect(await shown(threadId!)).toBe('<p>Halo <b>Dinas</b></p>');
		const other = await arrives({});
		await expect(shown(other.threadId!)).rejects.toEqual(refusal('missing'));
	});

	it('comes from whoever wrote before: the same person', async () => {
		const [one, two] = [await arrives({ From: 'Sri <sri@contoh.id>' }), await arrives({ From: 'Sri <sri@contoh.id>' })];
		expect((await thread(two.threadId)).personId).toBe((await thread(one.threadId)).personId);
	});
});

describe('who asked on the page', () => {
	it('is told where the answer stands, and is told nothing of it', async () => {
		const { threadId } = await asked({ email: 'darmo@contoh.id', name: 'Pak Darmo' });
		await act(office.actors.onlineAdmin, sendAnswer, { threadId, body: 'Jawaban yang panjang.' });
		const told = (await waiting()).messages.find(({ subjectId }) => subjectId === threadId)!;
		expect(told).toMatchObject({ channel: 'email', address: 'darmo@contoh.id', kind: 'consultations.answered' });
		expect(told.body).toMatch(/\/tanya\/[\w-]{43}/);
		expect(told.body).not.toContain('Jawaban yang panjang');
	});

	it('by telephone is told by a prepared message that an officer sends', async () => {
		const { threadId } = await asked({ phone: '0812 3333 4444' });
		await act(office.actors.onlineAdmin, sendAnswer, { threadId, body: 'Ya.' });
		const told = (await waiting()).messages.find(({ subjectId }) => subjectId === threadId)!;
		expect(told).toMatchObject({ channel: 'whatsapp', address: '0812 3333 4444', state: 'queued' });
	});
});

describe('the mailbox of an office', () => {
	it('keeps its password sealed and to itself, and keeps the known one when none is typed', async () => {
		const admin = office.actors.officeAdministrator;
		await act(admin, keepMailbox, { ...mailbox, password: '', port: '143' });
		const { rows } = await test.admin.query(`select password_sealed from mailboxes where office_id = $1`, [
			office.officeId
		]);
		expect(rows[0].password_sealed).toMatch(/^1\./);
		const shown = await ask((reader) => ownMailbox(reader, admin));
		expect(shown).toMatchObject({ port: 143, address: 'tanya@sragen.contoh.id' });
		expect(JSON.stringify(shown)).not.toContain('rahasia');
		const audit = await test.admin.query(
			`select input::text as input from audit_rows where command = 'consultations.keepMailbox'`
		);
		expect(JSON.stringify(audit.rows)).not.toContain('rahasia-kotak');
		await act(office.system, noteMailbox, { fault: 'password', uidValidity: null, uid: null });
		expect(await ask((reader) => ownMailbox(reader, admin))).toMatchObject({ fault: 'password' });
	});

	it('needs a password at first, and can be given up', async () => {
		const at = counter(test, () => world.buleleng);
		const admin = world.buleleng.actors.officeAdministrator;
		await expect(at.act(admin, keepMailbox, { ...mailbox, password: '' })).rejects.toEqual(
			refusal('consultations.passwordNeeded')
		);
		await expect(at.act(admin, dropMailbox, {})).rejects.toEqual(refusal('consultations.noMailbox'));
		await at.act(admin, keepMailbox, mailbox);
		await at.act(admin, dropMailbox, {});
		expect(await at.ask((reader) => ownMailbox(reader, admin))).toBeNull();
	});
});
