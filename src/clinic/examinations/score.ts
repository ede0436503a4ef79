import { filledFrom } from './filled.ts';
import type { Category, Certainty, Goal, Unit } from './instrument.ts';
import type { ExaminationRequest } from './judge.ts';
import { certaintyAt, type Marked } from './marks.ts';
import { decimalText } from './ratio.ts';
import {
	scoreWithReasons,
	type Amounts,
	type BlockReason,
	type RatioReason,
	type Reason,
	type ReasonedScore
} from './reasons.ts';
import { ready, type ReadyInstrument } from './scales.ts';
import type { ReadyForm } from './sums.ts';

/** The result of an examination, in the names and shapes that the command line prints and the record keeps. */
export interface ExaminationResult {
	readonly instrument: string;
	readonly version: string;
	readonly complete: boolean;
	readonly total: string | null;
	readonly category: Category | null;
	readonly aspects: readonly AspectResult[];
}

export interface AspectResult {
	readonly code: string;
	/** Null where the instrument adds nothing up. */
	readonly weight: string | null;
	/** Out of the weight where an instrument adds up points; out of 100 where it adds up credits (`full-score.ts`). */
	readonly score: string | null;
	readonly components: readonly ComponentResult[];
}

interface Judged {
	readonly code: string;
	readonly source: string;
	readonly certainty: Certainty;
}

export type ComponentResult =
	| { readonly code: string; readonly status: 'missing'; readonly missing: readonly string[] }
	| ScoredResult
	| (Judged & { readonly status: 'scored'; readonly ratio: string; readonly unit: Unit } & GoalResult)
	| (Judged & {
			readonly status: 'zero-denominator' | 'negative-denominator';
			readonly mark?: string;
			readonly weight?: string;
			readonly score?: string;
	  } & Partial<GoalResult>)
	| (Judged & {
			/** No source shows the table: a ratio where the figures are there, and no score. */
			readonly status: 'unconfirmed';
			readonly ratio?: string;
			readonly unit?: Unit;
			readonly weight?: string;
	  });

type ScoredResult = Judged & {
	readonly status: 'scored';
	/** A checklist worth points has a score only, no ratio and no mark. */
	readonly ratio?: string;
	readonly unit?: Unit;
	readonly mark?: string;
	readonly weight: string;
	readonly score: string;
};

/** A benchmark: what should be, and whether it is. */
interface GoalResult {
	readonly goal: Omit<Goal, 'kind'>;
	readonly met: boolean;
}

/**
 * Scores a request. Pure, exact, and never rescaled from a part: there is a total only when every component has a
 * score. How each mark came about is told by `explain`; the numbers alone, for scoring many, are `scoreAlone`.
 */
export function scoreExamination(request: ExaminationRequest): ExaminationResult {
	const instrument = ready(request.instrument);
	return resultOf(instrument, scoreWithReasons(instrument, filledFrom(instrument, request)));
}

/** What was scored, in the words of a result. */
export function resultOf(
	{ instrument, aspects }: ReadyInstrument,
	{ score: { complete, total, category, aspects: scores }, reasons }: ReasonedScore
): ExaminationResult {
	let first = 0;
	return {
		instrument: instrument.code,
		version: instrument.version,
		complete,
		total: pointsText(total),
		category,
		aspects: aspects.map(({ aspect, components }, place) => ({
			code: aspect.code,
			weight: aspect.weight,
			score: pointsText(scores[place] ?? null),
			components: reasons.slice(first, (first += components.length)).map(componentResult)
		}))
	};
}

const cents = Array.from({ length: 100 }, (_, count) => `.${String(count).padStart(2, '0')}`);

/** Points are never below 0, so their texts can be put together from two halves. */
function pointsText(points: number | null): string | null {
	if (points === null) return null;
	const whole = Math.floor(points / 100);
	return String(whole) + (cents[points - whole * 100] as string);
}

/** Three decimals, half up: the whole thousandths of half a thousandth more, on both sides of 0. */
const ratioWritten = (halves: bigint): string => decimalText((halves + 1n) >> 1n, 3);

/** Puts a reason in the words of a result. */
export function componentResult(reason: Reason): ComponentResult {
	if ('over' in reason) return ratioResult(reason);
	const { code, weight, source, certainty } = reason.component.about;
	if ('answers' in reason) return blockResult(reason);
	return { code, status: 'unconfirmed', ...(weight === null ? {} : { weight }), source, certainty };
}

function blockResult({ component, judgement, answers }: BlockReason): ComponentResult {
	const { code, weight, source } = component.about;
	const { marked, share } = judgement;
	if (marked === null) {
		const items = component.items.map((item) => item.code);
		return { code, status: 'missing', missing: items.filter((_, place) => answers[place] === undefined) };
	}
	const scored = { weight: weight ?? '0', score: marked.scoreText, source, certainty: certaintyAt(judgement.sureness) };
	return share === null
		? { code, status: 'scored', ...scored }
		: { code, status: 'scored', ratio: share, unit: 'percent', mark: marked.markText, ...scored };
}

function ratioResult(reason: RatioReason): ComponentResult {
	const { component, judgement, halves, over, under } = reason;
	const { code, source, weight } = component.about;
	const unit = component.unitName;
	const { status, marked } = judgement;
	if (status === 'missing') return { code, status, missing: missingOf(reason) };
	const certainty = certaintyAt(Math.min(judgement.sureness, over.sureness, under.sureness));
	if (status === 'unconfirmed') {
		const shown = halves === null ? {} : { ratio: ratioWritten(halves), unit };
		return { code, status, ...shown, ...(weight === null ? {} : { weight }), source, certainty };
	}
	if (status === 'scored') {
		const ratio = ratioWritten(halves as bigint);
		const { mark, markText, scoreText } = marked as Marked;
		if (weight !== null)
			return { code, status, ratio, unit, mark: markText, weight, score: scoreText, source, certainty };
		return { code, status, ratio, unit, goal: goalOf(reason), met: mark === 1, source, certainty };
	}
	if (weight === null) {
		if (marked === null) return { code, status, source, certainty };
		return { code, status, goal: goalOf(reason), met: marked.mark === 1, source, certainty };
	}
	if (marked === null) return { code, status, weight, source, certainty };
	return { code, status, mark: marked.markText, weight, score: marked.scoreText, source, certainty };
}

function goalOf({ reading: { goal } }: RatioReason): GoalResult['goal'] {
	if (goal === null) throw new RangeError('a component without a weight has a goal');
	return goal;
}

function missingOf({ component, over, overAmounts, under, underAmounts, portion }: RatioReason): string[] {
	const notGiven = ({ figures }: ReadyForm, amounts: Amounts) =>
		figures.filter((_, place) => amounts[place] === undefined);
	const { part, whole } = component.portion?.portion ?? {};
	const ofPortion = [part, whole].filter((_, place) => portion?.[place] === undefined);
	return [
		...new Set([
			...notGiven(over, overAmounts),
			...notGiven(under, underAmounts),
			...ofPortion.filter((figure) => figure !== undefined)
		])
	];
}
