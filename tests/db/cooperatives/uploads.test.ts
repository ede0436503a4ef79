import { beforeAll, describe, expect, it } from 'vitest';
import { importRegister, keepUpload } from '#clinic/cooperatives/server/commands/import-register.ts';
import { keptUploadOf } from '#clinic/cooperatives/server/reads/imports.ts';
import { uploadPreview } from '#clinic/cooperatives/server/reads/upload-preview.ts';
import { MAX_UPLOAD_BYTES, readUpload, uploadToImport } from '#clinic/cooperatives/server/uploads.ts';
import type { Actor } from '#platform/actor.ts';
import { BadInput, perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { csv } from './importing.ts';

const base = testDatabase();
let world: SmallWorld;
let admin: Actor;
let foreign: Actor;
beforeAll(async () => {
	world = await smallWorld(base.database);
	admin = world.sragen.actors.officeAdministrator;
	foreign = world.buleleng.actors.officeAdministrator;
});

const hour = 3_600_000;
const later = (hours: number) => new Date(smallNow.getTime() + hours * hour);
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const request = (actor: Actor, now = smallNow) => ({ database: base.database, actor, now, commandId: newId() });

/** As the form of the browser does it: read, then keep. */
async function send(lines: string[], actor = admin, name = 'daftar.csv'): Promise<string> {
	const made = await readUpload(base.database, actor, { name, bytes: csv(...lines) }, smallNow);
	return (await perform(request(actor), keepUpload, made)).uploadId;
}
const confirm = async (uploadId: string, actor = admin, now = smallNow) =>
	perform(request(actor, now), importRegister, await uploadToImport(base.database, actor, uploadId, now));
const all = { outcome: null, weight: null, skip: 0, limit: 100 };
const preview = (uploadId: string, actor = admin, now = smallNow, wanted = all) =>
	read(base.database, actor, (reader) => uploadPreview(reader, actor, uploadId, now, wanted));

const lines = [
	'Nama Koperasi;Nomor Badan Hukum;Aset 2024;Catatan',
	'KSP Bersama Maju;12/BH/KWK.11/V/1999;1000000;rahasia sekali',
	'KSP Bersama Maju;12/BH/KWK-11/V/1999;;',
	'Jumlah;;;',
	'KSP Tirta Sedana;;;'
];

describe('an uploaded register', () => {
	it('is looked at first, and then imported as it was shown', async () => {
		const uploadId = await send(lines);
		const shown = await preview(uploadId);
		expect(shown.counts).toEqual({ read: 4, imported: 2, known: 1, refused: 1 });
		expect(shown.rows.map(({ outcome, reason }) => [outcome, reason])).toEqual([
			['imported', null],
			['known', 'earlierRow'],
			['refused', 'totalRow'],
			['imported', null]
		]);
		expect(shown.sheets[0]).toMatchObject({ unused: ['Catatan'] });
		expect((await base.admin.query(`select count(*)::int as n from imports`)).rows[0].n).toBe(0);
		const { importId: _, ...counts } = await confirm(uploadId);
		expect(counts).toEqual(shown.counts);
		const figures = await base.admin.query(
			`select assets_rupiah::text as assets from cooperative_figures f join cooperatives c on c.id = cooperative_id
			  where c.name = 'KSP Bersama Maju'`
		);
		expect(figures.rows).toEqual([{ assets: '1000000' }]);
	});

	it('shows its rows by outcome and by weight, a page at a time', async () => {
		const uploadId = await send(lines);
		const known = await preview(uploadId, admin, smallNow, { ...all, outcome: 'known' as never });
		expect([known.total, known.rows.map(({ position }) => position)]).toEqual([3, [1, 2, 4]]);
		const doubtful = await preview(uploadId, admin, smallNow, { ...all, weight: 'doubtful' as never });
		expect(doubtful.total).toBe(doubtful.weights.doubtful);
		const page = await preview(uploadId, admin, smallNow, { ...all, skip: 1, limit: 2 });
		expect([page.total, page.rows.map(({ position }) => position)]).toEqual([4, [2, 3]]);
	});

	it('is asked about when most of its districts are another office’s', async () => {
		const file = (...districts: string[]) => [
			'Nama Koperasi;Kecamatan',
			...districts.map((name, at) => `KSP Jauh ${at};${name}`)
		];
		expect((await preview(await send(file('Bogor Utara', 'Bogor Timur', 'Gemolong')))).isForeign).toBe(true);
		expect((await preview(await send(file('Bogor Utara', 'Gemolong')))).isForeign).toBe(false);
		expect((await preview(await send(['Nama Koperasi;Kecamatan', 'Jumlah;']))).isForeign).toBe(false);
	});

	it('keeps nothing of the file that is not taken', async () => {
		const uploadId = await send(lines);
		const { register } = await read(base.database, admin, (reader) => keptUploadOf(reader, admin, uploadId, smallNow));
		expect(JSON.stringify(register, (_, part) => (typeof part === 'bigint' ? String(part) : part))).not.toContain(
			'rahasia'
		);
	});

	it('is imported once: the second yes finds it gone', async () => {
		const uploadId = await send(['Nama Koperasi;Alamat', 'KSP Sekali Saja;Jalan']);
		const made = await uploadToImport(base.database, admin, uploadId, smallNow);
		const answers = await Promise.allSettled([
			perform(request(admin), importRegister, made),
			perform(request(admin), importRegister, { ...made, importId: newId<'Import'>() })
		]);
		expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: refusal('cooperatives.uploadGone')
		});
		await expect(confirm(uploadId)).rejects.toEqual(refusal('missing'));
	});

	it('gives way to the next one of the same person, not of another', async () => {
		const first = await send(['Nama Koperasi;Alamat', 'KSP Pertama;Jalan']);
		const second = { ...admin, id: newId() };
		const theirs = await send(['Nama Koperasi;Alamat', 'KSP Milik Lain;Jalan'], second);
		const next = await send(['Nama Koperasi;Alamat', 'KSP Kedua;Jalan']);
		await expect(preview(first)).rejects.toEqual(refusal('missing'));
		expect((await preview(theirs)).counts.read).toBe(1);
		expect((await preview(next)).counts.read).toBe(1);
	});

	it('waits two hours and no longer', async () => {
		const uploadId = await send(['Nama Koperasi;Alamat', 'KSP Menunggu;Jalan']);
		await expect(preview(uploadId, admin, later(2))).resolves.toBeDefined();
		for (const look of [preview, confirm] as const)
			await expect(look(uploadId, admin, later(2.1))).rejects.toEqual(refusal('cooperatives.uploadGone'));
		const made = await uploadToImport(base.database, admin, uploadId, smallNow);
		await expect(perform(request(admin, later(2.1)), importRegister, made)).rejects.toEqual(
			refusal('cooperatives.uploadGone')
		);
		await perform(
			request(admin, later(3)),
			keepUpload,
			await readUpload(base.database, admin, { name: 'a.csv', bytes: csv('Nama Koperasi;Alamat', 'KSP A;b') }, smallNow)
		);
		const { rows } = await base.admin.query('select count(*)::int as n from import_uploads where expires_at < $1', [
			later(3)
		]);
		expect(rows[0].n).toBe(0);
	});

	it('is missing for another office, also in the command', async () => {
		const uploadId = await send(['Nama Koperasi;Alamat', 'KSP Punya Sragen;Jalan']);
		for (const id of [uploadId, newId()]) await expect(preview(id, foreign)).rejects.toEqual(refusal('missing'));
		const made = await uploadToImport(base.database, admin, uploadId, smallNow);
		for (const id of [made.uploadId, newId()])
			await expect(perform(request(foreign), importRegister, { ...made, uploadId: id })).rejects.toEqual(
				refusal('cooperatives.uploadGone')
			);
	});

	it('cannot be forged by a form', async () => {
		const forged = { uploadId: newId(), fileName: 'a', fileHash: 'b', register: { sheets: [], rows: [] } };
		await expect(perform(request(admin), keepUpload, forged)).rejects.toThrow(BadInput);
	});

	it('is for who may import', async () => {
		const made = await readUpload(base.database, admin, { name: 'a.csv', bytes: csv(...lines) }, smallNow);
		for (const actor of [world.sragen.actors.receptionist, world.sragen.actors.headOfOffice])
			await expect(perform(request(actor), keepUpload, made)).rejects.toEqual(refusal('forbidden'));
	});
});

