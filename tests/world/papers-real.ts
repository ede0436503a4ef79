import type { CooperativeTakenOver } from '#clinic/cooperatives/take-over-forms.ts';
import { answerField } from '#clinic/examinations/field-names.ts';
import { kkpkk2021Real } from '#clinic/examinations/instruments/kkpkk-2021-real.ts';
import { sheetOf } from '#clinic/examinations/sheet.ts';

/** How the accounts of a cooperative of the real sector look when an officer examines them. */
export type RealAccounts = 'poor' | 'fair' | 'incomplete';

/** Shares in thousandths of the assets. */
const poor: Readonly<Record<string, number>> = {
	liquidAssets: 62,
	currentLiabilities: 340,
	surplusAfterTax: 9,
	equity: 310,
	grossParticipation: 260,
	memberCostOfSales: 120,
	operatingExpense: 108,
	cooperativeExpense: 21,
	totalIncome: 420,
	grossSurplus: 150,
	cash: 21,
	bank: 34,
	loans: 300,
	liabilitiesAndEquity: 1000,
	taxPayable: 3,
	accruedExpense: 8,
	expensePayable: 11,
	currentAssets: 390,
	costOfSales: 520,
	inventory: 112,
	tradeReceivables: 168,
	sales: 640,
	totalAssetsBefore: 985,
	equityBefore: 306,
	surplusAfterTaxBefore: 12,
	principalSavings: 18,
	mandatorySavings: 110,
	memberSavings: 140,
	memberTermDeposits: 60,
	nonMemberSavings: 70,
	prospectiveMemberSavings: 12,
	virtueFunds: 6,
	longTermLiabilities: 190
};

const fair: Readonly<Record<string, number>> = {
	...poor,
	surplusAfterTax: 46,
	operatingExpense: 84,
	grossSurplus: 190,
	liquidAssets: 140,
	cash: 38,
	bank: 70,
	inventory: 60,
	tradeReceivables: 90,
	equity: 420,
	longTermLiabilities: 110,
	surplusAfterTaxBefore: 44
};

const { sections } = sheetOf(kkpkk2021Real);

/** Figures in rupiah in proportion to the assets that the register knows, and the answers, as the form sends them. */
export function realPapersOf(
	{ figures }: Pick<CooperativeTakenOver, 'figures'>,
	accounts: RealAccounts,
	yearsBack: number
) {
	const assets = BigInt(figures.at(-1 - yearsBack)?.assetsRupiah ?? figures.at(-1)?.assetsRupiah ?? '1000000000');
	const shares = accounts === 'fair' ? fair : poor;
	const given = Object.entries({ totalAssets: 1000, ...shares });
	// What the board could not find on the day.
	const there = accounts === 'incomplete' ? given.filter(([figure]) => !/Before$|inventory|sales/.test(figure)) : given;
	const blocks = sections.flatMap((section) => section.blocks);
	return {
		figures: Object.fromEntries(
			there.map(([figure, share]) => [figure, String((assets * BigInt(share)) / 1000n)])
		) as Record<string, string>,
		answers: Object.fromEntries(
			blocks.flatMap(({ questions }, block) =>
				questions.map(({ code }, at) => [
					answerField(code).replace('answers.', ''),
					// Nobody of the world stands before a court or under a sanction.
					code.startsWith('compliance-violations') ? 'yes' : isYes(accounts, block, at)
				])
			)
		) as Record<string, string>
	};
}

/** Of a poor one every second question of most blocks is a no, of a fair one the last of every third block. */
const isYes = (accounts: RealAccounts, block: number, at: number): string =>
	(accounts === 'fair' ? block % 3 === 2 && at === 2 : block % 4 !== 0 && at % 2 === 1) ? 'no' : 'yes';
