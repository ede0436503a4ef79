import type { Said } from '../code-list/disease.ts';
import type { aspectSigns } from './examination.ts';
import type { RatioSignCode } from './ratios.ts';

const s = (id: string, en: string): Said => ({ id, en });

/** What each ratio measures, said without judging. */
export const measures: Readonly<Record<RatioSignCode | (typeof aspectSigns)[number]['code'], Said>> = {
	problemLoans: s('Pinjaman bermasalah dari semua pinjaman', 'Problem loans of all loans'),
	reserveThin: s('Cadangan risiko dari pinjaman bermasalah', 'Reserve of problem loans'),
	riskyLoans: s('Pinjaman tanpa agunan atau penjamin', 'Loans without collateral or guarantor'),
	outsidersBorrow: s('Pinjaman kepada anggota dari semua pinjaman', 'Loans to members of all loans'),
	capitalRatioLow: s('Modal sendiri dari aset', 'Own capital of assets'),
	capitalAdequacyLow: s('Kecukupan modal', 'Capital adequacy'),
	institutionalCapitalLow: s('Modal lembaga dari aset', 'Institutional capital of assets'),
	cashRatioLow: s('Kas dan bank dari kewajiban lancar', 'Cash and bank of current liabilities'),
	cashIdle: s('Kas yang menganggur', 'Idle cash'),
	liquidAssetsLow: s('Aset likuid dari kewajiban jangka pendek', 'Liquid assets of short-term liabilities'),
	currentRatioLow: s('Aset lancar dari kewajiban jangka pendek', 'Current assets of short-term liabilities'),
	liquidityReserveLow: s('Cadangan likuiditas dari simpanan', 'Liquidity reserve of deposits'),
	loansToFundsLow: s('Pinjaman dari dana yang dihimpun', 'Loans of funds gathered'),
	costsHigh: s('Biaya usaha dari hasil', 'Operating costs of income'),
	memberCostsHigh: s('Biaya operasional dari partisipasi anggota', 'Operating costs of members’ participation'),
	staffCostsHigh: s('Biaya karyawan dari pinjaman', 'Staff costs of loans'),
	selfRelianceLow: s('Kemandirian operasional', 'Operational self-reliance'),
	returnLow: s('Hasil dari aset', 'Return on assets'),
	returnOnCapitalLow: s('Hasil dari modal sendiri', 'Return on own capital'),
	participationLow: s('Partisipasi anggota dari pendapatan', 'Members’ participation of income'),
	memberBenefitLow: s('Manfaat anggota dari simpanan pokok dan wajib', 'Members’ benefit of their savings'),
	memberSavingsLow: s('Simpanan anggota dari semua simpanan', 'Members’ savings of all savings'),
	memberFundsLow: s('Dana anggota dari aset', 'Members’ funds of assets'),
	longDebtHigh: s('Utang jangka panjang dari modal sendiri', 'Long-term debt of own capital'),
	externalDebtHigh: s('Utang kepada pihak luar dari aset', 'Outside debt of assets'),
	idleAssets: s('Aset yang tidak menghasilkan', 'Assets that earn nothing'),
	stockSlow: s('Perputaran persediaan dalam setahun', 'Turnover of stock in a year'),
	collectionSlow: s('Lama piutang tertagih', 'Time to collect receivables'),
	receivablesSlow: s('Perputaran piutang dalam setahun', 'Turnover of receivables in a year'),
	equityTurnoverLow: s('Perputaran modal dalam setahun', 'Turnover of capital in a year'),
	assetTurnoverLow: s('Perputaran aset dalam setahun', 'Turnover of assets in a year'),
	assetsShrink: s('Pertumbuhan aset', 'Growth of assets'),
	equityShrinks: s('Pertumbuhan modal sendiri', 'Growth of own capital'),
	surplusShrinks: s('Pertumbuhan SHU', 'Growth of surplus'),
	managementLow: s('Nilai manajemen', 'Score of management'),
	identityLow: s('Nilai jati diri koperasi', 'Score of cooperative identity'),
	governanceLow: s('Nilai tata kelola', 'Score of governance'),
	riskManagementLow: s('Nilai profil risiko', 'Score of risk profile')
};

