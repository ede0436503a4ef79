import { describe, expect, it } from 'vitest';
import { readGroup } from '#clinic/cooperatives/cell-classes.ts';
import { findHeading } from '#clinic/cooperatives/headings.ts';
import { MAX_NAME, readRow, type RegisterFields } from '#clinic/cooperatives/import-row.ts';
import { noteWeight } from '#clinic/cooperatives/notes.ts';

const context = { today: '2026-11-21', regency: 'Kota Bogor', section: null };

/** Reads one row given as heading: cell. */
function read(cells: Record<string, string>, more: Partial<typeof context> | { section: string } = {}) {
	const heading = findHeading([Object.keys(cells)]);
	return readRow(Object.values(cells), heading!.columns, { ...context, ...more });
}

const usual = { 'Nama Koperasi': 'KSP Sri Rejeki', 'Badan Hukum': '8091/BH/KWK-10/22', Kecamatan: 'Bogor Utara' };

function taken(cells: Record<string, string>, more = {}): { fields: RegisterFields; notes: string[] } {
	const row = read({ ...usual, ...cells }, more);
	if (row.outcome === 'refused') throw new Error(row.reason);
	return {
		fields: row.fields,
		notes: row.notes.map(({ code, field, from, to }) => `${code} ${field}: ${from} > ${to}`)
	};
}

function refused(cells: Record<string, string>): string {
	const row = read({ ...usual, ...cells });
	return row.outcome === 'refused' ? [row.reason, ...Object.values(row.params)].join(' ') : 'taken';
}

describe('the name', () => {
	it('comes as it is, ready for the search', () => {
		expect(taken({})).toMatchObject({
			fields: { name: 'KSP Sri Rejeki', core: 'sri reyeki', norm: 'ksp sri reyeki' },
			notes: []
		});
	});

	it.each([
		['KSP Sri \nRejeki', 'KSP Sri Rejeki', 'lineBreakRemoved name: KSP Sri \nRejeki > KSP Sri Rejeki'],
		['12. KSP Sri Rejeki', 'KSP Sri Rejeki', 'numberingRemoved name: 12. KSP Sri Rejeki > KSP Sri Rejeki'],
		['KSP RSIB)', 'KSP RSIB', 'bracketRemoved name: KSP RSIB) > KSP RSIB'],
		['=KSP Sri', '=KSP Sri', 'looksLikeAFormula name: =KSP Sri > =KSP Sri']
	])('%j', (cell, name, note) => {
		const row = taken({ 'Nama Koperasi': cell });
		expect(row.fields.name).toBe(name);
		expect(row.notes).toEqual([note, ...row.notes.slice(1)]);
	});

	it('keeps brackets that belong and numbers that are the name', () => {
		expect(taken({ 'Nama Koperasi': 'KSU Mandiri (SUMBER)' }).fields.name).toBe('KSU Mandiri (SUMBER)');
		expect(taken({ 'Nama Koperasi': '2010 KUB' }).fields.name).toBe('2010 KUB');
	});
});

