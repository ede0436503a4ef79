import { frozen, type Certainty, type Question } from './instrument.ts';

/**
 * The 38 questions on management of the savings-and-loan instruments (aspect Manajemen). Their number and weight are
 * confirmed by secondary sources. The wording is our own and short, not that of the official appendix, and is shown
 * as unverified until somebody has compared it.
 */
export const questionWording: Certainty = 'unverified';

function block(code: string, wordings: readonly string[]): readonly Question[] {
	return frozen(wordings.map((wording, place) => ({ code: `${code}.${place + 1}`, wording })));
}

export const generalQuestions = block('general', [
	'Ada visi, misi, dan tujuan yang jelas, tertulis.',
	'Ada rencana kerja jangka panjang (minimal 3 tahun) yang diketahui anggota.',
	'Ada rencana kerja tahunan yang menjadi acuan kegiatan.',
	'Rencana kerja tahunan sejalan dengan rencana jangka panjang.',
	'Visi, misi, tujuan, dan rencana kerja dipahami pengurus, pengawas, pengelola, dan karyawan.',
	'Keputusan operasional diambil pengelola secara independen.',
	'Pengurus/pengelola berkomitmen menangani masalah dan melakukan perbaikan.',
	'Ada tata tertib kerja SDM, didukung sarana kerja yang memadai.',
	'Pengurus tidak mencampuri operasional harian demi kepentingan sendiri, keluarga, atau kelompok.',
	'Anggota sebagai pemilik mampu meningkatkan permodalan.',
	'Pengurus, pengawas, dan pengelola tidak mengambil keuntungan pribadi yang merugikan koperasi.',
	'Pengurus mengawasi pelaksanaan tugas pengelola secara efektif.'
]);

export const institutionQuestions = block('institution', [
	'Bagan organisasi mencerminkan seluruh kegiatan; tidak ada jabatan kosong atau rangkap.',
	'Setiap karyawan punya rincian tugas yang jelas.',
	'Struktur organisasi memuat pengawas.',
	'Ada Standar Operasional Manajemen (SOM) dan Standar Operasional Prosedur (SOP).',
	'Kegiatan dijalankan sesuai SOM dan SOP.',
	'Dokumen penting diamankan dengan baik.'
]);

export const capitalQuestions = block('capital', [
	'Modal sendiri tumbuh sama atau lebih cepat daripada aset.',
	'Modal sendiri dari anggota tumbuh minimal 10% dari tahun lalu.',
	'Cadangan yang disisihkan dari SHU minimal seperempat SHU tahun berjalan.',
	'Simpanan (tabungan dan berjangka) tumbuh minimal 10% dari tahun lalu.',
	'Investasi aktiva tetap dan ekspansi kantor dibiayai modal sendiri.'
]);

export const assetsQuestions = block('assets', [
	'Pinjaman lancar minimal 90% dari pinjaman yang diberikan.',
	'Setiap pinjaman didukung agunan senilai pinjaman atau lebih (kecuali pinjaman kecil anggota).',
	'Cadangan penghapusan sama atau lebih besar dari pinjaman macet tahunan.',
	'Minimal sepertiga pinjaman macet tahun lalu dapat ditagih.',
	'Prosedur pinjaman diterapkan secara efektif.',
	'Ada kebijakan cadangan penghapusan pinjaman bermasalah.',
	'Keputusan pinjaman berdasarkan prinsip kehati-hatian.',
	'Keputusan pinjaman atau penempatan dana diambil melalui komite.',
	'Penggunaan pinjaman dan kepatuhan peminjam dipantau setelah pencairan.',
	'Agunan ditinjau, dinilai, dan diikat.'
]);

export const liquidityQuestions = block('liquidity', [
	'Ada kebijakan tertulis pengendalian likuiditas.',
	'Ada fasilitas pinjaman dari lembaga lain untuk menjaga likuiditas.',
	'Ada pedoman untuk memantau kewajiban yang jatuh tempo.',
	'Penghimpunan simpanan dan pemberian pinjaman disesuaikan kondisi keuangan.',
	'Ada sistem informasi untuk memantau likuiditas.'
]);
