import { beforeAll, describe, expect, it } from 'vitest';
import { saveQuestionPage, takeFileAway } from '#clinic/consultations/server/commands/asking.ts';
import { sendAnswer } from '#clinic/consultations/server/commands/desk.ts';
import { replyAsAsker, sendQuestion } from '#clinic/consultations/server/commands/sending.ts';
import { beginFor } from '#clinic/consultations/server/commands/begin.ts';
import { closeThread } from '#clinic/consultations/server/commands/tending.ts';
import { sweepQuestions } from '#clinic/consultations/server/hourly.ts';
import { openOwnFile, ownQuestion, questionInHand } from '#clinic/consultations/server/reads/asker.ts';
import { inbox } from '#clinic/consultations/server/reads/inbox.ts';
import { threadOf } from '#clinic/consultations/server/reads/thread.ts';
import { trackedBy } from '#clinic/consultations/server/reads/tracking.ts';
import { newId } from '#platform/ids.ts';
import { linkByToken, linkToken } from '#platform/links/links.ts';
import { shownCode } from '#platform/typed-code.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, refusal } from '../patients.ts';
import { counter } from './asking.ts';

const test = testDatabase();
let world: SmallWorld;
const { ask, act, begun, filled, asked } = counter(test, () => world.sragen);
const pdf = (name = 'surat.pdf') => ({ name, bytes: Buffer.from('%PDF-1.4 surat') });
const later = (days: number) => new Date(smallNow.getTime() + days * 86_400_000);

beforeAll(async () => {
	world = await smallWorld(test.database);
});

describe('a question that is begun', () => {
	const begin = (address: string, agreed: unknown = 'on', officeCode = '33.14') =>
		beginFor({ database: test.database, now: smallNow, commandId: newId(), address, officeCode, agreed });

	it('gets a link of its own, after the small print was agreed to, at an office that is there', async () => {
		const token = await begin('10.1.0.1');
		const link = await linkByToken(test.database, token, 'asker', { address: '10.1.0.1', now: smallNow });
		expect(link).toMatchObject({ officeId: world.sragen.officeId, purpose: 'asker' });
		await expect(begin('10.1.0.1', null)).rejects.toEqual(badInput({ agreed: 'agreeFirst' }));
		await expect(begin('10.1.0.1', 'on', '99.99')).rejects.toEqual(refusal('missing'));
	});

	it('is refused when a network has begun thirty within the hour', async () => {
		for (let count = 0; count < 30; count++) await begin('10.2.0.1');
		await expect(begin('10.2.0.1')).rejects.toEqual(refusal('consultations.tooMany'));
		await expect(begin('10.3.0.1')).resolves.toMatch(/.{40}/);
	});
});

