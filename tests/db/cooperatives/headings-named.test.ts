import { beforeAll, describe, expect, it } from 'vitest';
import { importRegister, keepUpload } from '#clinic/cooperatives/server/commands/import-register.ts';
import { nameHeadings } from '#clinic/cooperatives/server/commands/name-headings.ts';
import { keptUploadOf } from '#clinic/cooperatives/server/reads/imports.ts';
import { uploadPreview } from '#clinic/cooperatives/server/reads/upload-preview.ts';
import { readUpload, readUploadAgain, uploadToImport } from '#clinic/cooperatives/server/uploads.ts';
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
beforeAll(async () => {
	world = await smallWorld(base.database);
	admin = world.sragen.actors.officeAdministrator;
});
const request = (actor: Actor) => ({ database: base.database, actor, now: smallNow, commandId: newId() });

async function send(lines: string[], actor = admin): Promise<string> {
	const made = await readUpload(base.database, actor, { name: 'daftar.csv', bytes: csv(...lines) }, smallNow);
	return (await perform(request(actor), keepUpload, made)).uploadId;
}
const say = async (uploadId: string, said: unknown, actor = admin) =>
	perform(request(actor), nameHeadings, await readUploadAgain(base.database, actor, uploadId, said, smallNow));
const preview = (uploadId: string, actor = admin) =>
	read(base.database, actor, (reader) =>
		uploadPreview(reader, actor, uploadId, smallNow, { outcome: null, weight: null, skip: 0, limit: 100 })
	);
const taken = (sheets: Awaited<ReturnType<typeof preview>>['sheets']) =>
	sheets[0]?.columns?.map(({ field, heading }) => [heading, field]) ?? null;

const lines = [
	'Nama Koperasi;Alamat;Kontak Bendahara;Harta Kami 2024;Warna',
	'KSP Pelita;Jalan Mawar;0812 3456 7890;Rp 5.000.000;hijau'
];

describe('a heading that the program does not know', () => {
	it('is given its meaning by a person, is read again, and remembered for the next file', async () => {
		const uploadId = await send(lines);
		expect((await preview(uploadId)).sheets[0]).toMatchObject({
			unused: ['Kontak Bendahara', 'Harta Kami 2024', 'Warna']
		});
		await say(uploadId, [
			{ heading: 'Kontak Bendahara', meaning: '' },
			{ heading: 'Harta Kami 2024', meaning: 'assets' },
			{ heading: 'Warna', meaning: 'unused' }
		]);
		const shown = await preview(uploadId);
		expect(taken(shown.sheets)).toEqual([
			['Nama Koperasi', 'name'],
			['Alamat', 'address'],
			['Harta Kami 2024', 'assets']
		]);
		expect(shown.sheets[0]!.unused).toEqual(['Kontak Bendahara', 'Warna']);
		const made = await uploadToImport(base.database, admin, uploadId, smallNow);
		await perform(request(admin), importRegister, made);
		const { rows } = await base.admin.query(
			`select f.assets_rupiah::text as assets from cooperative_figures f
			   join cooperatives c on c.id = f.cooperative_id where c.name = 'KSP Pelita'`
		);
		expect(rows).toEqual([{ assets: '5000000' }]);
		const next = await preview(await send(['Harta  kami 2025 (Rp juta);Nama Koperasi', '7;KSP Lentera']));
		expect(taken(next.sheets)).toEqual([
			['Harta kami 2025 (Rp juta)', 'assets'],
			['Nama Koperasi', 'name']
		]);
	});

	it('is another office’s own affair', async () => {
		const foreign = world.buleleng.actors.officeAdministrator;
		expect((await preview(await send(lines, foreign), foreign)).sheets[0]!.unused).toContain('Harta Kami 2024');
		const uploadId = await send(lines);
		await expect(readUploadAgain(base.database, foreign, uploadId, [], smallNow)).rejects.toMatchObject({
			code: 'missing'
		});
	});

	it('may be that of the name: a sheet without any known heading is asked about', async () => {
		const uploadId = await send([
			'Daftar binaan;;',
			'Lembaga kami;Tempat',
			'Subur Jaya;Gemolong',
			'Tani Makmur;Sragen'
		]);
		const before = await preview(uploadId);
		expect(before.sheets[0]).toMatchObject({ columns: null, unused: ['Lembaga kami', 'Tempat'] });
		expect(before.counts).toMatchObject({ imported: 0, refused: 4 });
		await say(uploadId, [
			{ heading: 'Lembaga kami', meaning: 'name' },
			{ heading: 'Tempat', meaning: 'district' }
		]);
		const after = await preview(uploadId);
		expect(after.counts).toMatchObject({ read: 2, imported: 2 });
		expect(after.rows.map(({ cells }) => cells)).toEqual([
			['Subur Jaya', 'Gemolong'],
			['Tani Makmur', 'Sragen']
		]);
	});

	it('is not given a meaning that there is none of', async () => {
		const uploadId = await send(lines);
		await expect(say(uploadId, [{ heading: 'Warna', meaning: 'colour' }])).rejects.toBeInstanceOf(BadInput);
	});

	it('the file waits sealed: nobody reads it in the database', async () => {
		const uploadId = await send(lines);
		const { rows } = await base.admin.query('select file_sealed from import_uploads where id = $1', [uploadId]);
		expect(rows[0].file_sealed).toMatch(/^1\./);
		expect(Buffer.from(rows[0].file_sealed.slice(2), 'base64url').toString('latin1')).not.toContain('3456');
		const kept = await read(base.database, admin, (reader) => keptUploadOf(reader, admin, uploadId, smallNow));
		expect(kept.fileName).toBe('daftar.csv');
	});
});
