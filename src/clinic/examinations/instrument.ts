import type { Kind, Pattern } from '#clinic/cooperatives/kinds.ts';
import type { BusinessClass } from './business-class.ts';

/**
 * What an instrument is: frozen, versioned data. The kinds of formula are a closed set (a ratio of weighted sums, a
 * turnover, a growth, a checklist worth points, a checklist judged by its share of yes), the rules that turn a ratio
 * into a mark are a closed set too (bands, steps, a goal, none confirmed yet), and so are the ways of adding up. There
 * is no expression language: a new instrument is new data, a new kind is a new member of a union here and of `judge.ts`.
 *
 * Decimal numbers (edges, weights, factors) are written as text, so that nothing ever passes through a float.
 */

/** `official`: seen in the official text. `secondary`: seen in a copy or a second source. `unverified`: ours, or unseen. */
export type Certainty = 'official' | 'secondary' | 'unverified';

export type Unit = 'percent' | 'times' | 'days';

/** The four categories in force, and the four that only the rule of 2009 knows. */
export type Category =
	| 'healthy'
	| 'fairlyHealthy'
	| 'underSupervision'
	| 'underSpecialSupervision'
	| 'lessHealthy'
	| 'unhealthy'
	| 'veryUnhealthy';

/** A sentence that belongs to the data (not to a screen), in both languages. */
export interface Note {
	readonly id: string;
	readonly en: string;
}

/**
 * One figure of a sum and its factor. A figure with a dot is a line of a group: `capitalLines.savings`. Of a figure
 * that is `shared` only the component's portion counts.
 */
export interface Term {
	readonly figure: string;
	readonly times: string;
	readonly shared?: true;
}

/** One way of giving an amount. In a form made of lines an omitted line is 0, as long as one line is given. */
export interface Form {
	readonly terms: readonly Term[];
	readonly omittedCountsAsZero?: true;
	readonly certainty?: Certainty;
}

/** The first form is the usual one: it is the one that is named when nothing was given. */
export type Amount = readonly [Form, ...Form[]];

/**
 * A band reaches from the upper edge of the band before it to its own: `upTo` includes the edge, `below` does not, the
 * last band has neither. Bands written this way can have no gap and no overlap.
 */
export interface Band {
	readonly upTo?: string;
	readonly below?: string;
	readonly mark: number;
	readonly certainty?: Certainty;
}

export interface Bands {
	readonly kind: 'bands';
	readonly bands: readonly Band[];
}

/** Every whole point that the ratio lies above (`rising`) or below (`falling`) `from` adds so much to a mark of 0. */
export interface Steps {
	readonly kind: 'steps';
	readonly direction: 'rising' | 'falling';
	readonly from: string;
	readonly adds: number;
	readonly atMost: number;
}

/** Met or not met: a benchmark that gives no mark. Edges of a goal belong to it, but for `below`. */
export interface Goal {
	readonly kind: 'goal';
	readonly from?: string;
	readonly upTo?: string;
	readonly below?: string;
}

/** The sheet has a table, but no source shows it: the ratio is worked out and gets no mark. */
export interface Unconfirmed {
	readonly kind: 'unconfirmed';
}

export type MarkRule = Bands | Steps | Goal | Unconfirmed;

/** One way in which the field reads a rule. */
export interface Reading {
	readonly code: string;
	readonly rule: MarkRule;
	readonly note?: Note;
	readonly certainty?: Certainty;
}

/**
 * What a denominator that cannot be divided by means: `none` no mark; `best` and `worst` the highest and lowest mark
 * of the rule; `endless` the mark of a ratio without end when the numerator is above 0, else none.
 */
export interface DenominatorOutcome {
	readonly outcome: 'none' | 'best' | 'worst' | 'endless';
	readonly why: Note;
	readonly certainty: Certainty;
}

/** What every component says of itself. */
interface Sourced {
	readonly code: string;
	/** Where the sheet groups the indicators of an aspect. */
	readonly subAspect?: string;
	readonly note?: Note;
	readonly source: string;
	readonly certainty: Certainty;
}

/** The full score that can be reached; null where a component has no score at all (a goal is met or not). */
interface Weighted {
	readonly weight: string | null;
}

interface Measured extends Sourced, Weighted {
	readonly unit: Unit;
	/** The first reading is the default. One reading only means that the field agrees. */
	readonly readings: readonly [Reading, ...Reading[]];
	readonly zeroDenominator: DenominatorOutcome;
	readonly negativeDenominator: DenominatorOutcome;
}

