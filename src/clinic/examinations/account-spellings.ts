import { foldName } from '#clinic/cooperatives/fold.ts';
import { accountGroups, accounts, type Account } from './accounts.ts';

/** Other names that balance sheets of cooperatives use. Ours: an office corrects them, and what it says is remembered. */
const spellings: Readonly<Record<string, readonly string[]>> = {
	cash: ['kas di tangan', 'kas tunai', 'uang kas', 'kas besar'],
	currentAccounts: ['bank', 'kas di bank', 'kas bank', 'rekening giro', 'rekening bank', 'simpanan di bank'],
	savingsAccounts: ['tabungan di bank', 'tabungan bank'],
	timeDeposits: ['deposito bank', 'deposito di bank'],
	memberReceivables: [
		'pinjaman anggota',
		'pinjaman kepada anggota',
		'pinjaman yang diberikan',
		'pinjaman yang diberikan kepada anggota',
		'piutang pinjaman anggota',
		'piutang simpan pinjam'
	],
	prospectiveMemberReceivables: ['pinjaman calon anggota', 'pinjaman kepada calon anggota', 'piutang calon anggota'],
	cooperativeReceivables: ['pinjaman kepada koperasi lain', 'piutang koperasi lain'],
	loanLossAllowance: [
		'penyisihan piutang tak tertagih',
		'penyisihan piutang',
		'penyisihan penghapusan pinjaman',
		'penyisihan penghapusan piutang',
		'cadangan kerugian piutang',
		'cadangan penghapusan piutang',
		'cadangan penghapusan pinjaman'
	],
	supplies: ['perlengkapan kantor', 'alat tulis kantor'],
	prepaidExpense: ['biaya dibayar dimuka', 'sewa dibayar dimuka', 'asuransi dibayar dimuka'],
	accruedIncome: ['pendapatan yang masih harus diterima'],
	inventory: ['persediaan barang', 'persediaan barang dagangan'],
	sharesInCooperatives: ['penyertaan pada koperasi sekunder', 'penyertaan', 'simpanan pada koperasi sekunder'],
	buildings: ['gedung', 'gedung kantor', 'bangunan kantor'],
	vehicles: ['kendaraan bermotor', 'kendaraan dinas'],
	equipment: ['inventaris', 'inventaris kantor', 'peralatan', 'peralatan kantor', 'perabot kantor'],
	accumulatedDepreciation: ['akumulasi penyusutan aktiva tetap', 'akum penyusutan', 'penyusutan aktiva tetap'],
	memberSavings: ['tabungan anggota', 'simpanan anggota', 'simpanan sukarela', 'simpanan sukarela anggota', 'tabungan'],
	nonMemberSavings: ['tabungan calon anggota', 'simpanan calon anggota', 'tabungan bukan anggota'],
	memberTermDeposits: ['simpanan berjangka', 'deposito anggota', 'simpanan sukarela berjangka'],
	bankLoansShortTerm: ['pinjaman bank'],
	bankLoansLongTerm: ['pinjaman bank'],
	accruedExpense: ['biaya yang masih harus dibayar', 'biaya ymhd', 'beban ymhd'],
	unearnedIncome: ['pendapatan diterima dimuka'],
	surplusFunds: [
		'dana dana',
		'dana shu',
		'dana pendidikan',
		'dana sosial',
		'dana pengurus',
		'dana pegawai',
		'dana karyawan',
		'dana pembangunan daerah kerja'
	],
	donatedCapital: ['hibah', 'donasi', 'modal hibah', 'modal donasi', 'modal sumbangan'],
	generalReserve: ['cadangan', 'dana cadangan', 'cadangan koperasi'],
	riskReserveFund: ['cadangan risiko', 'cadangan tujuan risiko'],
	earlierSurplus: ['shu tahun lalu', 'shu belum dibagi', 'shu tahun sebelumnya'],
	currentSurplus: ['shu', 'shu tahun berjalan', 'shu tahun ini', 'sisa hasil usaha', 'sisa hasil usaha tahun berjalan'],
	memberLoanIncome: [
		'jasa pinjaman',
		'jasa pinjaman anggota',
		'bunga pinjaman anggota',
		'pendapatan jasa pinjaman',
		'pendapatan bunga pinjaman'
	],
	memberAdministrationIncome: ['pendapatan administrasi', 'administrasi pinjaman'],
	memberProvisionIncome: ['pendapatan provisi', 'provisi', 'provisi pinjaman'],
	memberSavingsCost: ['jasa simpanan', 'bunga simpanan', 'biaya jasa simpanan', 'biaya bunga simpanan'],
	memberTermDepositCost: ['jasa simpanan berjangka', 'bunga simpanan berjangka', 'biaya jasa simpanan berjangka'],
	bankLoanCost: ['bunga bank', 'biaya bunga bank'],
	writeOffProvisionExpense: ['biaya penyisihan piutang', 'biaya penghapusan piutang', 'biaya penghapusan pinjaman'],
	staffHonoraria: ['gaji karyawan', 'gaji pegawai', 'biaya gaji', 'biaya gaji karyawan', 'honor', 'gaji dan honor'],
	suppliesExpense: ['biaya alat tulis kantor', 'biaya atk'],
	utilitiesExpense: ['listrik', 'biaya listrik', 'biaya listrik dan telepon', 'listrik air dan telepon'],
	depreciationExpense: ['penyusutan', 'biaya penyusutan aktiva tetap', 'biaya penyusutan inventaris'],
	transportExpense: ['biaya perjalanan dinas', 'perjalanan dinas', 'biaya transport'],
	generalExpense: ['biaya umum', 'biaya administrasi', 'biaya umum dan administrasi'],
	boardExpense: ['honor pengurus', 'honor pengurus dan pengawas', 'biaya pengurus'],
	coachingExpense: ['biaya pendidikan', 'biaya pelatihan'],
	membersMeetingExpense: ['biaya rat', 'rat', 'biaya rapat anggota tahunan'],
	otherIncome: ['pendapatan lainnya', 'pendapatan bunga bank', 'bunga bank'],
	substandardLoans: ['kurang lancar', 'pinjaman kurang lancar'],
	doubtfulLoans: ['diragukan', 'pinjaman diragukan'],
	lossLoans: ['macet', 'pinjaman macet']
};

