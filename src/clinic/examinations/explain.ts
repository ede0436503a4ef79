import {
	edgedBands,
	type Certainty,
	type ChecklistComponent,
	type DenominatorOutcome,
	type EdgedBand,
	type Note,
	type Steps,
	type Term,
	type Unit
} from './instrument.ts';
import { formGiven, judge, readingAsked, type ExaminationRequest, type Judgement } from './judge.ts';
import { componentResult, type ComponentResult } from './score.ts';
import { ready, type ReadyForm, type ReadyRatio } from './scales.ts';

/** Why a component has the mark it has, down to formula, figures and source. */
export type Explanation = RatioExplanation | ChecklistExplanation;

/** A figure of the formula with the amount that was given; `amount` is null where it is missing. */
export interface FigureUsed extends Term {
	readonly amount: bigint | null;
}

export interface RatioExplanation {
	readonly kind: 'ratio';
	readonly aspect: string;
	readonly code: string;
	readonly result: ComponentResult;
	readonly unit: Unit;
	/** The formula: the sum above the line and the sum below it, each figure with its factor and amount. */
	readonly numerator: readonly FigureUsed[];
	readonly denominator: readonly FigureUsed[];
	readonly reading: { readonly code: string; readonly note: Note | null };
	readonly otherReadings: readonly { readonly code: string; readonly note: Note | null }[];
	/** The band the ratio fell in, and all bands of the reading; `steps` where the mark is counted by points instead. */
	readonly band: EdgedBand | null;
	readonly bands: readonly EdgedBand[];
	readonly steps: Steps | null;
	/** Set where the denominator could not be divided by. */
	readonly outcome: DenominatorOutcome | null;
	readonly source: string;
	readonly certainty: Certainty;
	readonly edges: Certainty;
}

export interface ChecklistExplanation {
	readonly kind: 'checklist';
	readonly aspect: string;
	readonly code: string;
	readonly result: ComponentResult;
	readonly perYes: string;
	readonly items: readonly { readonly code: string; readonly wording: string; readonly answer: boolean | null }[];
	readonly wording: Certainty;
	readonly source: string;
	readonly certainty: Certainty;
}

/** Explains every component of a request, or only the one named (by aspect, as a code may stand in two aspects). */
export function explain(request: ExaminationRequest, only?: { aspect: string; component: string }): Explanation[] {
	return ready(request.instrument).aspects.flatMap(({ code: aspect, components }) =>
		components
			.filter(({ component }) => !only || (only.aspect === aspect && only.component === component.code))
			.map((component): Explanation => {
				const judgement = judge(component, request);
				const result = componentResult(component, judgement);
				return component.kind === 'ratio'
					? explainRatio(aspect, component, request, judgement, result)
					: explainChecklist(aspect, component.component, request, result);
			})
	);
}

function explainRatio(
	aspect: string,
	prepared: ReadyRatio,
	request: ExaminationRequest,
	judgement: Judgement,
	result: ComponentResult
): RatioExplanation {
	const { component } = prepared;
	const { reading } = readingAsked(prepared, request);
	const bands = reading.rule.kind === 'bands' ? edgedBands(reading.rule.bands) : [];
	const place = judgement.status === 'scored' ? judgement.band : null;
	return {
		kind: 'ratio',
		aspect,
		code: component.code,
		result,
		unit: component.unit,
		numerator: figuresUsed(formGiven(prepared.numerator, request.figures), request),
		denominator: figuresUsed(formGiven(prepared.denominator, request.figures), request),
		reading: { code: reading.code, note: reading.note ?? null },
		otherReadings: component.readings
			.filter(({ code }) => code !== reading.code)
			.map(({ code, note }) => ({ code, note: note ?? null })),
		band: place === null ? null : (bands[place] ?? null),
		bands,
		steps: reading.rule.kind === 'steps' ? reading.rule : null,
		outcome: outcomeOf(prepared, judgement),
		source: component.source,
		certainty: judgement.status === 'missing' ? component.certainty : judgement.certainty,
		edges: request.instrument.edges
	};
}

function figuresUsed({ form }: ReadyForm, { figures }: ExaminationRequest): FigureUsed[] {
	const omitted = form.omittedCountsAsZero && form.terms.some(({ figure }) => figures.has(figure)) ? 0n : null;
	return form.terms.map((term) => ({ ...term, amount: figures.get(term.figure) ?? omitted }));
}

function outcomeOf({ component }: ReadyRatio, { status }: Judgement): DenominatorOutcome | null {
	if (status === 'zero-denominator') return component.zeroDenominator;
	return status === 'negative-denominator' ? component.negativeDenominator : null;
}

function explainChecklist(
	aspect: string,
	component: ChecklistComponent,
	{ answers }: ExaminationRequest,
	result: ComponentResult
): ChecklistExplanation {
	const { code, perYes, wording, source, certainty } = component;
	const items = component.items.map((item) => ({ ...item, answer: answers.get(item.code) ?? null }));
	return { kind: 'checklist', aspect, code, result, perYes, items, wording, source, certainty };
}
