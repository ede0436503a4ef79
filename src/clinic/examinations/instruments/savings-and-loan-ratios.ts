import type { MarkRule, RatioComponent, Reading } from '../instrument.ts';
import {
	agreed,
	below,
	lines,
	lossIsNeverGood,
	nothingAtRisk,
	nothingToMeasureAgainst,
	sum,
	tableNote,
	upTo,
	weighted,
	withoutEnd
} from './pieces.ts';

export const narrativePerPoint: Reading = {
	code: 'narrative',
	rule: { kind: 'steps', direction: 'rising', from: '0', adds: 1, atMost: 100 },
	note: {
		id: 'Menurut uraian: setiap 1% penuh menambah nilai 1, paling tinggi 100.',
		en: 'As the text has it: every full 1% adds 1 to the mark, at most 100.'
	},
	certainty: 'unverified'
};

/** Nothing is 0, then each ten points of the ratio add ten to the mark. */
export const stepsOfTen: MarkRule = upTo(
	['0', '10', '20', '30', '40', '50', '60', '70', '80', '90'],
	[0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
);

/** Lines of the balance sheet with the share of each that is recognised as capital. */
const weightedCapital = lines('capitalLines', {
	principalSavings: '1',
	mandatorySavings: '1',
	equalisationCapital: '1',
	participationCapital: '0.5',
	generalReserve: '1',
	riskReserveFund: '0.5',
	donatedCapital: '1',
	undistributedSurplus: '0.5',
	savings: '0.5',
	termDeposits: '0.5',
	accruedExpense: '0.5',
	fundsReceived: '0.5',
	otherLiabilities: '0.5'
});

/** Lines of the balance sheet with their risk weights. No source was found for the weights. */
const riskWeightedAssets = {
	...lines('assetLines', {
		cash: '0',
		bankDeposits: '0.2',
		securities: '0.5',
		memberLoans: '1',
		nonMemberLoans: '1',
		investments: '0.5',
		accruedIncome: '0.5',
		fixedAssets: '0.7',
		otherAssets: '0.7'
	}),
	certainty: 'unverified'
} as const;

/** A ratio as its table has it; what all ratios of these instruments have in common is added by their aspects. */
export type Row = Pick<RatioComponent, 'code' | 'weight' | 'numerator' | 'denominator' | 'readings'> & {
	place: string;
} & Partial<Pick<RatioComponent, 'zeroDenominator' | 'negativeDenominator'>>;

export const ownCapitalToAssets: Row = {
	code: 'own-capital-to-assets',
	place: 'permodalan, rasio modal sendiri terhadap total aset',
	weight: '6',
	numerator: sum('ownCapital'),
	denominator: sum('totalAssets'),
	readings: agreed(upTo(['0', '20', '40', '60', '80'], [0, 25, 50, 100, 50, 25]))
};

export const capitalAdequacy: Row = {
	code: 'capital-adequacy',
	place: 'permodalan, rasio kecukupan modal sendiri terhadap aktiva tertimbang menurut risiko',
	weight: '3',
	numerator: [weighted({ weightedCapital: '1' }), weightedCapital],
	denominator: [weighted({ riskWeightedAssets: '1' }), riskWeightedAssets],
	readings: agreed({
		kind: 'bands',
		bands: [{ below: '4', mark: 0 }, { below: '6', mark: 50 }, { upTo: '8', mark: 75 }, { mark: 100 }]
	})
};

export const earningAssets: readonly Row[] = [
	{
		code: 'member-loan-share',
		place: 'kualitas aktiva produktif, rasio volume pinjaman pada anggota terhadap volume pinjaman diberikan',
		weight: '10',
		numerator: sum('memberLoans'),
		denominator: sum('loans'),
		readings: agreed(upTo(['25', '50', '75'], [0, 50, 75, 100]))
	},
	{
		code: 'problem-loan-risk',
		place: 'kualitas aktiva produktif, rasio risiko pinjaman bermasalah terhadap pinjaman diberikan',
		weight: '5',
		numerator: [
			weighted({ substandardLoans: '0.5', doubtfulLoans: '0.75', lossLoans: '1' }),
			weighted({ problemLoanRisk: '1' })
		],
		denominator: sum('loans'),
		readings: [
			{
				code: 'table',
				rule: upTo(['0', '10', '20', '30', '40', '45'], [100, 80, 60, 40, 20, 10, 0]),
				note: tableNote
			},
			{
				code: 'narrative',
				rule: { kind: 'steps', direction: 'falling', from: '45', adds: 2, atMost: 100 },
				note: {
					id: 'Menurut uraian: 45% atau lebih bernilai 0; setiap 1% penuh di bawahnya menambah nilai 2, paling tinggi 100.',
					en: 'As the text has it: 45% or more is 0; every full 1% below adds 2 to the mark, at most 100.'
				}
			}
		]
	},
	{
		code: 'reserve-coverage',
		place: 'kualitas aktiva produktif, rasio cadangan risiko terhadap pinjaman bermasalah',
		weight: '5',
		numerator: sum('riskReserve'),
		denominator: [
			weighted({ substandardLoans: '1', doubtfulLoans: '1', lossLoans: '1' }),
			weighted({ problemLoans: '1' })
		],
		readings: [{ code: 'table', rule: stepsOfTen, note: tableNote }, narrativePerPoint],
		zeroDenominator: nothingAtRisk
	},
	{
		code: 'risky-loan-share',
		place: 'kualitas aktiva produktif, rasio pinjaman yang berisiko terhadap pinjaman diberikan',
		weight: '5',
		numerator: sum('riskyLoans'),
		denominator: sum('loans'),
		readings: agreed({
			kind: 'bands',
			bands: [{ below: '21', mark: 100 }, { below: '26', mark: 75 }, { upTo: '30', mark: 50 }, { mark: 25 }]
		})
	}
];

function memberOperatingCostReading(code: string, id: string, en: string, mark: number): Reading {
	return {
		code,
		rule: {
			kind: 'bands',
			bands: [
				{ below: '90', mark: 100 },
				{ below: '95', mark: 75 },
				{ below: '100', mark: 50 },
				{ mark, certainty: 'unverified' }
			]
		},
		note: { id, en }
	};
}

export const efficiency: readonly Row[] = [
	{
		code: 'member-operating-cost',
		place: 'efisiensi, rasio beban operasi anggota terhadap partisipasi bruto',
		weight: '4',
		numerator: sum('memberOperatingExpense'),
		denominator: sum('grossParticipation'),
		readings: [
			memberOperatingCostReading(
				'printed',
				'Menurut tabel yang tercetak: 100% atau lebih bernilai 25 (skor 1).',
				'As the printed table has it: 100% or more has a mark of 25 (score 1).',
				25
			),
			memberOperatingCostReading(
				'text',
				'Menurut uraian: 100% atau lebih bernilai 0.',
				'As the text has it: 100% or more has a mark of 0.',
				0
			)
		],
		zeroDenominator: nothingToMeasureAgainst,
		negativeDenominator: lossIsNeverGood
	},
	{
		code: 'operating-cost',
		place: 'efisiensi, rasio beban usaha terhadap SHU kotor',
		weight: '4',
		numerator: sum('operatingExpense'),
		denominator: sum('grossSurplus'),
		readings: agreed(upTo(['40', '60', '80'], [100, 75, 50, 25])),
		zeroDenominator: nothingToMeasureAgainst,
		negativeDenominator: lossIsNeverGood
	},
	{
		code: 'service-efficiency',
		place: 'efisiensi, rasio efisiensi pelayanan (biaya karyawan terhadap volume pinjaman)',
		weight: '2',
		numerator: sum('staffCost'),
		denominator: sum('loans'),
		readings: agreed(upTo(['5', '10', '15'], [100, 75, 50, 0]))
	}
];

export const liquidity: readonly Row[] = [
	{
		code: 'cash-ratio',
		place: 'likuiditas, rasio kas dan bank terhadap kewajiban lancar',
		weight: '10',
		numerator: sum('cash', 'bank'),
		denominator: sum('currentLiabilities'),
		readings: agreed(upTo(['10', '15', '20'], [25, 100, 50, 25])),
		zeroDenominator: withoutEnd
	},
	{
		code: 'loans-to-funds',
		place: 'likuiditas, rasio pinjaman diberikan terhadap dana yang diterima',
		weight: '5',
		numerator: sum('loans'),
		denominator: sum('fundsReceived'),
		readings: agreed(below(['60', '70', '80'], [25, 50, 75, 100])),
		zeroDenominator: withoutEnd
	}
];

export const growth: readonly Row[] = [
	{
		code: 'return-on-assets',
		place: 'kemandirian dan pertumbuhan, rentabilitas aset',
		weight: '3',
		numerator: sum('surplusBeforeTax'),
		denominator: sum('totalAssets'),
		readings: agreed(below(['5', '7.5', '10'], [25, 50, 75, 100]))
	},
	{
		code: 'return-on-own-capital',
		place: 'kemandirian dan pertumbuhan, rentabilitas modal sendiri',
		weight: '3',
		numerator: sum('memberSurplus'),
		denominator: sum('ownCapital'),
		readings: agreed(below(['3', '4', '5'], [25, 50, 75, 100])),
		zeroDenominator: nothingToMeasureAgainst,
		negativeDenominator: lossIsNeverGood
	},
	{
		code: 'operational-self-reliance',
		place: 'kemandirian dan pertumbuhan, kemandirian operasional pelayanan',
		weight: '4',
		numerator: sum('netParticipation'),
		denominator: sum('operatingExpense', 'cooperativeExpense'),
		readings: agreed(upTo(['100'], [0, 100])),
		zeroDenominator: withoutEnd
	}
];

export const identity: readonly Row[] = [
	{
		code: 'gross-participation',
		place: 'jatidiri koperasi, rasio partisipasi bruto',
		weight: '7',
		numerator: sum('grossParticipation'),
		denominator: sum('grossParticipation', 'nonMemberIncome'),
		readings: agreed(below(['25', '50', '75'], [25, 50, 75, 100])),
		zeroDenominator: nothingToMeasureAgainst,
		negativeDenominator: lossIsNeverGood
	},
	{
		code: 'member-promotion',
		place: 'jatidiri koperasi, rasio promosi ekonomi anggota',
		weight: '3',
		numerator: sum('memberPromotion'),
		denominator: sum('principalSavings', 'mandatorySavings'),
		readings: agreed(below(['5', '7.5', '10'], [0, 50, 75, 100]))
	}
];
