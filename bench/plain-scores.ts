/**
 * The baseline of `scoring.bench.ts`: each instrument once more, written by hand as straight code over ready BigInt
 * figures and lists of answers, without tables, names or explanations. All figures are given. Null is no total.
 */
export type PlainFigures = Readonly<Record<string, bigint>>;
/** All answers of an instrument, in its order. */
export type PlainAnswers = readonly boolean[];
/** Where there is no total, `points` is what the marks that can be given come to. */
export type PlainScore = (
	figures: PlainFigures,
	answers: PlainAnswers
) => { total: number | null; category: string | null; points?: number };

const category = (total: number): string =>
	total < 5100
		? 'underSpecialSupervision'
		: total < 6600
			? 'underSupervision'
			: total < 8000
				? 'fairlyHealthy'
				: 'healthy';

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

const yesIn = (answers: PlainAnswers, from: number, until: number): number => {
	let yes = 0;
	for (let place = from; place < until; place++) if (answers[place]) yes++;
	return yes;
};

const none = { total: null, category: null };

/** Hundredths of a point that the two savings-and-loan rules share; null where a ratio has no mark. */
function savingsAndLoan(f: PlainFigures, answers: PlainAnswers): number | null {
	const assets = f.totalAssets!;
	const own = f.ownCapital!;
	const loans = f.loans!;
	const kl = f.substandardLoans!;
	const d = f.doubtfulLoans!;
	const l = f.lossLoans!;
	const riskWeighted = f.riskWeightedAssets!;
	const funds = f.fundsReceived!;
	const current = f.currentLiabilities!;
	const savings = f.principalSavings! + f.mandatorySavings!;
	if (assets <= 0n || loans <= 0n || riskWeighted <= 0n || savings <= 0n) return null;
	if (funds < 0n || current < 0n) return null;
	let points = 0;

	const ownPercent = own * 100n;
	points +=
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
							: 150;
	const weighted = f.weightedCapital! * 100n;
	points +=
		weighted < 4n * riskWeighted ? 0 : weighted < 6n * riskWeighted ? 150 : weighted <= 8n * riskWeighted ? 225 : 300;

	const member = f.memberLoans! * 100n;
	points += member <= 25n * loans ? 0 : member <= 50n * loans ? 500 : member <= 75n * loans ? 750 : 1000;
	const risk = 50n * kl + 75n * d + 100n * l;
	points +=
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
								: 0;
	const problem = kl + d + l;
	if (problem < 0n) return null;
	points += problem === 0n ? 500 : 50 * tenths(f.riskReserve! * 100n, problem);
	const risky = f.riskyLoans! * 100n;
	points += risky < 21n * loans ? 500 : risky < 26n * loans ? 375 : risky <= 30n * loans ? 250 : 125;

	points += 25 * yesIn(answers, 0, 12);
	points += 50 * yesIn(answers, 12, 18);
	points += 60 * yesIn(answers, 18, 23);
	points += 30 * yesIn(answers, 23, 33);
	points += 60 * yesIn(answers, 33, 38);

	const gross = f.grossParticipation!;
	const memberCost = f.memberOperatingExpense! * 100n;
	points +=
		gross <= 0n
			? 100
			: memberCost < 90n * gross
				? 400
				: memberCost < 95n * gross
					? 300
					: memberCost < 100n * gross
						? 200
						: 100;
	const surplus = f.grossSurplus!;
	const cost = f.operatingExpense! * 100n;
	points +=
		surplus <= 0n ? 100 : cost <= 40n * surplus ? 400 : cost <= 60n * surplus ? 300 : cost <= 80n * surplus ? 200 : 100;
	const staff = f.staffCost! * 100n;
	points += staff <= 5n * loans ? 200 : staff <= 10n * loans ? 150 : staff <= 15n * loans ? 100 : 0;

	const cash = f.cash! + f.bank!;
	if (current === 0n && cash <= 0n) return null;
	const cashPercent = cash * 100n;
	points +=
		current === 0n
			? 250
			: cashPercent <= 10n * current
				? 250
				: cashPercent <= 15n * current
					? 1000
					: cashPercent <= 20n * current
						? 500
						: 250;
	const lent = loans * 100n;
	points += funds === 0n ? 500 : lent < 60n * funds ? 125 : lent < 70n * funds ? 250 : lent < 80n * funds ? 375 : 500;

	const before = f.surplusBeforeTax! * 1000n;
	points += before < 50n * assets ? 75 : before < 75n * assets ? 150 : before < 100n * assets ? 225 : 300;
	const share = f.memberSurplus! * 100n;
	points += own <= 0n ? 75 : share < 3n * own ? 75 : share < 4n * own ? 150 : share < 5n * own ? 225 : 300;
	const net = f.netParticipation!;
	const expense = f.operatingExpense! + f.cooperativeExpense!;
	if (expense < 0n || (expense === 0n && net <= 0n)) return null;
	points += expense === 0n || net > expense ? 400 : 0;

	const income = gross + f.nonMemberIncome!;
	const grossPercent = gross * 100n;
	points +=
		income <= 0n
			? 175
			: grossPercent < 25n * income
				? 175
				: grossPercent < 50n * income
					? 350
					: grossPercent < 75n * income
						? 525
						: 700;
	const promotion = f.memberPromotion! * 1000n;
	points += promotion < 50n * savings ? 0 : promotion < 75n * savings ? 150 : promotion < 100n * savings ? 225 : 300;
	return points;
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
	const points = savingsAndLoan(figures, answers);
	if (points === null || figures.riskyLoans! < 0n) return none;
	const total =
		points + (figures.riskyLoans === 0n ? 600 : 60 * tenths(figures.ownCapital! * 100n, figures.riskyLoans!));
	return { total, category: category(total) };
};

