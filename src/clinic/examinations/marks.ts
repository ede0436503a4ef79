import {
	edgedBands,
	type Adding,
	type Bands,
	type Certainty,
	type EdgedBand,
	type Goal,
	type MarkRule,
	type Note,
	type Reading
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

export interface ReadyReading {
	readonly reading: Reading;
	readonly kind: MarkRule['kind'];
	/** Of bands and of a goal; empty for steps. */
	readonly bands: readonly ReadyBand[];
	readonly edged: readonly EdgedBand[];
	readonly steps: ReadySteps | null;
	readonly best: Marked;
	readonly worst: Marked;
	readonly endless: Marked;
	readonly others: readonly { readonly code: string; readonly note: Note | null }[];
	readonly sureness: number;
}

export interface ReadySteps {
	readonly rising: boolean;
	readonly from: bigint;
	readonly adds: bigint;
	/** Indexed by the mark. */
	readonly marks: readonly Marked[];
}

const surenesses: readonly Certainty[] = ['unverified', 'secondary', 'official'];
/** Certainties in order, so that the least of several is the smallest number. What nothing is said of lowers nothing. */
export const sureness = (certainty: Certainty | undefined): number =>
	certainty === undefined ? surenesses.length - 1 : surenesses.indexOf(certainty);
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

/** One way of reading a table. */
export function readyReading(
	reading: Reading,
	others: ReadyReading['others'],
	adding: Adding,
	weight: string | null
): ReadyReading {
	const { rule } = reading;
	const common = { reading, kind: rule.kind, others, sureness: sureness(reading.certainty) };
	const none = marked(0, 0);
	switch (rule.kind) {
		case 'unconfirmed':
			return { ...common, bands: [], edged: [], steps: null, best: none, worst: none, endless: none };
		case 'steps': {
			const full = hundredths(weight ?? '0');
			const marks = Array.from({ length: rule.atMost + 1 }, (_, mark) => marked(mark, pointsOf(adding, full, mark)));
			const rising = rule.direction === 'rising';
			const [worst = none, best = none] = [marks[0], marks.at(-1)];
			const steps = { rising, from: 2n * decimal(rule.from, 3), adds: BigInt(rule.adds), marks };
			return { ...common, bands: [], edged: [], steps, best, worst, endless: rising ? best : worst };
		}
		case 'goal':
		case 'bands': {
			const table = rule.kind === 'bands' ? rule.bands : goalBands(rule);
			const bands = readyBands(table, adding, weight);
			// A credit falls as its mark rises, so the best is what earns most; of a goal, what is met.
			const worth = ({ points, mark }: Marked) => (adding === 'none' ? mark : points);
			const byWorth = [...bands].sort((one, other) => worth(one) - worth(other));
			const [worst = none, best = none, endless = none] = [byWorth[0], byWorth.at(-1), bands.at(-1)];
			const edged = rule.kind === 'bands' ? edgedBands(rule.bands) : [];
			return { ...common, bands, edged, steps: null, best, worst, endless };
		}
	}
}

type Table = Bands['bands'];

/** A goal as bands, of which the one that meets it has the mark 1. */
function goalBands({ from, upTo, below }: Goal): Table {
	return [
		...(from === undefined ? [] : [{ below: from, mark: 0 }]),
		...(upTo === undefined ? [] : [{ upTo, mark: 1 }]),
		...(below === undefined ? [] : [{ below, mark: 1 }]),
		{ mark: upTo === undefined && below === undefined ? 1 : 0 }
	];
}

export function readyBands(bands: Table, adding: Adding, weight: string | null): ReadyBand[] {
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
