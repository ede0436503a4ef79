/** One rule of law that the product cites. Titles and dates as commonly published; compare with the official text. */
export interface Regulation {
	readonly code: string;
	readonly title: string;
	readonly validFrom: string;
	readonly validUntil: string | null;
	readonly replacedBy: string | null;
	readonly certainty: 'official' | 'secondary' | 'unverified';
	readonly note: string | null;
}

const rule = (
	code: string,
	title: string,
	validFrom: string,
	certainty: Regulation['certainty'],
	rest: Partial<Pick<Regulation, 'validUntil' | 'replacedBy' | 'note'>> = {}
): Regulation => ({ code, title, validFrom, certainty, validUntil: null, replacedBy: null, note: null, ...rest });

export const regulations: readonly Regulation[] = [
	rule('uu-25-1992', 'Undang-Undang Nomor 25 Tahun 1992 tentang Perkoperasian', '1992-10-21', 'secondary', {
		note: 'Pasal 46-56 tentang pembubaran dibaca dari salinan teks lengkap.'
	}),
	rule('uu-11-2020', 'Undang-Undang Nomor 11 Tahun 2020 tentang Cipta Kerja', '2020-11-02', 'unverified', {
		validUntil: '2022-12-29',
		replacedBy: 'uu-6-2023'
	}),
	rule(
		'uu-6-2023',
		'Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan Perppu Cipta Kerja',
		'2023-03-31',
		'unverified'
	),
	rule('uu-27-2022', 'Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi', '2022-10-17', 'unverified'),
	rule(
		'pp-17-1994',
		'Peraturan Pemerintah Nomor 17 Tahun 1994 tentang Pembubaran Koperasi oleh Pemerintah',
		'1994-04-27',
		'unverified'
	),
	rule(
		'permenkop-14-2009',
		'Permenkop 14/Per/M.KUKM/XII/2009 tentang Penilaian Kesehatan KSP dan USP',
		'2009-12-01',
		'secondary',
		{
			validUntil: '2016-04-17',
			replacedBy: 'perdep-06-2016',
			note: 'Tanggal berlaku dan berakhir belum dicocokkan dengan naskah resmi.'
		}
	),
	rule(
		'perdep-06-2016',
		'Perdep 06/Per/Dep.6/IV/2016 tentang Penilaian Kesehatan KSP dan USP Koperasi',
		'2016-04-18',
		'secondary',
		{
			note: 'Tanggal berlaku belum dicocokkan dengan naskah resmi. Aturan terdahulu; pengganti: KKPKK.'
		}
	),
	rule(
		'perdep-07-2016',
		'Perdep 07/Per/Dep.6/IV/2016 tentang Penilaian Kesehatan KSPPS dan USPPS Koperasi',
		'2016-04-18',
		'unverified'
	),
	rule('permenkop-19-2015', 'Permenkop 19/Per/M.KUKM/IX/2015 tentang Rapat Anggota', '2015-09-23', 'unverified', {
		note: 'Sanksi RAT: bab G; naskah lengkap belum ditemukan.'
	}),
	rule(
		'permenkop-9-2018',
		'Permenkop 9 Tahun 2018 tentang Penyelenggaraan dan Pembinaan Perkoperasian',
		'2018-07-01',
		'unverified',
		{
			note: 'Menambah alasan pembubaran: tiga tahun berturut-turut tanpa rapat anggota.'
		}
	),
	rule('permenkop-9-2020', 'Permenkop UKM 9 Tahun 2020 tentang Pengawasan Koperasi', '2020-10-14', 'secondary'),
	rule(
		'juknis-15-2021',
		'Petunjuk Teknis Deputi Perkoperasian 15 Tahun 2021 tentang Pedoman KKPKK',
		'2021-01-01',
		'secondary',
		{
			note: 'Tanggal berlaku belum dicocokkan; naskah dibaca sebagian.'
		}
	),
	rule(
		'permenkop-8-2023',
		'Permenkop UKM 8 Tahun 2023 tentang Usaha Simpan Pinjam oleh Koperasi',
		'2023-01-01',
		'secondary',
		{
			note: 'Tanggal berlaku belum dicocokkan.'
		}
	),
	rule(
		'permenkop-2-2024',
		'Permenkop UKM 2 Tahun 2024 tentang Kebijakan Akuntansi Koperasi',
		'2024-01-01',
		'secondary',
		{
			note: 'Tanggal berlaku belum dicocokkan.'
		}
	),
	rule('klinik', 'Ketentuan sistem ini sendiri, bukan peraturan', '2026-01-01', 'unverified', {
		note: 'Dipakai untuk skala dan aturan yang tidak ada sumber hukumnya; selalu ditandai di layar.'
	})
];
