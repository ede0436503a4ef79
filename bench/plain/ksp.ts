import {
	category,
	halves,
	halvesOrNull,
	none,
	sumOf,
	yesIn,
	type PlainAnswers,
	type PlainFigures,
	type PlainScore
} from './score.ts';

const formerCategory = (total: number): string =>
	total < 2000
		? 'veryUnhealthy'
		: total < 4000
			? 'unhealthy'
			: total < 6000
				? 'lessHealthy'
				: total < 8000
					? 'fairlyHealthy'
					: 'healthy';

/** Hundredths of a point of all components but one, which the two savings-and-loan rules share; null where a ratio has no mark. */
function savingsAndLoan(
	f: PlainFigures,
	answers: PlainAnswers
): { points: number[]; ratios: (bigint | null)[] } | null {
	const {
		totalAssets,
		ownCapital,
		loans,
		substandardLoans,
		doubtfulLoans,
		lossLoans,
		riskWeightedAssets,
		fundsReceived,
		currentLiabilities,
		principalSavings,
		mandatorySavings,
		weightedCapital,
		memberLoans,
		riskReserve,
		riskyLoans,
		grossParticipation,
		memberOperatingExpense,
		grossSurplus,
		operatingExpense,
		staffCost,
		cash,
		bank,
		surplusBeforeTax,
		memberSurplus,
		netParticipation,
		cooperativeExpense,
		nonMemberIncome,
		memberPromotion
	} = f;
	if (
		totalAssets === undefined ||
		ownCapital === undefined ||
		loans === undefined ||
		substandardLoans === undefined ||
		doubtfulLoans === undefined ||
		lossLoans === undefined ||
		riskWeightedAssets === undefined ||
		fundsReceived === undefined ||
		currentLiabilities === undefined ||
		principalSavings === undefined ||
		mandatorySavings === undefined ||
		weightedCapital === undefined ||
		memberLoans === undefined ||
		riskReserve === undefined ||
		riskyLoans === undefined ||
		grossParticipation === undefined ||
		memberOperatingExpense === undefined ||
		grossSurplus === undefined ||
		operatingExpense === undefined ||
		staffCost === undefined ||
		cash === undefined ||
		bank === undefined ||
		surplusBeforeTax === undefined ||
		memberSurplus === undefined ||
		netParticipation === undefined ||
		cooperativeExpense === undefined ||
		nonMemberIncome === undefined ||
		memberPromotion === undefined
	)
		return null;
	const assets = totalAssets;
	const own = ownCapital;
	const kl = substandardLoans;
	const d = doubtfulLoans;
	const l = lossLoans;
	const riskWeighted = riskWeightedAssets;
	const funds = fundsReceived;
	const current = currentLiabilities;
	const savings = principalSavings + mandatorySavings;
	if (assets <= 0n || loans <= 0n || riskWeighted <= 0n || savings <= 0n) return null;
	if (funds < 0n || current < 0n) return null;
	const points: number[] = [];

	const ownPercent = own * 100n;
	points.push(
		ownPercent <= 0n
			? 0
			: ownPercent <= 20n * assets
				? 150
				: ownPercent <= 40n * assets
					? 300
					: ownPercent <= 60n * assets
						? 600
						: ownPercent <= 80n * assets
							? 300
							: 150
	);
	const weighted = weightedCapital * 100n;
	points.push(
		weighted < 4n * riskWeighted ? 0 : weighted < 6n * riskWeighted ? 150 : weighted <= 8n * riskWeighted ? 225 : 300
	);

	const member = memberLoans * 100n;
	points.push(member <= 25n * loans ? 0 : member <= 50n * loans ? 500 : member <= 75n * loans ? 750 : 1000);
	const risk = 50n * kl + 75n * d + 100n * l;
	points.push(
		risk <= 0n
			? 500
			: risk <= 10n * loans
				? 400
				: risk <= 20n * loans
					? 300
					: risk <= 30n * loans
						? 200
						: risk <= 40n * loans
							? 100
							: risk <= 45n * loans
								? 50
								: 0
	);
	const problem = kl + d + l;
	if (problem < 0n) return null;
	points.push(problem === 0n ? 500 : 50 * tenths(riskReserve * 100n, problem));
	const risky = riskyLoans * 100n;
	points.push(risky < 21n * loans ? 500 : risky < 26n * loans ? 375 : risky <= 30n * loans ? 250 : 125);

	points.push(25 * yesIn(answers, 0, 12));
	points.push(50 * yesIn(answers, 12, 18));
	points.push(60 * yesIn(answers, 18, 23));
	points.push(30 * yesIn(answers, 23, 33));
	points.push(60 * yesIn(answers, 33, 38));

	const gross = grossParticipation;
	const memberCost = memberOperatingExpense * 100n;
	points.push(
		gross <= 0n
			? 100
			: memberCost < 90n * gross
				? 400
				: memberCost < 95n * gross
					? 300
					: memberCost < 100n * gross
						? 200
						: 100
	);
	const surplus = grossSurplus;
	const cost = operatingExpense * 100n;
	points.push(
		surplus <= 0n ? 100 : cost <= 40n * surplus ? 400 : cost <= 60n * surplus ? 300 : cost <= 80n * surplus ? 200 : 100
	);
	const staff = staffCost * 100n;
	points.push(staff <= 5n * loans ? 200 : staff <= 10n * loans ? 150 : staff <= 15n * loans ? 100 : 0);

	const ready = cash + bank;
	if (current === 0n && ready <= 0n) return null;
	const cashPercent = ready * 100n;
	points.push(
		current === 0n
			? 250
			: cashPercent <= 10n * current
				? 250
				: cashPercent <= 15n * current
					? 1000
					: cashPercent <= 20n * current
						? 500
						: 250
	);
	const lent = loans * 100n;
	points.push(
		funds === 0n ? 500 : lent < 60n * funds ? 125 : lent < 70n * funds ? 250 : lent < 80n * funds ? 375 : 500
	);

	const before = surplusBeforeTax * 1000n;
	points.push(before < 50n * assets ? 75 : before < 75n * assets ? 150 : before < 100n * assets ? 225 : 300);
	const share = memberSurplus * 100n;
	points.push(own <= 0n ? 75 : share < 3n * own ? 75 : share < 4n * own ? 150 : share < 5n * own ? 225 : 300);
	const net = netParticipation;
	const expense = operatingExpense + cooperativeExpense;
	if (expense < 0n || (expense === 0n && net <= 0n)) return null;
	points.push(expense === 0n || net > expense ? 400 : 0);

	const income = gross + nonMemberIncome;
	const grossPercent = gross * 100n;
	points.push(
		income <= 0n
			? 175
			: grossPercent < 25n * income
				? 175
				: grossPercent < 50n * income
					? 350
					: grossPercent < 75n * income
						? 525
						: 700
	);
	const promotion = memberPromotion * 1000n;
	points.push(promotion < 50n * savings ? 0 : promotion < 75n * savings ? 150 : promotion < 100n * savings ? 225 : 300);
	const ratios = [
		halves(own, assets),
		halves(weightedCapital, riskWeighted),
		halves(memberLoans, loans),
		halves(risk, loans * 100n),
		halvesOrNull(riskReserve, problem),
		halves(riskyLoans, loans),
		halvesOrNull(memberOperatingExpense, gross),
		halvesOrNull(operatingExpense, surplus),
		halves(staffCost, loans),
		halvesOrNull(ready, current),
		halvesOrNull(loans, funds),
		halves(surplusBeforeTax, assets),
		halvesOrNull(memberSurplus, own),
		halvesOrNull(net, expense),
		halvesOrNull(gross, income),
		halves(memberPromotion, savings)
	];
	return { points, ratios };
}

