import type {
	Amount,
	Band,
	Certainty,
	ChecklistComponent,
	Component,
	Form,
	Instrument,
	RatioComponent,
	Reading,
	Steps
} from './instrument.ts';
import { decimal } from './ratio.ts';

/**
 * An instrument made ready for scoring: its decimal texts become BigInts once, so that scoring 300,000 cooperatives
 * parses no table. Marks and points are small whole numbers (points are hundredths: 100.00 points are 10,000).
 */

export interface ReadyForm {
	readonly form: Form;
	readonly figures: readonly string[];
	/** `null` where every factor is 1; else each factor in hundredths. */
	readonly factors: readonly bigint[] | null;
}

export interface ReadyReading {
	readonly reading: Reading;
	readonly bands: readonly ReadyBand[] | null;
	readonly steps: ReadySteps | null;
	readonly best: number;
	readonly worst: number;
	readonly endless: number;
}

export interface ReadyBand {
	/** Thousandths of the unit; `null` on the last band, which has no upper edge. */
	readonly edge: bigint | null;
	readonly includesEdge: boolean;
	readonly mark: number;
	readonly certainty: Certainty | undefined;
}

export interface ReadySteps {
	readonly rising: boolean;
	readonly from: bigint;
	readonly adds: bigint;
	readonly atMost: number;
}

export interface ReadyRatio {
	readonly kind: 'ratio';
	readonly component: RatioComponent;
	readonly weight: number;
	readonly unit: bigint;
	readonly numerator: readonly ReadyForm[];
	readonly denominator: readonly ReadyForm[];
	readonly readings: ReadonlyMap<string, ReadyReading>;
	readonly byDefault: ReadyReading;
}

export interface ReadyChecklist {
	readonly kind: 'checklist';
	readonly component: ChecklistComponent;
	readonly perYes: number;
}

export type ReadyComponent = ReadyRatio | ReadyChecklist;

interface ReadyAspect {
	readonly code: string;
	readonly weight: string;
	readonly components: readonly ReadyComponent[];
}

export interface ReadyInstrument {
	readonly instrument: Instrument;
	readonly aspects: readonly ReadyAspect[];
	/** Upper edges in hundredths of a point; `null` on the last. */
	readonly categories: readonly {
		readonly below: number | null;
		readonly category: Instrument['categories'][number]['category'];
	}[];
}

const made = new WeakMap<Instrument, ReadyInstrument>();

/** Prepares an instrument, once. */
export function ready(instrument: Instrument): ReadyInstrument {
	const before = made.get(instrument);
	if (before) return before;
	const after: ReadyInstrument = {
		instrument,
		aspects: instrument.aspects.map(({ code, weight, components }) => ({
			code,
			weight,
			components: components.map(readyComponent)
		})),
		categories: instrument.categories.map(({ below, category }) => ({
			below: below === undefined ? null : hundredths(below),
			category
		}))
	};
	made.set(instrument, after);
	return after;
}

function hundredths(text: string): number {
	return Number(decimal(text, 2));
}

function readyComponent(component: Component): ReadyComponent {
	if (component.kind === 'checklist') return { kind: 'checklist', component, perYes: hundredths(component.perYes) };
	const weight = hundredths(component.weight);
	const readings = component.readings.map((reading) => readyReading(reading, weight));
	const byDefault = readings[0];
	if (!byDefault) throw new RangeError(`${component.code} has no reading`);
	return {
		kind: 'ratio',
		component,
		weight,
		unit: component.unit === 'percent' ? 100_000n : 1000n,
		numerator: readyForms(component.numerator),
		denominator: readyForms(component.denominator),
		readings: new Map(readings.map((reading) => [reading.reading.code, reading])),
		byDefault
	};
}

function readyForms(amount: Amount): readonly ReadyForm[] {
	return amount.map((form) => {
		const plain = form.terms.every(({ times }) => times === '1');
		return {
			form,
			figures: form.terms.map(({ figure }) => figure),
			factors: plain ? null : form.terms.map(({ times }) => decimal(times, 2))
		};
	});
}

function readyReading(reading: Reading, weight: number): ReadyReading {
	if (reading.rule.kind === 'steps') {
		mustBeExact(weight, 1);
		const { rising, from, adds, atMost } = readySteps(reading.rule);
		const endless = rising ? atMost : 0;
		return { reading, bands: null, steps: { rising, from, adds, atMost }, best: atMost, worst: 0, endless };
	}
	const bands = reading.rule.bands.map(readyBand);
	const marks = bands.map(({ mark }) => mark);
	for (const mark of marks) mustBeExact(weight, mark);
	return {
		reading,
		bands,
		steps: null,
		best: Math.max(...marks),
		worst: Math.min(...marks),
		endless: marks.at(-1) ?? 0
	};
}

/** A score has two decimals and is never rounded, so weight × mark must come out whole in hundredths of a point. */
function mustBeExact(weight: number, mark: number): void {
	if (!Number.isInteger(mark) || (weight * mark) % 100 !== 0) {
		throw new RangeError(
			`a mark of ${mark} and a weight of ${weight} hundredths give a score of more than two decimals`
		);
	}
}

function readyBand(band: Band): ReadyBand {
	const text = band.upTo ?? band.below;
	return {
		edge: text === undefined ? null : decimal(text, 3),
		includesEdge: band.upTo !== undefined,
		mark: band.mark,
		certainty: band.certainty
	};
}

function readySteps(steps: Steps): ReadySteps {
	return {
		rising: steps.direction === 'rising',
		from: decimal(steps.from, 3),
		adds: BigInt(steps.adds),
		atMost: steps.atMost
	};
}
