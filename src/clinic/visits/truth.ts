import type { TicketState } from './queue.ts';

/** One deed to a ticket, as far as the time of its states is concerned. */
export interface Moved {
	readonly at: Date;
	/** The state afterwards. */
	readonly state: TicketState;
}

/** Where a visitor's time went, in minutes. What was set aside counts as none of these. */
export interface Spent {
	readonly waiting: number;
	/** From the call until the visitor stood in the room; null where nobody pressed that he or she had come in. */
	readonly walking: number | null;
	readonly handling: number;
}

/** Adds up the time between deeds that were not taken back, the earliest first. */
export function spentBy(moves: readonly Moved[]): Spent {
	const minutes: Partial<Record<TicketState, number>> = {};
	for (const [at, move] of moves.entries()) {
		const next = moves[at + 1];
		if (next) minutes[move.state] = (minutes[move.state] ?? 0) + (next.at.getTime() - move.at.getTime()) / 60_000;
	}
	const called = minutes.called ?? 0;
	const cameIn = moves.some(({ state }) => state === 'serving');
	const isDone = moves.at(-1)?.state === 'finished';
	return {
		waiting: minutes.waiting ?? 0,
		walking: cameIn ? called : null,
		// Never said to have come in, but done: the time from the call is all that is known of the handling.
		handling: cameIn ? (minutes.serving ?? 0) : isDone ? called : 0
	};
}

/** By how many minutes a promise was wrong: 0 within the range, negative when it came sooner. */
export function promiseError(promised: { readonly from: number; readonly to: number }, waited: number): number {
	if (waited < promised.from) return waited - promised.from;
	return waited > promised.to ? waited - promised.to : 0;
}

export const median = (values: readonly number[]): number | null => {
	if (values.length === 0) return null;
	const sorted = [...values].sort((a, b) => a - b);
	const half = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/** A visitor of a day that was: when the waiting began, in minutes of the day, and for how long a room was kept. */
export interface Replayed {
	readonly arrivedAt: number;
	readonly handling: number;
}

export interface Replay {
	/** Mean minutes of waiting. */
	readonly mean: number;
	readonly longest: number;
	/** When the last visitor is done, in minutes of the day. */
	readonly endsAt: number;
}

/**
 * A day played once more with so many officers, each free from the first arrival on, in the order of arrival. Not what it
 * was (breaks, priority and walks are left out), but the same for both numbers of officers, so that they can be compared.
 */
export function replay(visitors: readonly Replayed[], officers: number): Replay | null {
	if (visitors.length === 0 || officers < 1) return null;
	const free: number[] = Array.from({ length: officers }, () => 0);
	const waits: number[] = [];
	for (const { arrivedAt, handling } of [...visitors].sort((a, b) => a.arrivedAt - b.arrivedAt)) {
		const room = free.indexOf(Math.min(...free));
		const begins = Math.max(free[room]!, arrivedAt);
		waits.push(begins - arrivedAt);
		free[room] = begins + handling;
	}
	return {
		mean: waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
		longest: Math.max(...waits),
		endsAt: Math.max(...free)
	};
}
