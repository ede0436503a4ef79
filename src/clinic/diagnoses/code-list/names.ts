import type { Said } from './disease.ts';

export interface Named extends Said {
	readonly number: string;
}
const n = (number: string, id: string, en: string): Named => ({ number, id, en });

/**
 * Numbers and names of the list in force, apart from all that it says of each, so that a page that only names a disease
 * loads no more than that. The letter is that of the poli. Equals are ranked in this order: finance, people and
 * meetings are what the clinics meet most.
 */
export const names = {
	badLoans: n('K01', 'Pinjaman bermasalah tinggi', 'High problem loans'),
	cashShort: n('K02', 'Kas tidak cukup untuk penarikan', 'Not enough cash for withdrawals'),
	losses: n('K03', 'Usaha merugi', 'Running at a loss'),
	thinCapital: n('K04', 'Modal sendiri terlalu kecil', 'Own capital too small'),
	booksBehind: n('K05', 'Pembukuan tertinggal', 'Books not kept up'),
	reserveMissing: n('K06', 'Cadangan risiko tidak cukup', 'Too little set aside for bad loans'),
	carelessLending: n('K07', 'Pinjaman diberikan tanpa kehati-hatian', 'Lending without care'),
	costsEatIncome: n('K08', 'Biaya menggerus pendapatan', 'Costs eat up the income'),
	outsideDebt: n('K09', 'Bergantung pada utang luar', 'Depends on outside debt'),
	idleFunds: n('K10', 'Dana menganggur', 'Idle funds'),
	slowReceivables: n('K11', 'Piutang usaha lambat kembali', 'Trade receivables come back slowly'),

	tooFewCapable: n('S01', 'Kekurangan orang yang mampu', 'Too few capable people'),
	boardUntrained: n('S02', 'Pengurus belum memahami perkoperasian', 'Board does not understand cooperatives'),
	officesDoubled: n('S03', 'Pengurus merangkap tugas', 'Board members hold two offices'),
	noProcedures: n('S04', 'Tidak ada prosedur kerja', 'No working procedures'),
	noWorkPlan: n('S05', 'Tidak ada rencana kerja', 'No work plan'),
	noManager: n('S06', 'Tidak ada pengelola', 'No manager'),
	noSuccessors: n('S07', 'Tidak ada penerus', 'No successors'),

	meetingNotHeld: n('R01', 'Rapat anggota tahunan (RAT) tidak diadakan', 'Annual meeting not held'),
	meetingNotReported: n('R02', 'Rapat anggota tahunan (RAT) belum dilaporkan', 'Annual meeting not reported'),
	boardTermEnded: n('R03', 'Masa jabatan pengurus sudah habis', 'Board’s term has ended'),
	boardGone: n('R04', 'Pengurus tidak ada atau tidak ditemukan', 'No board, or it cannot be found'),
	articlesOutdated: n('R05', 'Anggaran dasar perlu diubah', 'Articles need to be changed'),
	untraceable: n('R06', 'Koperasi tidak dapat ditemukan', 'Cooperative cannot be found'),
	meetingLate: n('R07', 'Rapat anggota terlambat', 'Annual meeting held late'),
	officesVacant: n('R08', 'Jabatan pengurus kosong', 'Offices of the board vacant'),
	noQuorum: n('R09', 'Rapat anggota tidak kuorum', 'Annual meeting without a quorum'),

	noBusinessNumber: n('P01', 'Belum punya nomor induk berusaha (NIB)', 'No business number (NIB)'),
	noRegistryNumber: n('P02', 'Belum punya nomor induk koperasi (NIK)', 'No cooperative number (NIK)'),
	noLicence: n('P03', 'Belum memiliki izin usaha simpan pinjam', 'No savings-and-loan licence'),
	certificateExpired: n('P04', 'Sertifikat NIK habis berlaku', 'Registry certificate expired'),
	licenceExpired: n('P05', 'Izin usaha habis berlaku', 'Business licence expired'),
	branchWithoutPermit: n('P06', 'Cabang tanpa izin', 'Branch without a permit'),
	noTaxNumber: n('P07', 'Belum memiliki NPWP', 'No tax number (NPWP)'),
	outsideItsDeed: n('P08', 'Usaha atau tempat tidak sesuai akta', 'Business or seat differs from the deed'),

	boardNotOpen: n('T01', 'Pengurus tidak terbuka', 'Board is not open'),
	boardUnfair: n('T02', 'Pengurus tidak adil', 'Board is unfair'),
	weakSupervision: n('T03', 'Pengawas tidak berjalan', 'Supervisory board does not work'),
	selfInterest: n('T04', 'Pengurus mengambil keuntungan pribadi', 'Board takes private gain'),
	boardQuarrel: n('T05', 'Pengurus berselisih', 'Board quarrels'),
	noInternalControl: n('T06', 'Pengendalian internal tidak berjalan', 'No internal control'),
	findingsIgnored: n('T07', 'Temuan tidak ditindaklanjuti', 'Findings are not followed up'),
	ruledByFew: n('T08', 'Dikendalikan segelintir orang', 'Ruled by a few'),

	membersInactive: n('A01', 'Anggota tidak aktif', 'Members are not active'),
	membersStruggling: n('A02', 'Anggota sendiri sedang kesulitan', 'Members themselves are struggling'),
	membersLeaving: n('A03', 'Anggota berkurang', 'Members leave'),
	tooFewMembers: n('A04', 'Anggota kurang dari batas', 'Fewer members than required'),
	servesOutsiders: n('A05', 'Melayani bukan anggota', 'Serves non-members'),
	noMemberRegister: n('A06', 'Buku anggota tidak diisi', 'Members’ register not kept'),
	duesUnpaid: n('A07', 'Simpanan wajib tidak dibayar', 'Compulsory savings unpaid'),
	membersUneducated: n('A08', 'Anggota tidak dididik', 'Members are not educated'),

	businessStopped: n('U01', 'Usaha berhenti', 'Business has stopped'),
	turnoverFalling: n('U02', 'Usaha menurun', 'Business is shrinking'),
	onlyOldLoans: n('U03', 'Hanya menagih pinjaman lama', 'Only collects old loans'),
	notCompetitive: n('U04', 'Kalah bersaing', 'Cannot compete'),
	stockUnsold: n('U05', 'Persediaan tidak laku', 'Stock does not sell'),
	oneProduct: n('U06', 'Bergantung pada satu usaha', 'Depends on one line of business'),
	littleBenefit: n('U07', 'Manfaat bagi anggota kecil', 'Little benefit for members'),

	dispute: n('H01', 'Sengketa hukum', 'Legal dispute'),
	suspectedFraud: n('H02', 'Dugaan penyelewengan', 'Suspected fraud'),
	falseScheme: n('H03', 'Menyerupai investasi palsu', 'Resembles a false investment scheme'),
	sanctioned: n('H04', 'Sedang dikenai sanksi', 'Under sanction'),
	creditorsPress: n('H05', 'Ditagih atau dimohonkan pailit kreditur', 'Creditors press or ask for bankruptcy'),
	assetsNotOwned: n('H06', 'Aset bukan atas nama koperasi', 'Assets not in the cooperative’s name')
} as const satisfies Record<string, Named>;

export type CauseCode = keyof typeof names;
export const causeCodes = Object.keys(names) as [CauseCode, ...CauseCode[]];

/** What the first list called those that were split since: a diagnosis is read as it was made. */
export const formerNames: Readonly<Record<string, Said>> = {
	boardUnfair: { id: 'Pengurus tidak adil atau berselisih', en: 'Board is unfair or divided' },
	noLicence: { id: 'Izin usaha belum beres', en: 'Licence not in order' }
};
