import { none, type PlainScore } from './score.ts';

/**
 * Halves of thousandths of a percent, rounded down. Its own: numbers that outgrow 64 bits, as other instruments have
 * them, would make it slower.
 */
function halves(over: bigint, under: bigint): bigint {
	const above = over * 200_000n;
	const quotient = above / under;
	return above < 0n && quotient * under !== above ? quotient - 1n : quotient;
}

/** Of each ratio what it is, and whether its goal is met; null where a figure is missing or it cannot be divided by. */
export const pearls: PlainScore = (f) => {
	const met: (boolean | null)[] = [];
	const ratios: (bigint | null)[] = [];
	const assets = f.totalAssets;
	const reserve = f.riskReserve;
	const old = f.loansLateOverYear;
	const late = f.loansLateUpToYear;
	const loans = f.loans;
	const still = f.nonEarningAssets;
	const capital = f.institutionalCapital;
	const savings = f.memberSavings;
	const terms = f.memberTermDeposits;
	const deposits = savings === undefined || terms === undefined ? undefined : savings + terms;

	if (reserve === undefined || old === undefined || old <= 0n) {
		met.push(reserve !== undefined && old === 0n ? true : null);
		ratios.push(null);
	} else {
		met.push(reserve >= old);
		ratios.push(halves(reserve, old));
	}
	if (reserve === undefined || old === undefined || late === undefined || late <= 0n) {
		met.push(reserve !== undefined && old !== undefined && late === 0n ? true : null);
		ratios.push(null);
	} else {
		met.push((reserve - old) * 100n >= 35n * late);
		ratios.push(halves(reserve - old, late));
	}
	const recovered = f.loansRecovered;
	const charged = f.loansChargedOff;
	if (recovered === undefined || charged === undefined || charged <= 0n) {
		met.push(recovered !== undefined && charged === 0n ? true : null);
		ratios.push(null);
	} else {
		met.push(recovered * 100n >= 75n * charged);
		ratios.push(halves(recovered, charged));
	}

	if (loans === undefined || reserve === undefined || assets === undefined || assets <= 0n) {
		met.push(null);
		ratios.push(null);
	} else {
		const net = (loans - reserve) * 100n;
		met.push(net >= 70n * assets && net <= 80n * assets);
		ratios.push(halves(loans - reserve, assets));
	}
	atMost(met, ratios, f.liquidInvestments, assets, 16n);
	atMost(met, ratios, f.financialInvestments, assets, 2n);
	atMost(met, ratios, f.otherInvestments, assets, 0n);
	if (deposits === undefined || assets === undefined || assets <= 0n) {
		met.push(null);
		ratios.push(null);
	} else {
		const saved = deposits * 100n;
		met.push(saved >= 70n * assets && saved <= 80n * assets);
		ratios.push(halves(deposits, assets));
	}
	atMost(met, ratios, f.externalCredit, assets, 5n);
	const principal = f.principalSavings;
	const mandatory = f.mandatorySavings;
	atMost(
		met,
		ratios,
		principal === undefined || mandatory === undefined ? undefined : principal + mandatory,
		assets,
		20n
	);
	atLeast(met, ratios, capital, assets, 10n);
	if (
		capital === undefined ||
		reserve === undefined ||
		old === undefined ||
		late === undefined ||
		assets === undefined ||
		assets <= 0n
	) {
		met.push(null);
		ratios.push(null);
	} else {
		const net = (capital + reserve - old) * 100n - 35n * late;
		met.push(net >= 10n * assets);
		ratios.push(halves(net, assets * 100n));
	}

	atMost(met, ratios, old === undefined || late === undefined ? undefined : old + late, loans, 5n);
	atMost(met, ratios, still, assets, 5n);
	const free = f.zeroCostFunds;
	if (free === undefined || still === undefined || still <= 0n) {
		met.push(free !== undefined && still === 0n ? true : null);
		ratios.push(null);
	} else {
		met.push(free >= 2n * still);
		ratios.push(halves(free, still));
	}
	const before = f.totalAssetsBefore;
	const expense = f.operatingExpense;
	if (expense === undefined || assets === undefined || before === undefined || assets + before <= 0n) {
		met.push(null);
		ratios.push(null);
	} else {
		met.push(expense * 200n <= 5n * (assets + before));
		ratios.push(halves(expense * 2n, assets + before));
	}
	const payables = f.shortTermPayables;
	const liquid = f.liquidAssets;
	if (liquid === undefined || payables === undefined || deposits === undefined || deposits <= 0n) {
		met.push(null);
		ratios.push(null);
	} else {
		const left = (liquid - payables) * 100n;
		met.push(left >= 15n * deposits && left <= 20n * deposits);
		ratios.push(halves(liquid - payables, deposits));
	}
	atLeast(met, ratios, f.liquidityReserve, deposits, 10n);
	const idle = f.idleLiquidAssets;
	if (idle === undefined || assets === undefined || assets <= 0n) {
		met.push(null);
		ratios.push(null);
	} else {
		met.push(idle * 100n < assets);
		ratios.push(halves(idle, assets));
	}
	return { ...none, met, ratios };
};

type Met = (boolean | null)[];
type Ratios = (bigint | null)[];

function atMost(met: Met, ratios: Ratios, over: bigint | undefined, under: bigint | undefined, edge: bigint): void {
	if (over === undefined || under === undefined || under <= 0n) {
		met.push(null);
		ratios.push(null);
		return;
	}
	met.push(over * 100n <= edge * under);
	ratios.push(halves(over, under));
}

function atLeast(met: Met, ratios: Ratios, over: bigint | undefined, under: bigint | undefined, edge: bigint): void {
	if (over === undefined || under === undefined || under <= 0n) {
		met.push(null);
		ratios.push(null);
		return;
	}
	met.push(over * 100n >= edge * under);
	ratios.push(halves(over, under));
}