describe('rows that are no cooperative', () => {
	it.each<[Record<string, string>, string]>([
		[{ 'Nama Koperasi': '' }, 'noName'],
		[{ 'Nama Koperasi': ' - ' }, 'noName'],
		[{ 'Nama Koperasi': '12345' }, 'nameWithoutLetters 12345'],
		[{ 'Nama Koperasi': 'K'.repeat(MAX_NAME + 1) }, `nameTooLong ${MAX_NAME}`],
		[{ 'Nama Koperasi': 'JUMLAH', 'Badan Hukum': '' }, 'totalRow'],
		[{ 'Nama Koperasi': 'Total Koperasi:', 'Badan Hukum': '-' }, 'totalRow'],
		[{ 'Nama Koperasi': 'Kecamatan Bogor Timur', 'Badan Hukum': '', Kecamatan: '' }, 'section Bogor Timur'],
		[{ 'Nama Koperasi': 'Nama Koperasi', 'Badan Hukum': 'Badan Hukum' }, 'repeatedHeading'],
		[{ Kabupaten: 'Kab. Bogor' }, 'otherRegency Kab. Bogor'],
		[{ Kabupaten: 'Kota Depok' }, 'otherRegency Kota Depok']
	])('%j', (cells, reason) => {
		expect(refused(cells)).toBe(reason);
	});

	it.each<Record<string, string>>([
		{ 'Nama Koperasi': 'K'.repeat(MAX_NAME) },
		{ 'Nama Koperasi': 'Jumlah', 'Badan Hukum': '8091/BH/KWK-10/22' },
		{ 'Nama Koperasi': 'Jumlah Rejeki', 'Badan Hukum': '' },
		{ 'Nama Koperasi': 'Koperasi' },
		{ Kabupaten: 'KOTA BOGOR' },
		{ Kabupaten: 'Bogor' },
		{ Kabupaten: '' }
	])('but %j is one', (cells) => {
		expect(refused(cells)).toBe('taken');
	});
});

describe('kind, pattern and form', () => {
	it.each<[string, string | null, string | null, string | null]>([
		['Koperasi Simpan Pinjam Sepakat', 'savingsAndLoan', 'conventional', null],
		['KSPPS Berkah', 'savingsAndLoan', 'sharia', null],
		['KOPERASI KONSUMEN KPRI PASCAPANEN', 'consumer', null, null],
		['Koperasi Jasa Angkutan', 'service', null, null],
		['Koperasi Produsen Tempe', 'producer', null, null],
		['Koperasi Pemasaran IKM', 'marketing', null, null],
		['Koperasi Jasa Keuangan Syariah As Salam', 'savingsAndLoan', 'sharia', 'kindGuessed'],
		['KBMT Lebah', 'savingsAndLoan', 'sharia', 'kindGuessed'],
		['Koperasi Karyawan Askes', 'consumer', null, 'kindGuessed'],
		['KOPERASI KONSUMEN DANA PINJAMAN MANDIRI', 'consumer', null, 'namedLikeALender'],
		['Koperasi Konsumen KSP Ganda', 'consumer', 'conventional', 'kindGuessed'],
		['Koperasi Serba Usaha Kujang', null, null, 'kindUnknown'],
		['Koperasi Mina Maju', null, null, 'kindUnknown']
	])('%s', (name, kind, pattern, doubt) => {
		const { fields, notes } = taken({ 'Nama Koperasi': name });
		expect([fields.kind, fields.pattern]).toEqual([kind, pattern]);
		expect(notes).toEqual(doubt ? [`${doubt} kind:  > ${kind}`] : []);
	});

	it('are taken from their columns first; a name that says otherwise is a doubt', () => {
		expect(taken({ Jenis: 'Jasa' })).toMatchObject({
			fields: { kind: 'service' },
			notes: ['kindDisagrees kind: savingsAndLoan > service']
		});
		expect(taken({ 'Nama Koperasi': 'KSU Jaya', Jenis: 'Konsumen' })).toMatchObject({
			fields: { kind: 'consumer' },
			notes: []
		});
		expect(taken({ Jenis: 'Entahlah' })).toMatchObject({
			fields: { kind: 'savingsAndLoan' },
			notes: ['choiceUnknown kind: Entahlah > null']
		});
		expect(taken({ Pola: 'Syariah' }).fields.pattern).toBe('sharia');
		expect(taken({ Bentuk: 'Sekunder Kab/Kota' }).fields.form).toBe('secondary');
		expect(taken({ 'Nama Koperasi': 'Pusat KUD Jaya' }).fields.form).toBeNull();
		expect(taken({ 'Nama Koperasi': 'Puskud Jaya' }).fields.form).toBe('secondary');
	});
});

