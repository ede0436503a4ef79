import type { Instrument } from './instrument.ts';
import { floorDivide } from './ratio.ts';
import { missing, surest, unconfirmed, type Judgement, type ReadyReading, type ReadySteps } from './marks.ts';
import type { ReadyBlock, ReadyComponent, ReadyForm, ReadyPortion, ReadyRatio } from './scales.ts';

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

/**
 * What was given, each figure and answer at its place in the ready instrument (`filled.ts`). Undefined is not given,
 * which is never 0 and never a no.
 */
export interface Filled {
	readonly figures: readonly (bigint | undefined)[];
	readonly answers: readonly (boolean | undefined)[];
	/** By component code, only where another than the first reading was asked for; null where nowhere. */
	readonly readings: ReadonlyMap<string, ReadyReading> | null;
}

/** Judges one component: the one place where a figure becomes a mark. */
export function judge(ready: ReadyComponent, filled: Filled): Judgement {
	if (ready.kind === 'measured') return judgeRatio(ready, filled);
	return ready.kind === 'asked' ? judgeBlock(ready, filled.answers) : unconfirmed;
}

function judgeBlock({ first, end, byYes }: ReadyBlock, answers: Filled['answers']): Judgement {
	let yes = 0;
	for (let place = first; place < end; place++) {
		const answer = answers[place];
		if (answer === undefined) return missing;
		if (answer) yes++;
	}
	return byYes[yes] as Judgement;
}

export const readingAsked = ({ usual, component }: ReadyRatio, asked: Filled['readings']): ReadyReading =>
	asked === null ? usual : (asked.get(component.code) ?? usual);

function judgeRatio(ready: ReadyRatio, { figures, readings }: Filled): Judgement {
	const reading = readings === null ? ready.usual : readingAsked(ready, readings);
	if (reading.kind === 'unconfirmed') return unconfirmed;
	if (ready.portion !== null) return judgeByPortion(ready, reading, figures);
	let numerator: bigint | undefined;
	let denominator: bigint | undefined;
	if (ready.overAt >= 0 && ready.underAt >= 0) {
		numerator = figures[ready.overAt];
		denominator = figures[ready.underAt];
	} else {
		const over = formGiven(ready.numerator, figures);
		const under = formGiven(ready.denominator, figures);
		numerator = sumOf(over, figures);
		denominator = sumOf(under, figures);
		// A weighted sum is in hundredths, so the other side is brought to the same size.
		if (numerator !== undefined && under.factors !== null) numerator *= 100n;
		if (denominator !== undefined && over.factors !== null) denominator *= 100n;
	}
	if (numerator === undefined || denominator === undefined) return missing;
	if (denominator <= 0n) return cannotDivide(reading, numerator, denominator);
	if (reading.steps !== null) return judgeBySteps(reading, reading.steps, numerator * ready.unit, denominator);
	const above = numerator * reading.scale;
	const { edges, includesEdge, judgements } = reading;
	let place = 0;
	for (; place < edges.length; place++) {
		const edge = (edges[place] as bigint) * denominator;
		if (above < edge || (includesEdge[place] === true && above === edge)) break;
	}
	return judgements[place] as Judgement;
}

function cannotDivide({ outcomes }: ReadyReading, numerator: bigint, denominator: bigint): Judgement {
	const outcome = denominator === 0n ? outcomes.zero : outcomes.negative;
	return numerator > 0n ? outcome.withNumerator : outcome.without;
}

/** The same where figures count by a portion. Its numbers outgrow 64 bits: apart, they do not slow the others down. */
function judgeByPortion(ready: ReadyRatio, reading: ReadyReading, figures: Filled['figures']): Judgement {
	const sides = sidesOf(ready, figures);
	if (sides === null) return missing;
	const { numerator, denominator, whole, top, bottom } = sides;
	if (whole <= 0n || denominator <= 0n) {
		const { zero, negative, zeroWhole, negativeWhole } = reading.outcomes;
		const outcome =
			whole > 0n
				? denominator === 0n
					? zero
					: negative
				: whole === 0n
					? (zeroWhole ?? zero)
					: (negativeWhole ?? negative);
		return numerator > 0n ? outcome.withNumerator : outcome.without;
	}
	const above = top * reading.scale;
	const place = reading.edges.findIndex((edge, at) => {
		const reached = edge * bottom;
		return above < reached || (above === reached && reading.includesEdge[at] === true);
	});
	return reading.judgements[place < 0 ? reading.edges.length : place] as Judgement;
}

