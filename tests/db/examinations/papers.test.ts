import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { recordExamination } from '#clinic/examinations/server/commands.ts';
import { assignExaminers, draftExaminationPaper } from '#clinic/examinations/server/commands/papers.ts';
import { mayFinaliseToday } from '#clinic/examinations/server/reads/official.ts';
import { assignmentsOfCase, papersOfExamination } from '#clinic/examinations/server/reads/papers.ts';
import { attachTypeset, draftPaper, numberPaper, typesetAgain, voidPaper } from '#clinic/papers/server/commands.ts';
import { paperLine, paperOf } from '#clinic/papers/server/reads.ts';
import { typesetPaperWork } from '#clinic/papers/server/work.ts';
import { systemActor } from '#platform/actor.ts';
import { openFile } from '#platform/files/files.ts';
import { newId } from '#platform/ids.ts';
import { startWorkers, type Workers } from '#platform/jobs/workers.ts';
import { testDatabase } from '../../database/database.ts';
import { pdfPages, pdfText } from '../../pdf-text.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';
import { sent, typedAnswers, typedFigures } from './typed.ts';

const test = testDatabase();
let world: SmallWorld;
let workers: Workers;
const { ask, act, arrived, complaining, complain } = ward(test, () => world.sragen);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];

beforeAll(async () => {
	process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'klinik-papers-'));
	world = await smallWorld(test.database);
	workers = await startWorkers(test.database, test.appUrl, [typesetPaperWork]);
}, 60_000);
afterAll(() => workers.stop());

/** Total 39.55 or so: under special supervision. */
const poor = { ...typedFigures, ownCapital: '10.000.000', riskyLoans: '900.000.000', lossLoans: '500.000.000' };

async function examined(standing: 'official' | 'clinicCheck', change: Record<string, unknown> = {}) {
	const patient = await complaining('cashShort');
	const done = await act(by('inspector'), recordExamination, sent(patient.caseId, { standing, ...change }));
	return { ...patient, ...done };
}
const draft = (examinationId: string, kind: string, now = smallNow) =>
	act(by('inspector'), draftExaminationPaper, { examinationId, kind }, now);
const number = (paperId: string, text: string, datedOn = '2026-03-02') =>
	act(by('inspector'), numberPaper, { paperId, number: text, datedOn });
const line = (paperId: string) => ask((reader) => paperLine(reader, world.sragen.system, paperId));

/** The typeset paper, once its work is done. */
async function pdfOf(paperId: string): Promise<Uint8Array> {
	const { fileId } = await vi.waitFor(
		async () => {
			const paper = await line(paperId);
			expect(paper.typeset).toBe('ready');
			return paper;
		},
		{ timeout: 15_000, interval: 50 }
	);
	return (await ask((reader) => openFile(reader, world.sragen.system, fileId!))).bytes;
}