export const ksp2009: PlainScore = (figures, answers) => {
	const points = savingsAndLoan(figures, answers);
	if (points === null || figures.riskyLoans! < 0n) return none;
	const total =
		points + (figures.riskyLoans === 0n ? 600 : 60 * wholeTenths(figures.ownCapital! * 100n, figures.riskyLoans!));
	return { total, category: formerCategory(total) };
};

/** Credit of a block of questions: more than 75% yes is 4, more than 50% is 3, more than 25% is 2. */
const credit = (yes: number, of: number): number => (4 * yes > 3 * of ? 4 : 2 * yes > of ? 3 : 4 * yes > of ? 2 : 1);

function creditsOf(answers: PlainAnswers, sizes: readonly number[], from: number): number {
	let credits = 0;
	let place = from;
	for (const size of sizes) {
		credits += credit(yesIn(answers, place, place + size), size);
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
	readonly profitability: number;
	readonly liquidity: number;
	readonly continuity: number;
	readonly inherent: number;
	readonly equityToAssets: number;
	readonly managed: number;
}

/** What the two sheets of KKPKK share; null where a ratio has no mark. */
function kkpkk(f: PlainFigures): Shared | null {
	const assets = f.totalAssets!;
	const equity = f.equity!;
	const surplus = f.surplusAfterTax! * 100n;
	const current = f.currentLiabilities!;
	const liquid = f.liquidAssets! * 100n;
	const gross = f.grossParticipation!;
	const income = f.totalIncome!;
	const paid = f.principalSavings! + f.mandatorySavings!;
	if (assets <= 0n || paid <= 0n || current < 0n) return null;

	let profitability = more(surplus, assets, 3n, 5n, 7n) + (equity <= 0n ? 1 : more(surplus, equity, 5n, 7n, 10n));
	const shared = gross * f.operatingExpense! + f.cooperativeExpense! * income;
	const own = (gross - f.memberCostOfSales!) * income;
	if (income <= 0n) profitability += 2;
	else {
		if (shared < 0n || (shared === 0n && own <= 0n)) return null;
		profitability += shared === 0n ? 4 : more(own * 100n, shared, 100n, 110n, 120n);
		profitability +=
			gross <= 0n ? 1 : less((f.memberCostOfSales! * income + shared) * 100n, gross * income, 80n, 90n, 100n);
	}
	const grossSurplus = f.grossSurplus!;
	const expense = f.operatingExpense! * 100n;
	profitability +=
		grossSurplus <= 0n
			? 1
			: expense < 40n * grossSurplus
				? 4
				: expense <= 60n * grossSurplus
					? 3
					: expense <= 80n * grossSurplus
						? 2
						: 1;

	const cash = f.cash! + f.bank!;
	const funds = f.liabilitiesAndEquity! - f.taxPayable! - f.accruedExpense! - f.expensePayable!;
	if (funds < 0n || (funds === 0n && f.loans! <= 0n)) return null;
	let liquidity = funds === 0n ? 4 : more(f.loans! * 100n, funds, 60n, 75n, 90n);
	let inherent = moreThan(liquid, assets, 5n, 10n, 15n);
	if (current === 0n) {
		if (cash <= 0n || f.currentAssets! <= 0n || liquid <= 0n) return null;
		liquidity += 8;
		inherent += 4;
	} else {
		liquidity += more(cash * 100n, current, 10n, 15n, 20n) + more(f.currentAssets! * 100n, current, 75n, 100n, 125n);
		inherent += moreThan(liquid, current, 7n, 14n, 21n);
	}

	const growths = [
		[assets, f.totalAssetsBefore!, 4n, 7n, 10n],
		[equity, f.equityBefore!, 4n, 7n, 10n],
		[f.surplusAfterTax!, f.surplusAfterTaxBefore!, 1n, 3n, 5n]
	] as const;
	let continuity = 0;
	for (const [now, before, two, three, four] of growths) {
		if (before > 0n) continuity += more((now - before) * 100n, before, two, three, four);
		else if (before === 0n) {
			if (now <= 0n) return null;
			continuity += 4;
		} else {
			if (now === assets && before === f.totalAssetsBefore!) return null;
			continuity += 1;
		}
	}
	continuity += income <= 0n ? 1 : more(gross * 100n, income, 35n, 60n, 85n);
	continuity += more(surplus, paid, 10n, 20n, 30n);
	const members = f.memberSavings! + f.memberTermDeposits!;
	const saved = members + f.nonMemberSavings! + f.prospectiveMemberSavings!;
	if (saved < 0n) return null;
	continuity += saved === 0n ? 1 : more(members * 100n, saved, 25n, 51n, 75n);

	const managed =
		more((members + f.virtueFunds!) * 100n, assets, 10n, 20n, 30n) +
		(equity <= 0n ? 1 : lessUpTo(f.longTermLiabilities! * 100n, equity, 100n, 125n, 150n));
	return {
		profitability,
		liquidity,
		continuity,
		inherent,
		equityToAssets: moreThan(equity * 100n, assets, 10n, 20n, 30n),
		managed
	};
}

export const kkpkkReal: PlainScore = (f, answers) => {
	const a = creditsOf(answers, governance, 0);
	const b = creditsOf(answers, risks, 77);
	const shared = kkpkk(f);
	if (shared === null) return none;
	const sales = f.sales!;
	const receivables = f.tradeReceivables!;
	const inventory = f.inventory!;
	const equity = f.equity!;
	if (inventory < 0n || receivables < 0n) return none;
	if ((inventory === 0n && f.costOfSales! <= 0n) || (receivables === 0n && sales <= 0n)) return none;
	const activity =
		(inventory === 0n ? 4 : more(f.costOfSales!, inventory, 4n, 7n, 10n)) +
		(sales <= 0n ? 1 : less(receivables * 365n, sales, 100n, 140n, 180n)) +
		(receivables === 0n ? 4 : more(sales, receivables, 4n, 7n, 10n)) +
		(equity <= 0n ? 1 : more(sales * 100n, equity, 25n, 75n, 125n)) +
		more(sales * 100n, f.totalAssets!, 5n, 15n, 25n);
	const c = shared.profitability + shared.liquidity + activity + shared.continuity;
	const d = shared.equityToAssets + shared.managed;
	// 0.30 A + 0.15 B + 0.40 C + 0.15 D, each out of 4 a indicator, over 17 × 16 × 19 × 3 × 4, in hundredths.
	const over = 3000 * a * 912 + 1500 * (b + shared.inherent) * 969 + 4000 * c * 816 + 1500 * d * 5168;
	const total = Math.floor((2 * over + 62_016) / 124_032);
	return { total, category: category(total) };
};

/** No total, but every indicator that has a table. */
export const kkpkkSavings: PlainScore = (f, answers) => {
	let points = creditsOf(answers, governance, 0) + creditsOf(answers, risks, 77);
	const loans = f.loans! * 100n;
	const earning = f.earningAssets!;
	if (earning > 0n) points += lessUpTo(loans, earning, 75n, 85n, 95n);
	const problem = f.substandardLoans! + f.doubtfulLoans! + f.lossLoans!;
	if (f.loans! > 0n) points += lessUpTo(problem * 100n, f.loans!, 5n, 10n, 15n);
	if (f.riskWeightedAssets! > 0n) points += more(f.weightedCapital! * 100n, f.riskWeightedAssets!, 4n, 6n, 8n);
	const shared = kkpkk(f);
	if (shared === null) return none;
	points += shared.profitability + shared.liquidity + shared.continuity + shared.inherent;
	return { ...none, points: points + shared.equityToAssets + shared.managed };
};

/** How many goals are met. */
export const pearls: PlainScore = (f) => {
	const assets = f.totalAssets!;
	const deposits = f.memberSavings! + f.memberTermDeposits!;
	const reserve = f.riskReserve!;
	const old = f.loansLateOverYear!;
	const late = f.loansLateUpToYear!;
	let met = 0;
	if (old === 0n || (old > 0n && reserve * 100n >= 100n * old)) met++;
	if (late === 0n || (late > 0n && (reserve - old) * 100n >= 35n * late)) met++;
	if (f.loansChargedOff! === 0n || f.loansRecovered! * 100n >= 75n * f.loansChargedOff!) met++;
	if (assets > 0n) {
		const net = (f.loans! - reserve) * 100n;
		if (net >= 70n * assets && net <= 80n * assets) met++;
		if (f.liquidInvestments! * 100n <= 16n * assets) met++;
		if (f.financialInvestments! * 100n <= 2n * assets) met++;
		if (f.otherInvestments! <= 0n) met++;
		const saved = deposits * 100n;
		if (saved >= 70n * assets && saved <= 80n * assets) met++;
		if (f.externalCredit! * 100n <= 5n * assets) met++;
		if ((f.principalSavings! + f.mandatorySavings!) * 100n <= 20n * assets) met++;
		if (f.institutionalCapital! * 100n >= 10n * assets) met++;
		if ((f.institutionalCapital! + reserve - old) * 100n - 35n * late >= 10n * assets) met++;
		if (f.nonEarningAssets! * 100n <= 5n * assets) met++;
		if (f.idleLiquidAssets! * 100n < assets) met++;
	}
	if (f.loans! > 0n && (old + late) * 100n <= 5n * f.loans!) met++;
	if (f.nonEarningAssets! === 0n || f.zeroCostFunds! * 100n >= 200n * f.nonEarningAssets!) met++;
	const average = assets + f.totalAssetsBefore!;
	if (average > 0n && f.operatingExpense! * 200n <= 5n * average) met++;
	if (deposits > 0n) {
		const liquid = (f.liquidAssets! - f.shortTermPayables!) * 100n;
		if (liquid >= 15n * deposits && liquid <= 20n * deposits) met++;
		if (f.liquidityReserve! * 100n >= 10n * deposits) met++;
	}
	return { ...none, points: met };
};
