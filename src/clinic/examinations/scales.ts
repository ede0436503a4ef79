import { componentsOf, isAsking, quotientOf } from './formula.ts';
import {
	edgedBands,
	type Adding,
	type Aspect,
	type AskingComponent,
	type Certainty,
	type Component,
	type EdgedBand,
	type Instrument,
	type MeasuredComponent,
	type Note,
	type PendingComponent,
	type Portion,
	type Question,
	type Reading,
	type Unit
} from './instrument.ts';
import {
	hundredths,
	isIn,
	marked,
	readyBands,
	readyReading,
	sureness,
	type Judgement,
	type ReadyReading
} from './marks.ts';
import { ratioText } from './ratio.ts';
import { shortOf, type ShortRatio } from './short-ratio.ts';
import { readyForms, type ReadyForm } from './sums.ts';

/**
 * An instrument made ready for scoring: its decimal texts become numbers once and its codes become places in a row, so
 * that scoring 300,000 cooperatives parses no table and looks nothing up by name. Points are hundredths.
 */

export interface ReadyPortion {
	readonly portion: Portion;
	readonly part: number;
	readonly whole: number;
}

/**
 * What components say of themselves, always in one shape: their data come in many, and reading the same name from
 * many shapes is what makes explaining slow.
 */
export interface About {
	readonly code: string;
	readonly subAspect: string | null;
	readonly weight: string | null;
	readonly note: Note | null;
	readonly source: string;
	readonly certainty: Certainty;
}

const aboutOf = ({ code, subAspect, weight, note, source, certainty }: Component): About => ({
	code,
	subAspect: subAspect ?? null,
	weight,
	note: note ?? null,
	source,
	certainty
});

export interface ReadyRatio {
	readonly kind: 'measured';
	readonly component: MeasuredComponent;
	readonly about: About;
	readonly formula: MeasuredComponent['kind'];
	readonly unitName: Unit;
	/** What a ratio of 1 is in halves of thousandths of the unit. */
	readonly unit: bigint;
	/** Nearly all ratios are; null where one is not. */
	readonly short: ShortRatio | null;
	readonly numerator: readonly [ReadyForm, ...ReadyForm[]];
	readonly denominator: readonly [ReadyForm, ...ReadyForm[]];
	readonly portion: ReadyPortion | null;
	readonly readings: readonly [ReadyReading, ...ReadyReading[]];
	/** The first of them. */
	readonly usual: ReadyReading;
}

/** A block of questions: what each number of yes answers is worth. */
export interface ReadyBlock {
	readonly kind: 'asked';
	readonly component: AskingComponent;
	readonly about: About;
	readonly items: readonly Question[];
	readonly wording: Certainty;
	/** What each yes is worth; null where the share of yes falls in a band. */
	readonly perYes: string | null;
	readonly first: number;
	readonly end: number;
	readonly byYes: readonly Judgement[];
	readonly edged: readonly EdgedBand[];
}

export interface ReadyPending {
	readonly kind: 'pending';
	readonly component: PendingComponent;
	readonly about: About;
}

export type ReadyComponent = ReadyRatio | ReadyBlock | ReadyPending;

export interface ReadyAspect {
	readonly aspect: Aspect;
	/** Hundredths; 0 where nothing is added up. */
	readonly weight: number;
	readonly components: readonly ReadyComponent[];
}

export interface ReadyInstrument {
	readonly instrument: Instrument;
	readonly adding: Adding;
	/** Every figure and every item, each at its place. */
	readonly figures: readonly string[];
	readonly items: readonly string[];
	readonly aspects: readonly ReadyAspect[];
	/** For each aspect that it has no score: always so where nothing is added up. */
	readonly unscored: readonly null[];
	/** How many components all aspects have. */
	readonly count: number;
	readonly shorts: readonly (ShortRatio | null)[];
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
	const after = prepare(instrument);
	made.set(instrument, after);
	return after;
}

