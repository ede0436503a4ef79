import type { Instrument } from './instrument.ts';
import { floorDivide } from './ratio.ts';
import { missing, unconfirmed, type Judgement, type ReadyBand, type ReadyReading, type ReadySteps } from './marks.ts';
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

/** The ratio in halves of thousandths, rounded down; null where there is none. `near` is the same as far as a number holds it. */
export interface RatioFound {
	halves: bigint | null;
	near: number;
}

/**
 * Judges one component: the one place where a figure becomes a mark.
 * @param found where given, it is told the ratio, so that nothing is summed twice
 */
export function judge(ready: ReadyComponent, filled: Filled, found: RatioFound | null = null): Judgement {
	if (found !== null) found.halves = null;
	if (ready.kind === 'measured') return judgeRatio(ready, filled, found);
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

function judgeRatio(ready: ReadyRatio, { figures, readings }: Filled, found: RatioFound | null): Judgement {
	const reading = readings === null ? ready.usual : readingAsked(ready, readings);
	if (!ready.isSimple) return judgeSums(ready, reading, figures, found);
	const { over, under } = ready;
	let numerator = figures[over.first];
	let denominator = figures[under.first];
	if (numerator === undefined || denominator === undefined) return missing;
	if (over.second >= 0) {
		const second = figures[over.second];
		if (second === undefined) return missing;
		numerator = over.isTaken ? numerator - second : numerator + second;
	}
	if (under.second >= 0) {
		const second = figures[under.second];
		if (second === undefined) return missing;
		denominator = under.isTaken ? denominator - second : denominator + second;
	}
	if (denominator <= 0n) return cannotDivide(reading, numerator, denominator);
	if (found !== null) return judgeByRatio(ready, reading, numerator, denominator, found);
	const { edges, includesEdge, judgements } = reading;
	const above = numerator * reading.scale;
	let place = 0;
	for (; place < edges.length; place++) {
		const edge = (edges[place] as bigint) * denominator;
		if (above < edge || (includesEdge[place] === true && above === edge)) break;
	}
	return judgements[place] as Judgement;
}

function tell(found: RatioFound, above: bigint, below: bigint): void {
	found.halves = above < 0n ? floorDivide(above, below) : above / below;
	found.near = Number(found.halves);
}

/**
 * The same by way of the ratio. Rounding it down never moves it across an edge, as edges are whole; on an edge it
 * matters whether anything is left.
 */
function judgeByRatio(
	ready: ReadyRatio,
	{ bands, judgements }: ReadyReading,
	numerator: bigint,
	denominator: bigint,
	found: RatioFound
): Judgement {
	const above = numerator * ready.unit;
	const halves = above < 0n ? floorDivide(above, denominator) : above / denominator;
	const near = Number(halves);
	found.halves = halves;
	found.near = near;
	const last = bands.length - 1;
	let place = 0;
	for (; place < last; place++) {
		const { edge, includesEdge } = bands[place] as ReadyBand;
		if (near < edge || (near === edge && includesEdge && halves * denominator === above)) break;
	}
	return judgements[place] as Judgement;
}

/** The same for sums, for a table of steps and for none. */
function judgeSums(
	ready: ReadyRatio,
	reading: ReadyReading,
	figures: Filled['figures'],
	found: RatioFound | null
): Judgement {
	const isUnconfirmed = reading.kind === 'unconfirmed';
	if (isUnconfirmed && found === null) return unconfirmed;
	if (ready.portion !== null) return judgeByPortion(ready, ready.portion, reading, figures, found);
	const over = formGiven(ready.numerator, figures);
	const under = formGiven(ready.denominator, figures);
	let numerator = sumOf(over, figures);
	let denominator = sumOf(under, figures);
	if (numerator === undefined || denominator === undefined) return isUnconfirmed ? unconfirmed : missing;
	// A weighted sum is in hundredths, so the other side is brought to the same size.
	if (under.plain === null) numerator *= 100n;
	if (over.plain === null) denominator *= 100n;
	if (denominator <= 0n) return cannotDivide(reading, numerator, denominator);
	if (found !== null) tell(found, numerator * ready.unit, denominator);
	if (isUnconfirmed) return unconfirmed;
	if (reading.steps !== null) return judgeBySteps(reading, reading.steps, numerator * ready.unit, denominator);
	const { edges, includesEdge, judgements } = reading;
	const above = numerator * reading.scale;
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
function judgeByPortion(
	ready: ReadyRatio,
	portion: ReadyPortion,
	reading: ReadyReading,
	figures: Filled['figures'],
	found: RatioFound | null
): Judgement {
	const over = formGiven(ready.numerator, figures);
	const under = formGiven(ready.denominator, figures);
	const whole = figures[portion.whole];
	const numerator = sumByPortion(over, figures, portion);
	const denominator = sumByPortion(under, figures, portion);
	if (whole === undefined || numerator === undefined || denominator === undefined) return missing;
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
	const top = under.factors === null ? numerator : numerator * 100n;
	const bottom = over.factors === null ? denominator : denominator * 100n;
	if (found !== null) {
		found.halves = floorDivide(top * ready.unit, bottom);
		found.near = Number(found.halves);
	}
	const above = top * reading.scale;
	const { edges, includesEdge, judgements } = reading;
	let place = 0;
	for (; place < edges.length; place++) {
		const edge = (edges[place] as bigint) * bottom;
		if (above < edge || (includesEdge[place] === true && above === edge)) break;
	}
	return judgements[place] as Judgement;
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

/** The least certain of the forms in which the figures were given. */
export const surenessOfForms = (ready: ReadyRatio, figures: Filled['figures']): number =>
	ready.formsSureness ??
	Math.min(formGiven(ready.numerator, figures).sureness, formGiven(ready.denominator, figures).sureness);

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

/** The sum of a form: rupiah where it is plain, else hundredths of a rupiah; undefined where a figure is missing. */
function sumOf(form: ReadyForm, figures: Filled['figures']): bigint | undefined {
	const { plain } = form;
	if (plain === null) return sumByFactors(form, figures);
	let sum = 0n;
	for (const place of plain.added) {
		const amount = figures[place];
		if (amount !== undefined) sum += amount;
		else if (!fillsGaps(form, figures)) return undefined;
	}
	for (const place of plain.taken) {
		const amount = figures[place];
		if (amount !== undefined) sum -= amount;
		else if (!fillsGaps(form, figures)) return undefined;
	}
	return sum;
}

function sumByFactors(form: ReadyForm, figures: Filled['figures']): bigint | undefined {
	const { places, factors } = form;
	let sum = 0n;
	for (let at = 0; at < places.length; at++) {
		const amount = figures[places[at] as number];
		if (amount !== undefined) sum += amount * (factors?.[at] ?? 100n);
		else if (!fillsGaps(form, figures)) return undefined;
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
