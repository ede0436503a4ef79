import type { Template } from '../templates.ts';
import { task, template } from './pieces.ts';

export const governanceGroup: Template = template(
	'Anggota tahu keadaan koperasinya, dan pengawas benar-benar mengawasi.',
	[
		task('Tempel ringkasan keuangan di kantor koperasi setiap bulan', 'secretary', 30, {
			proof: 'Foto papan pengumuman'
		}),
		task('Adakan pertemuan terbuka dengan anggota', 'chair', 45, { meetings: 1, proof: 'Foto daftar hadir' }),
		task('Dampingi pengurus dan pengawas menyusun tata kerja', 'office', 60, { meetings: 2 }),
		task('Periksa kas dan buku setiap bulan', 'supervisor', 60, { proof: 'Foto catatan pemeriksaan' })
	],
	'Anggota meminta laporan dan tidak diberi'
);

export const governance: Readonly<Record<string, Template>> = {
	boardNotOpen: template(
		'Anggota dapat melihat laporan, dan pertanyaannya dijawab.',
		[
			task('Tempel neraca dan daftar pinjaman pengurus di kantor koperasi', 'treasurer', 21, {
				proof: 'Foto papan pengumuman'
			}),
			task('Buka satu hari dalam sebulan untuk pertanyaan anggota', 'chair', 45, { proof: 'Foto buku pertanyaan' }),
			task('Dampingi pertemuan terbuka dengan anggota', 'office', 45, { meetings: 1 }),
			task('Tulis jawaban atas semua pertanyaan anggota', 'secretary', 60)
		],
		'Pengurus menolak memperlihatkan buku'
	),
	boardUnfair: template(
		'Setiap anggota dilayani dengan aturan yang sama.',
		[
			task('Tulis aturan pelayanan dan pinjaman dalam satu halaman', 'chair', 30, { proof: 'Foto aturan' }),
			task('Umumkan pinjaman pengurus dan keluarganya kepada anggota', 'treasurer', 30, { proof: 'Foto pengumuman' }),
			task('Pengawas memeriksa keputusan pinjaman tiga bulan terakhir', 'supervisor', 45, {
				proof: 'Foto laporan pengawas'
			}),
			task('Dampingi musyawarah pengurus dan anggota', 'office', 60, { meetings: 2 })
		],
		'Pinjaman besar diberikan tanpa rapat pengurus'
	),
	weakSupervision: template(
		'Pengawas lengkap dan memeriksa kas serta buku setiap bulan.',
		[
			task('Lengkapi pengawas lewat rapat anggota', 'chair', 60, { proof: 'Foto berita acara' }),
			task('Latih pengawas memeriksa kas dan buku', 'office', 45, { meetings: 2 }),
			task('Periksa kas tanpa pemberitahuan sekali sebulan', 'supervisor', 75, { proof: 'Foto berita acara kas' }),
			task('Laporkan hasil pengawasan kepada rapat anggota', 'supervisor', 90)
		],
		'Pengawas tidak diberi buku kas'
	)
};
