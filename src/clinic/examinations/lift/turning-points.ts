import type { Filled } from '../judge.ts';
import type { ReadyReading } from '../marks.ts';
import { floorDivide } from '../ratio.ts';
import type { ReadyPortion, ReadyRatio } from '../scales.ts';
import { formGiven, type ReadyForm } from '../sums.ts';
import { placesOf, type State } from './state.ts';

/**
 * The values of one figure at which any mark may change, all others standing still: between two of them the total is
 * constant, so that trying these is trying every value there is. Whole rupiah on both sides of each edge.
 */
export function turningPoints({ instrument, filled }: State, place: number): bigint[] {
	const points = new Set<bigint>();
	for (const component of instrument.aspects.flatMap(({ components }) => components)) {
		if (component.kind !== 'measured' || !placesOf(component).has(place)) continue;
		const above = straight((figures) => sides(component, figures)?.above, filled.figures, place);
		const below = straight((figures) => sides(component, figures)?.below, filled.figures, place);
		if (!above || !below) continue;
		const reading = filled.readings?.get(component.component.code) ?? component.readings[0];
		addRoot(points, below.slope, -below.base);
		for (const edge of edgesOf(reading))
			addRoot(points, above.slope - edge * below.slope, edge * below.base - above.base);
	}
	return [...points];
}

/** slope × value = right: the whole numbers at the root and beside it. */
function addRoot(points: Set<bigint>, slope: bigint, right: bigint): void {
	if (slope === 0n) return;
	const at = slope > 0n ? floorDivide(right, slope) : floorDivide(-right, -slope);
	for (const value of [at - 1n, at, at + 1n]) points.add(value);
}

/** Every edge of a reading in halves of thousandths, as `judge` compares them. */
function edgesOf({ bands, steps }: ReadyReading): bigint[] {
	if (steps === null) return bands.flatMap(({ edge }) => (Number.isFinite(edge) ? [BigInt(edge)] : []));
	const { rising, from, adds, marks } = steps;
	const count = Math.ceil(marks.length / Number(adds));
	return Array.from({ length: count + 1 }, (_, step) => from + (rising ? 2000n : -2000n) * BigInt(step));
}

interface Straight {
	readonly slope: bigint;
	readonly base: bigint;
}

/** A side of a ratio as slope × value + base in one figure; null where a figure is missing or the side is not straight. */
function straight(
	side: (figures: Filled['figures']) => bigint | undefined,
	figures: Filled['figures'],
	place: number
): Straight | null {
	const [at0, at1, at2] = [0n, 1n, 2n].map((value) => side(figures.with(place, value)));
	if (at0 === undefined || at1 === undefined || at2 === undefined || at2 - at1 !== at1 - at0) return null;
	return { slope: at1 - at0, base: at0 };
}

/** Both sides of the line, in the sizes in which `judge` divides them. */
function sides({ numerator, denominator, portion, unit }: ReadyRatio, figures: Filled['figures']) {
	const over = formGiven(numerator, figures);
	const under = formGiven(denominator, figures);
	const [top, bottom] = [sum(over, figures, portion), sum(under, figures, portion)];
	if (top === undefined || bottom === undefined) return null;
	return {
		above: top * (under.factors === null ? unit : unit * 100n),
		below: over.factors === null ? bottom : bottom * 100n
	};
}

function sum(form: ReadyForm, figures: Filled['figures'], portion: ReadyPortion | null): bigint | undefined {
	let all = 0n;
	for (const [at, place] of form.places.entries()) {
		const amount = figures[place] ?? (form.omittedCountsAsZero ? 0n : undefined);
		if (amount === undefined) return undefined;
		const times = amount * (form.factors?.[at] ?? 1n);
		if (portion === null) all += times;
		else {
			const share = figures[form.shared?.[at] ? portion.part : portion.whole];
			if (share === undefined) return undefined;
			all += times * share;
		}
	}
	return all;
}