describe('numbers and days', () => {
	it('takes number and date apart that share a cell', () => {
		for (const cell of [
			'No. 19/BH/KWK/1998 - Tgl 19 Mei 1998',
			'19/BH/KWK/1998, 19/05/1998',
			'19/BH/KWK/1998 19 Mei 1998'
		]) {
			const { fields, notes } = taken({ 'Badan Hukum': cell });
			expect([fields.legalNumber, fields.legalOn]).toEqual(['19/BH/KWK/1998', '1998-05-19']);
			expect(notes).toEqual([`dateSplitOff legalNumber: ${cell} > 19/BH/KWK/1998`]);
		}
	});

	it.each<[Record<string, string>, string[]]>([
		[{ 'Badan Hukum': '' }, ['legalNumberMissing legalNumber:  > null']],
		[{ 'Badan Hukum': 'dalam proses' }, ['legalNumberUnreadable legalNumber: dalam proses > null']],
		[
			{ 'Badan Hukum': '8166/BH/PAD/KWK.10/IV/97' },
			['legalNumberIsAmendment legalNumber: 8166/BH/PAD/KWK.10/IV/97 > 8166/BH/PAD/KWK.10/IV/97']
		],
		[
			{ 'Badan Hukum': '3211/BH/M.KUKM.2/I/2007' },
			['legalNumberYear legalNumber: 3211/BH/M.KUKM.2/I/2007 > 3211/BH/M.KUKM.2/I/2007']
		],
		[{ 'Badan Hukum': '3211/BH/M.KUKM.2/I/2015' }, []],
		[
			{ 'Badan Hukum': '19/BH/KWK/1998', 'Tgl BH': '19/05/1999' },
			['legalDateDiffers legalOn: 1999-05-19 > 1999-05-19']
		],
		[{ 'Tgl BH': 'Agustus 2008' }, ['dateIncomplete legalOn: Agustus 2008 > null']],
		[{ 'Tgl BH': '31/02/2008' }, ['dateUnreadable legalOn: 31/02/2008 > null']],
		[{ 'Tgl BH': '03/24/2010' }, ['dateRead legalOn: 03/24/2010 > 2010-03-24']],
		[{ 'Tanggal Berdiri': '22/11/2026' }, ['dateInFuture foundedOn: 22/11/2026 > null']],
		[{ 'Tanggal Berdiri': '21/11/2026' }, []],
		[{ NIK: '3271060060001' }, []],
		[{ NIK: '327106006000' }, ['numberLength registryNumber: 327106006000 > null']],
		[{ 'E-mail': 'a@b.id' }, []],
		[{ 'E-mail': 'tidak punya' }, ['emailUnreadable email: tidak punya > null']],
		[{ Alamat: '#REF!' }, ['spreadsheetError address: #REF! > null']]
	])('%j', (cells, notes) => {
		expect(taken(cells).notes).toEqual(notes);
	});

	it('does not take a citizen’s number for that of a cooperative, and does not repeat it', () => {
		const { fields, notes } = taken({ NIK: '3271 0601 0180 0001' });
		expect(fields.registryNumber).toBeNull();
		expect(notes).toEqual(['looksLikeANationalId registryNumber: 16 > null']);
	});

	it('reads numbers without their separators', () => {
		expect(taken({ NIK: "'3271060060001", NIB: '1234 5678 90123', NPWP: '01.234.567.8-404.000' }).fields).toMatchObject(
			{
				registryNumber: '3271060060001',
				businessNumber: '1234567890123',
				taxNumber: '012345678404000'
			}
		);
	});
});