describe('a paper of an examination', () => {
	it('is typeset after it was drafted: a report with every aspect, figure, source and doubt', async () => {
		const { examinationId } = await examined('official', { note: 'Buku kas *rapi* #dan lengkap' });
		const { paperId } = await draft(examinationId, 'examinationReport');
		const pdf = await pdfOf(paperId);
		expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
		expect(pdfPages(pdf)).toBe((await line(paperId)).pages);
		const text = pdfText(pdf);
		for (const said of [
			'DINAS KOPERASI KABUPATEN SRAGEN',
			'PEMERINTAH KABUPATEN SRAGEN',
			'LAPORAN HASIL PEMERIKSAAN KESEHATAN KOPERASI',
			'Pemeriksaan resmi',
			'100,00',
			'Sehat',
			'Permodalan',
			'Modal sendiri',
			'500.000.000',
			'KONSEP',
			'Konsep, belum bernomor',
			'Buku kas *rapi* #dan lengkap',
			'Bagus Wicaksono',
			'Slamet Riyadi',
			'Halaman 1 dari '
		])
			expect(text).toContain(said);
		expect(text).toMatch(/\(†\)/);
		const oneLine = text.replace(/\s+/g, ' ');
		expect(oneLine).toContain('† Belum dipastikan dari naskah resmi');
		expect(oneLine).toContain('memakai aturan terdahulu');
	});

	it('of a clinic check says that it is one', async () => {
		const { examinationId } = await examined('clinicCheck');
		const { paperId } = await draft(examinationId, 'examinationReport');
		const text = pdfText(await pdfOf(paperId));
		expect(text).toContain('Pemeriksaan klinik, bukan sertifikat');
		expect(text).not.toContain('Pemeriksaan resmi');
	});

	it('of a clinic check is the report alone', async () => {
		const { examinationId } = await examined('clinicCheck');
		for (const kind of ['minutes', 'certificate'])
			await expect(draft(examinationId, kind)).rejects.toEqual(refusal('examinations.reportOnly'));
	});

	it('may be minutes: both sides sign', async () => {
		const { examinationId } = await examined('official');
		const { paperId } = await draft(examinationId, 'minutes');
		const text = pdfText(await pdfOf(paperId)).replace(/\s+/g, ' ');
		expect(text).toContain('Pada hari Senin, tanggal 2 Maret 2026, Bagus Wicaksono');
		expect(text).toContain('Ketua KSP Tirta Sedana');
		expect(text).toContain('Sutrisno');
	});

	it('may be a certificate of one page, when it is official and at least fairly healthy', async () => {
		const { examinationId } = await examined('official');
		const { paperId } = await draft(examinationId, 'certificate');
		const pdf = await pdfOf(paperId);
		expect(pdfPages(pdf)).toBe(1);
		expect(pdfText(pdf).replace(/\s+/g, ' ')).toContain('SERTIFIKAT PEMERIKSAAN KESEHATAN KOPERASI');
	});

	it('is no certificate for a lower category', async () => {
		const { examinationId, category } = await examined('official', {
			figures: poor,
			answers: typedAnswers('no'),
			sure: 'on'
		});
		expect(['healthy', 'fairlyHealthy']).not.toContain(category);
		await expect(draft(examinationId, 'certificate')).rejects.toEqual(refusal('examinations.noCertificate'));
		await draft(examinationId, 'minutes');
	});

	it('is made once, however often the button is pressed; a new one only after the old is withdrawn', async () => {
		const { examinationId } = await examined('official');
		const both = await Promise.allSettled([draft(examinationId, 'minutes'), draft(examinationId, 'minutes')]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		await expect(draft(examinationId, 'minutes')).rejects.toEqual(refusal('examinations.paperThere'));
		const { kinds } = await ask((reader) => papersOfExamination(reader, by('inspector'), examinationId, smallNow));
		const [paper] = kinds.find(({ kind }) => kind === 'minutes')!.papers;
		await act(by('inspector'), voidPaper, { paperId: paper!.id, reason: 'Salah tanggal' });
		await draft(examinationId, 'minutes', minutesLater(1));
	});

	it('keeps what it said when the office and the register change afterwards', async () => {
		const { examinationId, cooperativeId } = await examined('official');
		const { paperId } = await draft(examinationId, 'minutes');
		await test.admin.query(`update cooperatives set name = 'KSP Lain Sekali' where id = $1`, [cooperativeId]);
		await number(paperId, '518/001/2026');
		const text = pdfText(await pdfOf(paperId));
		expect(text).toContain('KSP Tirta Sedana');
		expect(text).not.toContain('KSP Lain Sekali');
	});
});

describe('the number', () => {
	it('is typed by the officer; the paper is set anew with it and is no draft any more', async () => {
		const { examinationId } = await examined('official');
		const { paperId } = await draft(examinationId, 'certificate');
		await pdfOf(paperId);
		await number(paperId, '518/002/SERT/2026');
		const text = pdfText(await pdfOf(paperId));
		expect(text).toContain('518/002/SERT/2026');
		expect(text).toContain('Sragen, 2 Maret 2026');
		expect(text).not.toContain('KONSEP');
		expect(await line(paperId)).toMatchObject({
			state: 'numbered',
			number: '518/002/SERT/2026',
			datedOn: '2026-03-02'
		});
		const { rows } = await test.admin.query(`select name from files where name like 'sertifikat %'`);
		expect(rows.map(({ name }) => name)).toContain('sertifikat 518-002-SERT-2026.pdf');
	});

	it('the same paper gives the same bytes', async () => {
		const { examinationId } = await examined('official');
		const { paperId } = await draft(examinationId, 'certificate');
		await number(paperId, '518/003/2026');
		const first = Buffer.from(await pdfOf(paperId)).toString('base64');
		await test.admin.query('update papers set file_id = null where id = $1', [paperId]);
		await act(by('inspector'), typesetAgain, { paperId });
		expect(Buffer.from(await pdfOf(paperId)).toString('base64')).toBe(first);
	});

	it('is given once a year and kind, also when two type it at once', async () => {
		const papers = [];
		for (let at = 0; at < 2; at++)
			papers.push((await draft((await examined('official')).examinationId, 'minutes')).paperId);
		const both = await Promise.allSettled(papers.map((paperId) => number(paperId, '518/100/2026')));
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const refused = both.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
		expect(refused.reason).toEqual(refusal('papers.numberTaken'));
		const other = papers[both.findIndex(({ status }) => status === 'rejected')]!;
		await number(other, '518/100/2026', '2025-12-30');
		const certificate = await draft((await examined('official')).examinationId, 'certificate');
		await number(certificate.paperId, '518/100/2026');
	});

	it('stays used by a withdrawn paper', async () => {
		const { examinationId } = await examined('official');
		const { paperId } = await draft(examinationId, 'minutes');
		await number(paperId, '518/200/2026');
		await act(by('inspector'), voidPaper, { paperId, reason: 'Keliru' });
		const again = await draft(examinationId, 'minutes', minutesLater(1));
		await expect(number(again.paperId, '518/200/2026')).rejects.toEqual(refusal('papers.numberTaken'));
	});

	it('changes nothing of a numbered or withdrawn paper', async () => {
		const { examinationId } = await examined('official');
		const { paperId } = await draft(examinationId, 'minutes');
		await number(paperId, '518/300/2026');
		await expect(number(paperId, '518/301/2026')).rejects.toEqual(refusal('papers.alreadyNumbered'));
		await act(by('inspector'), voidPaper, { paperId, reason: 'Keliru' });
		await expect(number(paperId, '518/302/2026')).rejects.toEqual(refusal('papers.isVoid'));
		await expect(act(by('inspector'), voidPaper, { paperId, reason: 'Lagi' })).rejects.toEqual(
			refusal('papers.isVoid')
		);
	});

	it('bears no day that is still to come, and is no blank', async () => {
		const { paperId } = await draft((await examined('official')).examinationId, 'minutes');
		await expect(number(paperId, '518/400/2026', '2026-03-03')).rejects.toEqual(badInput({ datedOn: 'dayToCome' }));
		await expect(number(paperId, '  ')).rejects.toEqual(badInput({ number: 'required' }));
	});

	it('of another office’s paper cannot be typed', async () => {
		const { paperId } = await draft((await examined('official')).examinationId, 'minutes');
		const foreign = world.buleleng.actors.inspector;
		await expect(act(foreign, numberPaper, { paperId, number: '1', datedOn: '2026-03-02' })).rejects.toEqual(
			refusal('missing')
		);
	});
});

describe('the typeset paper', () => {
	it('is handed in by the program alone', async () => {
		const { paperId } = await draft((await examined('official')).examinationId, 'minutes');
		const input = { paperId, state: 'draft', bytes: Buffer.from('%PDF-1.7'), pages: 1 };
		for (const role of ['inspector', 'headOfOffice', 'officeAdministrator', 'systemAdministrator'] as const)
			await expect(act(by(role), attachTypeset, input)).rejects.toEqual(refusal('forbidden'));
	});

	it('is not kept when the paper got its number meanwhile', async () => {
		const { paperId } = await draft((await examined('official')).examinationId, 'minutes');
		await number(paperId, '518/500/2026');
		await pdfOf(paperId);
		const program = systemActor('late', world.sragen.officeId, ['paper.typeset']);
		const late = { paperId, state: 'draft', bytes: Buffer.from('%PDF-1.7 lama'), pages: 1 };
		expect(await act(program, attachTypeset, late)).toEqual({ kept: false });
		expect(pdfText(await pdfOf(paperId))).toContain('518/500/2026');
	});

	it('whose template fails is shown as failed, and can be asked for again', async () => {
		const input = {
			kind: 'minutes' as const,
			subjectId: newId(),
			title: 'Rusak',
			content: { heading: 'X', remark: null, parts: [{ part: 'nosuch' }], signatures: [], copies: [] }
		};
		const { paperId } = await act(by('inspector'), draftPaper, input);
		const hurry = setInterval(
			() => void test.admin.query(`update pgboss.job set start_after = now() where state = 'retry'`),
			200
		);
		await vi.waitFor(async () => expect((await line(paperId)).typeset).toBe('failed'), { timeout: 15_000 });
		clearInterval(hurry);
		await test.admin.query(`update papers set content = jsonb_set(content, '{parts}', '[]') where id = $1`, [paperId]);
		await act(by('inspector'), typesetAgain, { paperId }, minutesLater(5));
		expect(pdfText(await pdfOf(paperId))).toContain('X');
	}, 40_000);
});

describe('an assignment letter', () => {
	const assign = async (patient: { cooperativeId: string }, change: Record<string, unknown> = {}) =>
		act(by('headOfDivision'), assignExaminers, {
			cooperativeIds: [patient.cooperativeId],
			staffIds: [by('adviser').id],
			fromOn: '2026-03-02',
			untilOn: '2026-03-06',
			...change
		});
	const official = (caseId: string, role: 'adviser' | 'fieldOfficer' = 'adviser', now = smallNow) =>
		act(by(role), recordExamination, sent(caseId, { standing: 'official' }), now);

	it('lets an official finalise an official examination, from the day that it is numbered', async () => {
		const patient = await complaining('cashShort');
		const { paperId } = await assign(patient);
		await expect(official(patient.caseId)).rejects.toEqual(refusal('examinations.onlyInspector'));
		await number(paperId, '800/17/2026');
		const { examinationId } = await official(patient.caseId);
		const minutes = await draft(examinationId, 'minutes');
		const text = pdfText(await pdfOf(minutes.paperId)).replace(/\s+/g, ' ');
		expect(text).toContain('berdasarkan Surat Tugas Nomor 800/17/2026 tanggal 2 Maret 2026');
	});

	it('names whom, which cooperative and until when, on paper', async () => {
		const patient = await complaining('cashShort');
		const { paperId } = await assign(patient, { purpose: 'Pemeriksaan menjelang RAT' });
		const text = pdfText(await pdfOf(paperId)).replace(/\s+/g, ' ');
		for (const said of ['SURAT TUGAS', 'Ratna Anggraini', 'KSP Tirta Sedana', 'Pemeriksaan menjelang RAT'])
			expect(text).toContain(said);
		expect(text).toContain('2 Maret 2026 sampai dengan 6 Maret 2026');
	});

	it.each([
		['the day before', 'adviser', { fromOn: '2026-03-03' }],
		['the day after', 'adviser', { fromOn: '2026-02-20', untilOn: '2026-03-01' }],
		['somebody else', 'fieldOfficer', {}]
	] as const)('does not hold for %s', async (_what, who, change) => {
		const patient = await complaining('cashShort');
		const { paperId } = await assign(patient, { ...change, staffIds: [by(who).id] });
		await number(paperId, `800/${newId()}`);
		await expect(official(patient.caseId)).rejects.toEqual(refusal('examinations.onlyInspector'));
	});

	it('does not hold for another cooperative, nor when it was withdrawn', async () => {
		const patient = await complaining('cashShort');
		const other = await complaining('cashShort');
		const { paperId } = await assign(patient);
		await number(paperId, '800/19/2026');
		await expect(official(other.caseId)).rejects.toEqual(refusal('examinations.onlyInspector'));
		await act(by('headOfDivision'), voidPaper, { paperId, reason: 'Batal berangkat' });
		await expect(official(patient.caseId)).rejects.toEqual(refusal('examinations.onlyInspector'));
	});

	it('holds on its first and its last day, in the office’s own zone', async () => {
		const patient = await complaining('cashShort');
		const { paperId } = await assign(patient, { untilOn: '2026-03-02' });
		await number(paperId, '800/20/2026');
		await expect(official(patient.caseId, 'adviser', new Date('2026-03-02T17:00:00Z'))).rejects.toEqual(
			refusal('examinations.onlyInspector')
		);
		await official(patient.caseId, 'adviser', new Date('2026-03-02T16:59:00Z'));
	});

	it('is for officials of the office who examine, within its competence, and ends after it begins', async () => {
		const patient = await complaining('cashShort');
		for (const role of ['specialist', 'receptionist'] as const)
			await expect(assign(patient, { staffIds: [by(role).id] })).rejects.toEqual(refusal('missing'));
		await expect(assign(patient, { untilOn: '2026-03-01' })).rejects.toEqual(badInput({ untilOn: 'untilBeforeFrom' }));
		await expect(assign(patient, { staffIds: [] })).rejects.toEqual(badInput({ staffIds: 'required' }));
		const far = await arrived('healthy', { reach: 'province' });
		await expect(assign(far)).rejects.toEqual(refusal('examinations.forProvince'));
	});

	it('stands on the page of the case', async () => {
		const patient = await complaining('cashShort');
		await assign(patient);
		const page = await ask((reader) => assignmentsOfCase(reader, by('headOfDivision'), patient.caseId, smallNow));
		expect(page).toMatchObject({ fault: null, mayAssign: true });
		expect(page.letters).toMatchObject([{ officials: ['Ratna Anggraini'], papers: [{ state: 'draft' }] }]);
		expect(page.officials.map(({ name }) => name)).not.toContain('Made Suardana');
	});

	it('tells the form who may finalise', async () => {
		const patient = await complaining('cashShort');
		const may = (role: 'adviser' | 'inspector') =>
			ask((reader) => mayFinaliseToday(reader, by(role), patient.cooperativeId, '2026-03-02'));
		expect([await may('adviser'), await may('inspector')]).toEqual([false, true]);
		const { paperId } = await assign(patient);
		await number(paperId, '800/21/2026');
		expect(await may('adviser')).toBe(true);
	});
});

describe('the office’s competence', () => {
	it.each([
		[null, 'examinations.reachUnknown'],
		['province', 'examinations.forProvince'],
		['nation', 'examinations.forMinistry']
	] as const)('a cooperative whose members live in: %s', async (reach, code) => {
		const patient = await arrived('healthy', { reach });
		await complain(patient, 'cashShort');
		const input = sent(patient.caseId, { standing: 'official' });
		await expect(act(by('inspector'), recordExamination, input)).rejects.toEqual(refusal(code));
		const check = await act(by('inspector'), recordExamination, sent(patient.caseId));
		await expect(draft(check.examinationId, 'certificate')).rejects.toEqual(refusal('examinations.reportOnly'));
	});

	it('of the paper itself: what is kept is the office’s own', async () => {
		const { paperId } = await draft((await examined('official')).examinationId, 'minutes');
		const paper = await ask((reader) => paperOf(reader, world.sragen.system, paperId));
		expect(paper.letterhead).toMatchObject({
			government: 'PEMERINTAH KABUPATEN SRAGEN',
			place: 'Sragen',
			signer: { name: 'Slamet Riyadi' }
		});
	});
});