/** The part of a whole that stands for the share of `shared` figures, and what a whole of 0 or below means. */
export interface Portion {
	readonly part: string;
	readonly whole: string;
	readonly zero: DenominatorOutcome;
	readonly negative: DenominatorOutcome;
}

export interface RatioComponent extends Measured {
	readonly kind: 'ratio';
	readonly numerator: Amount;
	readonly denominator: Amount;
	readonly portion?: Portion;
}

/** In `times` a year: flow / stock. In `days`: how many days of the flow the stock makes up, stock × 365 / flow. */
export interface TurnoverComponent extends Measured {
	readonly kind: 'turnover';
	readonly flow: string;
	readonly stock: string;
}

/** (now − before) / before. */
export interface GrowthComponent extends Measured {
	readonly kind: 'growth';
	readonly now: string;
	readonly before: string;
}

export interface Question {
	readonly code: string;
	readonly wording: string;
}

interface Asking {
	readonly items: readonly Question[];
	readonly wording: Certainty;
}

/** Yes or no, each yes worth the same. */
export interface ChecklistComponent extends Sourced, Weighted, Asking {
	readonly kind: 'checklist';
	readonly perYes: string;
}

/** Yes or no; the percentage of yes falls in a band. */
export interface YesShareComponent extends Sourced, Weighted, Asking {
	readonly kind: 'yes-share';
	readonly rule: Bands;
}

/** An indicator that the sheet is known to have, but whose items or formula no source shows. It never has a score. */
export interface PendingComponent extends Sourced, Weighted {
	readonly kind: 'pending';
	readonly note: Note;
}

export type MeasuredComponent = RatioComponent | TurnoverComponent | GrowthComponent;
export type AskingComponent = ChecklistComponent | YesShareComponent;
export type Component = MeasuredComponent | AskingComponent | PendingComponent;

/**
 * How scores add up. `points`: an aspect is the sum of its components, the total the sum of the aspects. `credits`: an
 * aspect is the sum of its credits in percent of the most there can be, the total the aspects by their weights. `none`:
 * goals are met or not, and there is no total.
 */
export type Adding = 'points' | 'credits' | 'none';

export interface Aspect {
	readonly code: string;
	/** Null where nothing is added up. */
	readonly weight: string | null;
	readonly components: readonly Component[];
}

/** As with bands: each category begins where the one before it ends. A total is a number of points out of 100. Empty where there is no total. */
export interface CategoryBand {
	readonly below?: string;
	readonly category: Category;
}

export interface Instrument {
	readonly code: string;
	readonly version: string;
	/** The text that it stands in: a regulation, or the handbook of a benchmark. */
	readonly regulation: string;
	readonly title: Note;
	/** Left out: points. */
	readonly adding?: Adding;
	readonly kinds: readonly Kind[];
	readonly patterns: readonly Pattern[];
	/** Left out: of whatever class. */
	readonly classes?: readonly BusinessClass[];
	readonly validity: {
		readonly from: string;
		readonly until: string | null;
		readonly certainty: Certainty;
		readonly note: Note;
	};
	/** Whether `<` or `<=` holds at an edge is the part of these tables on which copies differ most. */
	readonly edges: Certainty;
	readonly aspects: readonly Aspect[];
	readonly categories: readonly CategoryBand[];
	readonly categoriesSource: string;
	readonly categoriesCertainty: Certainty;
}

/** A band with both its edges, for people: `above`/`upTo` and `from`/`below` pair as the table prints them. */
export interface EdgedBand {
	readonly from?: string;
	readonly above?: string;
	readonly below?: string;
	readonly upTo?: string;
	readonly mark: number;
	readonly certainty?: Certainty;
}

/** Gives every band its lower edge, which is the upper edge of the band before it, turned round. */
export function edgedBands(bands: readonly Band[]): EdgedBand[] {
	return bands.map((band, place) => {
		const before = bands[place - 1];
		if (before?.upTo !== undefined) return { above: before.upTo, ...band };
		if (before?.below !== undefined) return { from: before.below, ...band };
		return { ...band };
	});
}

const sureness: readonly Certainty[] = ['unverified', 'secondary', 'official'];

/** A result is only as certain as the least certain thing that went into it. */
export function leastCertain(...certainties: readonly (Certainty | undefined)[]): Certainty {
	return sureness.find((level) => certainties.includes(level)) ?? 'unverified';
}

/** Freezes data to its last leaf, so that no caller can bend a rule that others read. */
export function frozen<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		for (const part of Object.values(value)) frozen(part);
	}
	return value;
}