describe('places', () => {
	it('a district comes from its column, else from the line above, else it is missing', () => {
		expect(taken({}, { section: 'Bogor Barat' }).fields.district).toBe('Bogor Utara');
		expect(taken({ Kecamatan: '' }, { section: 'Bogor Barat' })).toMatchObject({
			fields: { district: 'Bogor Barat' },
			notes: ['districtFromSection district:  > Bogor Barat']
		});
		expect(taken({ Kecamatan: '' })).toMatchObject({
			fields: { district: null },
			notes: ['districtMissing district:  > null']
		});
	});

	it('what is too long for its place is not cut', () => {
		const long = 'x'.repeat(301);
		expect(taken({ Alamat: long })).toMatchObject({
			fields: { address: null },
			notes: [`tooLong address: ${long} > null`]
		});
		expect(taken({ Alamat: 'x'.repeat(300) }).notes).toEqual([]);
	});
});

describe('figures and meetings', () => {
	it('are kept by book year, named by the heading or the row', () => {
		const { fields, notes } = taken({
			'Tahun Buku': '2024',
			'Jumlah Anggota': '1.250',
			'Aset 2023': 'Rp 5.000.000',
			'SHU (Rp juta)': '-1,5'
		});
		expect(fields.figures).toMatchObject([
			{
				bookYear: 2023,
				members: null,
				ownCapitalRupiah: null,
				outsideCapitalRupiah: null,
				assetsRupiah: 5_000_000n,
				turnoverRupiah: null,
				netSurplusRupiah: null
			},
			{
				bookYear: 2024,
				members: 1250,
				ownCapitalRupiah: null,
				outsideCapitalRupiah: null,
				assetsRupiah: null,
				turnoverRupiah: null,
				netSurplusRupiah: -1_500_000n
			}
		]);
		expect(notes).toEqual(['amountScaled netSurplus: -1,5 > -1500000']);
	});

	it('men and women are all members, with staff and managers', () => {
		const { fields } = taken({
			'Tahun Buku': '2024',
			'Jumlah Anggota': '5',
			Anggota_Pria: '120',
			Anggota_Wanita: '1.080',
			Karyawan_Wanita: '3',
			Manajer_Pria: '1'
		});
		expect(fields.figures).toMatchObject([
			{ members: 1200, membersMale: 120, membersFemale: 1080, staffMale: null, staffFemale: 3, managersMale: 1 }
		]);
	});

	it.each<[Record<string, string>, string]>([
		[{ Aset: '5.000.000' }, 'bookYearMissing assets: 5.000.000 > null'],
		[{ 'Tahun Buku': '2024', Aset: '40..000' }, 'amountUnreadable assets: 40..000 > null'],
		[{ 'Tahun Buku': '2024', Aset: '-5' }, 'amountUnreadable assets: -5 > null'],
		[{ 'Tahun Buku': '2024', 'Aset (Rp juta)': '123.456' }, 'amountAmbiguous assets: 123.456 > null'],
		[{ 'Tahun Buku': '2024', Anggota: 'banyak' }, 'countUnreadable members: banyak > null'],
		[{ 'Tahun Buku': '24' }, 'choiceUnknown bookYear: 24 > null'],
		[{ 'Tanggal RAT': '22/11/2026' }, 'dateInFuture lastMeetingOn: 22/11/2026 > null']
	])('%j', (cells, note) => {
		const { fields, notes } = taken(cells);
		expect(notes).toEqual([note]);
		expect(fields.figures).toEqual([]);
		expect(fields.meeting).toBeNull();
	});

	it('a rounded amount says so', () => {
		expect(taken({ 'Tahun Buku': '2024', Aset: '1.000,50' })).toMatchObject({
			fields: { figures: [{ assetsRupiah: 1001n }] },
			notes: ['amountRounded assets: 1.000,50 > 1001']
		});
	});

	it('the book year of a meeting is the one before, and said to be assumed', () => {
		expect(taken({ 'Tanggal RAT': '28/02/2026' })).toMatchObject({
			fields: { meeting: { bookYear: 2025, heldOn: '2026-02-28' } },
			notes: ['bookYearAssumed lastMeetingOn: 2026-02-28 > 2025']
		});
		expect(taken({ 'Tanggal RAT': '15/05/2026' }).notes).toContain(
			'dateLooksLikeADefault lastMeetingOn: 2026-05-15 > 2026-05-15'
		);
	});
});

