import type { Category } from '../instrument.ts';
import type { ExaminationRequest } from '../judge.ts';
import { decimalText } from '../ratio.ts';
import { categoryOf } from '../totals.ts';
import { ladder, leversOf, mostChanges, type Lever, type Rung } from './ladder.ts';
import type { ReadyComponent } from '../scales.ts';
import { moved, stateOf, touches, type State } from './state.ts';

/** One thing that would have to be different. */
export type Change =
	| { readonly kind: 'figure'; readonly figure: string; readonly from: bigint; readonly to: bigint }
	| {
			readonly kind: 'answers';
			readonly component: string;
			/** The questions answered with no: `count` of them, whichever. */
			readonly items: readonly string[];
			readonly count: number;
	  };

/** A set of changes, none of which can be left out, and what the examination then comes to. */
export interface Lift {
	readonly changes: readonly Change[];
	readonly total: string;
	readonly category: Category;
}

export type Lifting =
	/** No total yet, or none ever: nothing can be said. */
	| { readonly outcome: 'noTotal' }
	| { readonly outcome: 'highest' }
	| {
			readonly outcome: 'found';
			readonly target: Category;
			/** Where the next category begins, and what is missing to it. */
			readonly from: string;
			readonly short: string;
			/** Fewest changes first; empty where no set of three or fewer reaches it. */
			readonly lifts: readonly Lift[];
			/** The single changes that earn most, told where nothing small reaches the next category. */
			readonly strongest: readonly Lift[];
	  };

/** How many sets are told. */
const mostTold = 6;
/** Larger sets are looked for only while fewer than this are found. */
const enough = 3;
/** A ceiling for hopeless cases, so that a page never waits: states looked at. */
const patience = 12_000;

interface Step {
	readonly lever: Climb;
	readonly rung: Rung;
}

/**
 * What would lift a cooperative into the next category: single changes, then pairs, then triples. Each amount is the
 * smallest whole rupiah that does it, the other figures standing as they are; every set is scored as a whole, so that a
 * figure that stands in several ratios counts in all of them.
 */
export function liftOf(request: ExaminationRequest): Lifting {
	const state = stateOf(request);
	const { instrument, total } = state;
	if (total === null) return { outcome: 'noTotal' };
	const goal = instrument.categories.find(({ below }) => below !== null && total < below)?.below ?? null;
	if (goal === null) return { outcome: 'highest' };

	const search: Search = { state, goal, levers: leversWithGain(state), left: patience, found: [] };
	for (let size = 1; size <= mostChanges && search.found.length < enough; size++) deepen(search, state, [], 0, size);
	const told = (steps: readonly Step[]): Lift => {
		const reached = after(state, steps).total ?? total;
		return {
			changes: steps.map((step) => changeOf(state, step)),
			total: decimalText(BigInt(reached), 2),
			category: categoryOf(instrument, reached)
		};
	};
	const lifts = search.found.sort(bySize).slice(0, mostTold).map(told);
	return {
		outcome: 'found',
		target: categoryOf(instrument, goal),
		from: decimalText(BigInt(goal), 2),
		short: decimalText(BigInt(goal - total), 2),
		lifts,
		strongest: lifts.length > 0 ? [] : strongest(search).map((step) => told([step]))
	};
}

/** A lever with what it earns by itself. */
interface Climb {
	readonly lever: Lever;
	readonly rungs: readonly Rung[];
	readonly gain: number;
	/** The components that it touches. */
	readonly reach: ReadonlySet<ReadyComponent>;
}

interface Search {
	readonly state: State;
	readonly goal: number;
	/** Those that earn most first. */
	readonly levers: readonly Climb[];
	left: number;
	readonly found: Step[][];
}

function leversWithGain(state: State): Climb[] {
	const components = state.instrument.aspects.flatMap((aspect) => aspect.components);
	return leversOf(state)
		.map((lever) => {
			const rungs = ladder(state, lever);
			const reach = new Set(components.filter((one) => rungs[0] && touches(one, rungs[0].move)));
			return { lever, rungs, reach, gain: (rungs.at(-1)?.total ?? 0) - (state.total ?? 0) };
		})
		.filter(({ gain }, at, all) => gain > 0 && !all.slice(0, at).some((one) => isTwin(one, all[at] as Climb)))
		.sort((a, b) => b.gain - a.gain);
}

