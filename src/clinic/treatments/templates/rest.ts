import type { Template } from '../templates.ts';
import { task, template } from './pieces.ts';

export const membershipGroup: Template = template(
	'Anggota kembali merasa memiliki dan memakai koperasinya.',
	[
		task('Datangi atau telepon anggota yang tidak aktif, tanyakan sebabnya', 'secretary', 30, {
			proof: 'Foto daftar kunjungan'
		}),
		task('Perbarui buku daftar anggota', 'secretary', 45, { proof: 'Foto buku anggota' }),
		task('Adakan pertemuan anggota: apa yang diharapkan dari koperasi', 'chair', 60, {
			meetings: 1,
			proof: 'Foto daftar hadir'
		}),
		task('Dampingi menyusun layanan yang dibutuhkan anggota', 'office', 75, { meetings: 2 })
	],
	'Anggota yang keluar lebih banyak daripada yang masuk'
);

export const businessGroup: Template = template(
	'Usaha koperasi berjalan lagi dan dibeli oleh anggotanya sendiri.',
	[
		task('Tulis apa yang dibeli anggota dan di mana mereka membelinya sekarang', 'manager', 21, {
			proof: 'Foto catatan'
		}),
		task('Susun rencana usaha tiga bulan: barang, harga, modal, penanggung jawab', 'chair', 45, {
			proof: 'Foto rencana usaha'
		}),
		task('Dampingi rencana usaha dan pemasaran', 'office', 60, { meetings: 3 }),
		task('Catat penjualan setiap hari', 'manager', 60, { proof: 'Foto buku penjualan' })
	],
	'Penjualan sebulan turun dari bulan sebelumnya'
);

export const lawGroup: Template = template(
	'Perkara ditangani menurut hukum, dan hak anggota terlindungi.',
	[
		task('Kumpulkan surat, perjanjian, dan bukti yang berkaitan', 'chair', 14, { proof: 'Foto daftar berkas' }),
		task('Bicarakan dengan ahli hukum', 'office', 21, { meetings: 2 }),
		task('Jangan menandatangani apa pun tanpa berbicara dengan ahli hukum', 'chair', 3),
		task('Jelaskan perkara ini kepada anggota dengan jujur', 'chair', 45, { meetings: 1, proof: 'Foto daftar hadir' })
	],
	'Panggilan polisi atau pengadilan'
);

export const rest: Readonly<Record<string, Template>> = {
	membersInactive: template(
		'Paling sedikit setengah anggota kembali menyimpan, meminjam, atau berbelanja di koperasi.',
		[
			task('Pisahkan anggota aktif, tidak aktif, pindah, dan meninggal', 'secretary', 30, { proof: 'Foto daftar' }),
			task('Datangi anggota yang tidak aktif', 'chair', 60, { proof: 'Foto daftar kunjungan' }),
			task('Adakan satu kegiatan yang menarik anggota datang', 'chair', 75, { meetings: 1, proof: 'Foto kegiatan' }),
			task('Dampingi menyusun layanan untuk anggota', 'office', 75, { meetings: 2 })
		],
		'Simpanan wajib tidak dibayar tiga bulan'
	),
	membersStruggling: template(
		'Anggota yang kesulitan dibantu usahanya, bukan hanya ditagih.',
		[
			task('Tanyakan keadaan usaha anggota yang menunggak', 'secretary', 30, { proof: 'Foto catatan kunjungan' }),
			task('Tawarkan jadwal bayar yang ringan', 'treasurer', 45, { proof: 'Foto surat kesepakatan' }),
			task('Hubungkan anggota dengan pelatihan usaha', 'office', 60, { meetings: 2 }),
			task('Beli hasil usaha anggota lewat koperasi bila dapat', 'manager', 90)
		],
		'Anggota meminjam di tempat lain untuk membayar koperasi'
	),
	businessStopped: template(
		'Satu usaha yang dibutuhkan anggota dimulai lagi, kecil dan pasti.',
		[
			task('Pilih satu usaha bersama anggota', 'chair', 30, { meetings: 1, proof: 'Foto daftar hadir' }),
			task('Susun rencana usaha satu halaman', 'chair', 45, { proof: 'Foto rencana usaha' }),
			task('Dampingi memulai usaha', 'office', 75, { meetings: 3 }),
			task('Mulai usaha dan catat penjualan setiap hari', 'manager', 90, { proof: 'Foto buku penjualan' })
		],
		'Modal habis sebelum ada penjualan'
	),
	turnoverFalling: template(
		'Penjualan berhenti turun dan naik lagi tiga bulan berturut-turut.',
		[
			task('Bandingkan penjualan per barang dengan tahun lalu', 'manager', 21, { proof: 'Foto tabel penjualan' }),
			task('Tanyakan kepada 20 anggota mengapa membeli di tempat lain', 'secretary', 30, { proof: 'Foto catatan' }),
			task('Dampingi memperbaiki barang, harga, dan pelayanan', 'office', 60, { meetings: 2 }),
			task('Periksa penjualan setiap pekan dalam rapat singkat', 'chair', 90)
		],
		'Stok lama tidak laku'
	),
	dispute: template(
		'Sengketa selesai lewat musyawarah bila dapat, dan koperasi tetap melayani anggota.',
		[
			task('Tulis duduk perkara dalam satu halaman: siapa, apa, sejak kapan', 'secretary', 10, {
				proof: 'Foto tulisan'
			}),
			task('Kumpulkan surat dan bukti', 'secretary', 14, { proof: 'Foto daftar berkas' }),
			task('Pertemukan kedua pihak untuk bermusyawarah', 'office', 45, { meetings: 2 }),
			task('Tulis kesepakatan dan tandatangani', 'chair', 60, { proof: 'Foto kesepakatan' })
		],
		'Salah satu pihak membawa perkara ke pengadilan'
	),
	suspectedFraud: template(
		'Uang dan buku diamankan, dan yang berwenang memeriksanya.',
		[
			task('Ganti pemegang kas, kunci, dan kata sandi rekening', 'chair', 3, {
				proof: 'Foto berita acara serah terima'
			}),
			task('Amankan buku, bukti, dan rekening koran', 'supervisor', 7, { proof: 'Foto daftar berkas' }),
			task('Periksa kas dan simpanan bersama pengawas', 'office', 21, { meetings: 2 }),
			task('Bicarakan dengan ahli hukum sebelum menuduh siapa pun', 'chair', 14, { meetings: 1 }),
			task('Jelaskan kepada anggota dalam rapat anggota luar biasa', 'chair', 45, { proof: 'Foto berita acara' })
		],
		'Bukti hilang atau diubah'
	)
};