it('a note weighs what it means', () => {
	expect(noteWeight('lineBreakRemoved')).toBe('corrected');
	expect(noteWeight('kindGuessed')).toBe('doubtful');
	expect(noteWeight('dateInFuture')).toBe('notTaken');
});

describe('what the national register asks beside the basics', () => {
	it('is taken by its numbers or its words', () => {
		const { fields, notes } = taken({
			Bentuk_Koperasi: 'Primer Kab/Kota',
			Kelompok_Koperasi: '28 - KPRI',
			Sektor_Usaha: 'Keuangan dan Asuransi',
			KUK: 'KUK 2',
			Binaan: 'Provinsi',
			'Disahkan oleh': 'Bupati/Wali Kota',
			'Skala Besar': 'Tidak',
			USP: 'Ada',
			Notaris: 'Camat Bogor Utara',
			'Kode Pos': '16151',
			Website: 'kprisejahtera.example.id',
			Lintang: '-6,58',
			Bujur: '106.79',
			Nomor_Perubahan_Anggaran_Dasar: '8166/BH/PAD/KWK.10/IV/97',
			Tanggal_Perubahan_Anggaran_Dasar: '12/04/1997',
			Tanggal_Berlaku_Sertifikat: '31/12/2027',
			Nama_Ketua: 'Sri Wahyuni',
			Nama_Pengawas: '1. Budi Utomo; 2. Rini'
		});
		expect(fields).toMatchObject({
			form: 'primary',
			reach: 'regency',
			groupCode: 28,
			sectorCode: 11,
			businessClass: 2,
			guidedBy: 'province',
			legalApprovedBy: 'regent',
			isLarge: false,
			hasSavingsUnit: true,
			notary: 'Camat Bogor Utara',
			postalCode: '16151',
			website: 'https://kprisejahtera.example.id',
			latitude: -6.58,
			longitude: 106.79,
			amendment: { number: '8166/BH/PAD/KWK.10/IV/97', amendedOn: '1997-04-12' },
			certificateUntil: '2027-12-31',
			officers: [
				{ role: 'chair', name: 'Sri Wahyuni' },
				{ role: 'supervisor', name: 'Budi Utomo' },
				{ role: 'supervisor', name: 'Rini' }
			]
		});
		expect(notes.filter((note) => !note.startsWith('dateRead'))).toEqual(['kindUnknown kind:  > null'].slice(1));
	});

	it.each<[Record<string, string>, string]>([
		[{ Kelompok: '46' }, 'choiceUnknown group: 46 > null'],
		[{ Kelompok: 'Ojek' }, 'choiceUnknown group: Ojek > null'],
		[{ Sektor: '18' }, 'choiceUnknown sector: 18 > null'],
		[{ KUK: '5' }, 'choiceUnknown businessClass: 5 > null'],
		[{ 'Kode Pos': '161' }, 'choiceUnknown postalCode: 161 > null'],
		[{ 'Nama Ketua': '3' }, 'choiceUnknown chair: 3 > null'],
		[{ Latitude: '106.79', Longitude: '-6.58' }, 'choiceUnknown latitude: 106.79; -6.58 > null']
	])('%j is said and not taken', (cells, note) => {
		expect(taken(cells).notes).toEqual([note]);
	});

	it.each([
		['KUD', 1],
		['Koperasi Unit Desa', 1],
		['Koperasi Pondok Pesantren', 10],
		['Simpan Pinjam', 18],
		['KPRI (Pegawai Negeri)', 28],
		['Wredatama', 34],
		['45', 45],
		['7. Kopti', 7]
	])('group %s is number %i', (cell, number) => expect(readGroup(cell)).toBe(number));
});
