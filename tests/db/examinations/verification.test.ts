import { beforeAll, describe, expect, it } from 'vitest';
import { inviteSelfExamination } from '#clinic/examinations/server/commands/self.ts';
import {
	checkSheetPage,
	dropEvidence,
	recordVerifiedExamination
} from '#clinic/examinations/server/commands/verification.ts';
import { examinationOf } from '#clinic/examinations/server/reads.ts';
import { selfExaminationOf } from '#clinic/examinations/server/reads/self.ts';
import { sheetDifferences, verification } from '#clinic/examinations/server/reads/verification.ts';
import { openFile } from '#platform/files/files.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, refusal, ward } from '../patients.ts';
import { sentSheet } from './sheets.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const people = ward(test, () => world.sragen);
const { act, ask, complaining } = people;
const report = { name: 'Laporan RAT 2024.pdf', bytes: Buffer.from('%PDF-1.7 laporan') };

const sent = () => sentSheet(people, world.sragen);
type Sent = Awaited<ReturnType<typeof sent>>;

const check = ({ selfExaminationId }: Pick<Sent, 'selfExaminationId'>, page: number, found: object) =>
	act(world.sragen.actors.adviser, checkSheetPage, { selfExaminationId, page, unit: 'rupiah', ...found });
const view = ({ selfExaminationId }: Sent) =>
	ask((reader) => verification(reader, world.sragen.actors.adviser, selfExaminationId, smallNow));
const record = ({ selfExaminationId }: Sent, change: object = {}) =>
	act(world.sragen.actors.adviser, recordVerifiedExamination, {
		selfExaminationId,
		standing: 'clinicCheck',
		overrideReason: '',
		note: '',
		sure: 'on',
		...change
	});
const agreeToAll = async (sheet: Sent) => {
	for (const { number } of sheet.pages) await check(sheet, number, { agree: 'all' });
};

describe('verifying a sheet item by item', () => {
	it('takes over what is agreed to and keeps what the officer finds instead', async () => {
		const sheet = await sent();
		expect((await view(sheet)).pages[0]).toMatchObject({ left: 5, same: 0, differs: 0 });
		await check(sheet, 1, { agree: 'ownCapital' });
		let seen = await view(sheet);
		expect(seen.ours).toEqual(new Map([['ownCapital', seen.theirs.get('ownCapital')]]));

		await check(sheet, 1, { figures: { ownCapital: '1.000.000', totalAssets: '2.000.000' }, agree: 'all' });
		seen = await view(sheet);
		expect(seen.ours.get('ownCapital'), 'what was typed is not overwritten by agreeing to the rest').toBe('1000000');
		expect(seen.pages[0]).toMatchObject({ left: 0, same: 3, differs: 2 });

		// A page is kept as it stands: what is emptied is open again.
		await check(sheet, 1, { figures: { totalAssets: '2.000.000' } });
		expect((await view(sheet)).pages[0]).toMatchObject({ left: 4, differs: 1 });
	});

	it('tells what cannot be read, and keeps nothing of that page', async () => {
		const sheet = await sent();
		const bad = check(sheet, 1, { figures: { ownCapital: 'x' }, agree: 'totalAssets' });
		await expect(bad).rejects.toEqual(badInput({ 'figures.ownCapital': 'notAnAmount' }));
		expect((await view(sheet)).ours.size).toBe(0);
		await expect(check(sheet, 99, {})).rejects.toEqual(refusal('missing'));
	});

	it('is not possible before the sheet was sent', async () => {
		const { actors } = world.sragen;
		const { caseId } = await complaining();
		const { selfExaminationId } = await act(actors.adviser, inviteSelfExamination, { caseId, bookYear: '2024' });
		await expect(check({ selfExaminationId }, 1, { agree: 'all' })).rejects.toEqual(refusal('missing'));
		await expect(ask((reader) => verification(reader, actors.adviser, selfExaminationId, smallNow))).rejects.toEqual(
			refusal('missing')
		);
	});
});