function judgeBySteps(
	{ judgements }: ReadyReading,
	{ rising, from, adds }: ReadySteps,
	above: bigint,
	below: bigint
): Judgement {
	const beyond = rising ? above - from * below : from * below - above;
	const mark = floorDivide(beyond, below * 2000n) * adds;
	const most = judgements.length - 1;
	return judgements[mark <= 0n ? 0 : mark >= BigInt(most) ? most : Number(mark)] as Judgement;
}

/** The sums above and below the line, and the two sides brought to one size; null where a figure is missing. */
function sidesOf(ready: ReadyRatio, figures: Filled['figures']) {
	const over = formGiven(ready.numerator, figures);
	const under = formGiven(ready.denominator, figures);
	const { portion } = ready;
	const whole = portion === null ? 1n : figures[portion.whole];
	const numerator = portion === null ? sumOf(over, figures) : sumByPortion(over, figures, portion);
	const denominator = portion === null ? sumOf(under, figures) : sumByPortion(under, figures, portion);
	if (whole === undefined || numerator === undefined || denominator === undefined) return null;
	return {
		whole,
		numerator,
		denominator,
		top: under.factors === null ? numerator : numerator * 100n,
		bottom: over.factors === null ? denominator : denominator * 100n
	};
}

/** The ratio in halves of thousandths, rounded down; null where there is none. */
export function halvesOf(ready: ReadyRatio, figures: Filled['figures']): bigint | null {
	if (ready.overAt >= 0 && ready.underAt >= 0) {
		const numerator = figures[ready.overAt];
		const denominator = figures[ready.underAt];
		if (numerator === undefined || denominator === undefined || denominator <= 0n) return null;
		return roundedDown(numerator * ready.unit, denominator);
	}
	const sides = sidesOf(ready, figures);
	if (sides === null || sides.denominator <= 0n || sides.whole <= 0n) return null;
	return roundedDown(sides.top * ready.unit, sides.bottom);
}

const roundedDown = (above: bigint, below: bigint): bigint => (above < 0n ? floorDivide(above, below) : above / below);

/** The least certain of the forms in which the figures were given. */
export const surenessOfForms = (ready: ReadyRatio, figures: Filled['figures']): number =>
	ready.overAt >= 0 && ready.underAt >= 0
		? surest
		: Math.min(formGiven(ready.numerator, figures).sureness, formGiven(ready.denominator, figures).sureness);

/** The form of which a figure was given; the usual one when none was. */
export function formGiven(forms: readonly [ReadyForm, ...ReadyForm[]], figures: Filled['figures']): ReadyForm {
	const usual = forms[0];
	if (forms.length === 1) return usual;
	for (const form of forms) if (isGiven(form, figures)) return form;
	return usual;
}

function isGiven({ places }: ReadyForm, figures: Filled['figures']): boolean {
	for (const place of places) if (figures[place] !== undefined) return true;
	return false;
}

/** Whether lines that were left out count as 0. */
export const fillsGaps = (form: ReadyForm, figures: Filled['figures']): boolean =>
	form.omittedCountsAsZero && isGiven(form, figures);

/** The sum of a form: rupiah where all factors are 1, else hundredths of a rupiah; undefined where a figure is missing. */
function sumOf(form: ReadyForm, figures: Filled['figures']): bigint | undefined {
	const { places, factors } = form;
	if (form.only >= 0) return figures[form.only];
	let sum = 0n;
	for (let at = 0; at < places.length; at++) {
		const amount = figures[places[at] as number];
		if (amount === undefined) {
			if (fillsGaps(form, figures)) continue;
			return undefined;
		}
		const times = factors === null ? amount : amount * (factors[at] as bigint);
		sum = at === 0 ? times : sum + times;
	}
	return sum;
}

/** The sum times the whole, of which shared figures count by the part: so that nothing is divided, or rounded. */
function sumByPortion(form: ReadyForm, figures: Filled['figures'], portion: ReadyPortion): bigint | undefined {
	const part = figures[portion.part];
	const whole = figures[portion.whole];
	if (part === undefined || whole === undefined) return undefined;
	const { places, factors, shared } = form;
	let sum = 0n;
	for (let at = 0; at < places.length; at++) {
		const amount = figures[places[at] as number];
		if (amount === undefined) return undefined;
		const times = factors === null ? amount : amount * (factors[at] as bigint);
		sum += times * (shared?.[at] === true ? part : whole);
	}
	return sum;
}
