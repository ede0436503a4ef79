import { filledFrom } from './filled.ts';
import type {
	Adding,
	AskingComponent,
	Certainty,
	DenominatorOutcome,
	EdgedBand,
	Goal,
	MeasuredComponent,
	Note,
	Question,
	Steps,
	Term,
	Unit
} from './instrument.ts';
import { fillsGaps, formGiven, judge, readingAsked, type ExaminationRequest, type Filled } from './judge.ts';
import type { Judgement } from './marks.ts';
import {
	ready,
	type ReadyBlock,
	type ReadyComponent,
	type ReadyForm,
	type ReadyInstrument,
	type ReadyPending,
	type ReadyRatio
} from './scales.ts';
import { componentResult, withResults, type ComponentResult, type ExaminationResult } from './score.ts';
import { addedUp, plus } from './totals.ts';

/** Why a component has the mark it has, down to formula, figures and source. */
export type Explanation = RatioExplanation | ChecklistExplanation | PendingExplanation;

/** A figure with the amount that was given; `amount` is null where it is missing. */
export interface FigureUsed extends Term {
	readonly amount: bigint | null;
}

interface Explained {
	readonly aspect: string;
	readonly code: string;
	readonly subAspect: string | null;
	readonly result: ComponentResult;
	readonly note: Note | null;
	/** How scores of this instrument add up: under `credits` a score is 5 less the mark. */
	readonly adding: Adding;
	readonly source: string;
	readonly certainty: Certainty;
}

export interface RatioExplanation extends Explained {
	readonly kind: 'ratio';
	/** Which kind of formula: all of them come down to the sum above the line over the sum below it. */
	readonly formula: MeasuredComponent['kind'];
	readonly unit: Unit;
	/** The sum above the line and the sum below it, each figure with its factor and amount. */
	readonly numerator: readonly FigureUsed[];
	readonly denominator: readonly FigureUsed[];
	/** Of figures that are `shared` counts part / whole. */
	readonly portion: { readonly part: FigureUsed; readonly whole: FigureUsed } | null;
	readonly reading: { readonly code: string; readonly note: Note | null };
	readonly otherReadings: readonly { readonly code: string; readonly note: Note | null }[];
	/** The band the ratio fell in, and all bands of the reading. */
	readonly band: EdgedBand | null;
	readonly bands: readonly EdgedBand[];
	/** Set where the mark is counted by points instead. */
	readonly steps: Steps | null;
	/** Set where the ratio meets a goal or does not. */
	readonly goal: Goal | null;
	/** Set where the denominator could not be divided by. */
	readonly outcome: DenominatorOutcome | null;
	readonly edges: Certainty;
}

export interface ChecklistExplanation extends Explained {
	readonly kind: 'checklist';
	/** What each yes is worth; null where the share of yes falls in a band. */
	readonly perYes: string | null;
	readonly band: EdgedBand | null;
	readonly bands: readonly EdgedBand[];
	readonly items: readonly { readonly code: string; readonly wording: string; readonly answer: boolean | null }[];
	readonly wording: Certainty;
	readonly edges: Certainty;
}

/** An indicator of the sheet whose items or formula no source shows: `note` says so. */
export interface PendingExplanation extends Explained {
	readonly kind: 'pending';
}

/** Explains every component of a request, or only the one named (by aspect, as a code may stand in two aspects). */
export function explain(request: ExaminationRequest, only?: { aspect: string; component: string }): Explanation[] {
	const instrument = ready(request.instrument);
	const filled = filledFrom(instrument, request);
	return instrument.aspects.flatMap(({ aspect: { code: aspect }, components }) =>
		components
			.filter(({ component }) => !only || (only.aspect === aspect && only.component === component.code))
			.map((component) => explained(instrument, aspect, component, filled, judge(component, filled)))
	);
}

export interface ExplainedExamination {
	readonly result: ExaminationResult;
	readonly explanations: readonly Explanation[];
}

/** The result and why each mark of it is so, judged once. */
export function examineFully(instrument: ReadyInstrument, filled: Filled): ExplainedExamination {
	const explanations: Explanation[] = [];
	const sums: (number | null)[] = [];
	const results: ComponentResult[][] = [];
	for (const { aspect, components } of instrument.aspects) {
		let sum: number | null = 0;
		const ofAspect: ComponentResult[] = [];
		for (const component of components) {
			const judgement = judge(component, filled);
			sum = plus(sum, judgement);
			const one = explained(instrument, aspect.code, component, filled, judgement);
			explanations.push(one);
			ofAspect.push(one.result);
		}
		sums.push(sum);
		results.push(ofAspect);
	}
	return { result: withResults(instrument, addedUp(instrument, sums), results), explanations };
}

