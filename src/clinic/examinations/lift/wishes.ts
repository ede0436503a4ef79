/** Which way a figure may be wished to move. `either`: too much of it is as bad as too little. */
export type Direction = 'up' | 'down' | 'either';

export interface Wish {
	readonly direction: Direction;
	/** A part cannot grow beyond its whole. */
	readonly atMost?: string;
}

const up: Wish = { direction: 'up' };
const down: Wish = { direction: 'down' };
const either: Wish = { direction: 'either' };

/**
 * The figures that a board can work on, each with the direction that does the cooperative good. Ours. What stands in no
 * line here is never proposed: last year's figures, sums of everything (assets, income), the volume of loans (lending
 * more to dilute what is lost is no remedy), and what others decide (deposits of non-members, tax).
 */
export const wishes: Readonly<Record<string, Wish>> = {
	ownCapital: up,
	equity: up,
	weightedCapital: up,
	'capitalLines.principalSavings': up,
	'capitalLines.mandatorySavings': up,
	'capitalLines.generalReserve': up,
	'capitalLines.riskReserveFund': up,
	'capitalLines.donatedCapital': up,
	institutionalCapital: up,
	principalSavings: up,
	mandatorySavings: up,
	memberSavings: up,
	memberTermDeposits: up,

	riskyLoans: down,
	substandardLoans: down,
	doubtfulLoans: down,
	lossLoans: down,
	problemLoans: down,
	problemLoanRisk: down,
	memberLoans: { direction: 'up', atMost: 'loans' },
	riskReserve: up,

	cash: either,
	bank: either,
	liquidAssets: either,
	currentAssets: up,
	currentLiabilities: down,
	longTermLiabilities: down,
	inventory: down,
	tradeReceivables: down,

	grossParticipation: up,
	netParticipation: up,
	grossSurplus: up,
	memberSurplus: up,
	surplusBeforeTax: up,
	surplusAfterTax: up,
	memberPromotion: up,
	sales: up,

	memberOperatingExpense: down,
	operatingExpense: down,
	staffCost: down,
	cooperativeExpense: down,
	costOfSales: down,
	memberCostOfSales: down
};
