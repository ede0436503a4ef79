import { PlainFailure } from '#platform/plain-failure.ts';

const sentences: Readonly<Record<string, string>> = {
	ENOSPC: 'Cakram penuh. Kosongkan sebagian, lalu jalankan lagi; data yang ada tidak hilang.',
	EDQUOT: 'Jatah tempat di cakram habis. Kosongkan sebagian, lalu jalankan lagi; data yang ada tidak hilang.',
	EROFS:
		'Cakram hanya dapat dibaca. Pasang cakram itu agar dapat ditulis, atau pilih folder data lain dengan DATA_DIR.',
	EACCES: 'Izin ke sebuah berkas atau folder ditolak',
	ECONNREFUSED:
		'Basis data tidak menjawab. Periksa apakah server PostgreSQL berjalan dan alamatnya di DATABASE_URL benar.',
	ENOTFOUND: 'Nama server basis data tidak ditemukan. Periksa DATABASE_URL dan DATABASE_OWNER_URL.',
	ETIMEDOUT: 'Basis data tidak terjangkau. Periksa jaringan dan alamatnya di DATABASE_URL.',
	// PostgreSQL's own codes
	'53100': 'Cakram basis data penuh. Kosongkan sebagian, lalu jalankan lagi; data yang ada tidak hilang.',
	'28P01': 'Kata sandi basis data ditolak. Periksa DATABASE_URL dan DATABASE_OWNER_URL.',
	'28000': 'Basis data menolak peran yang dipakai. Periksa DATABASE_URL dan DATABASE_OWNER_URL.',
	'3D000': 'Basis data yang ditulis di DATABASE_URL belum ada di server itu. Buatlah lebih dahulu.',
	'53300': 'Server basis data sudah penuh sambungan. Tutup program lain yang memakainya, lalu jalankan lagi.'
};

/** One plain sentence for whatever stopped us; never a stack. */
export function explain(error: unknown): string {
	if (error instanceof PlainFailure) return error.message;
	if (error instanceof AggregateError && error.errors.length > 0) return explain(error.errors[0]);
	const { code, path } = error as { code?: unknown; path?: unknown };
	const sentence = typeof code === 'string' ? sentences[code] : undefined;
	if (sentence) return sentence.endsWith('.') ? sentence : `${sentence}: ${path ?? ''}.`;
	if (error instanceof Error && error.cause) return explain(error.cause);
	return `Terjadi kesalahan yang tidak dikenal: ${error instanceof Error ? error.message : String(error)}`;
}
