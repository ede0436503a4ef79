import { line, type AccountGroup } from './account.ts';

/** Lines 71 to 116: what came in and went out, and, beside it, loans that are not repaid and what secures them. */
export const surplusAccounts: readonly AccountGroup[] = [
	{
		code: 'memberParticipation',
		side: 'income',
		words: { id: 'Partisipasi bruto anggota', en: 'Gross participation of members' },
		accounts: [
			line(71, 'memberLoanIncome', 'Pendapatan jasa pinjaman anggota', 'Interest on loans to members'),
			line(72, 'memberAdministrationIncome', 'Pendapatan administrasi anggota', 'Administration income from members'),
			line(73, 'memberProvisionIncome', 'Pendapatan provisi anggota', 'Provision income from members'),
			line(
				74,
				'otherMemberServiceIncome',
				'Pendapatan jasa pelayanan lainnya anggota',
				'Other service income from members'
			)
		]
	},
	{
		code: 'nonMemberIncome',
		side: 'income',
		words: { id: 'Pendapatan dari bukan anggota', en: 'Income from non-members' },
		accounts: [
			line(75, 'nonMemberSavingsIncome', 'Pendapatan jasa simpanan bukan anggota', 'Interest from non-members'),
			line(
				76,
				'nonMemberAdministrationIncome',
				'Pendapatan administrasi bukan anggota',
				'Administration income from non-members'
			),
			line(77, 'nonMemberProvisionIncome', 'Pendapatan provisi bukan anggota', 'Provision income from non-members'),
			line(
				78,
				'otherNonMemberServiceIncome',
				'Pendapatan jasa pelayanan lainnya bukan anggota',
				'Other service income from non-members'
			)
		]
	},
	{
		code: 'memberCost',
		side: 'expense',
		words: { id: 'Beban pokok anggota', en: 'Cost of sales to members' },
		accounts: [
			line(79, 'memberSavingsCost', 'Beban jasa simpanan/tabungan dari anggota', 'Interest on members’ savings'),
			line(
				80,
				'memberTermDepositCost',
				'Beban jasa simpanan berjangka dari anggota',
				'Interest on members’ time deposits'
			)
		]
	},
	{
		code: 'nonMemberCost',
		side: 'expense',
		words: { id: 'Beban pokok bukan anggota', en: 'Cost of sales to non-members' },
		accounts: [
			line(
				81,
				'nonMemberSavingsCost',
				'Beban jasa simpanan/tabungan dari non anggota',
				'Interest on non-members’ savings'
			),
			line(
				82,
				'nonMemberTermDepositCost',
				'Beban jasa simpanan berjangka dari non anggota',
				'Interest on non-members’ time deposits'
			),
			line(83, 'bankLoanCost', 'Beban jasa hutang bank', 'Interest on bank loans'),
			line(84, 'lpdbLoanCost', 'Beban jasa pinjaman LPDB', 'Interest on LPDB loans'),
			line(85, 'participationCapitalCost', 'Beban jasa modal penyertaan', 'Return on participation capital'),
			line(86, 'thirdPartyLoanCost', 'Beban jasa pinjaman pihak ketiga', 'Interest on loans from third parties')
		]
	},
	{
		code: 'operatingExpense',
		side: 'expense',
		words: { id: 'Beban usaha', en: 'Operating expense' },
		accounts: [
			line(
				87,
				'writeOffProvisionExpense',
				'Biaya penyisihan penghapusan piutang',
				'Provision for writing off receivables'
			),
			line(88, 'loanInterestExpense', 'Biaya bunga pinjaman', 'Loan interest'),
			line(89, 'staffHonoraria', 'Honor karyawan', 'Staff pay'),
			line(90, 'suppliesExpense', 'Biaya perlengkapan', 'Supplies used'),
			line(91, 'insuranceExpense', 'Biaya asuransi', 'Insurance'),
			line(92, 'utilitiesExpense', 'Biaya listrik, air dan telepon', 'Electricity, water and telephone'),
			line(93, 'depreciationExpense', 'Biaya penyusutan', 'Depreciation'),
			line(94, 'otherExpense', 'Biaya lain-lain', 'Other expense'),
			line(95, 'maintenanceExpense', 'Biaya pemeliharaan', 'Maintenance'),
			line(96, 'marketingExpense', 'Biaya promosi dan pemasaran', 'Promotion and marketing'),
			line(97, 'hospitalityExpense', 'Biaya akomodasi dan konsumsi', 'Lodging and meals'),
			line(98, 'transportExpense', 'Biaya transportasi', 'Transport'),
			line(99, 'generalExpense', 'Biaya administrasi dan umum', 'Administration and general'),
			line(100, 'taxExpense', 'Biaya pajak (tidak termasuk pajak penghasilan)', 'Taxes (other than income tax)'),
			line(101, 'rentExpense', 'Biaya sewa tahun berjalan', 'Rent of this year'),
			line(102, 'otherOperatingExpense', 'Biaya operasional lain', 'Other operating expense')
		]
	},
	{
		code: 'cooperativeExpense',
		side: 'expense',
		words: { id: 'Beban perkoperasian', en: 'Cooperative expense' },
		accounts: [
			line(103, 'boardExpense', 'Beban pengawas dan pengurus koperasi', 'Supervisory board and board'),
			line(104, 'coachingExpense', 'Beban pembinaan', 'Coaching'),
			line(105, 'membersMeetingExpense', 'Beban rapat anggota', 'Members’ meeting')
		]
	},
	{
		code: 'otherIncome',
		side: 'income',
		words: { id: 'Pendapatan lain-lain', en: 'Other income' },
		accounts: [
			line(106, 'dividendIncome', 'Pendapatan dividen dan bagi hasil usaha', 'Dividends and profit shares'),
			line(107, 'rentIncome', 'Pendapatan sewa', 'Rent received'),
			line(108, 'otherIncome', 'Pendapatan lain-lain', 'Other income')
		]
	},
	{
		code: 'otherExpense',
		side: 'expense',
		words: { id: 'Biaya lain-lain', en: 'Other expense' },
		accounts: [line(109, 'nonOperatingExpense', 'Biaya lain-lain', 'Other expense')]
	},
	{
		code: 'incomeTax',
		side: 'expense',
		words: { id: 'Pajak penghasilan', en: 'Income tax' },
		accounts: [line(110, 'incomeTax', 'Pajak penghasilan', 'Income tax')]
	},
	{
		code: 'problemLoans',
		side: 'memo',
		words: { id: 'Pembiayaan bermasalah', en: 'Problem loans' },
		accounts: [
			line(111, 'substandardLoans', 'Pembiayaan kurang lancar (PKL)', 'Substandard loans'),
			line(112, 'doubtfulLoans', 'Pembiayaan yang diragukan (PDR)', 'Doubtful loans'),
			line(113, 'lossLoans', 'Pembiayaan macet', 'Loss loans')
		]
	},
	{
		code: 'collateral',
		side: 'memo',
		words: { id: 'Nilai agunan', en: 'Value of collateral' },
		accounts: [
			line(114, 'substandardCollateral', 'Nilai agunan pembiayaan kurang lancar', 'Collateral of substandard loans'),
			line(115, 'doubtfulCollateral', 'Nilai agunan pembiayaan diragukan', 'Collateral of doubtful loans'),
			line(116, 'lossCollateral', 'Nilai agunan pembiayaan macet', 'Collateral of loss loans')
		]
	}
];
