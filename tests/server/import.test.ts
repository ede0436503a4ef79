import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readSettings } from '#env';
import { createOffice } from '#clinic/offices/server/commands/office.ts';
import { allPermissions } from '#clinic/offices/roles.ts';
import { systemActor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { openDatabase } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { databaseServer } from '../../bin/database.ts';
import { makeReady } from '../../bin/make-ready.ts';
import { dataFolder, start } from './serving.ts';

const bogor = (kind: 'csv' | 'xlsx') => join(import.meta.dirname, `../world/register-kota-bogor.${kind}`);

/** A real installation with the empty office of Kota Bogor. */
async function installation(): Promise<string> {
	const folder = dataFolder();
	const settings = readSettings({ DATA_DIR: folder });
	const server = await databaseServer(settings, () => {});
	const { DATABASE_URL } = await makeReady({ settings, server, asked: 'real' }, () => {});
	const database = openDatabase(DATABASE_URL, 1);
	const officeId = newId<'Office'>();
	const actor = systemActor('test', officeId, allPermissions);
	await perform({ database, actor, now: new Date(), commandId: newId() }, createOffice, {
		id: officeId,
		code: '32.71',
		name: 'Dinas Koperasi Kota Bogor',
		brand: 'Klinik Koperasi',
		address: 'Jalan Dadali Nomor 3',
		zone: 'Asia/Jakarta'
	});
	await database.close();
	await server.close();
	return folder;
}

async function klinik(folder: string, ...args: string[]) {
	const { code, text } = await start('klinik.ts', args, { DATA_DIR: folder }).ended();
	return { code, text, lines: text.trimEnd().split('\n') };
}

/** A file of its own for a test. */
function file(name: string, text: string): string {
	const path = join(dataFolder(), name);
	writeFileSync(path, text);
	onTestFinished(() => rmSync(path, { force: true }));
	return path;
}

describe('klinik import', () => {
	test('takes the register of a city in, once, and refuses what is no register in one sentence', async () => {
		const folder = await installation();
		const first = await klinik(folder, 'import', bogor('csv'), '--office', '32.71');
		expect(first.lines.at(-1)).toBe('dibaca 250 = dimuat 249 + sudah ada 1 + ditolak 0');
		expect(first.code).toBe(0);
		expect(first.text).toContain('Nama Koperasi → Nama');
		expect(first.text).toContain('baris 244: sudah ada. Sama dengan baris 71 di berkas ini.\n');
		expect(first.text).toContain('baris 4: dimuat. Nama: ganti baris di tengah teks dirapatkan.');

		const book = await klinik(folder, 'import', bogor('xlsx'), '--office', '32.71');
		expect(book.lines.at(-1)).toBe('dibaca 250 = dimuat 0 + sudah ada 250 + ditolak 0');
		expect(book.code).toBe(0);

		const letter = await klinik(folder, 'import', file('surat.csv', 'Kepada Yth.\nBapak Ketua\n'), '--office', '32.71');
		expect(letter.code).toBe(2);
		expect(letter.lines.at(-1)).toMatch(/^Berkas ini tidak punya kolom nama koperasi\./);
		const absent = await klinik(folder, 'import', '/tidak/ada.csv', '--office', '32.71');
		expect(absent).toMatchObject({ code: 2, text: 'Berkas /tidak/ada.csv tidak ditemukan.\n' });
		const nowhere = await klinik(folder, 'import', bogor('csv'), '--office', '99.99');
		expect(nowhere.code).toBe(1);
		expect(nowhere.lines.at(-1)).toBe('Tidak ada dinas dengan kode 99.99. Contoh kode: 32.71.');
	});
});
