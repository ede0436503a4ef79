import { frozen, type Aspect, type Certainty, type Goal, type Instrument, type RatioComponent } from '../instrument.ts';
import { noMark, nothingAtRisk, sum, weighted } from './pieces.ts';

/*
 * A benchmark for savings and loan, as a second opinion: ratios with a goal, and no total. Left out is what has no goal
 * in numbers (charge-offs, yields, growth against inflation) and what needs more than named figures (solvency).
 */
const regulation = 'WOCCU, PEARLS Monitoring System';

type Row = Pick<RatioComponent, 'code' | 'numerator' | 'denominator'> &
	Partial<Pick<RatioComponent, 'zeroDenominator' | 'note'>> & {
		readonly place: string;
		readonly goal: Omit<Goal, 'kind'>;
		/** Seen in a report that uses the benchmark; what is not is from general knowledge of it. */
		readonly certainty?: Certainty;
	};

const aspect = (code: string, rows: readonly Row[]): Aspect => ({
	code,
	weight: null,
	components: rows.map(({ place, goal, certainty = 'unverified', ...row }): RatioComponent => ({
		zeroDenominator: noMark,
		...row,
		kind: 'ratio',
		weight: null,
		unit: 'percent',
		readings: [{ code: 'goal', rule: { kind: 'goal', ...goal } }],
		negativeDenominator: noMark,
		source: `${regulation}: ${place}`,
		certainty
	}))
});

const assets = sum('totalAssets');
const deposits = sum('memberSavings', 'memberTermDeposits');

const protection = aspect('protection', [
	{
		code: 'p1-allowance-old-arrears',
		place: 'P1',
		numerator: sum('riskReserve'),
		denominator: sum('loansLateOverYear'),
		goal: { from: '100' },
		zeroDenominator: nothingAtRisk,
		certainty: 'secondary'
	},
	{
		code: 'p2-allowance-new-arrears',
		place: 'P2',
		numerator: [weighted({ riskReserve: '1', loansLateOverYear: '-1' })],
		denominator: sum('loansLateUpToYear'),
		goal: { from: '35' },
		zeroDenominator: nothingAtRisk,
		certainty: 'secondary'
	},
	{
		code: 'p5-recovered-charge-offs',
		place: 'P5',
		numerator: sum('loansRecovered'),
		denominator: sum('loansChargedOff'),
		goal: { from: '75' },
		zeroDenominator: nothingAtRisk
	}
]);

const structure = aspect('financial-structure', [
	{
		code: 'e1-net-loans',
		place: 'E1',
		numerator: [weighted({ loans: '1', riskReserve: '-1' })],
		denominator: assets,
		goal: { from: '70', upTo: '80' },
		certainty: 'secondary'
	},
	{
		code: 'e2-liquid-investments',
		place: 'E2',
		numerator: sum('liquidInvestments'),
		denominator: assets,
		goal: { upTo: '16' }
	},
	{
		code: 'e3-financial-investments',
		place: 'E3',
		numerator: sum('financialInvestments'),
		denominator: assets,
		goal: { upTo: '2' }
	},
	{
		code: 'e4-other-investments',
		place: 'E4',
		numerator: sum('otherInvestments'),
		denominator: assets,
		goal: { upTo: '0' }
	},
	{
		code: 'e5-savings-deposits',
		place: 'E5',
		numerator: deposits,
		denominator: assets,
		goal: { from: '70', upTo: '80' },
		certainty: 'secondary'
	},
	{
		code: 'e6-external-credit',
		place: 'E6',
		numerator: sum('externalCredit'),
		denominator: assets,
		goal: { upTo: '5' }
	},
	{
		code: 'e7-member-shares',
		place: 'E7',
		numerator: sum('principalSavings', 'mandatorySavings'),
		denominator: assets,
		goal: { upTo: '20' }
	},
	{
		code: 'e8-institutional-capital',
		place: 'E8',
		numerator: sum('institutionalCapital'),
		denominator: assets,
		goal: { from: '10' },
		certainty: 'secondary'
	},
	{
		code: 'e9-net-institutional-capital',
		place: 'E9',
		numerator: [
			weighted({ institutionalCapital: '1', riskReserve: '1', loansLateOverYear: '-1', loansLateUpToYear: '-0.35' })
		],
		denominator: assets,
		goal: { from: '10' },
		note: {
			id: 'Modal lembaga ditambah cadangan risiko, dikurangi tunggakan lebih dari setahun dan 35% tunggakan yang lebih baru. Rumus ini dari pengetahuan umum.',
			en: 'Institutional capital plus the allowance, less arrears of more than a year and 35% of newer ones. This formula is from general knowledge.'
		}
	}
]);

const quality = aspect('asset-quality', [
	{
		code: 'a1-arrears',
		place: 'A1',
		numerator: sum('loansLateOverYear', 'loansLateUpToYear'),
		denominator: sum('loans'),
		goal: { upTo: '5' },
		certainty: 'secondary'
	},
	{
		code: 'a2-non-earning-assets',
		place: 'A2',
		numerator: sum('nonEarningAssets'),
		denominator: assets,
		goal: { upTo: '5' },
		certainty: 'secondary'
	},
	{
		code: 'a3-zero-cost-funds',
		place: 'A3',
		numerator: sum('zeroCostFunds'),
		denominator: sum('nonEarningAssets'),
		goal: { from: '200' },
		zeroDenominator: nothingAtRisk
	}
]);

const cost = aspect('rates-and-costs', [
	{
		code: 'r9-operating-expense',
		place: 'R9',
		numerator: sum('operatingExpense'),
		denominator: [weighted({ totalAssets: '0.5', totalAssetsBefore: '0.5' })],
		goal: { upTo: '5' }
	}
]);

const liquidity = aspect('liquidity', [
	{
		code: 'l1-liquid-after-payables',
		place: 'L1',
		numerator: [weighted({ liquidAssets: '1', shortTermPayables: '-1' })],
		denominator: deposits,
		goal: { from: '15', upTo: '20' },
		note: {
			id: 'Paling sedikit 15% terlihat dalam laporan yang memakai ukuran ini; paling banyak 20% dari pengetahuan umum.',
			en: 'At least 15% was seen in a report that uses the benchmark; at most 20% is from general knowledge.'
		}
	},
	{
		code: 'l2-liquidity-reserve',
		place: 'L2',
		numerator: sum('liquidityReserve'),
		denominator: deposits,
		goal: { from: '10' },
		certainty: 'secondary'
	},
	{
		code: 'l3-idle-liquid-assets',
		place: 'L3',
		numerator: sum('idleLiquidAssets'),
		denominator: assets,
		goal: { below: '1' },
		certainty: 'secondary'
	}
]);

export const pearls: Instrument = frozen({
	code: 'pearls',
	version: '1',
	regulation,
	title: {
		id: 'PEARLS, ukuran koperasi kredit dunia (WOCCU), sebagai pendapat kedua',
		en: 'PEARLS, the benchmark of the world council of credit unions (WOCCU), as a second opinion'
	},
	adding: 'none',
	kinds: ['savingsAndLoan'],
	patterns: ['conventional'],
	validity: {
		from: '2002-01-01',
		until: null,
		certainty: 'unverified',
		note: {
			id: 'Ukuran ini bukan peraturan dan tidak mempunyai tanggal berlaku yang resmi.',
			en: 'This benchmark is no regulation and has no official dates of validity.'
		}
	},
	edges: 'unverified',
	aspects: [protection, structure, quality, cost, liquidity],
	categories: [],
	categoriesSource: regulation,
	categoriesCertainty: 'unverified'
});