function prepare(instrument: Instrument): ReadyInstrument {
	const figures: string[] = [];
	const placeOf = (figure: string): number => {
		const known = figures.indexOf(figure);
		return known < 0 ? figures.push(figure) - 1 : known;
	};
	const items = componentsOf(instrument)
		.filter(isAsking)
		.flatMap((block) => block.items.map(({ code }) => code));
	const adding = instrument.adding ?? 'points';
	const aspects = instrument.aspects.map((aspect) => ({
		aspect,
		weight: aspect.weight === null ? 0 : hundredths(aspect.weight),
		components: aspect.components.map((component) => readyComponent(component, { adding, placeOf, items }))
	}));
	const components = aspects.flatMap((aspect) => aspect.components);
	return {
		instrument,
		adding,
		figures,
		items,
		unscored: aspects.map(() => null),
		count: components.length,
		shorts: components.map((component) => (component.kind === 'measured' ? component.short : null)),
		aspects,
		categories: instrument.categories.map(({ below, category }) => ({
			below: below === undefined ? null : hundredths(below),
			category
		}))
	};
}

interface Preparing {
	readonly adding: Adding;
	readonly placeOf: (figure: string) => number;
	readonly items: readonly string[];
}

function readyComponent(component: Component, preparing: Preparing): ReadyComponent {
	if (component.kind === 'pending') return { kind: 'pending', component, about: aboutOf(component) };
	return isAsking(component) ? readyBlock(component, preparing) : readyRatio(component, preparing);
}

function readyBlock(component: AskingComponent, { adding, items }: Preparing): ReadyBlock {
	const count = component.items.length;
	const first = items.indexOf(component.items[0]?.code ?? '');
	const sure = sureness(component.certainty);
	const bands = component.kind === 'yes-share' ? readyBands(component.rule.bands, adding, component.weight) : null;
	const counts = Array.from({ length: count + 1 }, (_, yes) => yes);
	return {
		kind: 'asked',
		component,
		about: aboutOf(component),
		items: component.items.map(({ code, wording }) => ({ code, wording })),
		wording: component.wording,
		perYes: component.kind === 'checklist' ? component.perYes : null,
		first,
		end: first + count,
		byYes: counts.map((yes): Judgement => {
			if (component.kind === 'checklist') {
				const points = yes * hundredths(component.perYes);
				return { status: 'scored', marked: marked(points, points), points, band: -1, sureness: sure, share: null };
			}
			const band = bands?.findIndex((one) => isIn(one, yes, count)) ?? -1;
			const found = bands?.[band];
			if (!found) throw new RangeError(`the bands of ${component.code} have an end`);
			const share = ratioText({ over: BigInt(yes) * 100_000n, under: BigInt(count) });
			return {
				status: 'scored',
				marked: found,
				points: found.points,
				band,
				sureness: Math.min(sure, found.sureness),
				share
			};
		}),
		edged: component.kind === 'yes-share' ? edgedBands(component.rule.bands) : []
	};
}

function readyRatio(component: MeasuredComponent, { adding, placeOf }: Preparing): ReadyRatio {
	const { numerator, denominator } = quotientOf(component);
	const portion = component.kind === 'ratio' ? component.portion : undefined;
	const [first, ...more] = component.readings;
	const readyOf = (reading: Reading) => readyReading(component, reading, adding);
	const [over, under] = [readyForms(numerator, placeOf), readyForms(denominator, placeOf)];
	const readings = [readyOf(first), ...more.map(readyOf)] as const;
	const unit = component.unit === 'percent' ? 200_000n : 2000n;
	return {
		kind: 'measured',
		component,
		about: aboutOf(component),
		formula: component.kind,
		unitName: component.unit,
		unit,
		short: portion || more.length > 0 ? null : shortOf(over, under, readings[0], unit),
		numerator: over,
		denominator: under,
		portion: portion ? { portion, part: placeOf(portion.part), whole: placeOf(portion.whole) } : null,
		readings,
		usual: readings[0]
	};
}
