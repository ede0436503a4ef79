import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { correctCooperative } from '#clinic/cooperatives/server/commands/correction.ts';
import { registerCooperative } from '#clinic/cooperatives/server/commands/registration.ts';
import { basicsOf } from '#clinic/cooperatives/server/reads/basics.ts';
import { importOf, importRowsOf, importsOf } from '#clinic/cooperatives/server/reads/imports.ts';
import { searchCooperatives } from '#clinic/cooperatives/server/reads/search.ts';
import type { Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow } from '../../world/small.ts';
import { bogorFile, csv, emptyOffice, importFile, readFile, workbook } from './importing.ts';

const base = testDatabase();
let codes: string[];
let office: Actor;
let other: Actor;
beforeAll(async () => {
	const { rows } = await base.admin.query('select code from areas where level = 2 order by code = $1 desc, code', [
		'32.71'
	]);
	codes = rows.map(({ code }) => code as string);
	other = await emptyOffice(base.database, codes.pop());
});
// Each test has an empty office of its own, the first that of Kota Bogor.
beforeEach(async () => {
	office = await emptyOffice(base.database, codes.shift());
});

const bring = (file: Uint8Array, over: Parameters<typeof importFile>[3] = {}, actor = office) =>
	importFile(base.database, actor, file, { regency: null, ...over });
const rowsOf = (importId: string, actor = office) =>
	read(base.database, actor, (reader) => importRowsOf(reader, actor, importId, { limit: 1000 }));
const held = async (sql: string, ...values: unknown[]) => (await base.admin.query(sql, values)).rows;
const register = (over: Record<string, unknown>) =>
	perform({ database: base.database, actor: office, now: smallNow, commandId: newId() }, registerCooperative, over);
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const counts = ({ read, imported, known, refused }: Record<'read' | 'imported' | 'known' | 'refused', number>) => [
	read,
	imported,
	known,
	refused
];

describe('the register of a city', () => {
	it('goes in whole, and only once, whichever form it comes in', async () => {
		expect(counts(await bring(bogorFile('csv'), { regency: 'Kota Bogor' }))).toEqual([250, 249, 1, 0]);
		expect(counts(await bring(bogorFile('csv'), { regency: 'Kota Bogor' }))).toEqual([250, 0, 250, 0]);
		expect(counts(await bring(bogorFile('xlsx'), { regency: 'Kota Bogor' }))).toEqual([250, 0, 250, 0]);
		const [row] = await held(
			`select count(*)::int as n, count(district_code)::int as placed, count(distinct core)::int > 200 as differ
			   from cooperatives where office_id = $1`,
			office.officeId
		);
		expect(row).toEqual({ n: 249, placed: 249, differ: true });
	});

	it('comes from two desks at once, and goes in once', async () => {
		const answers = await Promise.all([bring(bogorFile('csv')), bring(bogorFile('xlsx'))]);
		expect(answers.map(counts).sort()).toEqual([
			[250, 0, 250, 0],
			[250, 249, 1, 0]
		]);
	});

	it('is answered the same when the same request comes twice', async () => {
		const commandId = newId();
		const importId = newId<'Import'>();
		const file = csv('Nama Koperasi;Kecamatan', 'KSP Satu;X');
		const [a, b] = await Promise.all([bring(file, { commandId, importId }), bring(file, { commandId, importId })]);
		expect(a).toEqual(b);
		expect(counts(a)).toEqual([1, 1, 0, 0]);
	});
});

