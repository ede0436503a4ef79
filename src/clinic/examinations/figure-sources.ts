import { accountsOf } from './accounts.ts';
import { frozen, type Certainty, type Note } from './instrument.ts';
import type { Sheet } from './sheet.ts';

/** An account in the sum of a figure. */
export interface AccountTerm {
	readonly account: string;
	readonly times: 1 | -1;
}

/** A figure that follows from the accounts of this or of the last book year. */
export interface FromAccounts {
	readonly kind: 'accounts';
	readonly year: 'this' | 'last';
	readonly terms: readonly AccountTerm[];
	/** How sure it is that these are the lines the rule means. */
	readonly certainty: Certainty;
}

/** A figure that no sum of accounts gives. */
export interface AskedSeparately {
	readonly kind: 'asked';
	readonly why: Note;
}

export type FigureSource = FromAccounts | AskedSeparately;

const plus = (...codes: readonly string[]): AccountTerm[] => codes.map((account) => ({ account, times: 1 }));
const minus = (...codes: readonly string[]): AccountTerm[] => codes.map((account) => ({ account, times: -1 }));
/** Whole groups; what is written off or depreciated is subtracted. */
const groups = (...codes: readonly string[]): AccountTerm[] =>
	accountsOf(...codes).map(({ code, isContra }) => ({ account: code, times: isContra ? -1 : 1 }));
const lessGroups = (...codes: readonly string[]): AccountTerm[] =>
	groups(...codes).map(({ account, times }) => ({ account, times: times === 1 ? -1 : 1 }));

const from = (certainty: Certainty, terms: readonly AccountTerm[], year: FromAccounts['year'] = 'this') =>
	({ kind: 'accounts', year, terms, certainty }) as const;
/** The line or group of the worksheet that carries the figure's own name. */
const named = (terms: readonly AccountTerm[], year?: FromAccounts['year']) => from('secondary', terms, year);
/** Our own reading of which lines the rule means: no source that we have seen says it. */
const read = (terms: readonly AccountTerm[], year?: FromAccounts['year']) => from('unverified', terms, year);
const asked = (id: string, en: string) => ({ kind: 'asked', why: { id, en } }) as const;

const assets = ['currentAssets', 'longTermInvestments', 'fixedAssets', 'intangibleAssets', 'otherAssets'] as const;
const liabilities = ['shortTermLiabilities', 'longTermLiabilities'] as const;
const operatingIncome = groups('memberParticipation', 'nonMemberIncome');
const costs = lessGroups('memberCost', 'nonMemberCost', 'operatingExpense', 'cooperativeExpense', 'otherExpense');
const beforeTax = [...operatingIncome, ...groups('otherIncome'), ...costs];
const afterTax = [...beforeTax, ...lessGroups('incomeTax')];
const loanLines = plus('memberReceivables', 'prospectiveMemberReceivables', 'cooperativeReceivables');
const noTrade = asked(
	'Daftar akun simpan pinjam tidak memuat usaha dagang. Ambil dari perhitungan hasil usaha.',
	'The savings-and-loan chart has no trading accounts. Take it from the income statement.'
);
const byLines = asked(
	'Dihitung dari baris-baris neraca dengan bobotnya masing-masing.',
	'Worked out from the lines of the balance sheet, each with its weight.'
);
const loanList = asked(
	'Ambil dari daftar pinjaman menurut lamanya menunggak.',
	'Take it from the list of loans by how late they are.'
);
const notTold = asked(
	'Akun-akun neraca tidak memisahkannya. Ambil dari pembukuan koperasi.',
	'The accounts do not tell it apart. Take it from the cooperative’s books.'
);
const aShare = asked(
	'Bagian beban usaha untuk anggota dihitung menurut porsi, bukan dari satu akun.',
	'The members’ share of operating expense is worked out by proportion, not from an account.'
);

/**
 * Where each named figure of the instruments comes from in the chart of accounts. What is not named here, no account
 * gives.
 */
