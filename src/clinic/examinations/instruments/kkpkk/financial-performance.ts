import type { Aspect, Component } from '../../instrument.ts';
import {
	lossBefore,
	lossIsNeverGood,
	nobodySaves,
	nothingAtRisk,
	nothingToMeasureAgainst,
	sum,
	weighted,
	withoutEnd
} from '../pieces.ts';
import { growth, less, lessUpTo, more, pending, ratio, turnover, unconfirmed } from './pieces.ts';

/** Aspect C, kinerja keuangan: 19 indicators in the sheets of the smaller classes. */

/** No income, surplus or capital: nothing to measure against, and below it a loss. */
const worst = { zeroDenominator: nothingToMeasureAgainst, negativeDenominator: lossIsNeverGood };

/** The members' part of the operating expense: as large as their part of all income. */
const memberPortion = {
	part: 'grossParticipation',
	whole: 'totalIncome',
	zero: nothingToMeasureAgainst,
	negative: lossIsNeverGood
} as const;
const memberShareOfExpense = { figure: 'operatingExpense', times: '1', shared: true } as const;
const cooperativeExpense = { figure: 'cooperativeExpense', times: '1' } as const;

const profitability: readonly Component[] = [
	ratio({
		code: 'return-on-assets',
		subAspect: 'performance',
		place: 'C.1 evaluasi kinerja, SHU setelah pajak terhadap aset',
		numerator: sum('surplusAfterTax'),
		denominator: sum('totalAssets'),
		rule: more('3', '5', '7')
	}),
	ratio({
		code: 'return-on-equity',
		subAspect: 'performance',
		place: 'C.1 evaluasi kinerja, SHU setelah pajak terhadap ekuitas',
		numerator: sum('surplusAfterTax'),
		denominator: sum('equity'),
		rule: more('5', '7', '10'),
		...worst
	}),
	ratio({
		code: 'operational-self-reliance',
		subAspect: 'performance',
		place: 'C.1 evaluasi kinerja, kemandirian operasional',
		numerator: [weighted({ grossParticipation: '1', memberCostOfSales: '-1' })],
		denominator: [{ terms: [memberShareOfExpense, cooperativeExpense] }],
		portion: memberPortion,
		rule: more('100', '110', '120'),
		zeroDenominator: withoutEnd
	}),
	ratio({
		code: 'operating-cost-to-income',
		subAspect: 'performance',
		place: 'C.1 evaluasi kinerja, biaya operasional terhadap pendapatan operasional',
		numerator: [{ terms: [{ figure: 'memberCostOfSales', times: '1' }, memberShareOfExpense, cooperativeExpense] }],
		denominator: sum('grossParticipation'),
		portion: memberPortion,
		rule: less('80', '90', '100'),
		...worst,
		note: {
			id: 'Beban pokok di sini dibaca sebagai beban pokok anggota. Satu naskah menyebut 90% sebagai batas terbaik, tabelnya 80%.',
			en: 'Cost of sales is read as that of members. One text names 90% as the best edge, the table 80%.'
		}
	}),
	ratio({
		code: 'operating-cost',
		subAspect: 'performance',
		place: 'C.1 evaluasi kinerja, beban usaha terhadap SHU kotor',
		numerator: sum('operatingExpense'),
		denominator: sum('grossSurplus'),
		rule: {
			kind: 'bands',
			bands: [{ below: '40', mark: 1 }, { upTo: '60', mark: 2 }, { upTo: '80', mark: 3 }, { mark: 4 }]
		},
		...worst
	})
];

const liquidity: readonly Component[] = [
	ratio({
		code: 'cash-ratio',
		subAspect: 'financial-management',
		place: 'C.2 manajemen keuangan, kas dan bank terhadap kewajiban jangka pendek',
		numerator: sum('cash', 'bank'),
		denominator: sum('currentLiabilities'),
		rule: more('10', '15', '20'),
		zeroDenominator: withoutEnd,
		certainty: 'unverified',
		note: {
			id: 'Satu naskah menyebut 10% sebagai yang terbaik, lembar yang lebih baru 20%; yang dipakai 20%.',
			en: 'One text names 10% as the best, a newer sheet 20%; used here: 20%.'
		}
	}),
	ratio({
		code: 'loans-to-funds',
		subAspect: 'financial-management',
		place: 'C.2 manajemen keuangan, piutang terhadap dana yang diterima',
		numerator: sum('loans'),
		denominator: [
			weighted({ liabilitiesAndEquity: '1', taxPayable: '-1', accruedExpense: '-1', expensePayable: '-1' })
		],
		rule: more('60', '75', '90'),
		zeroDenominator: withoutEnd
	}),
	ratio({
		code: 'current-ratio',
		subAspect: 'financial-management',
		place: 'C.2 manajemen keuangan, aset lancar terhadap kewajiban jangka pendek',
		numerator: sum('currentAssets'),
		denominator: sum('currentLiabilities'),
		rule: more('75', '100', '125'),
		zeroDenominator: withoutEnd
	})
];

