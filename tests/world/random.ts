import { v7 } from 'uuid';
import type { Id } from '#platform/ids.ts';

/** Chance from a seed: the same seed gives the same world on every machine. */
export interface Random {
	/** 0 up to, not including, 1. */
	next(): number;
	/** A whole number, both ends included. */
	between(low: number, high: number): number;
	/** Bell-shaped round 0, nearly always within -1 and 1. */
	swing(): number;
	chance(share: number): boolean;
	pick<T>(options: readonly T[]): T;
	/** One of the options by its weight. */
	weighted<T>(options: readonly (readonly [T, number])[]): T;
	/** A copy in another order. */
	shuffled<T>(options: readonly T[]): T[];
	/** A UUIDv7 made at that moment. */
	id<Kind extends string>(at: Date): Id<Kind>;
}

/** Mulberry32: thirty-two bits of state are plenty for an invented register. */
export function randomFrom(seed: string): Random {
	let state = hashed(seed);
	const next = () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
	const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
	return {
		next,
		between,
		swing: () => (next() + next() + next() - 1.5) / 1.5,
		chance: (share) => next() < share,
		pick: (options) => options[between(0, options.length - 1)]!,
		weighted: (options) => {
			let left = next() * options.reduce((sum, [, weight]) => sum + weight, 0);
			for (const [option, weight] of options) if ((left -= weight) < 0) return option;
			return options.at(-1)![0];
		},
		shuffled: (options) => {
			const copy = [...options];
			for (let at = copy.length - 1; at > 0; at -= 1) {
				const other = between(0, at);
				[copy[at], copy[other]] = [copy[other]!, copy[at]!];
			}
			return copy;
		},
		id: (at) =>
			v7({
				msecs: at.getTime(),
				seq: between(0, 0x7fffffff),
				random: Uint8Array.from({ length: 16 }, () => between(0, 255))
			}) as never
	};
}

/** FNV-1a: a text as a number to begin from. */
function hashed(text: string): number {
	let hash = 0x811c9dc5;
	for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
	return hash;
}