describe('every row', () => {
	const heading = 'No;Nama Koperasi;Nomor Badan Hukum;Kecamatan;NIK;Tanggal RAT;Aset 2024';

	it('is kept with its outcome and reason, in the order of the file', async () => {
		const { importId, ...told } = await bring(
			csv(
				'DAFTAR KOPERASI',
				heading,
				'1;KSP Anugerah;12/BH/KWK.10/V/1999;X;;;1.000.000',
				';Jumlah;;;;;',
				'2;;14/BH/2001;X;;;',
				'3;12345;15/BH/2001;X;;;',
				'4;KSP Anoegerah;12 / BH / KWK-10 / V / 1999;X;;;',
				heading
			)
		);
		expect(counts(told)).toEqual([6, 1, 1, 4]);
		const rows = await rowsOf(importId);
		expect(rows.map(({ position, rowNumber, outcome, reason }) => [position, rowNumber, outcome, reason])).toEqual([
			[1, 3, 'imported', null],
			[2, 4, 'refused', 'totalRow'],
			[3, 5, 'refused', 'noName'],
			[4, 6, 'refused', 'nameWithoutLetters'],
			[5, 7, 'known', 'earlierRow'],
			[6, 8, 'refused', 'repeatedHeading']
		]);
		expect(rows[4]).toMatchObject({ reasonParams: { row: 3, sheet: '' }, cooperativeId: rows[0]!.cooperativeId });
		expect(rows[0]!.cells).toEqual(['1', 'KSP Anugerah', '12/BH/KWK.10/V/1999', 'X', '', '', '1.000.000']);
		const shown = await read(base.database, office, async (reader) => ({
			one: await importOf(reader, office, importId),
			all: await importsOf(reader, office)
		}));
		expect(shown.one).toMatchObject({ fileName: 'daftar.csv', read: 6, imported: 1, known: 1, refused: 4, by: null });
		expect(shown.one.weights).toEqual({ corrected: 0, doubtful: 1, notTaken: 0 });
		expect(shown.all.map(({ id }) => id)).toEqual([importId]);
	});

	it('of several sheets has its own place, and one without a heading is refused row by row', async () => {
		const file = await workbook([
			{
				name: 'Aktif',
				rows: [
					['Nama Koperasi', 'Kecamatan'],
					['KSP Satu', 'X'],
					['KSP Dua', 'X']
				]
			},
			{ name: 'Catatan', rows: [['Disusun oleh seksi kelembagaan'], ['Data per Desember']] },
			{
				name: 'Tidak aktif',
				rows: [
					['Nama Koperasi', 'Kecamatan'],
					['KSP Tiga', 'X'],
					['KSP Satu', 'X']
				]
			}
		]);
		const { importId, ...told } = await bring(file);
		expect(counts(told)).toEqual([6, 3, 1, 2]);
		const rows = await rowsOf(importId);
		expect(rows.map(({ sheet, rowNumber, reason }) => `${sheet} ${rowNumber} ${reason}`)).toEqual([
			'Aktif 2 null',
			'Aktif 3 null',
			'Catatan 1 noHeading',
			'Catatan 2 noHeading',
			'Tidak aktif 2 null',
			'Tidak aktif 3 earlierRow'
		]);
		expect(rows[2]!.cells).toEqual([]);
		expect(rows[5]!.reasonParams).toEqual({ row: 2, sheet: 'Aktif' });
		const { columns } = await read(base.database, office, (reader) => importOf(reader, office, importId));
		expect(columns.map(({ sheet, columns }) => [sheet, columns?.map(({ field }) => field) ?? null])).toEqual([
			['Aktif', ['name', 'district']],
			['Catatan', null],
			['Tidak aktif', ['name', 'district']]
		]);
	});

	it('of another regency is refused, but not where the office is a province’s', async () => {
		const file = csv('Nama Koperasi;Kabupaten', 'KSP Jauh;Kabupaten Sragen', 'KSP Dekat;Kota Bogor');
		const first = await bring(file, { regency: 'Kota Bogor' });
		expect(counts(first)).toEqual([2, 1, 0, 1]);
		expect((await rowsOf(first.importId))[0]).toMatchObject({ reason: 'otherRegency' });
		expect(counts(await bring(file))).toEqual([2, 1, 1, 0]);
	});

	it('that begins like a formula stays text', async () => {
		const { importId } = await bring(csv('Nama Koperasi;Alamat', '=HYPERLINK("x");@SUM(A1)', '+62 Jaya;-1+2'));
		const rows = await held('select name, address from cooperatives where import_id = $1 order by name', importId);
		expect(rows).toEqual([
			{ name: '+62 Jaya', address: '-1+2' },
			{ name: '=HYPERLINK("x")', address: '@SUM(A1)' }
		]);
		expect((await rowsOf(importId))[0]!.notes).toContainEqual(
			expect.objectContaining({ code: 'looksLikeAFormula', field: 'name' })
		);
	});

	it('with signs that no database holds goes in without them', async () => {
		const file = new TextEncoder().encode('Nama Koperasi;Alamat\nKSP \tAneh\u0007 Se\\kali;"Jalan\r\nDua"\n');
		const { importId } = await bring(file);
		const rows = await held('select name, address from cooperatives where import_id = $1', importId);
		expect(rows).toEqual([{ name: 'KSP Aneh Se\\kali', address: 'Jalan Dua' }]);
	});

	it('far down a file may hold a NUL, which no database takes', async () => {
		const many = Array.from({ length: 3000 }, (_, at) => `KSP Nomor ${at} Sekian;Jalan Panjang Sekali Nomor ${at}`);
		const { importId, ...told } = await bring(csv('Nama Koperasi;Alamat', ...many, 'KSP N\0ol;Jalan\0'));
		expect(counts(told)).toEqual([3001, 3001, 0, 0]);
		const rows = await held(
			`select name, address from cooperatives where import_id = $1 and name like '%ol'`,
			importId
		);
		expect(rows).toEqual([{ name: 'KSP Nol', address: 'Jalan' }]);
	});

	it('brings its figures and its meeting, which is held but not reported', async () => {
		const { importId } = await bring(
			csv(
				'Nama Koperasi;Tanggal RAT;Aset 2023 (Rp ribu);Aset 2024 (Rp ribu);SHU 2024',
				'KSP Angka;20 Februari 2025;1500;2000;(750.000)'
			)
		);
		const [row] = await rowsOf(importId);
		expect(row!.notes.map(({ code }) => code)).toContain('bookYearAssumed');
		const figures = await held(
			`select book_year, assets_rupiah::text as assets, net_surplus_rupiah::text as surplus from cooperative_figures
			  where cooperative_id = $1 order by book_year`,
			row!.cooperativeId
		);
		expect(figures).toEqual([
			{ book_year: 2023, assets: '1500000', surplus: null },
			{ book_year: 2024, assets: '2000000', surplus: '-750000' }
		]);
		const meetings = await held(
			`select book_year, held_on::text, reported_on from annual_meetings where cooperative_id = $1`,
			row!.cooperativeId
		);
		expect(meetings).toEqual([{ book_year: 2024, held_on: '2025-02-20', reported_on: null }]);
	});
});