describe('a question that is being written', () => {
	it('is kept page by page for its asker, and its office sees nothing of it', async () => {
		const { threadId, asker } = await begun();
		expect(await act(asker, saveQuestionPage, { step: 'question', body: 'Kas kami kosong' })).toEqual({
			next: 'cooperative'
		});
		expect(await act(asker, saveQuestionPage, { step: 'who', identity: 'open', name: 'Bu Sri' })).toEqual({
			next: 'contact'
		});
		const { draft } = await ask((reader) => questionInHand(reader, asker), asker);
		expect(draft).toMatchObject({ body: 'Kas kami kosong', name: 'Bu Sri', done: ['question', 'who'] });
		const office = { ...world.sragen.system, subjectId: threadId };
		expect((await ask((reader) => questionInHand(reader, office), office)).draft).toBeNull();
		const { rows } = await test.admin.query(`select name_sealed from question_drafts where thread_id = $1`, [threadId]);
		expect(rows[0].name_sealed).not.toContain('Sri');
		const audit = await test.admin.query(`select input::text from audit_rows where actor_id = $1`, [asker.id]);
		expect(JSON.stringify(audit.rows)).not.toMatch(/Kas kami|Sri/);
	});

	it.each([
		['no words', { step: 'question', body: ' ' }, { body: 'required' }],
		['neither with nor without a name', { step: 'who', name: 'Sri' }, { identity: 'required' }],
		['a name that is not given', { step: 'who', identity: 'open', name: '' }, { name: 'required' }],
		['a number that is none', { step: 'contact', phone: '12' }, { phone: 'notAPhone' }],
		['an address that is none', { step: 'contact', email: 'sri' }, { email: 'notAnEmail' }]
	])('says what is wrong: %s', async (_, page, issues) => {
		const { asker } = await begun();
		await expect(act(asker, saveQuestionPage, page)).rejects.toEqual(badInput(issues));
	});

	it('is not sent half', async () => {
		const { asker } = await begun();
		await expect(act(asker, sendQuestion, {})).rejects.toEqual(refusal('consultations.unfinished'));
		await act(asker, saveQuestionPage, { step: 'question', body: 'Apa syaratnya?' });
		await expect(act(asker, sendQuestion, {})).rejects.toEqual(refusal('consultations.unfinished'));
	});

	it('takes five files, and one of them away again', async () => {
		const { asker } = await filled();
		for (let count = 0; count < 5; count++)
			expect(await act(asker, saveQuestionPage, { step: 'files', file: pdf(`${count}.pdf`) })).toEqual({
				next: 'files'
			});
		await expect(act(asker, saveQuestionPage, { step: 'files', file: pdf() })).rejects.toEqual(
			refusal('consultations.tooManyFiles')
		);
		const { files } = await ask((reader) => questionInHand(reader, asker), asker);
		await act(asker, takeFileAway, { fileId: files[0]!.id });
		const { asker: other } = await begun();
		await expect(act(other, takeFileAway, { fileId: files[1]!.id })).rejects.toEqual(refusal('missing'));
		expect((await ask((reader) => questionInHand(reader, asker), asker)).files).toHaveLength(4);
	});

	it('is forgotten after a week without a page', async () => {
		const [old, young] = [await filled({}, later(-8)), await filled({}, later(-6))];
		expect(await sweepQuestions(test.database, smallNow)).toBeGreaterThanOrEqual(1);
		expect((await ask((reader) => questionInHand(reader, old.asker), old.asker)).draft).toBeNull();
		expect((await ask((reader) => questionInHand(reader, young.asker), young.asker)).draft).not.toBeNull();
	});
});