describe('a file that is sent', () => {
	const sent = (file: unknown) => readUpload(base.database, admin, file, smallNow);

	it('must be one', async () => {
		for (const file of [undefined, 'daftar.csv', { name: 'a.csv', bytes: new Uint8Array() }])
			await expect(sent(file)).rejects.toMatchObject({ issues: { file: 'required' } });
	});

	it('may be as large as said', async () => {
		const bytes = new Uint8Array(MAX_UPLOAD_BYTES + 1);
		await expect(sent({ name: 'besar.csv', bytes })).rejects.toMatchObject({ issues: { file: 'fileTooLarge:32' } });
	});

	it('is what its bytes say, whatever it is called', async () => {
		const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]);
		await expect(sent({ name: 'daftar.xlsx', bytes: picture })).rejects.toEqual(refusal('sheets.notASheet'));
		const register = await sent({ name: 'gambar.png', bytes: csv('Nama Koperasi;Alamat', 'KSP A;b') });
		expect(register.register.rows).toHaveLength(1);
	});

	it('loses the folders that stood before its name', async () => {
		const bytes = csv('Nama Koperasi;Alamat', 'KSP A;b');
		expect((await sent({ name: 'C:\\Budi\\daftar\u0000.csv', bytes })).fileName).toBe('daftar.csv');
		expect((await sent({ name: '', bytes })).fileName).toBe('daftar');
	});

	it('may have as many rows as one waits for', async () => {
		const many = csv('Nama Koperasi;Alamat', ...Array.from({ length: 30_001 }, (_, at) => `KSP N${at};x`));
		await expect(sent({ name: 'a.csv', bytes: many })).rejects.toEqual(
			expect.objectContaining({ code: 'cooperatives.importTooLong', params: { limit: '30.000' } })
		);
	});
});
