import type { Aspect } from '../../instrument.ts';
import { blocks, type BlockRow } from './pieces.ts';

/** Aspect A, tata kelola: 17 indicators, 77 questions. */

const principles: readonly BlockRow[] = [
	{
		code: 'voluntary-open-membership',
		place: 'keanggotaan sukarela dan terbuka',
		wordings: [
			'Anggaran dasar atau anggaran rumah tangga menyebut bahwa orang masuk dan keluar menjadi anggota secara sukarela.',
			'Anggaran dasar atau anggaran rumah tangga menyebut bahwa keanggotaan terbuka bagi semua golongan.',
			'Jumlah anggota baru lebih banyak daripada anggota yang keluar.',
			'Ada dokumen yang sah tentang anggota yang masuk dan yang keluar.'
		]
	},
	{
		code: 'democratic-management',
		place: 'pengelolaan secara demokratis',
		wordings: [
			'Keputusan rapat anggota diambil dengan satu suara untuk setiap anggota.',
			'Pengelolaan koperasi dijalankan menurut asas satu anggota satu suara.',
			'Setiap anggota berhak memilih dan dipilih menjadi pengurus.',
			'Setiap anggota berhak memilih dan dipilih menjadi pengawas.',
			'Anggota ikut serta menyusun peraturan koperasi.'
		]
	},
	{
		code: 'fair-surplus-sharing',
		place: 'pembagian sisa hasil usaha secara adil',
		wordings: [
			'Menurut anggaran dasar, SHU dibagi sebanding dengan jasa usaha setiap anggota.',
			'Menurut anggaran dasar, SHU dibagi sebanding dengan modal setiap anggota.',
			'Menurut anggaran dasar, SHU tidak dibagi sama rata untuk setiap orang.'
		]
	},
	{
		code: 'limited-return-on-capital',
		place: 'balas jasa yang terbatas terhadap modal',
		wordings: [
			'Balas jasa simpanan sukarela wajar dan disetujui rapat anggota.',
			'Balas jasa simpanan berjangka wajar dan disetujui rapat anggota.',
			'Balas jasa modal penyertaan wajar dan disetujui rapat anggota.',
			'Ada peraturan khusus tentang balas jasa.'
		]
	},
	{
		code: 'independence',
		place: 'kemandirian',
		wordings: [
			'Koperasi berjalan dengan kekuatan sendiri: modal dari dalam lebih besar daripada modal dari luar.',
			'Koperasi tidak bergantung pada pihak luar: modal sendiri dan pinjaman anggota lebih besar daripada pinjaman luar.',
			'Bantuan dari luar dipakai sebagai sarana, bukan tujuan.',
			'Kemandirian koperasi didukung dokumen.'
		]
	},
	{
		code: 'cooperative-education',
		place: 'pendidikan perkoperasian',
		wordings: [
			'SHU disisihkan untuk pelatihan pengurus secara teratur.',
			'SHU disisihkan untuk pelatihan pengawas secara teratur.',
			'SHU disisihkan untuk pelatihan pengelola secara teratur.',
			'SHU disisihkan untuk pendidikan anggota secara teratur.'
		]
	},
	{
		code: 'cooperation-among-cooperatives',
		place: 'kerja sama antarkoperasi',
		wordings: [
			'Ada kerja sama usaha dengan koperasi lain.',
			'Ada kerja sama permodalan dengan koperasi lain.',
			'Ada kerja sama dengan koperasi lain di bidang organisasi, SDM, pemasaran, atau teknologi informasi.',
			'Kerja sama itu nyata membantu kemajuan koperasi.'
		]
	}
];

const legalEntity: BlockRow = {
	code: 'legal-entity',
	place: 'legalitas badan hukum',
	wordings: [
		'Akta badan hukum koperasi masih berlaku.',
		'Usaha koperasi sesuai dengan aktanya.',
		'Tempat kedudukan koperasi sesuai dengan aktanya.'
	]
};

/** Of the worksheet for other kinds only the number of questions is known, not what they say. */
export const businessLicence: BlockRow = {
	code: 'business-licence',
	place: 'izin usaha',
	wordings: [
		'Koperasi memiliki izin usaha yang masih berlaku untuk usaha yang dijalankan.',
		'Setiap cabang memiliki izin yang masih berlaku, atau koperasi tidak memiliki cabang.',
		'Papan nama koperasi terpasang.'
	],
	note: {
		id: 'Bunyi butir izin untuk koperasi selain simpan pinjam tidak ditemukan; butir ini disesuaikan dari lembar simpan pinjam.',
		en: 'The wording of the licence items for other kinds than savings and loan was not found; these are adapted from the sheet of savings and loan.'
	},
	certainty: 'unverified'
};

