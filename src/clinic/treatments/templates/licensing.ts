import type { Template } from '../templates.ts';
import { task, template } from './pieces.ts';

export const licensingGroup: Template = template(
	'Izin yang diwajibkan bagi usaha koperasi lengkap dan masih berlaku.',
	[
		task('Kumpulkan akta, pengesahan, NPWP, dan KTP pengurus', 'secretary', 14, { proof: 'Foto berkas' }),
		task('Ajukan izin bersama petugas', 'secretary', 30, { meetings: 1, proof: 'Foto tanda terima' }),
		task('Dampingi pengisian di laman perizinan', 'office', 30, { meetings: 1 }),
		task('Simpan izin dan catat tanggal berlakunya', 'secretary', 60, { proof: 'Foto izin' })
	],
	'Permohonan ditolak atau diminta dilengkapi'
);

export const licensing: Readonly<Record<string, Template>> = {
	noBusinessNumber: template(
		'Koperasi punya nomor induk berusaha (NIB).',
		[
			task('Siapkan akta, NPWP koperasi, dan KTP ketua', 'secretary', 14, { proof: 'Foto berkas' }),
			task('Daftar NIB di OSS bersama petugas', 'office', 30, { meetings: 1 }),
			task('Cetak NIB dan serahkan salinannya', 'secretary', 40, { proof: 'Foto NIB' })
		],
		'Data pengurus di pengesahan berbeda dengan KTP'
	),
	noRegistryNumber: template(
		'Koperasi punya nomor induk koperasi (NIK) yang berlaku.',
		[
			task('Lengkapi laporan RAT dua tahun terakhir', 'secretary', 45, { proof: 'Foto tanda terima laporan' }),
			task('Ajukan NIK bersama petugas', 'office', 60, { meetings: 1 }),
			task('Pasang sertifikat NIK di kantor koperasi', 'chair', 75, { proof: 'Foto sertifikat' })
		],
		'Laporan RAT tidak lengkap'
	),
	noLicence: template(
		'Usaha simpan pinjam berjalan dengan izin usaha simpan pinjam.',
		[
			task('Siapkan syarat izin: modal, rencana kerja, pengelola', 'chair', 30, { proof: 'Foto berkas syarat' }),
			task('Ajukan izin usaha simpan pinjam', 'chair', 60, { proof: 'Foto tanda terima' }),
			task('Dampingi pemenuhan syarat', 'office', 60, { meetings: 2 }),
			task('Jangan buka kantor cabang baru sebelum izin terbit', 'chair', 7)
		],
		'Menerima simpanan dari orang yang bukan anggota'
	)
};
