import type { Template } from '../templates.ts';
import { task, template } from './pieces.ts';

export const institutionGroup: Template = template(
	'Koperasi kembali punya rapat anggota, pengurus yang sah, dan laporan yang sampai di dinas.',
	[
		task('Perbarui daftar anggota: nama, alamat, masih aktif atau tidak', 'secretary', 30, {
			proof: 'Foto daftar anggota'
		}),
		task('Tetapkan tanggal rapat anggota dan bagikan undangan', 'chair', 45, { proof: 'Foto undangan' }),
		task('Dampingi persiapan dan jalannya rapat anggota', 'office', 75, { meetings: 2 }),
		task('Laporkan hasil rapat kepada dinas', 'secretary', 90, { proof: 'Foto tanda terima laporan' })
	],
	'Rapat anggota batal karena yang hadir tidak cukup'
);

export const institution: Readonly<Record<string, Template>> = {
	meetingNotHeld: template(
		'Rapat anggota tahunan (RAT) yang tertunda diadakan dan dilaporkan.',
		[
			task('Susun laporan pertanggungjawaban pengurus tahun buku yang tertunda', 'secretary', 30, {
				proof: 'Foto laporan'
			}),
			task('Pengawas menulis laporan hasil pengawasan', 'supervisor', 40, { proof: 'Foto laporan pengawas' }),
			task('Bagikan undangan RAT paling lambat tujuh hari sebelumnya', 'secretary', 50, { proof: 'Foto undangan' }),
			task('Adakan RAT', 'chair', 60, { meetings: 1, proof: 'Foto daftar hadir dan berita acara' }),
			task('Dampingi persiapan RAT', 'office', 55, { meetings: 2 }),
			task('Kirim laporan RAT kepada dinas', 'secretary', 80, { proof: 'Foto tanda terima' })
		],
		'Yang hadir tidak mencapai kuorum anggaran dasar'
	),
	meetingNotReported: template(
		'RAT yang sudah diadakan dilaporkan lengkap.',
		[
			task('Kumpulkan berita acara, daftar hadir, dan laporan keuangan RAT', 'secretary', 14, {
				proof: 'Foto ketiga berkas'
			}),
			task('Kirim laporan RAT kepada dinas', 'secretary', 30, { proof: 'Foto tanda terima' }),
			task('Periksa kelengkapan laporan dan perbarui register', 'office', 40, { meetings: 1 })
		],
		'Berita acara RAT tidak ditemukan'
	),
	boardTermEnded: template(
		'Pengurus dan pengawas yang masa jabatannya habis sudah dipilih lagi.',
		[
			task('Tetapkan tanggal rapat anggota pemilihan', 'chair', 21, { proof: 'Foto undangan' }),
			task('Dampingi pemilihan pengurus dan pengawas', 'office', 60, { meetings: 2 }),
			task('Pilih pengurus dan pengawas dalam rapat anggota', 'chair', 60, { proof: 'Foto berita acara' }),
			task('Laporkan susunan pengurus baru kepada dinas', 'secretary', 75, { proof: 'Foto tanda terima' })
		],
		'Pengurus lama tetap menandatangani surat penting'
	),
	boardGone: template(
		'Anggota yang masih ada bertemu, memilih pengurus, dan memutuskan koperasi hidup lagi atau tidak.',
		[
			task('Cari anggota dan pendiri yang masih dapat dihubungi bersama pemerintah desa', 'office', 45, {
				meetings: 2
			}),
			task('Kumpulkan anggota yang ada dan pilih panitia kecil', 'manager', 60, {
				meetings: 1,
				proof: 'Foto daftar hadir'
			}),
			task('Adakan rapat anggota luar biasa dan pilih pengurus', 'manager', 90, { proof: 'Foto berita acara' }),
			task('Temukan dan amankan buku, stempel, dan rekening', 'chair', 100, { proof: 'Foto daftar barang' })
		],
		'Tidak ada seorang pun yang bersedia menjadi pengurus'
	),
	articlesOutdated: template(
		'Anggaran dasar sesuai dengan usaha dan peraturan sekarang.',
		[
			task('Baca anggaran dasar bersama petugas dan tandai yang perlu diubah', 'chair', 30, { meetings: 1 }),
			task('Putuskan perubahan dalam rapat anggota', 'chair', 75, { proof: 'Foto berita acara rapat' }),
			task('Bawa berita acara ke notaris dan ajukan perubahan', 'secretary', 105, {
				proof: 'Foto tanda terima notaris'
			})
		],
		'Usaha yang dijalankan tidak disebut dalam anggaran dasar'
	)
};