/** What the register and the years show, as a statement. */
export const statements = {
	articlesIncomplete: s('Isi anggaran dasar belum lengkap', 'Articles are incomplete'),
	loss: s('Rugi', 'A loss'),
	lossTwice: s('Rugi dua tahun berturut-turut', 'Losses two years running'),
	ownCapitalGone: s('Modal sendiri habis', 'Own capital is gone'),
	ownCapitalThin: s(
		'Modal sendiri di bawah 20% aset menurut register',
		'Own capital below 20% of assets by the register'
	),
	ownCapitalShrank: s('Modal sendiri menyusut dua tahun berturut-turut', 'Own capital shrank two years running'),
	noTurnover: s('Tidak ada volume usaha', 'No turnover'),
	turnoverFell: s('Volume usaha turun 20% atau lebih', 'Turnover fell by 20% or more'),
	turnoverFellTwice: s('Volume usaha turun dua tahun berturut-turut', 'Turnover fell two years running'),
	membersFell: s('Anggota berkurang 10% atau lebih', 'Members fell by 10% or more'),
	membersFellTwice: s('Anggota berkurang dua tahun berturut-turut', 'Members fell two years running'),
	tooFewMembers: s('Anggota kurang dari sembilan', 'Fewer than nine members'),
	membersUnknown: s('Jumlah anggota tidak diketahui', 'Number of members not known'),
	noManagerOnRecord: s('Tidak ada pengelola menurut register', 'No manager by the register'),
	figuresOld: s('Laporan keuangan terakhir sudah lama', 'The last accounts are old'),
	meetingsNotHeld: s('RAT tidak diadakan', 'Annual meeting not held'),
	meetingsNotHeldAgain: s('RAT tidak diadakan dua tahun atau lebih', 'Annual meeting not held for two years or more'),
	meetingsNotReported: s('RAT diadakan tetapi belum dilaporkan', 'Annual meeting held but not reported'),
	meetingsUnknown: s('Kantor tidak punya catatan RAT', 'The office has no record of the annual meeting'),
	meetingLate: s('RAT diadakan sesudah batas enam bulan', 'Annual meeting held after the six months'),
	attendanceLow: s('Yang hadir di RAT separuh anggota atau kurang', 'Half of the members or fewer came to the meeting'),
	noBoardOnRecord: s('Susunan pengurus tidak tercatat', 'No board on record'),
	boardTermsEnded: s('Masa jabatan semua pengurus habis', 'The term of the whole board has ended'),
	officesVacant: s('Jabatan kosong', 'Vacant offices'),
	officesDoubled: s('Satu orang memegang beberapa jabatan', 'One person holds several offices'),
	noSupervisor: s('Tidak ada pengawas yang tercatat', 'No supervisory board on record'),
	chairLong: s('Ketua menjabat sepuluh tahun atau lebih', 'The chair has served for ten years or more'),
	registryInactive: s('Di register tercatat tidak aktif', 'Inactive in the register'),
	noBusinessNumber: s('NIB tidak tercatat', 'No business number (NIB) on record'),
	noRegistryNumber: s('NIK koperasi tidak tercatat', 'No registry number (NIK) on record'),
	noTaxNumber: s('NPWP tidak tercatat', 'No tax number on record'),
	noAddress: s('Alamat tidak tercatat', 'No address on record'),
	noContact: s('Tidak ada alamat, telepon, atau surel', 'No address, telephone or e-mail'),
	certificateEnded: s('Sertifikat NIK habis berlaku', 'Registry certificate has run out'),
	licenceEnded: s('Izin habis berlaku', 'A licence has run out'),
	noSavingsLicence: s(
		'Izin simpan pinjam tidak ada di antara izin yang tercatat',
		'No savings-and-loan licence among those on record'
	),

	surplus: s('SHU positif', 'Positive surplus'),
	ownCapitalStrong: s('Modal sendiri 40% aset atau lebih', 'Own capital is 40% of assets or more'),
	turnoverHeld: s('Volume usaha tidak turun', 'Turnover has not fallen'),
	membersHeld: s('Anggota tidak berkurang', 'Members have not fallen'),
	meetingReported: s('RAT terakhir yang jatuh tempo sudah dilaporkan', 'The last annual meeting due is reported'),
	attendanceEnough: s('Lebih dari separuh anggota hadir di RAT', 'More than half of the members came to the meeting'),
	businessNumberKnown: s('NIB tercatat', 'Business number on record'),
	registryNumberKnown: s('NIK koperasi tercatat', 'Registry number on record'),
	taxNumberKnown: s('NPWP tercatat', 'Tax number on record'),
	contactKnown: s('Ada cara menghubungi yang tercatat', 'A way to reach it is on record'),
	boardInOffice: s('Ada pengurus yang sedang menjabat', 'A board is in office'),
	boardWhole: s(
		'Ketua, sekretaris, dan bendahara dijabat orang yang berbeda',
		'Chair, secretary and treasurer are different people'
	),
	supervisorInOffice: s('Ada pengawas yang menjabat', 'A supervisory board is in office'),
	managerInOffice: s('Ada pengelola yang tercatat', 'A manager is on record'),
	certificateRuns: s('Sertifikat NIK masih berlaku', 'Registry certificate is valid'),
	savingsLicenceRuns: s('Izin simpan pinjam masih berlaku', 'Savings-and-loan licence is valid')
} as const satisfies Record<string, Said>;
export type StatementCode = keyof typeof statements;
