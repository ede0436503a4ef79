import { judge, readingAsked, type Filled, type RatiosFound } from './judge.ts';
import type { Judgement, ReadyReading } from './marks.ts';
import type { ReadyBlock, ReadyInstrument, ReadyPending, ReadyRatio } from './scales.ts';
import { judgeShort } from './short-ratio.ts';
import { fillsGaps, formGiven, type Figures, type ReadyForm } from './sums.ts';
import { addedUp, plus, type Score } from './totals.ts';

/**
 * Why each component has the mark it has, in numbers and exact: formula, figures, ratio, band and mark. Results
 * (`score.ts`) and the words of screens and papers (`explain.ts`) are written from it and from nothing else, so that
 * scoring many pays for no text.
 */
export type Reason = RatioReason | BlockReason | PendingReason;

export interface RatioReason {
	readonly component: ReadyRatio;
	readonly judgement: Judgement;
	readonly reading: ReadyReading;
	/** The ratio in halves of thousandths of its unit, rounded down; null where there is none. */
	readonly halves: bigint | null;
	/** The form in which the sum above the line was given, and the amount of each of its terms. */
	readonly over: ReadyForm;
	readonly overAmounts: Amounts;
	readonly under: ReadyForm;
	readonly underAmounts: Amounts;
	/** Part and whole of a portion. */
	readonly portion: readonly [bigint | undefined, bigint | undefined] | null;
}

/** A line that was left out among others is 0. */
export type Amounts = Figures;

export interface BlockReason {
	readonly component: ReadyBlock;
	readonly judgement: Judgement;
	readonly answers: readonly (boolean | undefined)[];
}

export interface PendingReason {
	readonly component: ReadyPending;
	readonly judgement: Judgement;
}

export interface ReasonedScore {
	readonly score: Score;
	/** Of every component, in the order of the instrument. */
	readonly reasons: readonly Reason[];
}

/** The score and the reason of every mark of it, judged once. */
export function scoreWithReasons(ready: ReadyInstrument, filled: Filled): ReasonedScore {
	const { aspects, shorts } = ready;
	const reasons = new Array<Reason>(ready.count);
	const sums = new Array<number | null>(aspects.length);
	const found: RatiosFound = [null];
	let at = 0;
	for (let place = 0; place < aspects.length; place++) {
		const components = aspects[place]?.components ?? [];
		let sum: number | null = 0;
		for (const component of components) {
			const short = shorts[at] ?? null;
			const shortly = short === null ? null : judgeShort(short, filled.figures, found, 0);
			const judgement = shortly ?? judge(component, filled, found);
			sum = plus(sum, judgement);
			reasons[at++] =
				component.kind === 'measured'
					? ratioReason(component, filled, judgement, found[0] ?? null)
					: component.kind === 'asked'
						? { component, judgement, answers: filled.answers.slice(component.first, component.end) }
						: { component, judgement };
		}
		sums[place] = sum;
	}
	return { score: addedUp(ready, sums), reasons };
}

function ratioReason(
	component: ReadyRatio,
	{ figures, readings }: Filled,
	judgement: Judgement,
	halves: bigint | null
): RatioReason {
	const over = formGiven(component.numerator, figures);
	const under = formGiven(component.denominator, figures);
	const { portion } = component;
	return {
		component,
		judgement,
		reading: readings === null ? component.usual : readingAsked(component, readings),
		halves,
		over,
		overAmounts: amountsOf(over, figures),
		under,
		underAmounts: amountsOf(under, figures),
		portion: portion === null ? null : [figures[portion.part], figures[portion.whole]]
	};
}

function amountsOf(form: ReadyForm, figures: Figures): Amounts {
	const { places, omittedCountsAsZero } = form;
	if (!omittedCountsAsZero) {
		const first = figures[places[0] as number];
		if (places.length === 1) return [first];
		if (places.length === 2) return [first, figures[places[1] as number]];
	}
	const omitted = fillsGaps(form, figures) ? 0n : undefined;
	return places.map((place) => figures[place] ?? omitted);
}