function explained(
	instrument: ReadyInstrument,
	aspect: string,
	component: ReadyComponent,
	filled: Filled,
	judgement: Judgement
): Explanation {
	const result = componentResult(component, filled, judgement);
	switch (component.kind) {
		case 'measured':
			return explainRatio(instrument, aspect, component, filled, judgement, result);
		case 'asked':
			return explainBlock(instrument, aspect, component, filled, judgement, result);
		case 'pending':
			return explainPending(instrument, aspect, component, result);
	}
}

function explainRatio(
	{ instrument, adding }: ReadyInstrument,
	aspect: string,
	prepared: ReadyRatio,
	{ figures, readings }: Filled,
	{ status, band }: Judgement,
	result: ComponentResult
): RatioExplanation {
	const { component, portion } = prepared;
	const { named, others, edged, reading } = readingAsked(prepared, readings);
	const { rule } = reading;
	return {
		kind: 'ratio',
		aspect,
		code: component.code,
		subAspect: component.subAspect ?? null,
		result,
		adding,
		formula: component.kind,
		unit: component.unit,
		numerator: figuresUsed(formGiven(prepared.numerator, figures), figures),
		denominator: figuresUsed(formGiven(prepared.denominator, figures), figures),
		portion:
			portion === null
				? null
				: {
						part: figureUsed(portion.portion.part, figures[portion.part]),
						whole: figureUsed(portion.portion.whole, figures[portion.whole])
					},
		reading: named,
		otherReadings: others,
		band: band < 0 ? null : (edged[band] ?? null),
		bands: edged,
		steps: rule.kind === 'steps' ? rule : null,
		goal: rule.kind === 'goal' ? rule : null,
		outcome: status === 'scored' ? null : outcomeOf(prepared, figures, status),
		note: component.note ?? null,
		source: component.source,
		certainty: 'certainty' in result ? result.certainty : component.certainty,
		edges: instrument.edges
	};
}

const figureUsed = (figure: string, amount: bigint | undefined): FigureUsed => ({
	figure,
	times: '1',
	amount: amount ?? null
});

function figuresUsed(prepared: ReadyForm, figures: Filled['figures']): FigureUsed[] {
	const { places, form } = prepared;
	const omitted = fillsGaps(prepared, figures) ? 0n : null;
	const used: FigureUsed[] = [];
	for (let at = 0; at < places.length; at++) {
		const { figure, times, shared } = form.terms[at] as Term;
		const amount = figures[places[at] as number] ?? omitted;
		used.push(shared ? { figure, times, shared, amount } : { figure, times, amount });
	}
	return used;
}

function outcomeOf(
	{ component, portion }: ReadyRatio,
	figures: Filled['figures'],
	status: Judgement['status']
): DenominatorOutcome | null {
	if (status !== 'zero-denominator' && status !== 'negative-denominator') return null;
	const whole = portion === null ? undefined : figures[portion.whole];
	if (portion !== null && whole !== undefined && whole <= 0n) {
		return whole === 0n ? portion.portion.zero : portion.portion.negative;
	}
	return status === 'zero-denominator' ? component.zeroDenominator : component.negativeDenominator;
}

function explainBlock(
	{ instrument, adding }: ReadyInstrument,
	aspect: string,
	{ component, first, edged }: ReadyBlock,
	{ answers }: Filled,
	{ band }: Judgement,
	result: ComponentResult
): ChecklistExplanation {
	const items: { code: string; wording: string; answer: boolean | null }[] = [];
	const asked = component.items;
	for (let place = 0; place < asked.length; place++) {
		const { code, wording } = asked[place] as Question;
		items.push({ code, wording, answer: answers[first + place] ?? null });
	}
	return {
		kind: 'checklist',
		aspect,
		code: component.code,
		subAspect: component.subAspect ?? null,
		result,
		adding,
		perYes: perYesOf(component),
		band: band < 0 ? null : (edged[band] ?? null),
		bands: edged,
		items,
		note: component.note ?? null,
		wording: component.wording,
		source: component.source,
		certainty: component.certainty,
		edges: instrument.edges
	};
}

const perYesOf = (component: AskingComponent): string | null =>
	component.kind === 'checklist' ? component.perYes : null;

function explainPending(
	{ adding }: ReadyInstrument,
	aspect: string,
	{ component }: ReadyPending,
	result: ComponentResult
): PendingExplanation {
	const { code, subAspect = null, note, source, certainty } = component;
	return { kind: 'pending', aspect, code, subAspect, result, adding, note, source, certainty };
}
