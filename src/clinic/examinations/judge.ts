import type { Instrument } from './instrument.ts';
import { floorDivide } from './ratio.ts';
import type { Marked, ReadyBand, ReadyReading, ReadySteps } from './marks.ts';
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

export type Status = 'scored' | 'missing' | 'zero-denominator' | 'negative-denominator' | 'unconfirmed';

export interface Judgement {
	readonly status: Status;
	/** Null where no mark is given. */
	readonly marked: Marked | null;
	/** Place of the band that the ratio fell in; -1 where there is none. */
	readonly band: number;
	/** Halves of thousandths of the ratio, rounded down; null without a ratio, a bigint where a number would not hold it. */
	readonly halves: number | bigint | null;
	/** `certaintyAt` of the least certain thing that went into it. */
	readonly sureness: number;
}

const judgement = (
	status: Status,
	marked: Marked | null,
	band: number,
	halves: number | bigint | null,
	sureness: number
): Judgement => ({ status, marked, band, halves, sureness });

const missing = judgement('missing', null, -1, null, 0);
const pending = judgement('unconfirmed', null, -1, null, 0);

/** Judges one component: the one place where a figure becomes a mark. */
export function judge(ready: ReadyComponent, filled: Filled): Judgement {
	if (ready.kind === 'measured') return judgeRatio(ready, filled);
	return ready.kind === 'asked' ? judgeBlock(ready, filled.answers) : pending;
}

function judgeBlock({ first, end, byYes }: ReadyBlock, answers: Filled['answers']): Judgement {
	let yes = 0;
	for (let place = first; place < end; place++) {
		const answer = answers[place];
		if (answer === undefined) return missing;
		if (answer) yes++;
	}
	const marked = byYes[yes];
	if (!marked) throw new RangeError('a block has a mark for each number of yes answers');
	return judgement('scored', marked, marked.band, yes, marked.sureness);
}

function judgeRatio(ready: ReadyRatio, { figures, readings }: Filled): Judgement {
	const reading = readings === null ? ready.readings[0] : (readings.get(ready.component.code) ?? ready.readings[0]);
	const over = formGiven(ready.numerator, figures);
	const under = formGiven(ready.denominator, figures);
	const { portion, unit } = ready;
	const sure = Math.min(ready.sureness, reading.sureness, over.sureness, under.sureness);
	let numerator: bigint | undefined;
	let denominator: bigint | undefined;
	if (portion === null) {
		numerator = sumOf(over, figures);
		denominator = sumOf(under, figures);
	} else {
		const whole = figures[portion.whole];
		numerator = sumByPortion(over, figures, portion);
		denominator = sumByPortion(under, figures, portion);
		if (whole !== undefined && whole <= 0n && numerator !== undefined && denominator !== undefined) {
			const { zero, negative } = portion.portion;
			return whole === 0n
				? cannotDivide('zero-denominator', zero, reading, numerator, sure)
				: cannotDivide('negative-denominator', negative, reading, numerator, sure);
		}
	}
	if (numerator === undefined || denominator === undefined) return reading.kind === 'unconfirmed' ? pending : missing;
	if (denominator <= 0n) {
		const { zeroDenominator, negativeDenominator } = ready.component;
		return denominator === 0n
			? cannotDivide('zero-denominator', zeroDenominator, reading, numerator, sure)
			: cannotDivide('negative-denominator', negativeDenominator, reading, numerator, sure);
	}
	// A weighted sum is in hundredths, so the other side is brought to the same size.
	const above = numerator * (under.factors === null ? unit : unit * 100n);
	const below = over.factors === null ? denominator : denominator * 100n;
	const halves = above < 0n ? floorDivide(above, below) : above / below;
	const near = Number(halves);
	const exact = Number.isSafeInteger(near) ? near : halves;
	if (reading.kind === 'unconfirmed') return judgement('unconfirmed', null, -1, exact, 0);
	if (reading.steps !== null) {
		return judgement('scored', markBySteps(reading.steps, above, below), -1, exact, sure);
	}
	const place = placeInBands(reading.bands, near, above, below);
	const band = reading.bands[place];
	if (!band) throw new RangeError(`the bands of ${ready.component.code} have an end`);
	return judgement('scored', band, place, exact, Math.min(sure, band.sureness));
}

function cannotDivide(
	status: 'zero-denominator' | 'negative-denominator',
	{ outcome, certainty }: ReadyRatio['component']['zeroDenominator'],
	reading: ReadyReading,
	numerator: bigint,
	sure: number
): Judgement {
	if (reading.kind === 'unconfirmed') return pending;
	const level = certainty === 'unverified' ? 0 : sure;
	if (outcome === 'none') return judgement(status, null, -1, null, level);
	if (outcome === 'endless') return judgement(status, numerator > 0n ? reading.endless : null, -1, null, level);
	return judgement(status, outcome === 'best' ? reading.best : reading.worst, -1, null, level);
}

/** The form of which a figure was given; the usual one when none was. */
export function formGiven(forms: readonly [ReadyForm, ...ReadyForm[]], figures: Filled['figures']): ReadyForm {
	if (forms.length === 1) return forms[0];
	return forms.find((form) => isGiven(form, figures)) ?? forms[0];
}

const isGiven = ({ places }: ReadyForm, figures: Filled['figures']): boolean =>
	places.some((place) => figures[place] !== undefined);

/** Whether lines that were left out count as 0. */
export const fillsGaps = (form: ReadyForm, figures: Filled['figures']): boolean =>
	form.omittedCountsAsZero && isGiven(form, figures);

/** The sum of a form: rupiah where all factors are 1, else hundredths of a rupiah; undefined where a figure is missing. */
function sumOf(form: ReadyForm, figures: Filled['figures']): bigint | undefined {
	const { places, factors } = form;
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

/** Rounding down never moves a ratio across an edge, as edges are whole; on an edge it matters whether anything is left. */
function placeInBands(bands: readonly ReadyBand[], halves: number, above: bigint, below: bigint): number {
	const last = bands.length - 1;
	for (let place = 0; place < last; place++) {
		const { edge, includesEdge } = bands[place] as ReadyBand;
		if (halves < edge) return place;
		if (halves === edge && includesEdge && above % below === 0n) return place;
	}
	return last;
}

function markBySteps({ rising, from, adds, marks }: ReadySteps, above: bigint, below: bigint): Marked {
	const beyond = rising ? above - from * below : from * below - above;
	const mark = floorDivide(beyond, below * 2000n) * adds;
	const most = marks.length - 1;
	const found = marks[mark <= 0n ? 0 : mark >= BigInt(most) ? most : Number(mark)];
	if (!found) throw new RangeError('steps have a mark for each of their points');
	return found;
}
