import type { Category, Certainty, Unit } from './instrument.ts';
import { judge, type ExaminationRequest, type Judgement } from './judge.ts';
import { decimalText, ratioText } from './ratio.ts';
import { ready, type ReadyComponent, type ReadyInstrument } from './scales.ts';

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
	readonly weight: string;
	readonly score: string | null;
	readonly components: readonly ComponentResult[];
}

interface Judged {
	readonly code: string;
	readonly weight: string;
	readonly source: string;
	readonly certainty: Certainty;
}

export type ComponentResult =
	| { readonly code: string; readonly status: 'missing'; readonly missing: readonly string[] }
	| (Judged & {
			readonly status: 'scored';
			/** A checklist has a score only, no ratio and no mark. */
			readonly ratio?: string;
			readonly unit?: Unit;
			readonly mark?: string;
			readonly score: string;
	  })
	| (Judged & {
			readonly status: 'zero-denominator' | 'negative-denominator';
			readonly mark?: string;
			readonly score?: string;
	  });

/**
 * Scores a request. Pure, exact, and never rescaled from a part: there is a total only when every component has a
 * score. How each mark came about is told by `explain`, so that scoring many stays quick.
 */
export function scoreExamination(request: ExaminationRequest): ExaminationResult {
	const instrument = ready(request.instrument);
	const aspects: AspectResult[] = [];
	let total: number | null = 0;
	for (const { code, weight, components } of instrument.aspects) {
		const results: ComponentResult[] = [];
		let sum: number | null = 0;
		for (const component of components) {
			const judgement = judge(component, request);
			sum = plus(sum, judgement.status === 'missing' ? null : judgement.points);
			results.push(componentResult(component, judgement));
		}
		total = plus(total, sum);
		aspects.push({ code, weight, score: pointsText(sum), components: results });
	}
	return {
		instrument: instrument.instrument.code,
		version: instrument.instrument.version,
		complete: total !== null,
		total: pointsText(total),
		category: total === null ? null : categoryOf(instrument, total),
		aspects
	};
}

function plus(sum: number | null, points: number | null): number | null {
	return sum === null || points === null ? null : sum + points;
}

/** The category of a total in hundredths of a point: each begins exactly where the one below it ends. */
export function categoryOf(instrument: ReadyInstrument, total: number): Category {
	const found = instrument.categories.find(({ below }) => below === null || total < below);
	if (!found) throw new RangeError('the categories have an end');
	return found.category;
}

function pointsText(points: number): string;
function pointsText(points: number | null): string | null;
function pointsText(points: number | null): string | null {
	return points === null ? null : decimalText(BigInt(points), 2);
}

/** Puts a judgement in the words of the result. */
export function componentResult({ component }: ReadyComponent, judgement: Judgement): ComponentResult {
	const { code, weight, source } = component;
	const unit = component.kind === 'ratio' ? component.unit : 'percent';
	switch (judgement.status) {
		case 'missing':
			return { code, status: 'missing', missing: judgement.missing };
		case 'checked':
			return {
				code,
				status: 'scored',
				weight,
				score: pointsText(judgement.points),
				source,
				certainty: judgement.certainty
			};
		case 'scored':
			return {
				code,
				status: 'scored',
				ratio: ratioText(judgement.ratio),
				unit,
				mark: String(judgement.mark),
				weight,
				score: pointsText(judgement.points),
				source,
				certainty: judgement.certainty
			};
		case 'zero-denominator':
		case 'negative-denominator': {
			const { status, mark, points, certainty } = judgement;
			if (mark === null || points === null) return { code, status, weight, source, certainty };
			return { code, status, mark: String(mark), weight, score: pointsText(points), source, certainty };
		}
	}
}