/** Two figures of one sum do the same: only the first is told. */
const isTwin = (one: Climb, other: Climb) =>
	one.lever.kind === 'figure' &&
	other.lever.kind === 'figure' &&
	one.reach.symmetricDifference(other.reach).size === 0 &&
	one.rungs.length === other.rungs.length &&
	one.rungs.every(({ total, rupiah }, at) => total === other.rungs[at]?.total && rupiah === other.rungs[at].rupiah);

/**
 * Sets of `size` more changes on top of those taken, each of a lever behind the last one. Each member earns something by
 * itself: what would only help together with another is not looked for.
 */
function deepen(search: Search, state: State, taken: readonly Step[], from: number, size: number): void {
	for (let at = from; at < search.levers.length && search.left > 0; at++) {
		const lever = search.levers[at] as Climb;
		const isApart = taken.every((step) => isDisjoint(step.lever.reach, lever.reach));
		// Those behind earn no more: where even the best of them would not do, none will. One hundredth for rounding.
		if (isApart && (state.total ?? 0) + size * (lever.gain + 1) < search.goal) {
			if (search.levers.slice(at).every(({ reach }) => taken.every((step) => isDisjoint(step.lever.reach, reach))))
				return;
			continue;
		}
		const rungs = taken.length === 0 ? lever.rungs : isApart ? again(state, lever) : ladder(state, lever.lever, size);
		search.left -= 1 + rungs.length;
		const first = rungs.find(({ total }) => total >= search.goal);
		if (first?.changes === size) keep(search, [...taken, { lever, rung: first }]);
		for (const rung of rungs)
			if (rung.total < search.goal && rung.changes < size)
				deepen(search, moved(state, rung.move), [...taken, { lever, rung }], at + 1, size - rung.changes);
	}
}

/** The same steps on top of changes that touch none of the same components. */
const again = (state: State, { rungs }: Climb): Rung[] =>
	rungs.map((rung) => ({ ...rung, total: moved(state, rung.move).total ?? -1 }));

const isDisjoint = (one: ReadonlySet<unknown>, other: ReadonlySet<unknown>) => one.isDisjointFrom(other);

/** Only sets of which no member can be left out; of the same levers only the cheapest. */
function keep({ found, state, goal }: Search, steps: Step[]): void {
	const without = (left: Step) => steps.filter((step) => step !== left);
	if (steps.some((left) => (after(state, without(left)).total ?? goal) >= goal)) return;
	const same = found.findIndex(
		(other) => other.length === steps.length && other.every(({ lever }, at) => lever === steps[at]?.lever)
	);
	if (same < 0) found.push(steps);
	else if (bySize(steps, found[same] ?? []) < 0) found[same] = steps;
}

const changesIn = (steps: readonly Step[]) => steps.reduce((sum, { rung }) => sum + rung.changes, 0);
const rupiahIn = (steps: readonly Step[]) => steps.reduce((sum, { rung }) => sum + rung.rupiah, 0n);

/** Fewest changes first, then the least money. */
const bySize = (a: readonly Step[], b: readonly Step[]) =>
	changesIn(a) - changesIn(b) || Number(rupiahIn(a) - rupiahIn(b));

const after = (state: State, steps: readonly Step[]): State =>
	steps.reduce((before, { rung }) => moved(before, rung.move), state);

/** The best single step of the levers that earn most. */
const strongest = ({ levers }: Search): Step[] =>
	levers
		.flatMap((lever) => {
			const rung = lever.rungs.filter(({ changes }) => changes === 1).at(-1);
			return rung ? [{ lever, rung }] : [];
		})
		.sort((a, b) => b.rung.total - a.rung.total)
		.slice(0, enough);

function changeOf({ instrument, filled }: State, { lever: { lever }, rung }: Step): Change {
	if (lever.kind === 'figure' && rung.move.kind === 'figure')
		return {
			kind: 'figure',
			figure: lever.figure,
			from: filled.figures[lever.place] ?? 0n,
			to: rung.move.to
		};
	const places = lever.kind === 'answers' ? lever.places : [];
	return {
		kind: 'answers',
		component: lever.kind === 'answers' ? lever.component : '',
		items: places.map((place) => instrument.items[place] ?? ''),
		count: rung.changes
	};
}
