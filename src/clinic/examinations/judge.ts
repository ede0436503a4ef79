import type { Instrument } from './instrument.ts';
import { floorDivide } from './ratio.ts';
import { missing, unconfirmed, type Judgement, type ReadyReading, type ReadySteps } from './marks.ts';
import type { ReadyBlock, ReadyComponent, ReadyPortion, ReadyRatio } from './scales.ts';
import { judgeShort } from './short-ratio.ts';
import { fillsGaps, formGiven, type Figures, type ReadyForm } from './sums.ts';

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
	readonly figures: Figures;
	readonly answers: readonly (boolean | undefined)[];
	/** By component code, only where another than the first reading was asked for; null where nowhere. */
	readonly readings: ReadonlyMap<string, ReadyReading> | null;
}

/** Told the ratio in halves of thousandths of its unit, rounded down, at the component's place; null where there is none. */
export type RatiosFound = (bigint | null)[];

/**
 * Judges one component: the one place where a figure becomes a mark.
 * @param found where given, it is told the ratio, so that nothing is summed twice
 */
export function judge(
	ready: ReadyComponent,
	filled: Filled,
	found: RatiosFound | null = null,
	at: number = 0
): Judgement {
	if (found !== null) found[at] = null;
	if (ready.kind === 'measured') {
		const shortly = ready.short === null ? null : judgeShort(ready.short, filled.figures, found, at);
		return shortly ?? judgeForms(ready, filled, found, at);
	}
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

/** The same with numbers of any length. Apart, they do not slow the others down. */
function judgeLong(
	unit: bigint,
	{ scale, edges, includesEdge, judgements }: ReadyReading,
	numerator: bigint,
	denominator: bigint,
	found: RatiosFound | null,
	at: number
): Judgement {
	const whole = numerator * unit;
	if (found !== null) found[at] = whole < 0n ? floorDivide(whole, denominator) : whole / denominator;
	const above = numerator * scale;
	let place = 0;
	for (; place < edges.length; place++) {
		const edge = (edges[place] as bigint) * denominator;
		if (above < edge || (includesEdge[place] === true && above === edge)) break;
	}
	return judgements[place] as Judgement;
}

/** Sums of any kind, in whichever form they were given, by bands, a goal, steps or none. */
function judgeForms(
	ready: ReadyRatio,
	{ figures, readings }: Filled,
	found: RatiosFound | null,
	at: number
): Judgement {
	const reading = readings === null ? ready.usual : readingAsked(ready, readings);
	const isUnconfirmed = reading.kind === 'unconfirmed';
	if (isUnconfirmed && found === null) return unconfirmed;
	if (ready.portion !== null) return judgeByPortion(ready, ready.portion, reading, figures, found, at);
	const over = formGiven(ready.numerator, figures);
	const under = formGiven(ready.denominator, figures);
	let numerator = sumOf(over, figures);
	let denominator = sumOf(under, figures);
	if (numerator === undefined || denominator === undefined) return isUnconfirmed ? unconfirmed : missing;
	// A weighted sum is in hundredths, so the other side is brought to the same size.
	if (under.plain === null) numerator *= 100n;
	if (over.plain === null) denominator *= 100n;
	if (denominator <= 0n) return cannotDivide(reading, numerator, denominator);
	if (reading.kind === 'bands' || reading.kind === 'goal')
		return judgeLong(ready.unit, reading, numerator, denominator, found, at);
	const above = numerator * ready.unit;
	if (found !== null) found[at] = floorDivide(above, denominator);
	return reading.steps === null ? unconfirmed : judgeBySteps(reading, reading.steps, above, denominator);
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
	figures: Figures,
	found: RatiosFound | null,
	at: number
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
	return judgeLong(ready.unit, reading, top, bottom, found, at);
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

/** The sum of a form: rupiah where it is plain, else hundredths of a rupiah; undefined where a figure is missing. */
function sumOf(form: ReadyForm, figures: Figures): bigint | undefined {
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

function sumByFactors(form: ReadyForm, figures: Figures): bigint | undefined {
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
function sumByPortion(form: ReadyForm, figures: Figures, portion: ReadyPortion): bigint | undefined {
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
