import type { Judgement, ReadyReading } from './marks.ts';
import { factorsOf, type Figures, type ReadyForm } from './sums.ts';

/**
 * The usual ratio in one flat row: a figure or two over a figure or two, in one form, by bands or a goal that nobody
 * reads differently. A second place is -1 where there is none; above the line it may be taken off. Common factors (half
 * the assets of two years, 365 days) have gone into unit and scale.
 */
export interface ShortRatio {
	readonly over: number;
	readonly secondOver: number;
	readonly isTaken: boolean;
	readonly under: number;
	readonly secondUnder: number;
	/** What stands above the line instead, where it is more than two figures or by factors. */
	readonly weights: Weights | null;
	readonly unit: bigint;
	readonly scale: bigint;
	readonly edges: readonly bigint[];
	readonly includesEdge: readonly boolean[];
	readonly judgements: readonly Judgement[];
}

/** Hundredths. */
export interface Weights {
	readonly places: readonly number[];
	readonly factors: readonly bigint[];
}

/** A ratio in one flat row, or null where it is no usual one. */
export function shortOf(
	[over, ...otherOver]: readonly [ReadyForm, ...ReadyForm[]],
	[under, ...otherUnder]: readonly [ReadyForm, ...ReadyForm[]],
	reading: ReadyReading,
	unit: bigint
): ShortRatio | null {
	const isOneForm = otherOver.length + otherUnder.length === 0;
	const isBanded = reading.kind === 'bands' || reading.kind === 'goal';
	if (!isOneForm || !isBanded || over.omittedCountsAsZero || under.omittedCountsAsZero) return null;
	const [above = 0n, secondAbove = above, ...moreAbove] = factorsOf(over);
	const [below = 0n, secondBelow = below, ...moreBelow] = factorsOf(under);
	if (secondBelow !== below || moreBelow.length > 0 || above <= 0n || below <= 0n) return null;
	const isPlain = moreAbove.length === 0 && (secondAbove === above || secondAbove === -above) && above % below === 0n;
	if (!isPlain && unit % below !== 0n) return null;
	const [times, into] = isPlain ? [above / below, 1n] : [1n, below];
	const row = {
		unit: (unit * times) / into,
		scale: reading.scale * times,
		edges: reading.edges.map((edge) => edge * into)
	};
	if ([row.unit, row.scale, ...row.edges].some((one) => one >= fitting || one <= -fitting)) return null;
	const [first = -1, second = -1] = over.places;
	const [firstUnder = -1, secondUnder = -1] = under.places;
	return {
		...row,
		over: first,
		secondOver: isPlain ? second : -1,
		isTaken: secondAbove !== above,
		under: firstUnder,
		secondUnder,
		weights: isPlain ? null : { places: over.places, factors: factorsOf(over) },
		includesEdge: reading.includesEdge,
		judgements: reading.judgements
	};
}

/** Sums below this (8.8 trillion rupiah) times what fits a short ratio stay within the 64 bits that engines count in fast. */
const shortSum = 2n ** 43n;
const fitting = 2n ** 20n;

/**
 * The usual ratio, of a figure or two over a figure or two: written out in one piece and from one flat row, which is what
 * makes it fast. Sums beyond `shortSum`, and what cannot be divided by, go the long way.
 */
export function judgeShort(
	short: ShortRatio,
	figures: Figures,
	found: (bigint | null)[] | null,
	at: number
): Judgement | null {
	let numerator = short.weights === null ? figures[short.over] : weighted(short.weights, figures);
	let denominator = figures[short.under];
	if (numerator === undefined || denominator === undefined) return null;
	if (short.secondOver >= 0) {
		const second = figures[short.secondOver];
		if (second === undefined) return null;
		numerator = short.isTaken ? numerator - second : numerator + second;
	}
	if (short.secondUnder >= 0) {
		const second = figures[short.secondUnder];
		if (second === undefined) return null;
		denominator += second;
	}
	if (denominator <= 0n || denominator >= shortSum || numerator >= shortSum || numerator <= -shortSum) return null;
	if (found !== null) {
		const above = numerator * short.unit;
		const halves = above / denominator;
		found[at] = above < 0n && halves * denominator !== above ? halves - 1n : halves;
	}
	const { edges, includesEdge, judgements } = short;
	const above = numerator * short.scale;
	let place = 0;
	for (; place < edges.length; place++) {
		const edge = (edges[place] as bigint) * denominator;
		if (above < edge || (includesEdge[place] === true && above === edge)) break;
	}
	return judgements[place] as Judgement;
}

function weighted({ places, factors }: Weights, figures: Figures): bigint | undefined {
	let sum = 0n;
	for (let one = 0; one < places.length; one++) {
		const amount = figures[places[one] as number];
		if (amount === undefined) return undefined;
		sum += amount * (factors[one] as bigint);
	}
	return sum;
}
