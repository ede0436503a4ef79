import { describe, expect, it } from 'vitest';
import { findHeading, headingDepth } from '#clinic/cooperatives/headings.ts';

const fields = (...rows: string[][]) => findHeading(rows)?.columns.map(({ field, index }) => `${field} ${index}`);

describe('columns', () => {
	it('of Kota Bogor', () => {
		expect(fields(['No', 'Nama Koperasi', 'Nomor Badan Hukum', 'Alamat', 'Kecamatan'])).toEqual([
			'rowNumber 0',
			'name 1',
			'legalNumber 2',
			'address 3',
			'district 4'
		]);
	});

	it('of the national register', () => {
		const heading = findHeading([
			[
				'NIK',
				'Nama_Koperasi',
				'Nomor_Badan_Hukum_Pendirian',
				'Tanggal_Badan_Hukum_Pendirian',
				'Nomor_Perubahan_Anggaran_Dasar',
				'Tanggal_RAT_Terakhir',
				'Alamat',
				'Desa',
				'Kecamatan',
				'Kabupaten',
				'Provinsi',
				'Bentuk_Koperasi',
				'Jenis_Koperasi',
				'Kelompok_Koperasi',
				'Sektor_Usaha',
				'Pola_Pengelolaan',
				'Nama_Ketua',
				'Grade',
				'StatusKoperasi'
			]
		]);
		expect(heading?.columns.map((column) => column.field)).toEqual([
			'registryNumber',
			'name',
			'legalNumber',
			'legalOn',
			'amendmentNumber',
			'lastMeetingOn',
			'address',
			'village',
			'district',
			'regency',
			'form',
			'kind',
			'group',
			'sector',
			'pattern',
			'chair',
			'registryStatus'
		]);
		expect(heading?.unused.map((column) => column.heading)).toEqual(['Provinsi', 'Grade']);
	});

	it('of other offices, misspelled ones too', () => {
		expect(
			fields(['nama', 'badan_hukum', 'tgl_badan_hukum', 'tgl_rat', 'alamat', 'keluran', 'kecamatan', 'jenis', 'nik'])
		).toEqual([
			'name 0',
			'legalNumber 1',
			'legalOn 2',
			'lastMeetingOn 3',
			'address 4',
			'village 5',
			'district 6',
			'kind 7',
			'registryNumber 8'
		]);
	});

	it('of figures know their unit and their year, one column a year', () => {
		const heading = findHeading([
			[
				'Nama Koperasi',
				'Aset (Rp Juta) 2023',
				'Aset (Rp Juta) 2024',
				'Aset 2024',
				'SHU (dalam ribuan)',
				'Jml Anggota',
				'Modal Sendiri per 31 Desember 2024'
			]
		]);
		expect(heading?.columns.map(({ field, unit, bookYear }) => [field, unit, bookYear])).toEqual([
			['name', 1n, null],
			['assets', 1_000_000n, 2023],
			['assets', 1_000_000n, 2024],
			['netSurplus', 1_000n, null],
			['members', 1n, null],
			['ownCapital', 1n, 2024]
		]);
		expect(heading?.unused.map((column) => column.index)).toEqual([3]);
	});

	it('are taken once; the surer word wins, the other is shown as unused', () => {
		const heading = findHeading([['Nama', 'Nama Koperasi', 'Alamat']]);
		expect(heading?.columns.map(({ field, index }) => [field, index])).toEqual([
			['name', 1],
			['address', 2]
		]);
		expect(heading?.unused).toEqual([{ index: 0, heading: 'Nama' }]);
	});
});

describe('the place of the heading', () => {
	const titles = [['DAFTAR KOPERASI'], ['KOTA BOGOR TAHUN 2026']];
	const heading = ['No', 'Nama Koperasi', 'Alamat'];

	it('is below titles', () => {
		expect(findHeading([...titles, heading, ['1', 'A', 'B']])?.rows).toBe(3);
	});

	it('takes in the row of numbers below it', () => {
		expect(findHeading([...titles, heading, ['(1)', '(2)', '(3)'], ['1', 'A', 'B']])?.rows).toBe(4);
		expect(findHeading([heading, ['1', '2', '3'], ['1', 'A', 'B']])?.rows).toBe(2);
		expect(findHeading([heading, ['1', 'KUB', '2010']])?.rows).toBe(1);
	});

	it('takes in a second row under merged cells', () => {
		const found = findHeading([
			['No', 'Nama Koperasi', 'Badan Hukum', '', 'Jumlah Anggota', '', '', 'Alamat', ''],
			['', '', 'Nomor', 'Tanggal', 'L', 'P', 'Jml', 'Jalan', 'Kecamatan'],
			['1', 'A', '1/BH', '', '2', '3', '5', 'Jl. X', 'Y']
		]);
		expect(found?.rows).toBe(2);
		expect(found?.columns.map(({ field, index }) => `${field} ${index}`)).toEqual([
			'rowNumber 0',
			'name 1',
			'legalNumber 2',
			'legalOn 3',
			'membersMale 4',
			'membersFemale 5',
			'members 6',
			'address 7',
			'district 8'
		]);
		expect(found?.unused).toEqual([]);
	});

	it('does not take the number of women for that of all members', () => {
		const found = findHeading([
			['Nama Koperasi', 'Alamat', 'Anggota', ''],
			['', '', 'L', 'P']
		]);
		expect(found?.columns.map((column) => column.field)).toEqual(['name', 'address', 'membersMale', 'membersFemale']);
	});

	it('is nowhere in a list without names, or with nothing but names of other things', () => {
		expect(
			findHeading([
				['Tahun', 'Aset', 'SHU'],
				['2020', '1', '2']
			])
		).toBeNull();
		expect(findHeading([['Nama Koperasi'], ['A']])).toBeNull();
		expect(findHeading([])).toBeNull();
	});

	it('is looked for no deeper than a heading can be', () => {
		const blank = Array.from({ length: headingDepth - 1 }, () => ['x']);
		expect(findHeading([...blank, heading])?.rows).toBe(headingDepth);
		expect(findHeading([...blank, ['x'], heading])).toBeNull();
	});
});
