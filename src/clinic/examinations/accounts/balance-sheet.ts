import { contra, line, type AccountGroup } from './account.ts';

/** Lines 1 to 70: what a cooperative has, what it owes, what is its own. */
export const balanceSheet: readonly AccountGroup[] = [
	{
		code: 'currentAssets',
		side: 'asset',
		words: { id: 'Aktiva lancar', en: 'Current assets' },
		accounts: [
			line(1, 'cash', 'Kas', 'Cash'),
			line(2, 'currentAccounts', 'Giro', 'Current accounts at banks'),
			line(3, 'savingsAccounts', 'Tabungan', 'Savings accounts at banks'),
			line(4, 'timeDeposits', 'Deposito', 'Time deposits at banks'),
			line(
				5,
				'savingsAtCooperatives',
				'Simpanan sukarela pada koperasi lain',
				'Voluntary savings at other cooperatives'
			),
			line(
				6,
				'timeDepositsAtCooperatives',
				'Simpanan berjangka pada koperasi lain',
				'Time deposits at other cooperatives'
			),
			line(7, 'shortTermSecurities', 'Surat berharga (investasi jangka pendek)', 'Securities (short-term investment)'),
			line(8, 'memberReceivables', 'Piutang anggota', 'Receivables from members'),
			line(9, 'prospectiveMemberReceivables', 'Piutang pada calon anggota', 'Receivables from prospective members'),
			line(10, 'cooperativeReceivables', 'Piutang yang diberikan pada koperasi lain', 'Loans to other cooperatives'),
			line(11, 'interestReceivable', 'Piutang bunga', 'Interest receivable'),
			line(12, 'otherReceivables', 'Piutang lain-lain', 'Other receivables'),
			contra(13, 'loanLossAllowance', 'Penyisihan pinjaman yang tidak tertagih', 'Allowance for uncollectable loans'),
			line(14, 'insurancePremiums', 'Premi asuransi', 'Insurance premiums'),
			line(15, 'supplies', 'Perlengkapan', 'Supplies'),
			line(16, 'prepaidExpense', 'Beban dibayar dimuka', 'Prepaid expense'),
			line(17, 'accruedIncome', 'Pendapatan akan diterima', 'Income to be received'),
			line(18, 'inventory', 'Persediaan', 'Inventory'),
			line(19, 'otherCurrentAssets', 'Aktiva lancar lainnya', 'Other current assets')
		]
	},
	{
		code: 'longTermInvestments',
		side: 'asset',
		words: { id: 'Investasi jangka panjang', en: 'Long-term investments' },
		accounts: [
			line(20, 'longTermDeposits', 'Simpanan/Tabungan berjangka', 'Time savings and deposits'),
			line(21, 'longTermSecurities', 'Surat berharga', 'Securities'),
			line(
				22,
				'savingsAtOtherSavingsCooperatives',
				'Simpanan di KSP lain',
				'Savings at other savings and loan cooperatives'
			),
			line(23, 'sharesInCooperatives', 'Penyertaan pada koperasi lain', 'Shares in other cooperatives'),
			line(
				24,
				'sharesInFinancialInstitutions',
				'Penyertaan pada lembaga keuangan lain',
				'Shares in other financial institutions'
			),
			line(25, 'otherLongTermInvestments', 'Investasi jangka panjang lainnya', 'Other long-term investments')
		]
	},
	{
		code: 'fixedAssets',
		side: 'asset',
		words: { id: 'Aktiva tetap', en: 'Fixed assets' },
		accounts: [
			line(26, 'land', 'Tanah', 'Land'),
			line(27, 'buildings', 'Bangunan', 'Buildings'),
			line(28, 'vehicles', 'Kendaraan', 'Vehicles'),
			line(29, 'equipment', 'Inventaris dan peralatan', 'Furniture and equipment'),
			contra(30, 'accumulatedDepreciation', 'Akumulasi penyusutan', 'Accumulated depreciation')
		]
	},
	{
		code: 'intangibleAssets',
		side: 'asset',
		words: { id: 'Aktiva tidak berwujud', en: 'Intangible assets' },
		accounts: [line(31, 'intangibleAssets', 'Aktiva tidak berwujud', 'Intangible assets')]
	},
	{
		code: 'otherAssets',
		side: 'asset',
		words: { id: 'Aktiva lain-lain', en: 'Other assets' },
		accounts: [
			line(32, 'deferredExpense', 'Beban ditangguhkan', 'Deferred expense'),
			contra(33, 'deferredExpenseAmortisation', 'Amortisasi beban ditangguhkan', 'Amortisation of deferred expense'),
			line(34, 'foreclosedCollateral', 'Agunan yang diambil alih', 'Foreclosed collateral'),
			line(35, 'preOperatingExpense', 'Beban pra operasional', 'Pre-operating expense'),
			contra(
				36,
				'preOperatingAmortisation',
				'Amortisasi biaya pra operasional',
				'Amortisation of pre-operating expense'
			),
			line(37, 'otherAssets', 'Aktiva lain-lain lainnya', 'Others')
		]
	},
	{
		code: 'shortTermLiabilities',
		side: 'liability',
		words: { id: 'Hutang jangka pendek', en: 'Short-term liabilities' },
		accounts: [
			line(38, 'memberSavings', 'Tabungan/simpanan anggota', 'Savings of members'),
			line(39, 'nonMemberSavings', 'Tabungan/simpanan bukan anggota', 'Savings of non-members'),
			line(40, 'memberTermDeposits', 'Simpanan berjangka anggota', 'Time deposits of members'),
			line(
				41,
				'otherTermDeposits',
				'Simpanan berjangka calon anggota & koperasi lain',
				'Time deposits of prospective members and other cooperatives'
			),
			line(
				42,
				'bankLoansShortTerm',
				'Hutang bank (bagian jatuh tempo kurang 1 tahun)',
				'Bank loans (part due within a year)'
			),
			line(
				43,
				'lpdbLoansShortTerm',
				'Hutang LPDB (bagian jatuh tempo kurang 1 tahun)',
				'LPDB loans (part due within a year)'
			),
			line(44, 'taxPayable', 'Hutang pajak', 'Tax payable'),
			line(45, 'accruedExpense', 'Beban yang masih harus dibayar', 'Accrued expense'),
			line(46, 'unearnedIncome', 'Pendapatan lain diterima dimuka', 'Other income received in advance'),
			line(47, 'expensePayable', 'Hutang biaya', 'Expense payable'),
			line(48, 'surplusFunds', 'Dana bagian SHU', 'Funds from shared surplus'),
			line(49, 'memberVirtueFunds', 'Titipan dana kebajikan anggota', 'Members’ virtue funds held'),
			line(50, 'healthGuaranteeFunds', 'Titipan jaminan kesehatan', 'Health guarantee funds held'),
			line(51, 'zakatFunds', 'Titipan zakat, infaq dan shadaqoh', 'Zakat, infaq and sadaqah held'),
			line(52, 'leasesShortTerm', 'Hutang sewa guna usaha (kurang 1 tahun)', 'Leases (under a year)'),
			line(53, 'otherShortTermLiabilities', 'Kewajiban jangka pendek lainnya', 'Other short-term liabilities')
		]
	},
	{
		code: 'longTermLiabilities',
		side: 'liability',
		words: { id: 'Hutang jangka panjang', en: 'Long-term liabilities' },
		accounts: [
			line(54, 'bankLoansLongTerm', 'Hutang bank', 'Bank loans'),
			line(
				55,
				'cooperativeLoansLongTerm',
				'Hutang jangka panjang koperasi lainnya',
				'Long-term loans from other cooperatives'
			),
			line(56, 'interOfficeLiabilities', 'Antar kantor pasiva', 'Inter-office liabilities'),
			line(57, 'longTermTermDeposits', 'Simpanan berjangka', 'Time deposits'),
			line(58, 'longTermEntrustedFunds', 'Titipan dana jangka panjang', 'Long-term funds held'),
			line(59, 'lpdbLoansLongTerm', 'Hutang LPDB', 'LPDB loans'),
			line(60, 'leasesLongTerm', 'Hutang sewa guna usaha', 'Leases'),
			line(61, 'otherLongTermLiabilities', 'Hutang jangka panjang lain', 'Other long-term debts')
		]
	},
	{
		code: 'equity',
		side: 'equity',
		words: { id: 'Ekuitas', en: 'Equity' },
		accounts: [
			line(62, 'principalSavings', 'Simpanan pokok', 'Principal savings'),
			line(63, 'mandatorySavings', 'Simpanan wajib', 'Mandatory savings'),
			line(64, 'equalisationCapital', 'Modal penyetaraan', 'Equalisation capital'),
			line(65, 'participationCapital', 'Modal penyertaan', 'Participation capital'),
			line(66, 'donatedCapital', 'Modal sumbangan/hibah/donasi', 'Donated capital and grants'),
			line(67, 'generalReserve', 'Cadangan umum', 'General reserve'),
			line(68, 'riskReserveFund', 'Cadangan tujuan resiko', 'Reserve for risk'),
			line(69, 'earlierSurplus', 'SHU periode sebelumnya', 'Surplus of earlier periods'),
			line(70, 'currentSurplus', 'SHU periode berjalan', 'Surplus of this period')
		]
	}
];
