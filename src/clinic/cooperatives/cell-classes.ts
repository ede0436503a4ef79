import { businessClasses, type Approver, type Reach } from './classification.ts';
import { foldName } from './fold.ts';

// The national register's own lists, by their number or their word (`classification.ts`). Compared folded.

export const groupCells: readonly string[] = (
	'KUD|Pertanian|Perkebunan|Peternakan|Nelayan|Kehutanan|Kopti|Kopra|Kopinkra|Koppontren|Kopkar|Angkatan Darat|Angkatan Laut|' +
	'Angkatan Udara|Kepolisian|Serba Usaha|Pasar|Simpan Pinjam|Angkutan Darat|Angkutan Laut|Angkutan Udara|Angkutan Sungai|' +
	'Angkutan Penyeberangan|Wisata|Telkom|Perumahan|KBPR|KPRI|Listrik Pedesaan|Asuransi|Wanita|Profesi|Veteran|Wredatama|Pepabri|' +
	'Mahasiswa|Pemuda|Pertambangan|PKL|Jamu Gendong|Lainnya|KSPPS|Sekunder|TKBM|Digital'
).split('|');
/** How offices write some of them otherwise. */
const otherGroups: Readonly<Record<string, number>> = {
	'koperasi unit desa': 1,
	'pondok pesantren': 10,
	karyawan: 11,
	polri: 15,
	ksu: 16,
	ksp: 18,
	telekomunikasi: 25,
	'pegawai negeri': 28,
	kpn: 28,
	'pedagang kaki lima': 39,
	'kaki lima': 39,
	'lain lain': 41,
	lain: 41,
	'simpan pinjam dan pembiayaan syariah': 42,
	'tenaga kerja bongkar muat': 44
};

export const sectorCells: readonly string[] = (
	'Pertanian, kehutanan, dan perikanan|Pertambangan dan penggalian|Industri pengolahan|Listrik dan gas|Air, sampah, limbah|Konstruksi|' +
	'Perdagangan|Transportasi dan pergudangan|Akomodasi dan makan minum|Informasi dan komunikasi|Keuangan dan asuransi|Real estat|' +
	'Jasa perusahaan|Administrasi pemerintahan|Pendidikan|Kesehatan dan sosial|Jasa lainnya'
).split('|');
const otherSectors: Readonly<Record<string, number>> = {
	pertanian: 1,
	perikanan: 1,
	pertambangan: 2,
	industri: 3,
	'pengadaan listrik dan gas': 4,
	'perdagangan besar dan eceran': 7,
	transportasi: 8,
	'penyediaan akomodasi dan makan minum': 9,
	'jasa keuangan dan asuransi': 11,
	'jasa keuangan': 11,
	keuangan: 11,
	'simpan pinjam': 11,
	'real estate': 12,
	'jasa pendidikan': 15,
	'jasa kesehatan dan kegiatan sosial': 16
};

const bare = (text: string) =>
	foldName(text)
		.split(' ')
		.filter((word) => word !== foldName('dan'))
		.join(' ');

const numbered = (names: readonly string[], others: Readonly<Record<string, number>>) =>
	new Map([
		...names.map((name, at) => [bare(name), at + 1] as const),
		...Object.entries(others).map(([name, number]) => [bare(name), number] as const)
	]);

const numberIn =
	(words: ReadonlyMap<string, number>, most: number, idle: RegExp) =>
	(cell: string): number | null => {
		// "28", "28 - KPRI", "28. KPRI": the number says it.
		const code = /^0?(\d{1,2})(?:\s*[-.:)]|\s|$)/.exec(cell)?.[1];
		if (code !== undefined) return Number(code) >= 1 && Number(code) <= most ? Number(code) : null;
		const named = cell.replace(/\([^)]*\)/g, ' ');
		return words.get(bare(named)) ?? words.get(bare(named.replace(idle, ' '))) ?? null;
	};

export const readGroup = numberIn(numbered(groupCells, otherGroups), groupCells.length, /^\s*(kelompok|koperasi)\b/i);
export const readSector = numberIn(numbered(sectorCells, otherSectors), sectorCells.length, /^\s*sektor\b/i);

/** "KUK 2", "2", "II". */
export function readBusinessClass(cell: string): number | null {
	const text = cell.replace(/^\s*(kuk|kelas|klasifikasi)\b\s*\.?/i, '').trim();
	const number = ['I', 'II', 'III', 'IV'].indexOf(text.toUpperCase()) + 1 || Number(text);
	return businessClasses.includes(number) ? number : null;
}

/** Of whom it is one, or who guides it: "Primer Kab/Kota", "Provinsi", "Nasional". */
export function readReach(cell: string): Reach | null {
	const text = ` ${foldName(cell)} `;
	if (/ nasonal | pusat /.test(text)) return 'nation';
	if (/ propinsi /.test(text)) return 'province';
	return / kab | kabupaten | kota | kabkota /.test(text) ? 'regency' : null;
}

export function readApprover(cell: string): Approver | null {
	const text = ` ${foldName(cell)} `;
	if (/ hukum | ahu | kemenkumham | menkumham /.test(text)) return 'ministryOfLaw';
	if (/ deputi | menteri /.test(text)) return 'deputyForMinister';
	if (/ gubernur /.test(text)) return 'governor';
	if (/ bupati | walikota | wali /.test(text)) return 'regent';
	return / tidak diketahui | unknown /.test(text) ? 'unknown' : null;
}

/** Ya or tidak. */
export function readYesNo(cell: string): boolean | null {
	if (/^(ya|y|ada|punya|memiliki|sudah|1|v|✓|√|true)$/i.test(cell.trim())) return true;
	return /^(tidak|tdk|t|tidak ada|belum|0|x|-|false|tanpa)$/i.test(cell.trim()) ? false : null;
}
