import { moved, placesOf, type Move, type State } from './state.ts';
import { turningPoints } from './turning-points.ts';
import { wishes } from './wishes.ts';

/** What can be changed: one figure, or the questions of one block that were answered with no. */
export type Lever =
	| { readonly kind: 'figure'; readonly figure: string; readonly place: number }
	| { readonly kind: 'answers'; readonly component: string; readonly places: readonly number[] };

/** A step up: the smallest move of its lever that earns so much. */
export interface Rung {
	readonly move: Move;
	/** How many single changes it is: each answer counts for itself. */
	readonly changes: number;
	/** By how much the figure moves; 0 for answers. */
	readonly rupiah: bigint;
	readonly total: number;
}

/** No set has more single changes than this. */
export const mostChanges = 3;

/** What can be changed in a complete request for its good. */
export function leversOf({ instrument, filled }: State): Lever[] {
	const components = instrument.aspects.flatMap((aspect) => aspect.components);
	const figures = instrument.figures.flatMap((figure, place): Lever[] =>
		wishes[figure] && filled.figures[place] !== undefined && components.some((one) => placesOf(one).has(place))
			? [{ kind: 'figure', figure, place }]
			: []
	);
	const blocks = components.flatMap((component): Lever[] => {
		if (component.kind !== 'asked') return [];
		const places: number[] = [];
		for (let place = component.first; place < component.end; place++)
			if (filled.answers[place] === false) places.push(place);
		return places.length === 0 ? [] : [{ kind: 'answers', component: component.component.code, places }];
	});
	return [...figures, ...blocks];
}

/** The steps of a lever, nearest first, each earning more than the one before and than the state as it is. */
export function ladder(state: State, lever: Lever, most = mostChanges): Rung[] {
	const rungs: Rung[] = [];
	let best = state.total ?? -1;
	for (const { move, changes, rupiah } of movesOf(state, lever, most)) {
		const { total } = moved(state, move);
		if (total === null || total <= best) continue;
		best = total;
		rungs.push({ move, changes, rupiah, total });
	}
	return rungs;
}

function movesOf(state: State, lever: Lever, most: number): Omit<Rung, 'total'>[] {
	if (lever.kind === 'answers')
		return lever.places.slice(0, most).map((_, last) => ({
			move: { kind: 'answers', places: lever.places.slice(0, last + 1) },
			changes: last + 1,
			rupiah: 0n
		}));
	const { place } = lever;
	const now = state.filled.figures[place] ?? 0n;
	const { lowest, highest } = boundsOf(state, lever);
	const distance = (to: bigint) => (to > now ? to - now : now - to);
	return turningPoints(state, place)
		.filter((to) => to !== now && to >= lowest && to <= highest)
		.sort((a, b) => Number(distance(a) - distance(b)))
		.map((to) => ({ move: { kind: 'figure', place, to }, changes: 1, rupiah: distance(to) }));
}

/** How far a figure may be wished: not below zero, not beyond its whole, not by more than the largest amount there is. */
export function boundsOf({ instrument, filled }: State, { figure, place }: Lever & { readonly kind: 'figure' }) {
	const wish = wishes[figure];
	const now = filled.figures[place] ?? 0n;
	const largest = filled.figures.reduce<bigint>(
		(most, amount) => (amount !== undefined && amount > most ? amount : most),
		0n
	);
	const whole = wish?.atMost === undefined ? undefined : filled.figures[instrument.figures.indexOf(wish.atMost)];
	const reach = now + largest;
	return {
		lowest: wish?.direction === 'up' ? now : now > 0n ? 0n : now,
		highest:
			wish?.direction === 'down' ? now : whole !== undefined && whole < reach ? (whole > now ? whole : now) : reach
	};
}
