import type { Reach } from './classification.ts';
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
	readonly registryStatus: RegistryStatus | null;
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
	{ heading: 'Bentuk Koperasi', cell: ({ form }) => word(formCells, form) },
	{ heading: 'Status Koperasi', cell: ({ registryStatus }) => word(statusCells, registryStatus) },
	{ heading: 'Binaan', cell: ({ guidedBy }) => word(reachCells, guidedBy) },
	{ heading: 'KUK', cell: ({ businessClass }) => businessClass },
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