describe('districts and villages', () => {
	it('are found by name, by a slip of the pen, or kept as written', async () => {
		codes = codes.filter((code) => code !== '32.01');
		const bogor = await emptyOffice(base.database, '32.01');
		const { importId } = await bring(
			csv(
				'Nama Koperasi;Kecamatan;Desa',
				'KSP Satu;Kec. CIBINONG;Pakansari',
				'KSP Dua;Cibinonk;Entah',
				'KSP Tiga;Mars;Pakansari'
			),
			{},
			bogor
		);
		const rows = await held(
			`select c.name, d.name as district, v.name as village, district_text from cooperatives c
			   left join areas d on d.code = district_code left join areas v on v.code = village_code
			  where import_id = $1 order by c.name desc`,
			importId
		);
		expect(rows).toEqual([
			{ name: 'KSP Tiga', district: null, village: null, district_text: 'Mars' },
			{ name: 'KSP Satu', district: 'Cibinong', village: 'Pakansari', district_text: null },
			{ name: 'KSP Dua', district: 'Cibinong', village: null, district_text: null }
		]);
		const notes = (await rowsOf(importId, bogor)).map((row) =>
			row.notes.filter(({ field }) => field === 'district' || field === 'village').map(({ code }) => code)
		);
		expect(notes).toEqual([[], ['districtSpelling', 'villageUnknown'], ['districtUnknown', 'villageUnknown']]);
	});
});