const activity: readonly Component[] = [
	turnover({
		code: 'inventory-turnover',
		subAspect: 'financial-management',
		place: 'C.2 manajemen aktiva dan investasi, perputaran persediaan',
		unit: 'times',
		flow: 'costOfSales',
		stock: 'inventory',
		rule: more('4', '7', '10'),
		zeroDenominator: withoutEnd
	}),
	turnover({
		code: 'collection-period',
		subAspect: 'financial-management',
		place: 'C.2 manajemen aktiva dan investasi, periode penagihan piutang dagang',
		unit: 'days',
		flow: 'sales',
		stock: 'tradeReceivables',
		rule: less('100', '140', '180'),
		...worst
	}),
	turnover({
		code: 'receivables-turnover',
		subAspect: 'financial-management',
		place: 'C.2 manajemen aktiva dan investasi, perputaran piutang dagang',
		unit: 'times',
		flow: 'sales',
		stock: 'tradeReceivables',
		rule: more('4', '7', '10'),
		zeroDenominator: withoutEnd
	}),
	turnover({
		code: 'equity-turnover',
		subAspect: 'financial-management',
		place: 'C.2 manajemen aktiva dan investasi, perputaran total modal',
		unit: 'times',
		flow: 'sales',
		stock: 'equity',
		rule: more('0.25', '0.75', '1.25'),
		...worst
	}),
	turnover({
		code: 'asset-turnover',
		subAspect: 'financial-management',
		place: 'C.2 manajemen aktiva dan investasi, perputaran total aktiva',
		unit: 'times',
		flow: 'sales',
		stock: 'totalAssets',
		rule: more('0.05', '0.15', '0.25')
	})
];

/** In the place of activity the savings-and-loan sheet has the quality of assets, and the cost of its service. */
const problemLoans = { substandardLoans: '1', doubtfulLoans: '1', lossLoans: '1' };
const assetQuality: readonly Component[] = [
	ratio({
		code: 'service-efficiency',
		subAspect: 'performance',
		place: 'C.1 evaluasi kinerja, efisiensi pelayanan',
		numerator: sum('staffCost'),
		denominator: sum('loans'),
		rule: unconfirmed
	}),
	ratio({
		code: 'problem-loan-share',
		subAspect: 'financial-management',
		place: 'C.2 kualitas aset, pinjaman bermasalah terhadap pinjaman',
		numerator: [weighted(problemLoans), weighted({ problemLoans: '1' })],
		denominator: sum('loans'),
		rule: lessUpTo('5', '10', '15'),
		note: {
			id: 'Kalimat di atas tabel menyebut lebih dari 12%, tabelnya lebih dari 15%; yang dipakai tabelnya.',
			en: 'The sentence above the table says more than 12%, the table more than 15%; used here: the table.'
		}
	}),
	ratio({
		code: 'loss-provision',
		subAspect: 'financial-management',
		place: 'C.2 kualitas aset, PPAP terhadap PPAPWD',
		numerator: sum('riskReserve'),
		denominator: sum('requiredReserve'),
		rule: unconfirmed,
		zeroDenominator: nothingAtRisk
	}),
	ratio({
		code: 'reserve-coverage',
		subAspect: 'financial-management',
		place: 'C.2 kualitas aset, cadangan risiko terhadap pinjaman bermasalah',
		numerator: sum('riskReserve'),
		denominator: [weighted(problemLoans), weighted({ problemLoans: '1' })],
		rule: unconfirmed,
		zeroDenominator: nothingAtRisk
	}),
	pending('financial-indicator-unknown', 'financial-management', 'C kinerja keuangan, indikator ke-19', {
		id: 'Lembar simpan pinjam mempunyai 19 indikator kinerja keuangan; satu di antaranya belum ditemukan.',
		en: 'The sheet of savings and loan has 19 indicators of financial performance; one of them was not found.'
	})
];

const continuity: readonly Component[] = [
	growth({
		code: 'asset-growth',
		subAspect: 'continuity',
		place: 'C.3 kesinambungan keuangan, pertumbuhan aset',
		now: 'totalAssets',
		before: 'totalAssetsBefore',
		rule: more('4', '7', '10'),
		zeroDenominator: withoutEnd
	}),
	growth({
		code: 'equity-growth',
		subAspect: 'continuity',
		place: 'C.3 kesinambungan keuangan, pertumbuhan ekuitas',
		now: 'equity',
		before: 'equityBefore',
		rule: more('4', '7', '10'),
		zeroDenominator: withoutEnd,
		negativeDenominator: lossBefore
	}),
	growth({
		code: 'surplus-growth',
		subAspect: 'continuity',
		place: 'C.3 kesinambungan keuangan, pertumbuhan SHU bersih',
		now: 'surplusAfterTax',
		before: 'surplusAfterTaxBefore',
		rule: more('1', '3', '5'),
		zeroDenominator: withoutEnd,
		negativeDenominator: lossBefore
	}),
	ratio({
		code: 'main-income-share',
		subAspect: 'continuity',
		place: 'C.3 jatidiri, pendapatan utama terhadap total pendapatan',
		numerator: sum('grossParticipation'),
		denominator: sum('totalIncome'),
		rule: more('35', '60', '85'),
		...worst
	}),
	ratio({
		code: 'surplus-to-member-savings',
		subAspect: 'continuity',
		place: 'C.3 jatidiri, SHU bersih terhadap simpanan pokok dan wajib',
		numerator: sum('surplusAfterTax'),
		denominator: sum('principalSavings', 'mandatorySavings'),
		rule: more('10', '20', '30')
	}),
	ratio({
		code: 'member-savings-share',
		subAspect: 'continuity',
		place: 'C.3 jatidiri, partisipasi simpanan anggota',
		numerator: sum('memberSavings', 'memberTermDeposits'),
		denominator: sum('memberSavings', 'memberTermDeposits', 'nonMemberSavings', 'prospectiveMemberSavings'),
		rule: more('25', '51', '75'),
		zeroDenominator: nobodySaves
	})
];

const aspect = (components: readonly Component[]): Aspect => ({
	code: 'financial-performance',
	weight: '40',
	components
});

export const performanceReal: Aspect = aspect([...profitability, ...liquidity, ...activity, ...continuity]);
export const performanceSavings: Aspect = aspect([...profitability, ...assetQuality, ...liquidity, ...continuity]);
