import type { Certainty, Instrument } from './instrument.ts';
import { leastCertain } from './instrument.ts';
import { compareWithEdge, floorDivide, type Ratio } from './ratio.ts';
import type {
	ReadyBand,
	ReadyChecklist,
	ReadyComponent,
	ReadyForm,
	ReadyRatio,
	ReadyReading,
	ReadySteps
} from './scales.ts';

/** A request that has been understood (`request.ts`): only known codes, and no figure given in two forms. */
export interface ExaminationRequest {
	readonly instrument: Instrument;
	/** Component → reading, only where another than the default was asked for or the default was named. */
	readonly readings: ReadonlyMap<string, string>;
	/** Figure → rupiah. A line of a group has a dotted name: `capitalLines.savings`. */
	readonly figures: ReadonlyMap<string, bigint>;
	/** Item → yes or no. */
	readonly answers: ReadonlyMap<string, boolean>;
}

interface Missing {
	readonly status: 'missing';
	readonly missing: readonly string[];
}

/** Points are hundredths. `mark` and `points` are null where no mark is given. */
export type Judgement =
	Missing | { readonly status: 'checked'; readonly points: number; readonly certainty: Certainty } | RatioJudgement;

type RatioJudgement =
	| {
			readonly status: 'scored';
			readonly ratio: Ratio;
			readonly band: number | null;
			readonly mark: number;
			readonly points: number;
			readonly certainty: Certainty;
	  }
	| {
			readonly status: 'zero-denominator' | 'negative-denominator';
			readonly mark: number | null;
			readonly points: number | null;
			readonly certainty: Certainty;
	  };

/** Judges one component: the one place where a figure becomes a mark. */
export function judge(ready: ReadyComponent, request: ExaminationRequest): Judgement {
	return ready.kind === 'checklist' ? judgeChecklist(ready, request) : judgeRatio(ready, request);
}

function judgeChecklist({ component, perYes }: ReadyChecklist, request: ExaminationRequest): Judgement {
	const missing: string[] = [];
	let points = 0;
	for (const { code } of component.items) {
		const answer = request.answers.get(code);
		if (answer === undefined) missing.push(code);
		else if (answer) points += perYes;
	}
	return missing.length > 0
		? { status: 'missing', missing }
		: { status: 'checked', points, certainty: component.certainty };
}

function judgeRatio(ready: ReadyRatio, request: ExaminationRequest): Judgement {
	const over = formGiven(ready.numerator, request.figures);
	const under = formGiven(ready.denominator, request.figures);
	const missing = missingFigures(over, under, request.figures);
	if (missing) return { status: 'missing', missing };

	const { component } = ready;
	const reading = readingAsked(ready, request);
	const sure = leastCertain(component.certainty, reading.reading.certainty, over.form.certainty, under.form.certainty);
	const numerator = total(over, request.figures);
	const denominator = total(under, request.figures);
	if (denominator <= 0n) {
		const status = denominator === 0n ? 'zero-denominator' : 'negative-denominator';
		const { outcome, certainty } = denominator === 0n ? component.zeroDenominator : component.negativeDenominator;
		const mark = outcomeMark(outcome, reading, numerator);
		return {
			status,
			mark,
			points: mark === null ? null : score(ready.weight, mark),
			certainty: leastCertain(sure, certainty)
		};
	}
	// A weighted sum is in hundredths, so the other side is brought to the same size.
	const ratio: Ratio = {
		over: numerator * (under.factors ? ready.unit * 100n : ready.unit),
		under: over.factors ? denominator * 100n : denominator
	};
	if (reading.steps) {
		const mark = markBySteps(reading.steps, ratio);
		return { status: 'scored', ratio, band: null, mark, points: score(ready.weight, mark), certainty: sure };
	}
	const place = placeInBands(reading.bands ?? [], ratio);
	const band = reading.bands?.[place];
	if (!band) throw new RangeError(`the bands of ${component.code} have an end`);
	const certainty = band.certainty === undefined ? sure : leastCertain(sure, band.certainty);
	return { status: 'scored', ratio, band: place, mark: band.mark, points: score(ready.weight, band.mark), certainty };
}

export function readingAsked(ready: ReadyRatio, request: ExaminationRequest): ReadyReading {
	const asked = request.readings.get(ready.component.code);
	if (asked === undefined) return ready.byDefault;
	const reading = ready.readings.get(asked);
	if (!reading) throw new RangeError(`${ready.component.code} has no reading ${asked}`);
	return reading;
}

/** The form of which a figure was given; the usual one when none was. */
export function formGiven(forms: readonly ReadyForm[], figures: ReadonlyMap<string, bigint>): ReadyForm {
	const usual = forms[0];
	if (!usual) throw new RangeError('an amount without a form');
	if (forms.length === 1) return usual;
	return forms.find((form) => form.figures.some((figure) => figures.has(figure))) ?? usual;
}

function missingFigures(over: ReadyForm, under: ReadyForm, figures: ReadonlyMap<string, bigint>): string[] | null {
	let missing: Set<string> | null = null;
	for (const form of [over, under]) {
		if (form.form.omittedCountsAsZero && form.figures.some((figure) => figures.has(figure))) continue;
		for (const figure of form.figures) {
			if (!figures.has(figure)) (missing ??= new Set()).add(figure);
		}
	}
	return missing && [...missing];
}

/** The sum of a form: rupiah where all factors are 1, else hundredths of a rupiah. */
function total({ figures: names, factors }: ReadyForm, figures: ReadonlyMap<string, bigint>): bigint {
	let sum = 0n;
	for (let place = 0; place < names.length; place++) {
		const amount = figures.get(names[place] ?? '') ?? 0n;
		sum += factors ? amount * (factors[place] ?? 0n) : amount;
	}
	return sum;
}

function score(weight: number, mark: number): number {
	return (weight * mark) / 100;
}

function outcomeMark(
	outcome: 'none' | 'best' | 'worst' | 'endless',
	reading: ReadyReading,
	numerator: bigint
): number | null {
	switch (outcome) {
		case 'none':
			return null;
		case 'best':
			return reading.best;
		case 'worst':
			return reading.worst;
		case 'endless':
			return numerator > 0n ? reading.endless : null;
	}
}

function placeInBands(bands: readonly ReadyBand[], ratio: Ratio): number {
	return bands.findIndex(({ edge, includesEdge }) => {
		if (edge === null) return true;
		const side = compareWithEdge(ratio, edge);
		return side < 0 || (side === 0 && includesEdge);
	});
}

function markBySteps({ rising, from, adds, atMost }: ReadySteps, { over, under }: Ratio): number {
	const beyond = rising ? over - from * under : from * under - over;
	const mark = floorDivide(beyond, under * 1000n) * adds;
	if (mark <= 0n) return 0;
	return mark >= BigInt(atMost) ? atMost : Number(mark);
}
