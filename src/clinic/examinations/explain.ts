import { filledFrom } from './filled.ts';
import type {
	Adding,
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
import {
	fillsGaps,
	formGiven,
	judge,
	readingAsked,
	type ExaminationRequest,
	type Filled,
	type RatioFound
} from './judge.ts';
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
	const found: RatioFound = { halves: null, near: 0 };
	return instrument.aspects.flatMap(({ aspect: { code: aspect }, components }) =>
		components
			.filter(({ component }) => !only || (only.aspect === aspect && only.component === component.code))
			.map((component) => explained(instrument, aspect, component, filled, judge(component, filled, found), found))
	);
}

export interface ExplainedExamination {
	readonly result: ExaminationResult;
	readonly explanations: readonly Explanation[];
}

/** The result and why each mark of it is so, judged once. */
export function examineFully(instrument: ReadyInstrument, filled: Filled): ExplainedExamination {
	const { aspects } = instrument;
	const explanations = new Array<Explanation>(instrument.count);
	const found: RatioFound = { halves: null, near: 0 };
	let at = 0;
	const sums: (number | null)[] = [];
	const results: ComponentResult[][] = [];
	for (const { aspect, components } of aspects) {
		let sum: number | null = 0;
		const ofAspect = new Array<ComponentResult>(components.length);
		for (let place = 0; place < components.length; place++) {
			const component = components[place] as ReadyComponent;
			const judgement = judge(component, filled, found);
			sum = plus(sum, judgement);
			const one = explained(instrument, aspect.code, component, filled, judgement, found);
			explanations[at++] = one;
			ofAspect[place] = one.result;
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
	judgement: Judgement,
	found: RatioFound
): Explanation {
	const result = componentResult(component, filled, judgement, found);
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
	const { about, portion } = prepared;
	const asked = readingAsked(prepared, readings);
	return {
		kind: 'ratio',
		aspect,
		code: about.code,
		subAspect: about.subAspect,
		result,
		adding,
		formula: prepared.formula,
		unit: prepared.unitName,
		numerator: figuresUsed(formGiven(prepared.numerator, figures), figures),
		denominator: figuresUsed(formGiven(prepared.denominator, figures), figures),
		portion:
			portion === null
				? null
				: {
						part: used({ figure: portion.portion.part, times: '1' }, figures[portion.part]),
						whole: used({ figure: portion.portion.whole, times: '1' }, figures[portion.whole])
					},
		reading: asked.named,
		otherReadings: asked.others,
		band: band < 0 ? null : (asked.edged[band] ?? null),
		bands: asked.edged,
		steps: asked.stepsRule,
		goal: asked.goalRule,
		outcome: status === 'scored' ? null : outcomeOf(prepared, figures, status),
		note: about.note,
		source: about.source,
		certainty: result.status === 'missing' ? about.certainty : result.certainty,
		edges: instrument.edges
	};
}

const used = ({ figure, times }: Pick<Term, 'figure' | 'times'>, amount: bigint | undefined): FigureUsed => ({
	figure,
	times,
	amount: amount ?? null
});

function figuresUsed(prepared: ReadyForm, figures: Filled['figures']): FigureUsed[] {
	const { places, terms, shared, omittedCountsAsZero } = prepared;
	if (shared === null && !omittedCountsAsZero) {
		const first = used(terms[0] as Term, figures[places[0] as number]);
		if (places.length === 1) return [first];
		const second = used(terms[1] as Term, figures[places[1] as number]);
		if (places.length === 2) return [first, second];
	}
	const omitted = fillsGaps(prepared, figures) ? 0n : undefined;
	return terms.map((term, at) => {
		const one = used(term, figures[places[at] as number] ?? omitted);
		return shared?.[at] === true ? { ...one, shared: true } : one;
	});
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
	{ about, first, items, edged, wording, perYes }: ReadyBlock,
	{ answers }: Filled,
	{ band }: Judgement,
	result: ComponentResult
): ChecklistExplanation {
	const { code, subAspect, note, source, certainty } = about;
	const answered = ({ code: item, wording: asked }: Question, place: number) => ({
		code: item,
		wording: asked,
		answer: answers[first + place] ?? null
	});
	return {
		kind: 'checklist',
		aspect,
		code,
		subAspect,
		result,
		adding,
		perYes,
		band: band < 0 ? null : (edged[band] ?? null),
		bands: edged,
		items: items.map(answered),
		note,
		wording,
		source,
		certainty,
		edges: instrument.edges
	};
}

function explainPending(
	{ adding }: ReadyInstrument,
	aspect: string,
	{ about, component: { note } }: ReadyPending,
	result: ComponentResult
): PendingExplanation {
	const { code, subAspect, source, certainty } = about;
	return { kind: 'pending', aspect, code, subAspect, result, adding, note, source, certainty };
}
