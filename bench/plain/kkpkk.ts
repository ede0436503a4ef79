import {
	category,
	halves,
	halvesOfOne,
	halvesOrNull,
	none,
	sumOf,
	yesIn,
	type PlainAnswers,
	type PlainFigures,
	type PlainScore
} from './score.ts';

/** Credit of a block of questions: more than 75% yes is 4, more than 50% is 3, more than 25% is 2. */
const credit = (yes: number, of: number): number => (4 * yes > 3 * of ? 4 : 2 * yes > of ? 3 : 4 * yes > of ? 2 : 1);

function creditsOf(answers: PlainAnswers, sizes: readonly number[], from: number): number[] {
	const credits: number[] = [];
	let place = from;
	for (const size of sizes) {
		credits.push(credit(yesIn(answers, place, place + size), size));
		place += size;
	}
	return credits;
}

const governance = [4, 5, 3, 4, 4, 4, 4, 3, 3, 17, 4, 3, 3, 4, 4, 4, 4];
const risks = [4, 4, 4, 4, 5, 4, 3, 4, 4, 4, 4, 4, 5, 4];

/** Credits by three edges in units of the numerator: the more the better, edges begin the band above. */
const more = (over: bigint, under: bigint, two: bigint, three: bigint, four: bigint): number =>
	over < two * under ? 1 : over < three * under ? 2 : over < four * under ? 3 : 4;
const moreThan = (over: bigint, under: bigint, two: bigint, three: bigint, four: bigint): number =>
	over <= two * under ? 1 : over <= three * under ? 2 : over <= four * under ? 3 : 4;
const less = (over: bigint, under: bigint, four: bigint, three: bigint, two: bigint): number =>
	over < four * under ? 4 : over < three * under ? 3 : over < two * under ? 2 : 1;
const lessUpTo = (over: bigint, under: bigint, four: bigint, three: bigint, two: bigint): number =>
	over <= four * under ? 4 : over <= three * under ? 3 : over <= two * under ? 2 : 1;

interface Shared {
	readonly profitability: readonly number[];
	readonly liquidity: readonly number[];
	readonly continuity: readonly number[];
	readonly inherent: readonly number[];
	readonly equityToAssets: number;
	readonly managed: readonly number[];
	readonly ratios: (bigint | null)[];
}

/** Credits of growth; null where there is none to measure. */
function grown(now: bigint, before: bigint, edges: readonly bigint[], ofLoss: number | null): number | null {
	if (before > 0n) return more((now - before) * 100n, before, edges[0]!, edges[1]!, edges[2]!);
	if (before < 0n) return ofLoss;
	return now > 0n ? 4 : null;
}

