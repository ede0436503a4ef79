import type { Category } from './instrument.ts';
import { judge, type Filled, type RatiosFound } from './judge.ts';
import type { Judgement } from './marks.ts';
import type { ReadyAspect, ReadyComponent, ReadyInstrument } from './scales.ts';
import { judgeShort, type ShortRatio } from './short-ratio.ts';

/** Scores in hundredths of a point; null where something has no score. */
export interface Score {
	readonly complete: boolean;
	readonly total: number | null;
	readonly category: Category | null;
	readonly aspects: readonly (number | null)[];
}

export interface ScoreAlone {
	readonly score: Score;
	/** Of every component, in the order of the instrument. */
	readonly judgements: readonly Judgement[];
}

/**
 * The numbers alone, for scoring many: the same judgements as `scoreExamination`, without a word about them.
 * @param ratios where given, it is told the ratio of every component
 */
export function scoreAlone(ready: ReadyInstrument, filled: Filled, ratios: RatiosFound | null = null): ScoreAlone {
	const { aspects, shorts } = ready;
	// Both are made as long as they get: a list that grows while it is filled costs as much as the judging.
	const judgements = new Array<Judgement>(ready.count);
	const sums = new Array<number | null>(aspects.length);
	let at = 0;
	for (let place = 0; place < aspects.length; place++) {
		const { components } = aspects[place] as ReadyAspect;
		let sum = 0;
		let isWhole = true;
		for (let one = 0; one < components.length; one++) {
			const short = shorts[at] as ShortRatio | null;
			const shortly = short === null ? null : judgeShort(short, filled.figures, ratios, at);
			const judgement = shortly ?? judge(components[one] as ReadyComponent, filled, ratios, at);
			judgements[at++] = judgement;
			if (judgement.points === null) isWhole = false;
			else sum += judgement.points;
		}
		sums[place] = isWhole ? sum : null;
	}
	return { score: addedUp(ready, sums), judgements };
}

/** Adds a component to the sum of its aspect, which is null from the first on that has no score. */
export const plus = (sum: number | null, { points }: Judgement): number | null =>
	sum === null || points === null ? null : sum + points;

/**
 * What the sums of the aspects come to.
 * @param sums points of each aspect's components in hundredths, null where one of them has no score
 */
export function addedUp(ready: ReadyInstrument, sums: readonly (number | null)[]): Score {
	let complete = true;
	for (let place = 0; place < sums.length; place++) if (sums[place] === null) complete = false;
	switch (ready.adding) {
		case 'points': {
			const total = complete ? sums.reduce<number>((all, sum) => all + (sum ?? 0), 0) : null;
			return { complete, total, category: categoryAt(ready, total), aspects: sums };
		}
		case 'credits': {
			const total = complete ? weightedCredits(ready.aspects, sums) : null;
			// The regulation's final score is itself a number of two decimals, so the category is that of the rounded one.
			return { complete, total, category: categoryAt(ready, total), aspects: sums.map(creditShare(ready.aspects)) };
		}
		case 'none':
			return { complete, total: null, category: null, aspects: ready.unscored };
	}
}

/** The most that one indicator can earn, in hundredths: a credit of 4. */
const fullCredit = 400;

/** An aspect's credits in percent of what all its indicators could earn, two decimals, half up. */
const creditShare = (aspects: readonly ReadyAspect[]) => (sum: number | null, place: number) => {
	const most = (aspects[place]?.components.length ?? 0) * fullCredit;
	return sum === null || most === 0 ? null : halfUp(sum * 10_000, most);
};

/**
 * Σ weight × credits / most, over one denominator: no aspect is rounded on the way, only the end is, half up to two
 * decimals. The numbers stay far below 2^53.
 */
function weightedCredits(aspects: readonly ReadyAspect[], sums: readonly (number | null)[]): number {
	let over = 0;
	let under = 1;
	for (let place = 0; place < aspects.length; place++) {
		const { weight, components } = aspects[place] as ReadyAspect;
		const most = components.length * fullCredit;
		over = over * most + weight * (sums[place] ?? 0) * under;
		under *= most;
		const shared = divisor(over, under);
		over /= shared;
		under /= shared;
	}
	return halfUp(over, under);
}

function divisor(one: number, other: number): number {
	while (other !== 0) [one, other] = [other, one % other];
	return one === 0 ? 1 : one;
}

const halfUp = (over: number, under: number): number => Math.floor((2 * over + under) / (2 * under));

const categoryAt = (ready: ReadyInstrument, total: number | null): Category | null =>
	total === null ? null : categoryOf(ready, total);

/** The category of a total in hundredths of a point: each begins exactly where the one below it ends. */
export function categoryOf(instrument: ReadyInstrument, total: number): Category {
	const found = instrument.categories.find(({ below }) => below === null || total < below);
	if (!found) throw new RangeError('the categories have an end');
	return found.category;
}