describe('a row is known', () => {
	it('when its line came before, even if its cooperative was edited since', async () => {
		const file = csv('Nama Koperasi;Nomor Badan Hukum', 'KSP Lama;77/BH/KWK.10/V/1999');
		const first = await bring(file);
		const [row] = await rowsOf(first.importId);
		const {
			id,
			version,
			districtText: _,
			...basics
		} = await read(base.database, office, (reader) => basicsOf(reader, office, row!.cooperativeId!));
		await perform({ database: base.database, actor: office, now: smallNow, commandId: newId() }, correctCooperative, {
			...Object.fromEntries(Object.entries(basics).map(([name, value]) => [name, value ?? ''])),
			cooperativeId: id,
			seenVersion: version,
			name: 'KSP Baru Sama Sekali',
			legalNumber: '1/BH/2020',
			reason: 'Menurut akta'
		} as never);
		const again = await bring(file);
		expect(counts(again)).toEqual([1, 0, 1, 0]);
		expect((await rowsOf(again.importId))[0]).toMatchObject({
			reason: 'sameLine',
			reasonParams: { name: 'KSP Baru Sama Sekali' },
			cooperativeId: id
		});
	});

	it('when its cooperative was registered at the desk', async () => {
		const { cooperativeId } = await register({ name: 'KSU Sumber Rezeki', legalNumber: '77/BH/KDK.11/V/2003' });
		const { importId } = await bring(
			csv('Nama Koperasi;Nomor Badan Hukum', 'Koperasi Serba Usaha Soember Redjeki;077 / BH / KDK-11 / V / 2003')
		);
		expect((await rowsOf(importId))[0]).toMatchObject({
			outcome: 'known',
			reason: 'sameCooperative',
			reasonParams: { name: 'KSU Sumber Rezeki' },
			cooperativeId
		});
	});

	it('by the record that stays, after a merger', async () => {
		const lines = csv('Nama Koperasi;Kecamatan', 'KSP Asal;X', 'KSP Tujuan;X');
		const rows = await rowsOf((await bring(lines)).importId);
		const [from, to] = rows.map(({ cooperativeId }) => cooperativeId);
		await base.admin.query('update cooperatives set merged_into = $1 where id = $2', [to, from]);
		const again = await rowsOf((await bring(lines)).importId);
		expect(again.map(({ cooperativeId, reasonParams }) => [cooperativeId, reasonParams])).toEqual([
			[to, { name: 'KSP Tujuan' }],
			[to, { name: 'KSP Tujuan' }]
		]);
	});

	it('never by another office', async () => {
		const file = csv('Nama Koperasi;Nomor Badan Hukum', 'KSP Anugerah;12/BH/KWK.10/V/1999');
		await bring(file);
		expect(counts(await bring(file, {}, other))).toEqual([1, 1, 0, 0]);
	});
});

describe('what only might be the same', () => {
	it('is imported, and said', async () => {
		await bring(csv('Nama Koperasi;Nomor Badan Hukum;NIK', 'KSP Anugerah;12/BH/2001;3271010010001'));
		const { importId, ...told } = await bring(
			csv(
				'Nama Koperasi;Nomor Badan Hukum;NIK',
				'KUD Lain Sama Sekali;12/BH/2001;',
				'KPRI Beda;99/BH/2001;3271010010001',
				'Koperasi Anugerah;13/BH/2001;',
				'Koperasi Anugerah;14/BH/2001;'
			)
		);
		expect(counts(told)).toEqual([4, 4, 0, 0]);
		const doubts = (await rowsOf(importId)).map(({ notes }) =>
			notes.filter(({ code }) => /Repeats|same/.test(code)).map(({ code, field, from }) => [code, field, from])
		);
		expect(doubts).toEqual([
			[['legalNumberRepeats', 'legalNumber', 'KSP Anugerah']],
			[['registryNumberRepeats', 'registryNumber', 'KSP Anugerah']],
			[['sameNameHere', 'name', 'KSP Anugerah']],
			[
				['sameNameHere', 'name', 'KSP Anugerah'],
				['sameNameHere', 'name', 'Koperasi Anugerah (#4)']
			]
		]);
	});
});

