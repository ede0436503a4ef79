import {
	edgedBands,
	type Adding,
	type Bands,
	type Certainty,
	type DenominatorOutcome,
	type EdgedBand,
	type Goal,
	type MarkRule,
	type MeasuredComponent,
	type Note,
	type Reading,
	type Steps
} from './instrument.ts';
import { decimal, decimalText } from './ratio.ts';

/** Tables made ready: what each band, step or goal is worth in points, with the texts of a result. Points are hundredths. */

/** What a place in a table is worth, with the texts of a result. */
export interface Marked {
	readonly mark: number;
	readonly points: number;
	readonly markText: string;
	readonly scoreText: string;
	readonly sureness: number;
}

export interface ReadyBand extends Marked {
	/** Halves of thousandths of the unit; the last band has no upper edge and reaches without end. */
	readonly edge: number;
	readonly includesEdge: boolean;
}

export type Status = 'scored' | 'missing' | 'zero-denominator' | 'negative-denominator' | 'unconfirmed';

/** What a component comes to. Each of the few that there can be is made beforehand, so that judging makes nothing. */
export interface Judgement {
	readonly status: Status;
	/** Null where no mark is given. */
	readonly marked: Marked | null;
	/** Of the mark, in hundredths; null where none is given. Here once more, as marks come in several shapes. */
	readonly points: number | null;
	/** Place of the band that the ratio fell in; -1 where there is none. */
	readonly band: number;
	/** `certaintyAt` of the least certain thing that went into it, but for the forms of its figures. */
	readonly sureness: number;
	/** Of a block of questions: the share of yes in percent; null where yes answers are worth points. */
	readonly share: string | null;
}

export interface ReadyReading {
	readonly reading: Reading;
	/** As results and explanations name it. */
	readonly named: { readonly code: string; readonly note: Note | null };
	readonly goal: Omit<Goal, 'kind'> | null;
	readonly goalRule: Goal | null;
	readonly stepsRule: Steps | null;
	readonly kind: MarkRule['kind'];
	/** Of bands and of a goal; empty for steps. */
	readonly bands: readonly ReadyBand[];
	readonly edged: readonly EdgedBand[];
	readonly steps: ReadySteps | null;
	/** Times this the numerator is compared with the edges times the denominator: both are as small as they can be. */
	readonly scale: bigint;
	readonly edges: readonly bigint[];
	readonly includesEdge: readonly boolean[];
	/** By band, one more than there are edges; by mark for steps. */
	readonly judgements: readonly Judgement[];
	readonly outcomes: Outcomes;
	readonly others: readonly { readonly code: string; readonly note: Note | null }[];
	readonly sureness: number;
}

export interface ReadySteps {
	readonly rising: boolean;
	/** Halves of thousandths of the unit. */
	readonly from: bigint;
	readonly adds: bigint;
	/** Indexed by the mark. */
	readonly marks: readonly Marked[];
}

/** What cannot be divided by comes to: with something above the line, and with nothing or less. */
export interface Outcome {
	readonly withNumerator: Judgement;
	readonly without: Judgement;
}

export interface Outcomes {
	readonly zero: Outcome;
	readonly negative: Outcome;
	/** Of the whole of a portion; null without one. */
	readonly zeroWhole: Outcome | null;
	readonly negativeWhole: Outcome | null;
}

export const missing: Judgement = { status: 'missing', marked: null, points: null, band: -1, sureness: 0, share: null };
export const unconfirmed: Judgement = {
	status: 'unconfirmed',
	marked: null,
	points: null,
	band: -1,
	sureness: 0,
	share: null
};

const surenesses: readonly Certainty[] = ['unverified', 'secondary', 'official'];
/** Certainties in order, so that the least of several is the smallest number. What nothing is said of lowers nothing. */
export const sureness = (certainty: Certainty | undefined): number =>
	certainty === undefined ? surest : surenesses.indexOf(certainty);
export const surest = surenesses.length - 1;
export const certaintyAt = (level: number): Certainty => surenesses[level] ?? 'unverified';

export function hundredths(text: string): number {
	return Number(decimal(text, 2));
}

/** How many points a mark earns under the instrument's way of adding up. A credit is 5 less the mark, in whole points. */
function pointsOf(adding: Adding, weight: number, mark: number): number {
	if (adding === 'none') return 0;
	if (adding === 'credits') {
		if (![1, 2, 3, 4].includes(mark)) throw new RangeError(`${mark} is no mark that gives a credit`);
		return (5 - mark) * 100;
	}
	const points = (weight * mark) / 100;
	if (!Number.isInteger(mark) || !Number.isInteger(points)) {
		throw new RangeError(
			`a mark of ${mark} and a weight of ${weight} hundredths give a score of more than two decimals`
		);
	}
	return points;
}

export const marked = (mark: number, points: number, level = sureness(undefined)): Marked => ({
	mark,
	points,
	markText: String(mark),
	scoreText: decimalText(BigInt(points), 2),
	sureness: level
});

interface Table {
	readonly bands: readonly ReadyBand[];
	readonly edged: readonly EdgedBand[];
	readonly steps: ReadySteps | null;
	readonly best: Marked;
	readonly worst: Marked;
	readonly endless: Marked;
}

