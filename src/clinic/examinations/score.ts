import { filledFrom } from './filled.ts';
import type { Category, Certainty, Goal, Unit } from './instrument.ts';
import {
	fillsGaps,
	formGiven,
	judge,
	readingAsked,
	surenessOfForms,
	type ExaminationRequest,
	type Filled,
	type RatioFound
} from './judge.ts';
import { decimalText } from './ratio.ts';
import { certaintyAt, type Judgement, type Marked } from './marks.ts';
import { ready, type ReadyComponent, type ReadyInstrument, type ReadyRatio } from './scales.ts';
import { addedUp, plus, type Score } from './totals.ts';

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
	const filled = filledFrom(instrument, request);
	const found: RatioFound = { halves: null, near: 0 };
	const sums: (number | null)[] = [];
	const results = instrument.aspects.map(({ components }) => {
		let sum: number | null = 0;
		const ofAspect = components.map((component) => {
			const judgement = judge(component, filled, found);
			sum = plus(sum, judgement);
			return componentResult(component, filled, judgement, found);
		});
		sums.push(sum);
		return ofAspect;
	});
	return withResults(instrument, addedUp(instrument, sums), results);
}

/** The result of what the components come to, in the order of the instrument. */
export function withResults(
	{ instrument, aspects }: ReadyInstrument,
	{ complete, total, category, aspects: scores }: Score,
	components: readonly (readonly ComponentResult[])[]
): ExaminationResult {
	return {
		instrument: instrument.code,
		version: instrument.version,
		complete,
		total: pointsText(total),
		category,
		aspects: aspects.map(({ aspect }, place) => ({
			code: aspect.code,
			weight: aspect.weight,
			score: pointsText(scores[place] ?? null),
			components: components[place] ?? []
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

const fractions = Array.from({ length: 1000 }, (_, thousandths) => `.${String(thousandths).padStart(3, '0')}`);

/** Three decimals, half up: the whole thousandths of half a thousandth more, on both sides of 0. */
function ratioWritten({ halves, near }: RatioFound): string {
	if (!Number.isSafeInteger(near)) return decimalText(((halves ?? 0n) + 1n) >> 1n, 3);
	const thousandths = Math.floor((near + 1) / 2);
	const size = Math.abs(thousandths);
	const whole = Math.floor(size / 1000);
	const text = String(whole) + (fractions[size - whole * 1000] as string);
	return thousandths < 0 ? `-${text}` : text;
}

/** Puts a judgement in the words of the result. @param found the ratio that `judge` told */
export function componentResult(
	prepared: ReadyComponent,
	filled: Filled,
	judgement: Judgement,
	found: RatioFound
): ComponentResult {
	if (prepared.kind === 'measured') return ratioResult(prepared, filled, judgement, found);
	const { code, weight, source } = prepared.about;
	if (prepared.kind === 'pending') {
		const { certainty } = prepared.about;
		return { code, status: 'unconfirmed', ...(weight === null ? {} : { weight }), source, certainty };
	}
	const certainty = certaintyAt(judgement.sureness);
	const { marked } = judgement;
	if (marked === null) {
		const items = prepared.items.map((item) => item.code);
		return {
			code,
			status: 'missing',
			missing: items.filter((_, place) => filled.answers[prepared.first + place] === undefined)
		};
	}
	const full = weight ?? '0';
	const { markText: mark, scoreText: score } = marked;
	const ratio = judgement.share;
	return ratio === null
		? { code, status: 'scored', weight: full, score, source, certainty }
		: { code, status: 'scored', ratio, unit: 'percent', mark, weight: full, score, source, certainty };
}

function ratioResult(
	prepared: ReadyRatio,
	{ figures, readings }: Filled,
	judgement: Judgement,
	found: RatioFound
): ComponentResult {
	const { code, source, weight } = prepared.about;
	const unit = prepared.unitName;
	const { status, marked } = judgement;
	if (status === 'missing') return { code, status, missing: missingOf(prepared, figures) };
	const certainty = certaintyAt(Math.min(judgement.sureness, surenessOfForms(prepared, figures)));
	if (status === 'unconfirmed') {
		const shown = found.halves === null ? {} : { ratio: ratioWritten(found), unit };
		return { code, status, ...shown, ...(weight === null ? {} : { weight }), source, certainty };
	}
	if (status === 'scored') {
		const ratio = ratioWritten(found);
		const { mark, markText, scoreText } = marked as Marked;
		if (weight !== null)
			return { code, status, ratio, unit, mark: markText, weight, score: scoreText, source, certainty };
		return { code, status, ratio, unit, goal: goalOf(prepared, readings), met: mark === 1, source, certainty };
	}
	if (weight === null) {
		if (marked === null) return { code, status, source, certainty };
		return { code, status, goal: goalOf(prepared, readings), met: marked.mark === 1, source, certainty };
	}
	if (marked === null) return { code, status, weight, source, certainty };
	return { code, status, mark: marked.markText, weight, score: marked.scoreText, source, certainty };
}

function goalOf(prepared: ReadyRatio, readings: Filled['readings']): GoalResult['goal'] {
	const { goal } = readingAsked(prepared, readings);
	if (goal === null) throw new RangeError('a component without a weight has a goal');
	return goal;
}

function missingOf({ numerator, denominator, portion }: ReadyRatio, figures: Filled['figures']): string[] {
	const missing = new Set<string>();
	for (const forms of [numerator, denominator]) {
		const form = formGiven(forms, figures);
		if (fillsGaps(form, figures)) continue;
		form.places.forEach((place, at) => {
			if (figures[place] === undefined) missing.add(form.figures[at] ?? '');
		});
	}
	if (portion) {
		if (figures[portion.part] === undefined) missing.add(portion.portion.part);
		if (figures[portion.whole] === undefined) missing.add(portion.portion.whole);
	}
	return [...missing];
}
