import { beforeAll, describe, expect, it } from 'vitest';
import { addBoardTerm } from '#clinic/cooperatives/server/commands/board.ts';
import { undoImport } from '#clinic/cooperatives/server/commands/undo-import.ts';
import type { Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow } from '../../world/small.ts';
import { csv, emptyOffice, importFile } from './importing.ts';

const base = testDatabase();

let office: Actor;
beforeAll(async () => {
	office = await emptyOffice(base.database, '33.02');
});

const lines = [
	'NIK;Nama_Koperasi;Nomor_Badan_Hukum_Pendirian;Tanggal_Badan_Hukum_Pendirian;Nomor_Perubahan_Anggaran_Dasar;' +
		'Tanggal_Perubahan_Anggaran_Dasar;Tanggal_RAT_Terakhir;Alamat;Desa;Kecamatan;Kabupaten;Provinsi;Bentuk_Koperasi;' +
		'Jenis_Koperasi;Kelompok_Koperasi;Sektor_Usaha;Pola_Pengelolaan;Nama_Ketua;Nama_Sekretaris;Nama_Bendahara;Nama_Pengawas;' +
		'Nama_Manager;Tahun_Buku;Anggota_Pria;Anggota_Wanita;Karyawan_Pria;Karyawan_Wanita;Manajer_Pria;Manajer_Wanita;' +
		'Tanggal_Berlaku_Sertifikat;Grade;StatusKoperasi;KUK;Modal_Sendiri;Modal_Luar;Aset;Volume_Usaha;SHU',
	'3302010020001;KPRI Sejahtera Bersama;8166/BH/KWK.11/IV/1997;12/04/1997;816/BH/PAD/KWK.11/I/2001;03/01/2001;20/03/2025;' +
		'Jl. Merdeka 1;;;;Jawa Tengah;Primer Kab/Kota;Konsumen;28;7;Konvensional;Sri Wahyuni;Budi Utomo;Sri Wahyuni;Rini Astuti;;2024;' +
		'120;80;2;1;1;0;31/12/2027;B;Aktif;1;250.000.000;50.000.000;400.000.000;600.000.000;12.500.000',
	';KSU Tanpa Keterangan;77/BH/KWK.11/V/1999;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;'
];
const take = () => importFile(base.database, office, csv(...lines), { regency: null });
const rows = async (query: string) =>
	(await base.admin.query(query, [office.officeId])).rows as Record<string, unknown>[];
const parts = [
	'people',
	'board_terms',
	'amendments',
	'licences',
	'cooperative_figures',
	'annual_meetings',
	'cooperatives'
];
const counted = async () =>
	Object.fromEntries(
		await Promise.all(
			parts.map(async (table) => [table, (await rows(`select 1 from ${table} where office_id = $1`)).length] as const)
		)
	);

describe('an export of the national register', () => {
	it('is taken whole: classification, amendment, board, certificate, men and women', async () => {
		await take();
		expect((await rows(`select * from cooperatives where office_id = $1 and name like 'KPRI%'`))[0]).toMatchObject({
			registry_number: '3302010020001',
			reach: 'regency',
			group_code: 28,
			sector_code: 7,
			business_class: 1,
			registry_status: 'active',
			form: 'primary'
		});
		expect(await rows('select number, amended_on::text as on from amendments where office_id = $1')).toEqual([
			{ number: '816/BH/PAD/KWK.11/I/2001', on: '2001-01-03' }
		]);
		expect(await rows('select kind, number, valid_until::text as until from licences where office_id = $1')).toEqual([
			{ kind: 'registryCertificate', number: '3302010020001', until: '2027-12-31' }
		]);
		const board = await rows(
			`select t.role, p.name from board_terms t join people p on p.id = t.person_id where t.office_id = $1 order by p.name, t.role`
		);
		expect(board).toEqual([
			{ role: 'secretary', name: 'Budi Utomo' },
			{ role: 'supervisor', name: 'Rini Astuti' },
			{ role: 'chair', name: 'Sri Wahyuni' },
			{ role: 'treasurer', name: 'Sri Wahyuni' }
		]);
		// Who holds two seats is one person.
		expect((await counted())['people']).toBe(3);
		expect((await rows('select * from cooperative_figures where office_id = $1'))[0]).toMatchObject({
			book_year: 2024,
			members: 200,
			members_male: 120,
			members_female: 80,
			staff_female: 1,
			managers_male: 1,
			managers_female: 0
		});
		// Names of people stand with the cooperative, not in what the import keeps of its cells.
		const [kept] = await rows('select cells::text as cells from import_rows where office_id = $1 and position = 1');
		expect(kept!['cells']).not.toMatch(/Wahyuni|Utomo|Astuti/);
	});

	it('is undone whole, unless somebody has added to the board meanwhile', async () => {
		const [one] = await rows(`select id, import_id from cooperatives where office_id = $1 and name like 'KPRI%'`);
		const undo = () =>
			perform({ database: base.database, actor: office, now: smallNow, commandId: newId() }, undoImport, {
				importId: one!['import_id']
			});
		await perform({ database: base.database, actor: office, now: smallNow, commandId: newId() }, addBoardTerm, {
			cooperativeId: one!['id'],
			name: 'Joko Susilo',
			role: 'manager'
		});
		await expect(undo()).rejects.toMatchObject({ code: 'cooperatives.importInUse' });
		expect((await counted())['board_terms']).toBe(5);
	});

	it('leaves nothing behind when nobody has', async () => {
		const other = await emptyOffice(base.database, '33.03');
		const before = office;
		office = other;
		await take();
		const [one] = await rows('select import_id from cooperatives where office_id = $1');
		await perform({ database: base.database, actor: other, now: smallNow, commandId: newId() }, undoImport, {
			importId: one!['import_id']
		});
		expect(Object.values(await counted()).every((count) => count === 0)).toBe(true);
		office = before;
	});
});