/** Words that mean the same in a balance sheet. */
const same: readonly (readonly [RegExp, string])[] = [
	[/\b(biaya|beban)\b/g, 'beban'],
	[/\b(aset|asset|harta)\b/g, 'aktiva'],
	[/\b(utang|kewajiban|liabilitas)\b/g, 'hutang'],
	[/\bresiko\b/g, 'risiko'],
	[/\bnon[\s-]?anggota\b/g, 'bukan anggota'],
	[/\bdi\s+bayar\b/g, 'dibayar'],
	[/\bdi\s*muka\b/g, 'dimuka'],
	[/\b(sisa hasil usaha)\b/g, 'shu']
];

/** A name of a balance sheet as it is compared: without numbering, remarks in brackets and differences of spelling. */
export function labelKey(label: string): string {
	const bare = label
		.toLowerCase()
		.replace(/\([^)]*\)/g, ' ')
		.replace(/^\s*(?:[\divx]+(?:\.\d+)*|[a-z])[.)]\s*/i, '')
		.replace(/^\s*\d[\d.-]*\s+(?=\p{L})/u, '')
		.replace(/[:;*]+\s*$/, '');
	return foldName(same.reduce((text, [pattern, word]) => text.replace(pattern, word), bare));
}

const byKey = new Map<string, Account[]>();
for (const account of accounts)
	for (const name of new Set([account.words.id, ...(spellings[account.code] ?? [])].map(labelKey)))
		byKey.set(name, [...(byKey.get(name) ?? []), account]);

/** The accounts that go by this name; more than one where the chart uses a name twice. */
export const accountsCalled = (label: string): readonly Account[] => byKey.get(labelKey(label)) ?? [];

export const groupOf = ({ code }: Account): string =>
	accountGroups.find(({ accounts: lines }) => lines.some((one) => one.code === code))?.code ?? '';