describe('a question that is sent', () => {
	it('stands at the desk with its files, sealed contacts and a number; sending twice sends once', async () => {
		const { threadId, asker } = await filled({ name: 'Pak Harjo', phone: '0812 3456 7890', email: 'harjo@contoh.id' });
		await act(asker, saveQuestionPage, { step: 'files', file: pdf() });
		const { number } = await act(asker, sendQuestion, {});
		expect(number).toMatch(/^2026-\d{5}$/);
		await expect(act(asker, sendQuestion, {})).rejects.toEqual(refusal('consultations.alreadySent'));
		await expect(act(asker, saveQuestionPage, { step: 'question', body: 'x' })).rejects.toEqual(
			refusal('consultations.alreadySent')
		);
		const thread = await ask((reader) => threadOf(reader, world.sragen.system, threadId, smallNow));
		expect(thread).toMatchObject({
			number,
			state: 'new',
			askerName: 'Pak Harjo',
			phone: '0812 3456 7890',
			email: 'harjo@contoh.id',
			isUnread: true
		});
		expect(thread.files).toMatchObject([{ name: 'surat.pdf', messageId: thread.messages[0]!.id }]);
		const { rows } = await test.admin.query(`select email_sealed from threads where id = $1`, [threadId]);
		expect(rows[0].email_sealed).not.toContain('harjo');
	});

	it('without a name leaves no person', async () => {
		const { threadId } = await asked({ identity: 'anonymous', body: 'Uang kas dipakai ketua' });
		const thread = await ask((reader) => threadOf(reader, world.sragen.system, threadId, smallNow));
		expect(thread).toMatchObject({ personId: null, askerName: null, phone: null });
	});

	it('numbers are consecutive when many are sent at once', async () => {
		const questions = await Promise.all(Array.from({ length: 8 }, () => filled()));
		const sent = await Promise.all(questions.map(({ asker }) => act(asker, sendQuestion, {})));
		const numbers = sent.map(({ number }) => Number(number.slice(5))).sort((a, b) => a - b);
		expect(numbers).toEqual(Array.from({ length: 8 }, (_, at) => numbers[0]! + at));
	});

	it('is opened by code and PIN, on the same page with its answers', async () => {
		const { threadId, asker } = await asked();
		await act(world.sragen.actors.onlineAdmin, sendAnswer, { threadId, body: 'Adakan rapat anggota luar biasa.' });
		const { access } = await ask((reader) => ownQuestion(reader, asker), asker);
		const tracked = await trackedBy(
			test.database,
			{ code: shownCode(access!.code).toLowerCase(), pin: access!.pin },
			{ address: '10.0.0.1', now: smallNow }
		);
		expect(tracked).toEqual({ token: linkToken(asker.id) });
		const link = await linkByToken(test.database, linkToken(asker.id), 'asker', { address: '10.0.0.1', now: smallNow });
		expect(link).toMatchObject({ subjectId: threadId, givenTo: 'Sutrisno' });
		const { messages, closesAt, answerBy } = await ask((reader) => ownQuestion(reader, asker), asker);
		expect(messages.map(({ direction }) => direction)).toEqual(['in', 'out']);
		expect([answerBy, closesAt !== null]).toEqual([null, true]);
	});

	it('stays shut for a wrong PIN, and for a right one after too many wrong ones', async () => {
		const { asker } = await asked();
		const { access } = await ask((reader) => ownQuestion(reader, asker), asker);
		const wrong = access!.pin === '000000' ? '111111' : '000000';
		const by = (pin: string) =>
			trackedBy(test.database, { code: access!.code, pin }, { address: `10.9.0.${pin.slice(0, 1)}`, now: smallNow });
		for (let tries = 0; tries < 10; tries++) expect(await by(wrong)).toBe('wrong');
		expect(await by(access!.pin)).toHaveProperty('waitSeconds');
	});

	it('shows its asker nobody else’s question and no other file', async () => {
		const [mine, other] = [await asked(), await filled()];
		await act(other.asker, saveQuestionPage, { step: 'files', file: pdf() });
		const [file] = (await ask((reader) => questionInHand(reader, other.asker), other.asker)).files;
		await expect(ask((reader) => openOwnFile(reader, mine.asker, file!.id), mine.asker)).rejects.toEqual(
			refusal('missing')
		);
		const stolen = { ...mine.asker, subjectId: other.threadId };
		await expect(ask((reader) => threadOf(reader, mine.asker, other.threadId, smallNow), mine.asker)).rejects.toEqual(
			refusal('missing')
		);
		expect((await ask((reader) => questionInHand(reader, stolen), stolen)).draft).not.toBeNull();
	});

	it('goes on when its asker says more, and opens again when it was closed', async () => {
		const { threadId, asker } = await asked();
		const admin = world.sragen.actors.onlineAdmin;
		await act(admin, sendAnswer, { threadId, body: 'Sudah dijawab.' });
		await act(admin, closeThread, { threadId, why: 'Selesai' });
		await act(asker, replyAsAsker, { body: 'Masih ada satu lagi', file: pdf() });
		const thread = await ask((reader) => threadOf(reader, world.sragen.system, threadId, smallNow));
		expect(thread).toMatchObject({ state: 'new', closedAt: null, isUnread: true });
		expect(thread.events.map(({ what }) => what)).toEqual(['opened', 'sent', 'closed', 'replied', 'reopened']);
		expect(thread.clock).toMatchObject({ kind: 'forward' });
	});

	it('is found by its words, its asker and its number', async () => {
		const { threadId } = await asked({ body: 'Soal pembagian hasil usaha pedagang pasar', name: 'Mbah Wongsodikromo' });
		const thread = await ask((reader) => threadOf(reader, world.sragen.system, threadId, smallNow));
		const found = (text: string) =>
			ask((reader) => inbox(reader, world.sragen.system, { tab: 'all', text, page: 1, now: smallNow }));
		for (const text of ['wongsodikromo', 'pedagang pasar', 'wong', thread.number])
			expect((await found(text)).rows.map(({ id }) => id)).toContain(threadId);
		expect((await found('pedagang emas')).rows).toEqual([]);
	});
});