describe('evidence', () => {
	it('is a file with its page, the same file again, or a note', async () => {
		const sheet = await sent();
		const evidence = (item: string, what: object) => ({
			evidence: [{ item, fileId: '', place: '', note: '', ...what }]
		});
		await check(sheet, 1, evidence('ownCapital', { file: report, place: '12' }));
		const [first] = (await view(sheet)).evidence;
		expect(first).toMatchObject({ item: 'ownCapital', file: { name: report.name }, place: '12', note: null });
		const opened = await ask((reader) => openFile(reader, world.sragen.actors.adviser, first!.file!.id));
		expect(Buffer.from(opened.bytes).equals(report.bytes)).toBe(true);

		await check(sheet, 1, evidence('totalAssets', { fileId: first!.file!.id, place: '13' }));
		await check(sheet, 1, evidence('totalAssets', { note: 'Dicocokkan dengan buku kas' }));
		await check(sheet, 1, evidence('totalAssets', {}));
		const seen = await view(sheet);
		expect(seen.evidence).toHaveLength(3);
		expect(seen.files).toEqual([{ id: first!.file!.id, name: report.name }]);
		const { rows } = await test.admin.query(`select count(*)::int as count from audit_rows where input::text like $1`, [
			`%${report.name}%`
		]);
		expect(rows[0].count, 'the name of a file may name a person').toBe(0);
	});

	it('that says nothing, of another kind, or of no file of ours is refused', async () => {
		const sheet = await sent();
		const add = (what: object) =>
			check(sheet, 1, { evidence: [{ item: 'ownCapital', fileId: '', place: '', note: '', ...what }] });
		await expect(add({ place: '12' })).rejects.toEqual(badInput({ 'evidence.0.place': 'fileMissing' }));
		await expect(add({ file: { name: 'a.exe', bytes: Buffer.from('MZ\0') } })).rejects.toEqual(
			badInput({ 'evidence.0.file': 'fileKind' })
		);
		await expect(add({ fileId: newId() })).rejects.toEqual(refusal('missing'));
		await expect(check(sheet, 1, { evidence: [{ item: 'general.1', note: 'x' }] })).rejects.toEqual(
			badInput({ '': 'notUnderstood' })
		);
	});

	it('is taken away with its file, unless that is used elsewhere', async () => {
		const { actors } = world.sragen;
		const sheet = await sent();
		await check(sheet, 1, { evidence: [{ item: 'ownCapital', file: report }] });
		const fileId = (await view(sheet)).files[0]!.id;
		await check(sheet, 1, { evidence: [{ item: 'totalAssets', fileId }] });
		const [first, second] = (await view(sheet)).evidence;
		const open = () => ask((reader) => openFile(reader, actors.adviser, fileId));
		await act(actors.adviser, dropEvidence, { evidenceId: first!.id });
		expect(await open()).toMatchObject({ id: fileId });
		await act(actors.adviser, dropEvidence, { evidenceId: second!.id });
		await expect(open()).rejects.toEqual(refusal('missing'));
	});
});

describe('the examination made of it', () => {
	it('scores what the officer found, refers to the sheet, and shows both side by side', async () => {
		const { actors } = world.sragen;
		const sheet = await sent();
		await agreeToAll(sheet);
		const theirs = (await view(sheet)).theirs.get('ownCapital')!;
		await check(sheet, 1, {
			figures: { totalAssets: (await view(sheet)).theirs.get('totalAssets'), ownCapital: '5.000.000' },
			agree: 'all',
			evidence: [{ item: 'ownCapital', file: report, place: '4', note: 'Simpanan sukarela ikut terhitung' }]
		});
		const { examinationId } = await record(sheet);
		const examined = await ask((reader) => examinationOf(reader, actors.adviser, examinationId));
		expect(examined).toMatchObject({ caseId: sheet.caseId, bookYear: 2024, figures: { ownCapital: '5000000' } });
		expect(examined.total).not.toBeNull();
		const kept = await ask((reader) => selfExaminationOf(reader, actors.adviser, sheet.selfExaminationId));
		expect(kept).toMatchObject({ examinationId, figures: { ownCapital: theirs } });

		const found = await ask((reader) => sheetDifferences(reader, actors.adviser, examinationId));
		expect(found!.differences).toEqual([{ item: 'ownCapital', theirs, ours: '5000000' }]);
		expect(found!.same).toBeGreaterThan(60);
		expect(found!.evidence).toMatchObject([{ item: 'ownCapital', place: '4', file: { name: report.name } }]);
	});

	it('counts what was not verified as not answered', async () => {
		const sheet = await sent();
		await check(sheet, 1, { agree: 'all' });
		const { examinationId } = await record(sheet);
		const examined = await ask((reader) => examinationOf(reader, world.sragen.system, examinationId));
		expect(examined).toMatchObject({ total: null, answers: {} });
		expect(Object.keys(examined.figures)).toHaveLength(5);
	});

	it('is made once, of two who press at once too', async () => {
		const sheet = await sent();
		await agreeToAll(sheet);
		const both = await Promise.allSettled([record(sheet), record(sheet)]);
		expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		const verified = refusal('examinations.alreadyVerified');
		expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: verified });
		await expect(check(sheet, 1, { agree: 'all' })).rejects.toEqual(verified);
	});

	it('of nothing is none, and is official only by an inspector', async () => {
		const sheet = await sent();
		await expect(record(sheet)).rejects.toEqual(refusal('examinations.nothingGiven'));
		await agreeToAll(sheet);
		await expect(record(sheet, { standing: 'official' })).rejects.toEqual(refusal('examinations.onlyInspector'));
	});
});