const sources: Readonly<Record<string, FigureSource>> = frozen({
	ownCapital: read(
		plus(
			'principalSavings',
			'mandatorySavings',
			'equalisationCapital',
			'donatedCapital',
			'generalReserve',
			'riskReserveFund'
		)
	),
	equity: named(groups('equity')),
	equityBefore: named(groups('equity'), 'last'),
	totalAssets: named(groups(...assets)),
	totalAssetsBefore: named(groups(...assets), 'last'),
	currentAssets: named(groups('currentAssets')),
	currentLiabilities: named(groups('shortTermLiabilities')),
	longTermLiabilities: named(groups('longTermLiabilities')),
	liabilitiesAndEquity: named(groups(...liabilities, 'equity')),
	cash: named(plus('cash')),
	bank: read(plus('currentAccounts', 'savingsAccounts', 'timeDeposits')),
	liquidAssets: read(plus('cash', 'currentAccounts', 'savingsAccounts', 'timeDeposits', 'savingsAtCooperatives')),
	earningAssets: read([
		...plus('savingsAccounts', 'timeDeposits', 'savingsAtCooperatives', 'timeDepositsAtCooperatives'),
		...plus('shortTermSecurities'),
		...loanLines,
		...groups('longTermInvestments')
	]),
	liquidInvestments: read([
		...plus('savingsAccounts', 'timeDeposits', 'savingsAtCooperatives', 'timeDepositsAtCooperatives'),
		...plus('shortTermSecurities')
	]),
	financialInvestments: read(groups('longTermInvestments')),
	idleLiquidAssets: read(plus('cash', 'currentAccounts')),
	nonEarningAssets: read([
		...plus('cash', 'currentAccounts', 'interestReceivable', 'otherReceivables', 'insurancePremiums', 'supplies'),
		...plus('prepaidExpense', 'accruedIncome', 'inventory', 'otherCurrentAssets'),
		...groups('fixedAssets', 'intangibleAssets', 'otherAssets')
	]),
	institutionalCapital: read(plus('donatedCapital', 'generalReserve', 'riskReserveFund')),
	externalCredit: read([
		...plus('bankLoansShortTerm', 'lpdbLoansShortTerm', 'leasesShortTerm', 'bankLoansLongTerm'),
		...plus('cooperativeLoansLongTerm', 'lpdbLoansLongTerm', 'leasesLongTerm')
	]),
	inventory: named(plus('inventory')),
	memberLoans: read(plus('memberReceivables')),
	loans: read(loanLines),
	substandardLoans: named(plus('substandardLoans')),
	doubtfulLoans: named(plus('doubtfulLoans')),
	lossLoans: named(plus('lossLoans')),
	problemLoans: named(plus('substandardLoans', 'doubtfulLoans', 'lossLoans')),
	riskReserve: read(plus('loanLossAllowance', 'riskReserveFund')),
	taxPayable: named(plus('taxPayable')),
	accruedExpense: named(plus('accruedExpense')),
	expensePayable: named(plus('expensePayable')),
	fundsReceived: read(
		groups(...liabilities, 'equity').filter(
			({ account }) =>
				!['taxPayable', 'accruedExpense', 'expensePayable', 'earlierSurplus', 'currentSurplus'].includes(account)
		)
	),
	memberSavings: named(plus('memberSavings')),
	nonMemberSavings: named(plus('nonMemberSavings')),
	memberTermDeposits: named(plus('memberTermDeposits')),
	prospectiveMemberSavings: read(plus('otherTermDeposits')),
	virtueFunds: named(plus('memberVirtueFunds')),
	principalSavings: named(plus('principalSavings')),
	mandatorySavings: named(plus('mandatorySavings')),
	grossParticipation: named(groups('memberParticipation')),
	nonMemberIncome: named(groups('nonMemberIncome')),
	memberCostOfSales: named(groups('memberCost')),
	netParticipation: named([...groups('memberParticipation'), ...lessGroups('memberCost')]),
	totalIncome: read([...operatingIncome, ...groups('otherIncome')]),
	grossSurplus: read([...operatingIncome, ...lessGroups('memberCost', 'nonMemberCost')]),
	operatingExpense: named(groups('operatingExpense')),
	cooperativeExpense: named(groups('cooperativeExpense')),
	staffCost: named(plus('staffHonoraria')),
	surplusBeforeTax: named(beforeTax),
	surplusAfterTax: named(afterTax),
	surplusAfterTaxBefore: named(afterTax, 'last'),

	'capitalLines.principalSavings': named(plus('principalSavings')),
	'capitalLines.mandatorySavings': named(plus('mandatorySavings')),
	'capitalLines.equalisationCapital': named(plus('equalisationCapital')),
	'capitalLines.participationCapital': named(plus('participationCapital')),
	'capitalLines.generalReserve': named(plus('generalReserve')),
	'capitalLines.riskReserveFund': named(plus('riskReserveFund')),
	'capitalLines.donatedCapital': named(plus('donatedCapital')),
	'capitalLines.undistributedSurplus': read(plus('earlierSurplus', 'currentSurplus')),
	'capitalLines.savings': read(plus('memberSavings', 'nonMemberSavings')),
	'capitalLines.termDeposits': read(plus('memberTermDeposits', 'otherTermDeposits', 'longTermTermDeposits')),
	'capitalLines.accruedExpense': named(plus('accruedExpense')),
	'capitalLines.fundsReceived': read([
		...plus('bankLoansShortTerm', 'lpdbLoansShortTerm', 'leasesShortTerm', 'bankLoansLongTerm'),
		...plus('cooperativeLoansLongTerm', 'lpdbLoansLongTerm', 'leasesLongTerm', 'longTermEntrustedFunds')
	]),
	'capitalLines.otherLiabilities': read([
		...plus('taxPayable', 'unearnedIncome', 'expensePayable', 'surplusFunds', 'memberVirtueFunds'),
		...plus('healthGuaranteeFunds', 'zakatFunds', 'otherShortTermLiabilities', 'interOfficeLiabilities'),
		...plus('otherLongTermLiabilities')
	]),
	'assetLines.cash': named(plus('cash')),
	'assetLines.bankDeposits': read(
		plus('currentAccounts', 'savingsAccounts', 'timeDeposits', 'savingsAtCooperatives', 'timeDepositsAtCooperatives')
	),
	'assetLines.securities': read(plus('shortTermSecurities', 'longTermSecurities')),
	'assetLines.memberLoans': read(plus('memberReceivables')),
	'assetLines.nonMemberLoans': read(plus('prospectiveMemberReceivables', 'cooperativeReceivables')),
	'assetLines.investments': read(
		plus(
			'longTermDeposits',
			'savingsAtOtherSavingsCooperatives',
			'sharesInCooperatives',
			'sharesInFinancialInstitutions',
			'otherLongTermInvestments'
		)
	),
	'assetLines.accruedIncome': read(plus('accruedIncome', 'interestReceivable')),
	'assetLines.fixedAssets': named(groups('fixedAssets')),
	'assetLines.otherAssets': read([
		...plus('otherReceivables', 'insurancePremiums', 'supplies', 'prepaidExpense', 'inventory', 'otherCurrentAssets'),
		...minus('loanLossAllowance'),
		...groups('intangibleAssets', 'otherAssets')
	]),

	riskyLoans: asked(
		'Pinjaman tanpa agunan atau penjamin yang cukup tidak tampak di neraca. Ambil dari daftar pinjaman.',
		'Loans without enough collateral or guarantor do not show in a balance sheet. Take them from the list of loans.'
	),
	weightedCapital: byLines,
	riskWeightedAssets: byLines,
	problemLoanRisk: asked(
		'Dihitung dari pinjaman kurang lancar, diragukan, dan macet.',
		'Worked out from substandard, doubtful and loss loans.'
	),
	memberOperatingExpense: aShare,
	memberSurplus: asked(
		'Bagian anggota diputuskan rapat anggota. Ambil dari pembagian SHU.',
		'The members’ part is decided by their meeting. Take it from the division of the surplus.'
	),
	memberPromotion: asked(
		'Manfaat ekonomi bagi anggota tidak dibukukan sebagai akun. Ambil dari laporan promosi ekonomi anggota.',
		'What members gain is not an account. Take it from the report on members’ economic promotion.'
	),
	requiredReserve: asked(
		'Penyisihan wajib dihitung dari golongan pinjaman dan nilai agunannya.',
		'The required allowance is worked out from the classes of loans and their collateral.'
	),
	loansLateOverYear: loanList,
	loansLateUpToYear: loanList,
	loansRecovered: loanList,
	loansChargedOff: loanList,
	otherInvestments: notTold,
	zeroCostFunds: notTold,
	shortTermPayables: notTold,
	liquidityReserve: notTold,
	sales: noTrade,
	costOfSales: noTrade,
	tradeReceivables: noTrade
});

/**
 * Accounts that no figure is made of: they are kept with the statement. What loans are secured by belongs to the required
 * allowance (PPAPWD), whose bands no source shows.
 */
export const keptOnly: readonly string[] = frozen(accountsOf('collateral').map(({ code }) => code));

/** Where a figure comes from, by its name (a line of a group with its point); null where nothing is said of it. */
export const sourceOf = (figure: string): FigureSource | null =>
	Object.hasOwn(sources, figure) ? sources[figure]! : null;

/** Every figure of which something is said. */
export const figuresWithSource: readonly string[] = Object.keys(sources);

/** Of the figures that a sheet asks, those that no accounts tell, and why. */
export const askedSeparately = ({ sections }: Pick<Sheet, 'sections'>): Readonly<Record<string, Note>> =>
	Object.fromEntries(
		sections.flatMap(({ figures }) =>
			figures.flatMap((figure): [string, Note][] => {
				const source = sourceOf(figure);
				return source?.kind === 'asked' ? [[figure, source.why]] : [];
			})
		)
	);
