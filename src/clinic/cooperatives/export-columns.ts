import { groupCells, sectorCells } from './cell-classes.ts';
import type { Approver, Reach } from './classification.ts';
import type { Condition } from './condition.ts';
import type { RegistryGrade } from './grade.ts';
import type { HealthCategory } from './health.ts';
import type { CooperativeForm, Kind, Pattern, RegistryStatus } from './kinds.ts';

/*
 * A file that leaves the register speaks the register's own language, whatever the reader's: the headings and words are
 * those that an import knows (`heading-words.ts`, `cell-choices.ts`), so that what went out comes in again.
 */

const kindCells: Readonly<Record<Kind, string>> = {
	producer: 'Produsen',
	consumer: 'Konsumen',
	service: 'Jasa',
	marketing: 'Pemasaran',
	savingsAndLoan: 'Simpan Pinjam'
};
const patternCells: Readonly<Record<Pattern, string>> = { conventional: 'Konvensional', sharia: 'Syariah' };
const formCells: Readonly<Record<CooperativeForm, string>> = { primary: 'Primer', secondary: 'Sekunder' };
const statusCells: Readonly<Record<RegistryStatus, string>> = { active: 'Aktif', inactive: 'Tidak Aktif' };
const reachCells: Readonly<Record<Reach, string>> = {
	regency: 'Kabupaten/Kota',
	province: 'Provinsi',
	nation: 'Nasional'
};
const approverCells: Readonly<Record<Approver, string>> = {
	ministryOfLaw: 'Kementerian Hukum',
	deputyForMinister: 'Deputi a.n. Menteri',
	governor: 'Gubernur',
	regent: 'Bupati/Wali Kota',
	unknown: 'Tidak diketahui'
};
const conditionCells: Readonly<Record<Condition, string>> = {
	healthy: 'Sehat',
	cold: 'Masuk angin',
	sick: 'Sakit',
	dormant: 'Mati suri'
};
const healthCells: Readonly<Record<HealthCategory, string>> = {
	healthy: 'Sehat',
	fairlyHealthy: 'Cukup Sehat',
	underSupervision: 'Dalam Pengawasan',
	underSpecialSupervision: 'Dalam Pengawasan Khusus',
	lessHealthy: 'Kurang Sehat',
	unhealthy: 'Tidak Sehat',
	veryUnhealthy: 'Sangat Tidak Sehat'
};

/** What of a cooperative goes into a file. Days are `YYYY-MM-DD`, degrees WGS 84. */
export interface ExportedFields {
	readonly name: string;
	readonly legalNumber: string | null;
	readonly legalOn: string | null;
	readonly foundedOn: string | null;
	readonly address: string | null;
	readonly village: string | null;
	readonly district: string | null;
	readonly registryNumber: string | null;
	readonly businessNumber: string | null;
	readonly taxNumber: string | null;
	readonly phone: string | null;
	readonly email: string | null;
	readonly kind: Kind | null;
	readonly pattern: Pattern | null;
	readonly form: CooperativeForm | null;
	readonly reach: Reach | null;
	/** The ministry's numbers (`classification.ts`). */
	readonly groupCode: number | null;
	readonly sectorCode: number | null;
	readonly legalApprovedBy: Approver | null;
	readonly seat: string | null;
	readonly notary: string | null;
	readonly postalCode: string | null;
	readonly fax: string | null;
	readonly website: string | null;
	readonly registryStatus: RegistryStatus | null;
	readonly condition: Condition | null;
	readonly grade: RegistryGrade | null;
	readonly guidedBy: Reach | null;
	readonly businessClass: number | null;
	readonly healthCategory: HealthCategory | null;
	readonly healthOn: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
}

type Cell = string | number | null;
interface Column {
	readonly heading: string;
	readonly cell: (of: ExportedFields) => Cell;
	/** May be a person's own. */
	readonly isContact?: true;
}

