import { law, ours, said, type Entries } from './entry.ts';

export const institution = {
	meetingNotHeld: {
		severity: 'severe',
		namedBy: ['buleleng', 'practice'],
		definition: said(
			'Rapat anggota tahunan untuk satu tahun buku atau lebih tidak diadakan.',
			'The annual meeting of one book year or more was not held.'
		),
		disproof: said(
			'Ada undangan, daftar hadir, dan berita acara rapat anggota tahun buku terakhir yang jatuh tempo.',
			'There are invitation, attendance list and minutes of the meeting on the last book year due.'
		),
		treatment: said(
			'Dampingi menyusun laporan pengurus, tetapkan tanggal bersama, undang anggota, dan adakan rapat; tahun yang tertunda dapat digabung.',
			'Help to write the board’s report, set a day together, invite the members, and hold the meeting; years left out can be taken together.'
		),
		legal: [law('uu-25-1992', '26'), law('permenkop-19-2015', 'bab G'), law('permenkop-9-2018')]
	},
	meetingNotReported: {
		severity: 'light',
		namedBy: ['sragen', 'practice'],
		definition: said(
			'Rapat anggota diadakan, tetapi laporannya belum diserahkan kepada dinas.',
			'The annual meeting was held, but its report was not handed in to the office.'
		),
		disproof: said(
			'Laporan rapat anggota tahun buku terakhir sudah diterima dinas.',
			'The office has the report of the last book year’s meeting.'
		),
		treatment: said(
			'Bantu melengkapi berita acara dan lampiran, lalu serahkan lewat ODS atau surat.',
			'Help to complete minutes and enclosures, then hand them in through ODS or by letter.'
		),
		legal: [law('permenkop-19-2015')]
	},
	boardTermEnded: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Masa jabatan seluruh pengurus sudah lewat dan belum ada pemilihan.',
			'The term of the whole board has passed and there was no election.'
		),
		disproof: said(
			'Berita acara pemilihan menunjukkan pengurus yang masih menjabat.',
			'Minutes of an election show a board still in office.'
		),
		treatment: said(
			'Adakan rapat anggota dengan acara pemilihan, lalu perbarui data pengurus di register.',
			'Hold a members’ meeting with an election, then renew the board in the register.'
		),
		legal: [law('uu-25-1992', '29')]
	},
	boardGone: {
		severity: 'severe',
		namedBy: ['sragen', 'practice'],
		definition: said(
			'Pengurus meninggal, pindah, mengundurkan diri, atau tidak dapat ditemukan, dan tidak ada yang bertindak.',
			'The board has died, moved, resigned or cannot be found, and nobody acts.'
		),
		disproof: said(
			'Sedikitnya satu pengurus dapat dihubungi dan bersedia bertindak.',
			'At least one board member can be reached and is willing to act.'
		),
		treatment: said(
			'Cari pengurus atau anggota lewat desa, bentuk panitia rapat anggota, dan pilih pengurus baru; bila tidak berhasil, lacak dan usulkan pembubaran.',
			'Look for board or members through the village, form a committee for a meeting, and elect a new board; failing that, trace and propose dissolution.'
		),
		legal: [law('uu-25-1992', '29, 47'), law('pp-17-1994')]
	},
	articlesOutdated: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Anggaran dasar belum disesuaikan dengan usaha, keadaan, atau ketentuan sekarang.',
			'The articles were not adapted to the business, the situation or the rules of today.'
		),
		disproof: said(
			'Anggaran dasar memuat semua hal yang diminta undang-undang dan sesuai dengan usaha yang dijalankan.',
			'The articles contain all that the law asks and agree with the business that is run.'
		),
		treatment: said(
			'Bandingkan dengan daftar isi wajib, bahas perubahan dalam rapat anggota, lalu urus aktanya.',
			'Compare with what is required, discuss the change in the members’ meeting, then have the deed made.'
		),
		legal: [law('uu-25-1992', '8')]
	},
	untraceable: {
		severity: 'severe',
		namedBy: ['sragen', 'practice'],
		definition: said(
			'Alamat tidak ada atau tidak cocok, dan tidak ada cara menghubungi koperasi.',
			'There is no address or a wrong one, and no way to reach the cooperative.'
		),
		disproof: said(
			'Kunjungan atau telepon menemukan kantor atau pengurusnya.',
			'A visit or a call finds the office or its board.'
		),
		treatment: said(
			'Lacak lewat kelurahan atau desa, tetangga, dan notaris; catat setiap upaya; minta surat keterangan lurah atau kepala desa.',
			'Trace through the village, neighbours and notary; note each attempt; ask for the village head’s letter.'
		),
		legal: ours
	},
	meetingLate: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Rapat anggota diadakan sesudah enam bulan dari akhir tahun buku.',
			'The annual meeting was held later than six months after the book year.'
		),
		disproof: said(
			'Berita acara menunjukkan rapat dalam enam bulan sesudah tahun buku.',
			'The minutes show a meeting within six months after the book year.'
		),
		treatment: said(
			'Susun jadwal dari akhir tahun buku mundur: laporan, undangan, rapat; ingatkan sejak Januari.',
			'Plan backwards from the end of the book year: report, invitation, meeting; remind from January on.'
		),
		legal: [law('uu-25-1992', '26'), law('permenkop-19-2015', 'bab G')]
	},
	officesVacant: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said('Ketua, sekretaris, atau bendahara tidak terisi.', 'Chair, secretary or treasurer is vacant.'),
		disproof: said(
			'Ketiga jabatan diisi orang yang sedang menjabat.',
			'All three offices are held by people in office.'
		),
		treatment: said(
			'Adakan rapat anggota untuk mengisi jabatan yang kosong; sampai saat itu tetapkan siapa yang bertindak.',
			'Hold a members’ meeting to fill the vacancy; until then settle who acts.'
		),
		legal: [law('uu-25-1992', '29')]
	},
	noQuorum: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said(
			'Rapat anggota diundang, tetapi yang hadir tidak cukup sehingga keputusan tidak sah.',
			'The members’ meeting was called, but too few came for a valid decision.'
		),
		disproof: said(
			'Daftar hadir memenuhi kuorum menurut anggaran dasar.',
			'The attendance list meets the quorum of the articles.'
		),
		treatment: said(
			'Bersihkan daftar anggota, adakan rapat kelompok atau daring bila anggaran dasar membolehkan, dan undang ulang.',
			'Clean the members’ list, hold group or online meetings where the articles allow, and invite again.'
		),
		legal: [law('permenkop-19-2015')]
	}
} as const satisfies Entries;