export const savingsAndLoanLicence: BlockRow = {
	code: 'savings-and-loan-licence',
	place: 'izin usaha simpan pinjam',
	wordings: [
		'Izin usaha simpan pinjam masih berlaku.',
		'Izin kantor cabang masih berlaku, atau koperasi tidak memiliki cabang.',
		'Papan nama koperasi terpasang.'
	]
};

const restOfInstitution: readonly BlockRow[] = [
	{
		code: 'articles-of-association',
		place: 'anggaran dasar',
		wordings: [
			'daftar nama pendiri',
			'nama dan tempat kedudukan',
			'jenis koperasi',
			'maksud dan tujuan',
			'jangka waktu berdiri',
			'keanggotaan',
			'besarnya simpanan pokok dan simpanan wajib pertama',
			'permodalan',
			'rapat anggota',
			'pengurus',
			'pengawas',
			'pengelolaan dan pengendalian',
			'bidang usaha',
			'pembagian SHU',
			'pembubaran, penyelesaian, dan hapusnya status badan hukum',
			'sanksi',
			'peraturan khusus'
		].map((what) => `Anggaran dasar mengatur ${what}.`)
	},
	{
		code: 'membership',
		place: 'keanggotaan',
		wordings: [
			'Buku daftar anggota ada dan diisi.',
			'Jumlah anggota tidak turun di bawah batas yang diatur.',
			'Anggota aktif menabung, meminjam, atau bertransaksi dengan koperasi.',
			'Anggota hadir dan ikut serta dalam rapat anggota.'
		],
		note: {
			id: 'Batas jumlah anggota: butir menyebut 9 orang, penjelasannya 20 orang; mana yang benar belum dipastikan.',
			en: 'The limit of members: the item says 9 people, its explanation 20; which is right is not confirmed.'
		}
	},
	{
		code: 'organs',
		place: 'kelengkapan organisasi',
		wordings: ['Rapat anggota diselenggarakan.', 'Pengurus ada dan lengkap.', 'Pengawas dan pengelola ada.']
	}
];

const management: readonly BlockRow[] = [
	{
		code: 'management-general',
		place: 'manajemen umum',
		wordings: [
			'Ada visi, misi, dan tujuan koperasi.',
			'Ada rencana kerja jangka panjang dan jangka pendek.',
			'Pelaksanaan rencana kerja diukur dan dievaluasi.'
		]
	},
	{
		code: 'management-institution',
		place: 'manajemen kelembagaan',
		wordings: [
			'Ada bagan struktur organisasi.',
			'Ada rincian tugas untuk setiap jabatan.',
			'Ada Standar Operasional Manajemen (SOM) dan Standar Operasional Prosedur (SOP).',
			'Dokumen penting disimpan dengan aman.'
		]
	},
	{
		code: 'management-capital',
		place: 'manajemen permodalan',
		wordings: [
			'Modal sendiri tumbuh dari tahun ke tahun.',
			'Simpanan anggota tumbuh dari tahun ke tahun.',
			'Cadangan tumbuh dari tahun ke tahun.',
			'Investasi dibiayai dari modal sendiri.'
		]
	},
	{
		code: 'management-assets',
		place: 'manajemen aset',
		wordings: [
			'Pinjaman atau piutang didukung agunan atau jaminan yang cukup.',
			'Kelancaran pinjaman atau piutang dijaga dan dicatat.',
			'Pinjaman atau piutang macet masih dapat ditagih.',
			'Pinjaman atau piutang diberikan dengan prinsip kehati-hatian.'
		]
	},
	{
		code: 'management-liquidity',
		place: 'manajemen likuiditas',
		wordings: [
			'Ada kebijakan tertulis tentang likuiditas.',
			'Ada fasilitas dana siaga dari lembaga lain.',
			'Ada peraturan khusus tentang ukuran likuiditas.',
			'Ada sistem informasi untuk memantau likuiditas.'
		]
	}
];

/** The aspect as one sheet has it, with its own indicator of the licence. */
export const governance = (licence: BlockRow): Aspect => ({
	code: 'governance',
	weight: '30',
	components: [
		...blocks('principles', 'A.I prinsip koperasi', principles),
		...blocks('institution', 'A.II kelembagaan', [legalEntity, licence, ...restOfInstitution]),
		...blocks('management', 'A.III manajemen', management)
	]
});
