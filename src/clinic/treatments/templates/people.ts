import type { Template } from '../templates.ts';
import { task, template } from './pieces.ts';

export const peopleGroup: Template = template(
	'Pengurus dan karyawan cukup, cakap, dan tahu tugasnya masing-masing.',
	[
		task('Tulis pembagian tugas setiap pengurus dan karyawan', 'chair', 21, { proof: 'Foto pembagian tugas' }),
		task('Latih pengurus: perkoperasian dasar', 'office', 60, { meetings: 3 }),
		task('Adakan rapat pengurus setiap bulan', 'secretary', 60, { proof: 'Foto notulen dua rapat terakhir' }),
		task('Cari satu orang muda untuk tiap tugas, sebagai pengganti', 'chair', 90)
	],
	'Satu orang memegang kas dan pembukuan sekaligus'
);

export const people: Readonly<Record<string, Template>> = {
	tooFewCapable: template(
		'Setiap tugas penting ada orang yang cakap dan ada penggantinya.',
		[
			task('Daftar tugas yang tidak ada orangnya atau tidak dikuasai', 'chair', 14, { proof: 'Foto daftar' }),
			task('Isi jabatan yang kosong lewat rapat anggota', 'chair', 60, { proof: 'Foto berita acara rapat' }),
			task('Dampingi pengurus baru pada pekerjaannya', 'office', 90, { meetings: 4 }),
			task('Tulis cara kerja setiap tugas dalam satu halaman', 'secretary', 75)
		],
		'Pengurus yang baru berhenti sebelum satu tahun'
	),
	boardUntrained: template(
		'Pengurus memahami tugas, hak anggota, dan cara membaca laporan koperasi.',
		[
			task('Ikut pelatihan perkoperasian dasar bersama seluruh pengurus', 'chair', 45, {
				meetings: 3,
				proof: 'Foto daftar hadir'
			}),
			task('Latih bendahara membaca dan menjelaskan neraca', 'office', 60, { meetings: 2 }),
			task('Jelaskan kembali isi pelatihan dalam rapat pengurus', 'secretary', 75, { proof: 'Foto notulen' })
		],
		'Pengurus tidak hadir pada dua pelatihan'
	),
	officesDoubled: template(
		'Tidak ada lagi pengurus atau pengawas yang memegang dua jabatan.',
		[
			task('Putuskan jabatan mana yang dipegang dan mana yang dilepas', 'chair', 21, {
				proof: 'Foto surat pernyataan'
			}),
			task('Pilih pengganti dalam rapat anggota', 'chair', 75, { proof: 'Foto berita acara rapat' }),
			task('Serah terima buku, kas, dan kunci', 'treasurer', 90, { proof: 'Foto berita acara serah terima' }),
			task('Catat susunan pengurus yang baru di register', 'office', 95)
		],
		'Yang memegang kas juga mengawasi kas'
	)
};