/** 0 is 0, then every ten percent begun is one more, at most 10. */
function tenths(percent: bigint, of: bigint): number {
	if (percent <= 0n) return 0;
	for (let step = 1n; step < 10n; step++) if (percent <= step * 10n * of) return Number(step);
	return 10;
}

/** Ten whole percent more is one more, at most 10. */
function wholeTenths(percent: bigint, of: bigint): number {
	for (let step = 1n; step <= 10n; step++) if (percent < step * 10n * of) return Number(step - 1n);
	return 10;
}

export const ksp2016: PlainScore = (figures, answers) => {
	const shared = savingsAndLoan(figures, answers);
	const { ownCapital: own, riskyLoans: risky } = figures;
	if (shared === null || own === undefined || risky === undefined || risky < 0n) return none;
	const { points, ratios } = shared;
	points.push(risky === 0n ? 600 : 60 * tenths(own * 100n, risky));
	ratios.push(halvesOrNull(own, risky));
	const total = sumOf(points);
	return { total, category: category(total), points, ratios };
};

export const ksp2009: PlainScore = (figures, answers) => {
	const shared = savingsAndLoan(figures, answers);
	const { ownCapital: own, riskyLoans: risky } = figures;
	if (shared === null || own === undefined || risky === undefined || risky < 0n) return none;
	const { points, ratios } = shared;
	points.push(risky === 0n ? 600 : 60 * wholeTenths(own * 100n, risky));
	ratios.push(halvesOrNull(own, risky));
	const total = sumOf(points);
	return { total, category: formerCategory(total), points, ratios };
};