/** What the two sheets of KKPKK share; null where a ratio has no mark. */
function kkpkk(f: PlainFigures): Shared | null {
	const {
		totalAssets,
		equity,
		surplusAfterTax,
		currentLiabilities,
		liquidAssets,
		grossParticipation,
		totalIncome,
		grossSurplus,
		operatingExpense,
		principalSavings,
		mandatorySavings,
		cash,
		bank,
		liabilitiesAndEquity,
		taxPayable,
		accruedExpense,
		expensePayable,
		memberSavings,
		memberTermDeposits,
		nonMemberSavings,
		prospectiveMemberSavings,
		cooperativeExpense,
		memberCostOfSales,
		loans,
		currentAssets,
		totalAssetsBefore,
		equityBefore,
		surplusAfterTaxBefore,
		virtueFunds,
		longTermLiabilities
	} = f;
	if (
		totalAssets === undefined ||
		equity === undefined ||
		surplusAfterTax === undefined ||
		currentLiabilities === undefined ||
		liquidAssets === undefined ||
		grossParticipation === undefined ||
		totalIncome === undefined ||
		grossSurplus === undefined ||
		operatingExpense === undefined ||
		principalSavings === undefined ||
		mandatorySavings === undefined ||
		cash === undefined ||
		bank === undefined ||
		liabilitiesAndEquity === undefined ||
		taxPayable === undefined ||
		accruedExpense === undefined ||
		expensePayable === undefined ||
		memberSavings === undefined ||
		memberTermDeposits === undefined ||
		nonMemberSavings === undefined ||
		prospectiveMemberSavings === undefined ||
		cooperativeExpense === undefined ||
		memberCostOfSales === undefined ||
		loans === undefined ||
		currentAssets === undefined ||
		totalAssetsBefore === undefined ||
		equityBefore === undefined ||
		surplusAfterTaxBefore === undefined ||
		virtueFunds === undefined ||
		longTermLiabilities === undefined
	)
		return null;
	const assets = totalAssets;
	const surplus = surplusAfterTax * 100n;
	const current = currentLiabilities;
	const liquid = liquidAssets * 100n;
	const gross = grossParticipation;
	const income = totalIncome;
	const expense = operatingExpense * 100n;
	const paid = principalSavings + mandatorySavings;
	const ready = cash + bank;
	const funds = liabilitiesAndEquity - taxPayable - accruedExpense - expensePayable;
	const members = memberSavings + memberTermDeposits;
	const saved = members + nonMemberSavings + prospectiveMemberSavings;
	const shared = gross * operatingExpense + cooperativeExpense * income;
	const own = (gross - memberCostOfSales) * income;
	if (assets <= 0n || paid <= 0n || current < 0n || saved < 0n) return null;
	if (funds < 0n || (funds === 0n && loans <= 0n)) return null;
	if (current === 0n && (ready <= 0n || currentAssets <= 0n || liquid <= 0n)) return null;
	if (income > 0n && (shared < 0n || (shared === 0n && own <= 0n))) return null;
	const assetGrowth = grown(assets, totalAssetsBefore, [4n, 7n, 10n], null);
	const equityGrowth = grown(equity, equityBefore, [4n, 7n, 10n], 1);
	const surplusGrowth = grown(surplusAfterTax, surplusAfterTaxBefore, [1n, 3n, 5n], 1);
	if (assetGrowth === null || equityGrowth === null || surplusGrowth === null) return null;
	return {
		profitability: [
			more(surplus, assets, 3n, 5n, 7n),
			equity <= 0n ? 1 : more(surplus, equity, 5n, 7n, 10n),
			income <= 0n ? 1 : shared === 0n ? 4 : more(own * 100n, shared, 100n, 110n, 120n),
			income <= 0n || gross <= 0n
				? 1
				: less((memberCostOfSales * income + shared) * 100n, gross * income, 80n, 90n, 100n),
			grossSurplus <= 0n
				? 1
				: expense < 40n * grossSurplus
					? 4
					: expense <= 60n * grossSurplus
						? 3
						: expense <= 80n * grossSurplus
							? 2
							: 1
		],
		liquidity: [
			current === 0n ? 4 : more(ready * 100n, current, 10n, 15n, 20n),
			funds === 0n ? 4 : more(loans * 100n, funds, 60n, 75n, 90n),
			current === 0n ? 4 : more(currentAssets * 100n, current, 75n, 100n, 125n)
		],
		inherent: [moreThan(liquid, assets, 5n, 10n, 15n), current === 0n ? 4 : moreThan(liquid, current, 7n, 14n, 21n)],
		continuity: [
			assetGrowth,
			equityGrowth,
			surplusGrowth,
			income <= 0n ? 1 : more(gross * 100n, income, 35n, 60n, 85n),
			more(surplus, paid, 10n, 20n, 30n),
			saved === 0n ? 1 : more(members * 100n, saved, 25n, 51n, 75n)
		],
		equityToAssets: moreThan(equity * 100n, assets, 10n, 20n, 30n),
		managed: [
			more((members + virtueFunds) * 100n, assets, 10n, 20n, 30n),
			equity <= 0n ? 1 : lessUpTo(longTermLiabilities * 100n, equity, 100n, 125n, 150n)
		],
		ratios: [
			halves(surplusAfterTax, assets),
			halvesOrNull(surplusAfterTax, equity),
			income > 0n ? halvesOrNull(own, shared) : null,
			income > 0n ? halvesOrNull(memberCostOfSales * income + shared, gross * income) : null,
			halvesOrNull(operatingExpense, grossSurplus),
			halvesOrNull(ready, current),
			halvesOrNull(loans, funds),
			halvesOrNull(currentAssets, current),
			halves(liquidAssets, assets),
			halvesOrNull(liquidAssets, current),
			halvesOrNull(assets - totalAssetsBefore, totalAssetsBefore),
			halvesOrNull(equity - equityBefore, equityBefore),
			halvesOrNull(surplusAfterTax - surplusAfterTaxBefore, surplusAfterTaxBefore),
			halvesOrNull(gross, income),
			halves(surplusAfterTax, paid),
			halvesOrNull(members, saved),
			halves(equity, assets),
			halves(members + virtueFunds, assets),
			halvesOrNull(longTermLiabilities, equity)
		]
	};
}

