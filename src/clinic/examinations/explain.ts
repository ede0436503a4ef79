import { filledFrom } from './filled.ts';
import type {
	Adding,
	Certainty,
	DenominatorOutcome,
	EdgedBand,
	Goal,
	MeasuredComponent,
	Note,
	Steps,
	Term,
	Unit
} from './instrument.ts';
import type { ExaminationRequest, Filled } from './judge.ts';
import { scoreWithReasons, type Amounts, type BlockReason, type RatioReason, type Reason } from './reasons.ts';
import { ready, type ReadyInstrument } from './scales.ts';
import type { ReadyForm } from './sums.ts';
import { componentResult, resultOf, type ComponentResult, type ExaminationResult } from './score.ts';

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
	const { explanations } = examineFully(instrument, filledFrom(instrument, request));
	return explanations.filter(({ aspect, code }) => !only || (only.aspect === aspect && only.component === code));
}

export interface ExplainedExamination {
	readonly result: ExaminationResult;
	readonly explanations: Explanation[];
}

/** The result and why each mark of it is so, in words, judged once. */
export function examineFully(instrument: ReadyInstrument, filled: Filled): ExplainedExamination {
	const reasoned = scoreWithReasons(instrument, filled);
	const aspects = instrument.aspects.flatMap(({ aspect, components }) => components.map(() => aspect.code));
	return {
		result: resultOf(instrument, reasoned),
		explanations: reasoned.reasons.map((reason, place) => explained(instrument, aspects[place] ?? '', reason))
	};
}

function explained(instrument: ReadyInstrument, aspect: string, reason: Reason): Explanation {
	const { about } = reason.component;
	const result = componentResult(reason);
	const shared = {
		aspect,
		code: about.code,
		subAspect: about.subAspect,
		result,
		note: about.note,
		adding: instrument.adding,
		source: about.source,
		certainty: about.certainty
	};
	if ('over' in reason) return { ...shared, ...explainedRatio(instrument, reason, result) };
	if ('answers' in reason) return { ...shared, ...explainedBlock(instrument, reason) };
	return { ...shared, kind: 'pending' };
}

function explainedRatio(
	{ instrument }: ReadyInstrument,
	reason: RatioReason,
	result: ComponentResult
): Omit<RatioExplanation, Exclude<keyof Explained, 'certainty'>> {
	const { component, judgement, reading, over, overAmounts, under, underAmounts, portion } = reason;
	const part = component.portion?.portion.part;
	const whole = component.portion?.portion.whole;
	return {
		kind: 'ratio',
		formula: component.formula,
		unit: component.unitName,
		numerator: figuresUsed(over, overAmounts),
		denominator: figuresUsed(under, underAmounts),
		portion:
			portion === null || part === undefined || whole === undefined
				? null
				: {
						part: { figure: part, times: '1', amount: portion[0] ?? null },
						whole: { figure: whole, times: '1', amount: portion[1] ?? null }
					},
		reading: reading.named,
		otherReadings: reading.others,
		band: reading.edged[judgement.band] ?? null,
		bands: reading.edged,
		steps: reading.stepsRule,
		goal: reading.goalRule,
		outcome: outcomeOf(reason),
		certainty: result.status === 'missing' ? component.about.certainty : result.certainty,
		edges: instrument.edges
	};
}

const figuresUsed = ({ terms, shared }: ReadyForm, amounts: Amounts): FigureUsed[] =>
	terms.map(({ figure, times }, place) => ({
		figure,
		times,
		amount: amounts[place] ?? null,
		...(shared?.[place] === true ? { shared: true } : {})
	}));

function outcomeOf({ component, judgement: { status }, portion }: RatioReason): DenominatorOutcome | null {
	if (status !== 'zero-denominator' && status !== 'negative-denominator') return null;
	const whole = portion?.[1];
	if (component.portion !== null && whole !== undefined && whole <= 0n) {
		const { zero, negative } = component.portion.portion;
		return whole === 0n ? zero : negative;
	}
	const { zeroDenominator, negativeDenominator } = component.component;
	return status === 'zero-denominator' ? zeroDenominator : negativeDenominator;
}

const explainedBlock = (
	{ instrument }: ReadyInstrument,
	{ component, judgement, answers }: BlockReason
): Omit<ChecklistExplanation, keyof Explained> => ({
	kind: 'checklist',
	perYes: component.perYes,
	band: component.edged[judgement.band] ?? null,
	bands: component.edged,
	items: component.items.map(({ code, wording }, place) => ({ code, wording, answer: answers[place] ?? null })),
	wording: component.wording,
	edges: instrument.edges
});
