import { filledFrom } from '../filled.ts';
import { judge, type ExaminationRequest, type Filled } from '../judge.ts';
import { ready, type ReadyComponent, type ReadyInstrument } from '../scales.ts';
import { addedUp } from '../totals.ts';

/** A request with the points of each component, so that a change judges again only what it touches. */
export interface State {
	readonly instrument: ReadyInstrument;
	readonly filled: Filled;
	/** By aspect and component, in hundredths; null where a component has no score. */
	readonly points: readonly (readonly (number | null)[])[];
	/** Hundredths; null while anything has no score. */
	readonly total: number | null;
}

/** One change at its place in `Filled`. */
export type Move =
	| { readonly kind: 'figure'; readonly place: number; readonly to: bigint }
	| { readonly kind: 'answers'; readonly places: readonly number[] };

export function stateOf(request: ExaminationRequest): State {
	const instrument = ready(request.instrument);
	const filled = filledFrom(instrument, request);
	const points = instrument.aspects.map(({ components }) =>
		components.map((component) => judge(component, filled).points)
	);
	return { instrument, filled, points, total: totalOf(instrument, points) };
}

/** The state after a change: only the components that it touches are judged again. */
export function moved({ instrument, filled: before, points }: State, move: Move): State {
	const filled: Filled =
		move.kind === 'figure'
			? { ...before, figures: before.figures.with(move.place, move.to) }
			: { ...before, answers: move.places.reduce((answers, place) => answers.with(place, true), before.answers) };
	const after = instrument.aspects.map(({ components }, aspect) =>
		components.map((component, place) =>
			touches(component, move) ? judge(component, filled).points : (points[aspect]?.[place] ?? null)
		)
	);
	return { instrument, filled, points: after, total: totalOf(instrument, after) };
}

const totalOf = (instrument: ReadyInstrument, points: State['points']): number | null =>
	addedUp(
		instrument,
		points.map((ofAspect) =>
			ofAspect.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0)
		)
	).total;

/** Whether a change can alter what a component is judged by. */
export function touches(component: ReadyComponent, move: Move): boolean {
	if (component.kind === 'pending') return false;
	if (component.kind === 'asked')
		return move.kind === 'answers' && move.places.some((place) => place >= component.first && place < component.end);
	return move.kind === 'figure' && placesOf(component).has(move.place);
}

const known = new WeakMap<ReadyComponent, ReadonlySet<number>>();

/** The figures that a component is worked out from. */
export function placesOf(component: ReadyComponent): ReadonlySet<number> {
	const before = known.get(component);
	if (before) return before;
	const places =
		component.kind === 'measured'
			? new Set([
					...[...component.numerator, ...component.denominator].flatMap((form) => form.places),
					...(component.portion ? [component.portion.part, component.portion.whole] : [])
				])
			: new Set<number>();
	known.set(component, places);
	return places;
}
