import { decimal, decimalText } from './ratio.ts';

/** Where a total stands among those of similar cooperatives. Totals as texts with two decimals. */
export interface Position {
	/** How many are compared, the cooperative itself among them. */
	readonly count: number;
	/** 1 is the highest; equal totals share a rank. */
	readonly rank: number;
	readonly lowest: string;
	readonly lowerQuarter: string;
	readonly middle: string;
	readonly upperQuarter: string;
	readonly highest: string;
}

/** Fewer are not compared: with four, each could tell who the others are and one outlier moves everything. Ours. */
export const fewestPeers = 5;

/** @param others totals of the other cooperatives, in any order */
export function positionAmong(own: string, others: readonly string[]): Position | null {
	const count = others.length + 1;
	if (count < fewestPeers) return null;
	const mine = decimal(own, 2);
	const all = [mine, ...others.map((total) => decimal(total, 2))].sort((a, b) => Number(a - b));
	const at = (place: number) => all[place] ?? mine;
	return {
		count,
		rank: 1 + all.filter((total) => total > mine).length,
		lowest: decimalText(at(0), 2),
		lowerQuarter: decimalText(quantile(all, 1n), 2),
		middle: decimalText(quantile(all, 2n), 2),
		upperQuarter: decimalText(quantile(all, 3n), 2),
		highest: decimalText(at(count - 1), 2)
	};
}

/** So many quarters of the way from the lowest to the highest, between two neighbours in proportion, half up. */
function quantile(sorted: readonly bigint[], quarters: bigint): bigint {
	const way = BigInt(sorted.length - 1) * quarters;
	const [low = 0n, high = low] = sorted.slice(Number(way / 4n), Number(way / 4n) + 2);
	return (low * 4n + (high - low) * (way % 4n) + 2n) / 4n;
}