export const kkpkkReal: PlainScore = (f, answers) => {
	const { sales, tradeReceivables, inventory, equity, costOfSales, totalAssets } = f;
	if (
		sales === undefined ||
		tradeReceivables === undefined ||
		inventory === undefined ||
		equity === undefined ||
		costOfSales === undefined ||
		totalAssets === undefined
	)
		return none;
	const shared = kkpkk(f);
	if (shared === null) return none;
	const receivables = tradeReceivables;
	if (inventory < 0n || receivables < 0n) return none;
	if ((inventory === 0n && costOfSales <= 0n) || (receivables === 0n && sales <= 0n)) return none;
	const a = creditsOf(answers, governance, 0);
	const b = [...creditsOf(answers, risks, 77), ...shared.inherent];
	const c = [
		...shared.profitability,
		...shared.liquidity,
		inventory === 0n ? 4 : more(costOfSales, inventory, 4n, 7n, 10n),
		sales <= 0n ? 1 : less(receivables * 365n, sales, 100n, 140n, 180n),
		receivables === 0n ? 4 : more(sales, receivables, 4n, 7n, 10n),
		equity <= 0n ? 1 : more(sales * 100n, equity, 25n, 75n, 125n),
		more(sales * 100n, totalAssets, 5n, 15n, 25n),
		...shared.continuity
	];
	const d = [shared.equityToAssets, ...shared.managed];
	// 0.30 A + 0.15 B + 0.40 C + 0.15 D, each out of 4 an indicator, over 17 × 16 × 19 × 3 × 4, in hundredths.
	const over = 3000 * 912 * sumOf(a) + 1500 * 969 * sumOf(b) + 4000 * 816 * sumOf(c) + 1500 * 5168 * sumOf(d);
	const total = Math.floor((2 * over + 62_016) / 124_032);
	const { ratios } = shared;
	ratios.push(
		halvesOfOne(costOfSales, inventory),
		halvesOfOne(tradeReceivables * 365n, sales),
		halvesOfOne(sales, tradeReceivables),
		halvesOfOne(sales, equity),
		halvesOfOne(sales, totalAssets)
	);
	return { total, category: category(total), points: [...a, ...b, ...c, ...d], ratios };
};

/** No total, but every indicator that has a table. */
export const kkpkkSavings: PlainScore = (f, answers) => {
	const { earningAssets, riskWeightedAssets, loans, substandardLoans, doubtfulLoans, lossLoans, weightedCapital } = f;
	const { totalAssets, staffCost, riskReserve, requiredReserve } = f;
	if (
		earningAssets === undefined ||
		riskWeightedAssets === undefined ||
		loans === undefined ||
		substandardLoans === undefined ||
		doubtfulLoans === undefined ||
		lossLoans === undefined ||
		weightedCapital === undefined ||
		totalAssets === undefined ||
		staffCost === undefined ||
		riskReserve === undefined ||
		requiredReserve === undefined
	)
		return none;
	const shared = kkpkk(f);
	const earning = earningAssets;
	const weighted = riskWeightedAssets;
	if (shared === null || earning <= 0n || weighted <= 0n || loans <= 0n) return none;
	const problem = substandardLoans + doubtfulLoans + lossLoans;
	const { ratios } = shared;
	ratios.push(
		halves(loans, earning),
		halves(problem, loans),
		halves(weightedCapital, weighted),
		halves(earning, totalAssets),
		halves(staffCost, loans),
		halvesOrNull(riskReserve, requiredReserve),
		halvesOrNull(riskReserve, problem)
	);
	return {
		...none,
		ratios,
		points: [
			...creditsOf(answers, governance, 0),
			lessUpTo(loans * 100n, earning, 75n, 85n, 95n),
			...creditsOf(answers, risks, 77),
			...shared.inherent,
			...shared.profitability,
			lessUpTo(problem * 100n, loans, 5n, 10n, 15n),
			...shared.liquidity,
			...shared.continuity,
			shared.equityToAssets,
			more(weightedCapital * 100n, weighted, 4n, 6n, 8n),
			...shared.managed
		]
	};
};
