/**
 * The baseline of `scoring.bench.ts`: each instrument once more, written by hand as straight code over ready BigInt
 * figures and lists of answers, without tables, names or explanations. What is not given is no 0 and no no, here too. Null is no total.
 */
export type PlainFigures = Readonly<Record<string, bigint | undefined>>;
/** All answers of an instrument, in its order. */
export type PlainAnswers = readonly (boolean | undefined)[];
export interface PlainScored {
	readonly total: number | null;
	readonly category: string | null;
	/** Of each component that has a table, in the order of the instrument or nearly so. */
	readonly points?: readonly number[];
	readonly met?: readonly (boolean | null)[];
	/** Of each ratio in halves of thousandths, rounded down; null where it cannot be divided by. */
	readonly ratios?: readonly (bigint | null)[];
}
export type PlainScore = (figures: PlainFigures, answers: PlainAnswers) => PlainScored;

export const category = (total: number): string =>
	total < 5100
		? 'underSpecialSupervision'
		: total < 6600
			? 'underSupervision'
			: total < 8000
				? 'fairlyHealthy'
				: 'healthy';

/** Not a number where an answer is missing. */
export const yesIn = (answers: PlainAnswers, from: number, until: number): number => {
	let yes = 0;
	for (let place = from; place < until; place++) {
		const answer = answers[place];
		if (answer === undefined) return Number.NaN;
		if (answer) yes++;
	}
	return yes;
};

export const none = { total: null, category: null };

/** Halves of thousandths of a percent, rounded down. */
export function halves(over: bigint, under: bigint): bigint {
	const above = over * 200_000n;
	const quotient = above / under;
	return above < 0n && quotient * under !== above ? quotient - 1n : quotient;
}

export const halvesOrNull = (over: bigint, under: bigint): bigint | null => (under > 0n ? halves(over, under) : null);

/** The same of a ratio in times, or in days. */
export function halvesOfOne(over: bigint, under: bigint): bigint | null {
	if (under <= 0n) return null;
	const above = over * 2000n;
	const quotient = above / under;
	return above < 0n && quotient * under !== above ? quotient - 1n : quotient;
}

export const sumOf = (points: readonly number[]): number => {
	let sum = 0;
	for (const one of points) sum += one;
	return sum;
};