const word = <Code extends string>(words: Readonly<Record<Code, string>>, code: Code | null): Cell =>
	code === null ? null : words[code];

/** "28 - KPRI": the number and its word. */
const numbered = (words: readonly string[], number: number | null): Cell =>
	number === null ? null : `${number} - ${words[number - 1] ?? ''}`;

const columns: readonly Column[] = [
	{ heading: 'Nama Koperasi', cell: ({ name }) => name },
	{ heading: 'Nomor Badan Hukum', cell: ({ legalNumber }) => legalNumber },
	{ heading: 'Tanggal Badan Hukum', cell: ({ legalOn }) => legalOn },
	{ heading: 'Tanggal Berdiri', cell: ({ foundedOn }) => foundedOn },
	{ heading: 'Alamat', cell: ({ address }) => address },
	{ heading: 'Desa/Kelurahan', cell: ({ village }) => village },
	{ heading: 'Kecamatan', cell: ({ district }) => district },
	{ heading: 'NIK', cell: ({ registryNumber }) => registryNumber },
	{ heading: 'NIB', cell: ({ businessNumber }) => businessNumber },
	{ heading: 'NPWP', cell: ({ taxNumber }) => taxNumber },
	{ heading: 'Telepon', cell: ({ phone }) => phone, isContact: true },
	{ heading: 'Email', cell: ({ email }) => email, isContact: true },
	{ heading: 'Jenis Koperasi', cell: ({ kind }) => word(kindCells, kind) },
	{ heading: 'Pola Pengelolaan', cell: ({ pattern }) => word(patternCells, pattern) },
	// Primer Kabupaten/Kota: what it is and whom it serves, in one cell as the national register has it.
	{
		heading: 'Bentuk Koperasi',
		cell: ({ form, reach }) => [word(formCells, form), word(reachCells, reach)].filter(Boolean).join(' ') || null
	},
	{ heading: 'Kelompok Koperasi', cell: ({ groupCode }) => numbered(groupCells, groupCode) },
	{ heading: 'Sektor Usaha', cell: ({ sectorCode }) => numbered(sectorCells, sectorCode) },
	{ heading: 'Disahkan Oleh', cell: ({ legalApprovedBy }) => word(approverCells, legalApprovedBy) },
	{ heading: 'Tempat Kedudukan', cell: ({ seat }) => seat },
	{ heading: 'Notaris', cell: ({ notary }) => notary },
	{ heading: 'Kode Pos', cell: ({ postalCode }) => postalCode },
	{ heading: 'Faks', cell: ({ fax }) => fax, isContact: true },
	{ heading: 'Situs Web', cell: ({ website }) => website },
	{ heading: 'Status Koperasi', cell: ({ registryStatus }) => word(statusCells, registryStatus) },
	{ heading: 'Binaan', cell: ({ guidedBy }) => word(reachCells, guidedBy) },
	{ heading: 'KUK', cell: ({ businessClass }) => businessClass },
	{ heading: 'Keadaan', cell: ({ condition }) => word(conditionCells, condition) },
	{ heading: 'Grade NIK', cell: ({ grade }) => grade },
	{ heading: 'Kategori Kesehatan', cell: ({ healthCategory }) => word(healthCells, healthCategory) },
	{ heading: 'Tanggal Pemeriksaan', cell: ({ healthOn }) => healthOn },
	{ heading: 'Garis Lintang', cell: ({ latitude }) => latitude },
	{ heading: 'Garis Bujur', cell: ({ longitude }) => longitude }
];

const shown = (hasContacts: boolean) => columns.filter(({ isContact }) => hasContacts || !isContact);

export const exportHeadings = (hasContacts: boolean): string[] => shown(hasContacts).map(({ heading }) => heading);

/** One cooperative as the cells of its row. */
export const exportCells = (of: ExportedFields, hasContacts: boolean): Cell[] =>
	shown(hasContacts).map(({ cell }) => cell(of));
