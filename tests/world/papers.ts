import type { CooperativeTakenOver } from '#clinic/cooperatives/take-over-forms.ts';

/** How the accounts of a savings-and-loan cooperative look when an officer examines them. */
export type Accounts = 'grave' | 'poor' | 'fair' | 'good';

/** Shares in thousandths of the assets, but for those of `perLoans`, in thousandths of the loans. */
interface Shares {
	readonly ofAssets: Readonly<Record<string, number>>;
	readonly perLoans: Readonly<Record<string, number>>;
	/** Per block of the 38 questions: which are answered with no. */
	readonly no: Readonly<Record<string, readonly number[]>>;
}

const poor: Shares = {
	ofAssets: {
		ownCapital: 240,
		loans: 760,
		cash: 12,
		bank: 24,
		currentLiabilities: 420,
		fundsReceived: 720,
		weightedCapital: 160,
		riskWeightedAssets: 800,
		grossParticipation: 130,
		nonMemberIncome: 12,
		memberOperatingExpense: 122,
		netParticipation: 74,
		operatingExpense: 84,
		cooperativeExpense: 9,
		grossSurplus: 98,
		staffCost: 44,
		surplusBeforeTax: 8,
		memberSurplus: 6,
		principalSavings: 20,
		mandatorySavings: 120,
		memberPromotion: 9
	},
	perLoans: {
		memberLoans: 880,
		riskyLoans: 340,
		substandardLoans: 95,
		doubtfulLoans: 70,
		lossLoans: 68,
		riskReserve: 96
	},
	no: { general: [5, 8, 12], institution: [3, 4], capital: [2, 4], assets: [1, 4, 7, 8], liquidity: [2, 3, 5] }
};

const shares: Readonly<Record<Accounts, Shares>> = {
	poor,
	grave: {
		ofAssets: {
			...poor.ofAssets,
			ownCapital: 90,
			weightedCapital: 30,
			surplusBeforeTax: -31,
			memberSurplus: -31,
			netParticipation: 48,
			memberPromotion: 4
		},
		perLoans: {
			...poor.perLoans,
			riskyLoans: 610,
			substandardLoans: 120,
			doubtfulLoans: 140,
			lossLoans: 190,
			riskReserve: 60
		},
		no: { ...poor.no, general: [2, 5, 8, 9, 12], assets: [1, 3, 4, 6, 7, 8] }
	},
	fair: {
		ofAssets: {
			ownCapital: 340,
			loans: 740,
			cash: 25,
			bank: 52,
			currentLiabilities: 480,
			fundsReceived: 640,
			weightedCapital: 230,
			riskWeightedAssets: 780,
			grossParticipation: 150,
			nonMemberIncome: 14,
			memberOperatingExpense: 133,
			netParticipation: 96,
			operatingExpense: 78,
			cooperativeExpense: 9,
			grossSurplus: 122,
			staffCost: 40,
			surplusBeforeTax: 38,
			memberSurplus: 16,
			principalSavings: 24,
			mandatorySavings: 190,
			memberPromotion: 17
		},
		perLoans: {
			memberLoans: 900,
			riskyLoans: 220,
			substandardLoans: 42,
			doubtfulLoans: 22,
			lossLoans: 16,
			riskReserve: 58
		},
		no: { general: [8], institution: [4], capital: [4], assets: [7, 8], liquidity: [3, 5] }
	},
	good: {
		ofAssets: {
			ownCapital: 450,
			loans: 780,
			cash: 28,
			bank: 40,
			currentLiabilities: 500,
			fundsReceived: 540,
			weightedCapital: 380,
			riskWeightedAssets: 800,
			grossParticipation: 168,
			nonMemberIncome: 12,
			memberOperatingExpense: 140,
			netParticipation: 124,
			operatingExpense: 70,
			cooperativeExpense: 8,
			grossSurplus: 140,
			staffCost: 34,
			surplusBeforeTax: 62,
			memberSurplus: 28,
			principalSavings: 40,
			mandatorySavings: 280,
			memberPromotion: 36
		},
		perLoans: {
			memberLoans: 930,
			riskyLoans: 170,
			substandardLoans: 18,
			doubtfulLoans: 9,
			lossLoans: 4,
			riskReserve: 26
		},
		no: { general: [8], institution: [], capital: [], assets: [8], liquidity: [] }
	}
};

const questions = { general: 12, institution: 6, capital: 5, assets: 10, liquidity: 5 } as const;

/**
 * What the board lays on the table: the figures of `ksp-2016` in rupiah, in proportion to the assets that the register
 * knows, and the answers to the 38 questions, as the form sends them.
 */
export function papersOf({ figures }: Pick<CooperativeTakenOver, 'figures'>, accounts: Accounts, yearsBack = 0) {
	const assets = BigInt(figures.at(-1 - yearsBack)?.assetsRupiah ?? figures.at(-1)?.assetsRupiah ?? '1000000000');
	const { ofAssets, perLoans, no } = shares[accounts];
	const share = (whole: bigint, thousandths: number) => (whole * BigInt(thousandths)) / 1000n;
	const loans = share(assets, ofAssets.loans!);
	return {
		figures: Object.fromEntries([
			['totalAssets', String(assets)],
			...Object.entries(ofAssets).map(([name, thousandths]) => [name, String(share(assets, thousandths))]),
			...Object.entries(perLoans).map(([name, thousandths]) => [name, String(share(loans, thousandths))])
		]) as Record<string, string>,
		answers: Object.fromEntries(
			Object.entries(questions).flatMap(([block, count]) =>
				Array.from({ length: count }, (_, at) => [`${block}-${at + 1}`, no[block]!.includes(at + 1) ? 'no' : 'yes'])
			)
		) as Record<string, string>
	};
}
