import { PlainFailure } from '../plain-failure.ts';

/** A plain sentence for what initdb or the server said when it gave up. */
export function explainServerText(text: string, folder: string): PlainFailure {
	if (/No space left on device|Disk quota exceeded/.test(text)) return diskFull(folder);
	if (/Permission denied|Read-only file system|could not change permissions/.test(text))
		return new PlainFailure(
			`Folder data ${folder} tidak dapat dipakai oleh PostgreSQL. Periksa pemilik dan izin foldernya, atau pilih folder lain dengan DATA_DIR.`
		);
	const reason = text
		.split('\n')
		.filter((line) => /FATAL|PANIC|error/i.test(line))
		.at(-1);
	return new PlainFailure(
		`PostgreSQL tidak dapat dijalankan di ${folder}: ${(reason ?? text).trim() || 'tanpa keterangan'}`
	);
}

export const diskFull = (folder: string): PlainFailure =>
	new PlainFailure(
		`Cakram penuh: tidak ada tempat lagi untuk data di ${folder}. Kosongkan sebagian, lalu jalankan lagi; data yang ada tidak hilang.`
	);