export const licensing = {
	noBusinessNumber: {
		severity: 'light',
		namedBy: ['sragen'],
		definition: said(
			'Koperasi belum memiliki nomor induk berusaha (NIB) dari OSS.',
			'The cooperative has no business number (NIB) from OSS.'
		),
		disproof: said('NIB tercetak dan berlaku ada.', 'A printed, valid NIB exists.'),
		treatment: said(
			'Siapkan akta, NPWP, dan KTP pengurus, lalu dampingi pendaftaran di OSS.',
			'Prepare deed, tax number and identity cards, then help with registering at OSS.'
		),
		legal: ours
	},
	noRegistryNumber: {
		severity: 'light',
		namedBy: ['sragen'],
		definition: said(
			'Koperasi belum memiliki nomor induk koperasi (NIK).',
			'The cooperative has no registry number (NIK).'
		),
		disproof: said('NIK tercatat di ODS.', 'The NIK stands in ODS.'),
		treatment: said(
			'Lengkapi laporan rapat anggota dua tahun dan formulir profil, lalu ajukan lewat dinas.',
			'Complete the reports of two annual meetings and the profile form, then apply through the office.'
		),
		legal: ours
	},
	noLicence: {
		severity: 'moderate',
		namedBy: ['sragen', 'practice'],
		definition: said(
			'Koperasi atau unitnya menjalankan simpan pinjam tanpa izin atau sertifikat standar.',
			'The cooperative or its unit does savings and loans without a licence or standard certificate.'
		),
		disproof: said(
			'Izin usaha simpan pinjam atau sertifikat standar yang berlaku ada.',
			'A valid savings-and-loan licence or standard certificate exists.'
		),
		treatment: said(
			'Penuhi syarat modal, pengelola, dan prosedur, lalu ajukan lewat OSS; hentikan penerimaan simpanan baru sampai izin terbit.',
			'Meet the terms on capital, manager and procedures, then apply through OSS; take no new savings until it is granted.'
		),
		legal: [law('permenkop-8-2023')]
	},
	certificateExpired: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Sertifikat NIK sudah lewat masa berlakunya.',
			'The certificate of the registry number has run out.'
		),
		disproof: said('Sertifikat NIK yang berlaku ada.', 'A valid certificate exists.'),
		treatment: said(
			'Serahkan laporan rapat anggota yang belum masuk, lalu minta pembaruan; tidak dipungut biaya.',
			'Hand in the missing reports, then ask for renewal; it is free.'
		),
		legal: ours
	},
	licenceExpired: {
		severity: 'moderate',
		namedBy: ['practice'],
		definition: said('Izin usaha yang dipakai sudah habis masa berlakunya.', 'The licence in use has run out.'),
		disproof: said('Izin sudah diperbarui.', 'The licence has been renewed.'),
		treatment: said(
			'Ajukan pembaruan lewat OSS dan catat tanggal berakhirnya di kalender dinas.',
			'Apply for renewal through OSS and note its last day in the office’s calendar.'
		),
		legal: ours
	},
	branchWithoutPermit: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Kantor cabang atau kantor kas dibuka tanpa izin.',
			'A branch or cash office was opened without a permit.'
		),
		disproof: said(
			'Setiap cabang memiliki izin, atau tidak ada cabang.',
			'Each branch has its permit, or there is none.'
		),
		treatment: said(
			'Daftar semua cabang, ajukan izinnya, atau tutup yang tidak memenuhi syarat.',
			'List all branches, apply for their permits, or close those that do not qualify.'
		),
		legal: [law('permenkop-8-2023')]
	},
	noTaxNumber: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said('Koperasi belum memiliki NPWP.', 'The cooperative has no tax number (NPWP).'),
		disproof: said('NPWP atas nama koperasi ada.', 'A tax number in the cooperative’s name exists.'),
		treatment: said(
			'Bawa akta dan KTP ketua ke kantor pajak, atau daftar secara daring.',
			'Take the deed and the chair’s identity card to the tax office, or register online.'
		),
		legal: ours
	},
	outsideItsDeed: {
		severity: 'light',
		namedBy: ['practice'],
		definition: said(
			'Usaha yang dijalankan atau tempat kedudukan berbeda dari akta.',
			'The business or the seat differs from what the deed says.'
		),
		disproof: said(
			'Akta terakhir memuat usaha dan tempat yang sekarang.',
			'The last deed names business and seat of today.'
		),
		treatment: said(
			'Ubah anggaran dasar lewat rapat anggota, atau hentikan usaha yang tidak termuat.',
			'Change the articles in a members’ meeting, or end the business that is not in them.'
		),
		legal: [law('uu-25-1992', '8')]
	}
} as const satisfies Entries;
