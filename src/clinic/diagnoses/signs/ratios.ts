/** On which side of an edge a ratio is a sign. The edge is written as text, so that no figure passes through a float. */
export type Limit =
	{ readonly above: string } | { readonly from: string } | { readonly upTo: string } | { readonly below: string };

/** Where an instrument measures it: `aspect.component`. */
export interface Place {
	readonly instruments: readonly string[];
	readonly at: string;
	readonly sick: Limit;
	/** From where on it speaks against the cause. */
	readonly sound?: Limit;
}

const ksp = ['ksp-2009', 'ksp-2016'];
const kkpkk = ['kkpkk-2021-real', 'kkpkk-2021-ksp'];
const place = (instruments: readonly string[], at: string, sick: Limit, sound?: Limit): Place =>
	sound === undefined ? { instruments, at, sick } : { instruments, at, sick, sound };

/**
 * The ratios that are signs, and in which instrument each is measured. An edge is one of the instrument's own table: the
 * worst band, or the goal that is missed. That a mark beyond it is a sign of a cause is our own reading; growth below
 * zero and the edges of PEARLS' goals turned round are ours too.
 */
export const ratioSigns = {
	problemLoans: [
		place(ksp, 'earning-assets.problem-loan-risk', { above: '10' }, { upTo: '5' }),
		place(kkpkk, 'financial-performance.problem-loan-share', { above: '10' }, { upTo: '5' }),
		place(['pearls'], 'asset-quality.a1-arrears', { above: '5' }, { upTo: '5' })
	],
	reserveThin: [
		place(ksp, 'earning-assets.reserve-coverage', { upTo: '50' }, { above: '90' }),
		place(['pearls'], 'protection.p1-allowance-old-arrears', { below: '100' }, { from: '100' })
	],
	riskyLoans: [place(ksp, 'earning-assets.risky-loan-share', { above: '30' }, { below: '21' })],
	outsidersBorrow: [place(ksp, 'earning-assets.member-loan-share', { upTo: '50' }, { above: '75' })],
	capitalRatioLow: [
		place(ksp, 'capital.own-capital-to-assets', { upTo: '20' }, { above: '40' }),
		place(kkpkk, 'capital.equity-to-assets', { upTo: '20' }, { above: '30' })
	],
	capitalAdequacyLow: [
		place(ksp, 'capital.capital-adequacy', { below: '6' }),
		place(kkpkk, 'capital.capital-adequacy', { below: '6' })
	],
	institutionalCapitalLow: [place(['pearls'], 'financial-structure.e8-institutional-capital', { below: '10' })],
	cashRatioLow: [
		place(ksp, 'liquidity.cash-ratio', { upTo: '10' }, { above: '10' }),
		place(kkpkk, 'financial-performance.cash-ratio', { below: '10' }, { from: '15' }),
		place(['pearls'], 'liquidity.l1-liquid-after-payables', { below: '15' }, { from: '15' })
	],
	cashIdle: [
		place(ksp, 'liquidity.cash-ratio', { above: '20' }),
		place(['pearls'], 'liquidity.l3-idle-liquid-assets', { from: '1' })
	],
	liquidAssetsLow: [place(kkpkk, 'risk-profile.liquid-assets-to-current-liabilities', { upTo: '7' })],
	currentRatioLow: [place(kkpkk, 'financial-performance.current-ratio', { below: '75' }, { from: '125' })],
	liquidityReserveLow: [place(['pearls'], 'liquidity.l2-liquidity-reserve', { below: '10' })],
	loansToFundsLow: [
		place(ksp, 'liquidity.loans-to-funds', { below: '60' }, { from: '80' }),
		place(kkpkk, 'financial-performance.loans-to-funds', { below: '60' }, { from: '90' }),
		place(['pearls'], 'financial-structure.e1-net-loans', { below: '70' }, { from: '70' })
	],
	costsHigh: [
		place(ksp, 'efficiency.operating-cost', { above: '80' }, { upTo: '60' }),
		place(kkpkk, 'financial-performance.operating-cost', { above: '80' }, { upTo: '60' }),
		place(['pearls'], 'rates-and-costs.r9-operating-expense', { above: '5' }, { upTo: '5' })
	],
	memberCostsHigh: [
		place(ksp, 'efficiency.member-operating-cost', { from: '100' }, { below: '90' }),
		place(kkpkk, 'financial-performance.operating-cost-to-income', { from: '100' }, { below: '90' })
	],
	staffCostsHigh: [place(ksp, 'efficiency.service-efficiency', { above: '15' }, { upTo: '5' })],
	selfRelianceLow: [
		place(ksp, 'growth.operational-self-reliance', { upTo: '100' }),
		place(kkpkk, 'financial-performance.operational-self-reliance', { below: '100' })
	],
	returnLow: [
		place(ksp, 'growth.return-on-assets', { below: '5' }),
		place(kkpkk, 'financial-performance.return-on-assets', { below: '3' })
	],
	returnOnCapitalLow: [
		place(ksp, 'growth.return-on-own-capital', { below: '3' }),
		place(kkpkk, 'financial-performance.return-on-equity', { below: '5' })
	],
	participationLow: [
		place(ksp, 'identity.gross-participation', { below: '25' }, { from: '75' }),
		place(kkpkk, 'financial-performance.main-income-share', { below: '35' }, { from: '85' })
	],
	memberBenefitLow: [
		place(ksp, 'identity.member-promotion', { below: '5' }, { from: '10' }),
		place(kkpkk, 'financial-performance.surplus-to-member-savings', { below: '10' }, { from: '30' })
	],
	memberSavingsLow: [
		place(kkpkk, 'financial-performance.member-savings-share', { below: '25' }, { from: '75' }),
		place(['pearls'], 'financial-structure.e5-savings-deposits', { below: '70' })
	],
	memberFundsLow: [place(kkpkk, 'capital.member-funds-to-assets', { below: '10' }, { from: '30' })],
	longDebtHigh: [place(kkpkk, 'capital.long-term-liabilities-to-equity', { above: '150' }, { upTo: '100' })],
	externalDebtHigh: [place(['pearls'], 'financial-structure.e6-external-credit', { above: '5' }, { upTo: '5' })],
	idleAssets: [place(['pearls'], 'asset-quality.a2-non-earning-assets', { above: '5' }, { upTo: '5' })],
	stockSlow: [place(kkpkk, 'financial-performance.inventory-turnover', { below: '4' }, { from: '7' })],
	collectionSlow: [place(kkpkk, 'financial-performance.collection-period', { from: '180' }, { below: '100' })],
	receivablesSlow: [place(kkpkk, 'financial-performance.receivables-turnover', { below: '4' }, { from: '7' })],
	equityTurnoverLow: [place(kkpkk, 'financial-performance.equity-turnover', { below: '0.25' })],
	assetTurnoverLow: [place(kkpkk, 'financial-performance.asset-turnover', { below: '0.05' }, { from: '0.25' })],
	assetsShrink: [place(kkpkk, 'financial-performance.asset-growth', { below: '0' })],
	equityShrinks: [place(kkpkk, 'financial-performance.equity-growth', { below: '0' })],
	surplusShrinks: [place(kkpkk, 'financial-performance.surplus-growth', { below: '0' })]
} as const satisfies Record<string, readonly Place[]>;

export type RatioSignCode = keyof typeof ratioSigns;
export const ratioSignCodes = Object.keys(ratioSigns) as RatioSignCode[];

export const isHighSick = (limit: Limit): boolean => 'above' in limit || 'from' in limit;
export const edgeOf = (limit: Limit): string => Object.values(limit)[0] as string;