function tableOf({ rule }: Reading, adding: Adding, weight: string | null): Table {
	const none = marked(0, 0);
	switch (rule.kind) {
		case 'unconfirmed':
			return { bands: [], edged: [], steps: null, best: none, worst: none, endless: none };
		case 'steps': {
			const full = hundredths(weight ?? '0');
			const marks = Array.from({ length: rule.atMost + 1 }, (_, mark) => marked(mark, pointsOf(adding, full, mark)));
			const rising = rule.direction === 'rising';
			const [worst = none, best = none] = [marks[0], marks.at(-1)];
			const steps = { rising, from: 2n * decimal(rule.from, 3), adds: BigInt(rule.adds), marks };
			return { bands: [], edged: [], steps, best, worst, endless: rising ? best : worst };
		}
		case 'goal':
		case 'bands': {
			const bands = readyBands(rule.kind === 'bands' ? rule.bands : goalBands(rule), adding, weight);
			// A credit falls as its mark rises, so the best is what earns most; of a goal, what is met.
			const worth = ({ points, mark }: Marked) => (adding === 'none' ? mark : points);
			const byWorth = [...bands].sort((one, other) => worth(one) - worth(other));
			const [worst = none, best = none, endless = none] = [byWorth[0], byWorth.at(-1), bands.at(-1)];
			const edged = rule.kind === 'bands' ? edgedBands(rule.bands) : [];
			return { bands, edged, steps: null, best, worst, endless };
		}
	}
}

/** One way of reading a component's table. */
export function readyReading(component: MeasuredComponent, reading: Reading, adding: Adding): ReadyReading {
	const level = Math.min(sureness(component.certainty), sureness(reading.certainty));
	const { best, worst, endless, ...table } = tableOf(reading, adding, component.weight);
	const edges = table.bands.map(({ edge }) => edge).filter(Number.isFinite);
	const unit = component.unit === 'percent' ? 200_000 : 2000;
	const shared = edges.reduce(divisor, unit);
	const judged = (of: Marked, band: number): Judgement => ({
		status: 'scored',
		marked: of,
		points: of.points,
		band,
		sureness: Math.min(level, of.sureness),
		share: null
	});
	const outcome = (
		status: 'zero-denominator' | 'negative-denominator',
		{ outcome: kind, certainty }: DenominatorOutcome
	): Outcome => {
		const outcomeOf = (of: Marked | null): Judgement =>
			reading.rule.kind === 'unconfirmed'
				? unconfirmed
				: {
						status,
						marked: of,
						points: of?.points ?? null,
						band: -1,
						sureness: Math.min(level, sureness(certainty)),
						share: null
					};
		if (kind === 'endless') return { withNumerator: outcomeOf(endless), without: outcomeOf(null) };
		const either = outcomeOf(kind === 'none' ? null : kind === 'best' ? best : worst);
		return { withNumerator: either, without: either };
	};
	const portion = component.kind === 'ratio' ? component.portion : undefined;
	return {
		reading,
		named: { code: reading.code, note: reading.note ?? null },
		goal: reading.rule.kind === 'goal' ? goalNamed(reading.rule) : null,
		goalRule: reading.rule.kind === 'goal' ? reading.rule : null,
		stepsRule: reading.rule.kind === 'steps' ? reading.rule : null,
		kind: reading.rule.kind,
		...table,
		scale: BigInt(unit / shared),
		edges: edges.map((edge) => BigInt(edge / shared)),
		includesEdge: table.bands.map(({ includesEdge }) => includesEdge),
		judgements: table.steps ? table.steps.marks.map((of) => judged(of, -1)) : table.bands.map(judged),
		outcomes: {
			zero: outcome('zero-denominator', component.zeroDenominator),
			negative: outcome('negative-denominator', component.negativeDenominator),
			zeroWhole: portion ? outcome('zero-denominator', portion.zero) : null,
			negativeWhole: portion ? outcome('negative-denominator', portion.negative) : null
		},
		others: component.readings.filter((one) => one !== reading).map(({ code, note }) => ({ code, note: note ?? null })),
		sureness: level
	};
}

const goalNamed = ({ kind: _, ...goal }: Goal): Omit<Goal, 'kind'> => goal;

function divisor(one: number, other: number): number {
	while (other !== 0) [one, other] = [other, one % other];
	return Math.abs(one);
}

type Rows = Bands['bands'];

/** A goal as bands, of which the one that meets it has the mark 1. */
function goalBands({ from, upTo, below }: Goal): Rows {
	return [
		...(from === undefined ? [] : [{ below: from, mark: 0 }]),
		...(upTo === undefined ? [] : [{ upTo, mark: 1 }]),
		...(below === undefined ? [] : [{ below, mark: 1 }]),
		{ mark: upTo === undefined && below === undefined ? 1 : 0 }
	];
}

export function readyBands(bands: Rows, adding: Adding, weight: string | null): ReadyBand[] {
	const full = hundredths(weight ?? '0');
	return bands.map((band) => {
		const edge = band.upTo ?? band.below;
		return {
			...marked(band.mark, pointsOf(adding, full, band.mark), sureness(band.certainty)),
			edge: edge === undefined ? Number.POSITIVE_INFINITY : 2 * Number(decimal(edge, 3)),
			includesEdge: band.upTo !== undefined
		};
	});
}

/** Whether so many of so many, in percent, lie at or below the upper edge. */
export const isIn = ({ edge, includesEdge }: ReadyBand, yes: number, count: number): boolean =>
	includesEdge ? yes * percent <= edge * count : yes * percent < edge * count;
const percent = 200_000;
