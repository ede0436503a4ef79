import { filledFrom } from './filled.ts';
import type { Category, Certainty, Goal, Unit } from './instrument.ts';
import {
	fillsGaps,
	formGiven,
	halvesOf,
	judge,
	surenessOfForms,
	type ExaminationRequest,
	type Filled
} from './judge.ts';
import { decimalText } from './ratio.ts';
import { certaintyAt, type Judgement } from './marks.ts';
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
	return resultOf(
		instrument,
		filled,
		instrument.aspects.map(({ components }) => components.map((component) => judge(component, filled)))
	);
}

/** The result of judgements, in the order of the instrument. */
export function resultOf(
	instrument: ReadyInstrument,
	filled: Filled,
	judgements: readonly (readonly Judgement[])[]
): ExaminationResult {
	const score = addedUp(
		instrument,
		judgements.map((ofAspect) => ofAspect.reduce<number | null>(plus, 0))
	);
	return withResults(
		instrument,
		score,
		instrument.aspects.map(({ components }, aspect) =>
			components.map((component, place) => componentResult(component, filled, judgements[aspect]?.[place] as Judgement))
		)
	);
}

/** The same where the components' results are there already. */
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

function pointsText(points: number | null): string | null {
	return points === null ? null : decimalText(BigInt(points), 2);
}

const fractions = Array.from({ length: 1000 }, (_, thousandths) => `.${String(thousandths).padStart(3, '0')}`);

/** Three decimals, half up: the whole thousandths of half a thousandth more, on both sides of 0. */
function ratioWritten(halves: bigint): string {
	const near = Number(halves);
	if (!Number.isSafeInteger(near)) return decimalText((halves + 1n) >> 1n, 3);
	const thousandths = Math.floor((near + 1) / 2);
	const size = Math.abs(thousandths);
	const whole = Math.floor(size / 1000);
	return (thousandths < 0 ? '-' : '') + whole + (fractions[size - whole * 1000] as string);
}

/** Puts a judgement in the words of the result. */
export function componentResult(prepared: ReadyComponent, filled: Filled, judgement: Judgement): ComponentResult {
	if (prepared.kind === 'measured') return ratioResult(prepared, filled, judgement);
	const { code, weight, source } = prepared.component;
	if (prepared.kind === 'pending') {
		const { certainty } = prepared.component;
		return { code, status: 'unconfirmed', ...(weight === null ? {} : { weight }), source, certainty };
	}
	const certainty = certaintyAt(judgement.sureness);
	const { marked } = judgement;
	if (marked === null) {
		const items = prepared.component.items.map((item) => item.code);
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

function ratioResult(prepared: ReadyRatio, filled: Filled, judgement: Judgement): ComponentResult {
	const { code, unit, source } = prepared.component;
	const { status, marked } = judgement;
	const { figures } = filled;
	const certainty = certaintyAt(Math.min(judgement.sureness, surenessOfForms(prepared, figures)));
	const weight = prepared.component.weight;
	switch (status) {
		case 'missing':
			return { code, status, missing: missingOf(prepared, figures) };
		case 'scored': {
			const ratio = ratioWritten(halvesOf(prepared, figures) ?? 0n);
			const { markText: mark, scoreText: score } = marked as NonNullable<typeof marked>;
			if (weight !== null) return { code, status, ratio, unit, mark, weight, score, source, certainty };
			return { code, status, ratio, unit, ...goalResult(prepared, judgement), source, certainty };
		}
		case 'unconfirmed': {
			const halves = halvesOf(prepared, figures);
			const shown = halves === null ? {} : { ratio: ratioWritten(halves), unit };
			return { code, status, ...shown, ...(weight === null ? {} : { weight }), source, certainty };
		}
		case 'zero-denominator':
		case 'negative-denominator': {
			if (weight === null) {
				const met = marked === null ? {} : goalResult(prepared, judgement);
				return { code, status, ...met, source, certainty };
			}
			if (marked === null) return { code, status, weight, source, certainty };
			return { code, status, mark: marked.markText, weight, score: marked.scoreText, source, certainty };
		}
	}
}

function goalResult({ readings: [{ reading }] }: ReadyRatio, { marked }: Judgement): GoalResult {
	if (reading.rule.kind !== 'goal') throw new RangeError('a component without a weight has a goal');
	const { kind: _, ...goal } = reading.rule;
	return { goal, met: marked?.mark === 1 };
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