describe('a file that is no register', () => {
	it.each([
		['importNoHeading', csv('Kepada Yth.', 'Bapak Ketua')],
		['importNoRows', csv('Nama Koperasi;Kecamatan')]
	])('is refused: %s', async (code, file) => {
		await expect(readFile(file)).rejects.toEqual(refusal(`cooperatives.${code}`));
	});

	it('is refused when it has more rows than one transaction should carry', async () => {
		const file = csv('Nama Koperasi;Kecamatan', 'KSP Satu;X', 'KSP Dua;X');
		await expect(readFile(file, null, 1)).rejects.toEqual(
			expect.objectContaining({ code: 'cooperatives.importTooLong', params: { limit: '1' } })
		);
		await expect(readFile(file, null, 2)).resolves.toBeDefined();
	});
});

describe('an import', () => {
	it('keeps nothing of persons', async () => {
		const secret = csv(
			'Nama Koperasi;Ketua;NIK Ketua;No HP;Alamat;NPWP;NIK;Email',
			'KSP Rahasia;Budi Santoso;3271014503870002;0812-7788-9900;Jalan Melati (3271014503870002);3271014503870002;3271014503870002;budi@contoh.id',
			'3271014503870002;Budi Santoso;3271014503870002;0812-7788-9900;;;;'
		);
		const { importId, ...told } = await bring(secret);
		expect(counts(told)).toEqual([2, 1, 0, 1]);
		const texts = await held(
			`select row_to_json(r)::text as text from import_rows r where import_id = $1
			  union all select row_to_json(i)::text from imports i where id = $1
			  union all select row_to_json(a)::text from audit_rows a where office_id = $2`,
			importId,
			office.officeId
		);
		const kept = texts.map(({ text }) => text as string).join('\n');
		expect(kept).toContain('KSP Rahasia');
		for (const part of ['Budi', '3271014503870002', '7788', 'contoh.id']) expect(kept).not.toContain(part);
		const [row] = await held('select row_to_json(c)::text as text from cooperatives c where import_id = $1', importId);
		expect(row.text).not.toContain('3271014503870002');
		expect(row.text).toContain('0812-7788-9900');
	});

	it('leaves an audit row with its counts and without its rows', async () => {
		const { importId, ...told } = await bring(csv('Nama Koperasi;Kecamatan', 'KSP Satu;X'));
		const [row] = await held(
			`select input, result, actor_id from audit_rows where command = 'cooperatives.importRegister' and office_id = $1`,
			office.officeId
		);
		expect(row.result).toEqual({ importId, ...told });
		expect(Object.keys(row.input).sort()).toEqual(['fileHash', 'fileName', 'importId', 'uploadId']);
		expect(row.actor_id).toBe('test');
	});

	it('is found by the search at once', async () => {
		await bring(csv('Nama Koperasi;Kecamatan', 'KSU Sri Redjeki Makmur;X'));
		const found = await read(base.database, office, (reader) => searchCooperatives(reader, office, 'kop sri rejeki'));
		expect(found.map(({ name }) => name)).toEqual(['KSU Sri Redjeki Makmur']);
	});

	it('is missing for another office', async () => {
		const { importId } = await bring(csv('Nama Koperasi;Kecamatan', 'KSP Satu;X'));
		for (const id of [importId, newId()])
			await expect(read(base.database, other, (reader) => importOf(reader, other, id))).rejects.toEqual(
				refusal('missing')
			);
		expect(await rowsOf(importId, other)).toEqual([]);
	});

	it('is refused by its table when its counts do not add up', async () => {
		const { importId } = await bring(csv('Nama Koperasi;Kecamatan', 'KSP Satu;X'));
		await expect(
			base.admin.query('update imports set imported_count = 0 where id = $1', [importId])
		).rejects.toMatchObject({ constraint: 'imports_nothing_dropped' });
	});

	it('is for who may import', async () => {
		const reader = { ...office, permissions: new Set(['register.view', 'register.edit']) };
		await expect(bring(csv('Nama Koperasi;Kecamatan', 'KSP Satu;X'), {}, reader)).rejects.toEqual(refusal('forbidden'));
	});
});
