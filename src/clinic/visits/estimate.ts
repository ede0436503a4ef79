/** What somebody is told about the wait: whole minutes, never a single figure. */
export interface WaitRange {
	readonly from: number;
	readonly to: number;
}

/** How long a visitor keeps a room, in minutes: a quarter of them shorter than `short`, a quarter longer than `long`. */
export interface Handling {
	readonly short: number;
	readonly long: number;
}

export interface Booking {
	/** Minutes from now; negative when it is due already and its visitor has not come in yet. */
	readonly at: number;
	/** For how long it keeps a room. */
	readonly minutes: number;
}

export interface WaitFacts {
	/** Who is called before, without those who have an appointment. */
	readonly ahead: number;
	/** Each staffed room: in how many minutes it is free, as far as anybody knows; 0 for a free one. */
	readonly freeIn: readonly number[];
	readonly handling: Handling;
	readonly bookings: readonly Booking[];
}

/** The figures of one room are told in steps of so many minutes: more would be false precision. */
const step = 5;

/** The range of the wait; null while no room is staffed, because then nobody can know. */
export function waitRange({ ahead, freeIn, handling, bookings }: WaitFacts): WaitRange | null {
	const early = begins(ahead, freeIn, handling.short, bookings);
	const late = begins(ahead, freeIn, handling.long, bookings);
	if (early === null || late === null) return null;
	const from = Math.floor(Math.min(early, late) / step) * step;
	return { from, to: Math.max(from + step, Math.ceil(Math.max(early, late) / step) * step) };
}

/**
 * When the next visitor comes in, if each keeps a room for so long: rooms take who is ahead in turn, and a booking takes
 * the first room that is free from its time on.
 */
function begins(
	ahead: number,
	freeIn: readonly number[],
	minutes: number,
	bookings: readonly Booking[]
): number | null {
	if (freeIn.length === 0) return null;
	const free = [...freeIn];
	const due = [...bookings].sort((a, b) => a.at - b.at);
	const take = (from: number, length: number) => {
		const room = free.indexOf(Math.min(...free));
		free[room] = Math.max(free[room]!, from) + length;
	};
	for (let before = 0; ; before += 1) {
		while (due[0] && due[0].at <= Math.min(...free)) take(due[0].at, due.shift()!.minutes);
		if (before === ahead) return Math.min(...free);
		take(0, minutes);
	}
}

/** Of times that were measured, where enough are known; else about what the office says is usual. */
export function handlingOf(measured: readonly number[], usual: number): Handling {
	if (measured.length < enough) return { short: usual * 0.75, long: usual * 1.25 };
	const sorted = [...measured].sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
	return { short: at(0.25), long: at(0.75) };
}
const enough = 8;

/** What is reckoned with where the office has said nothing. Ours. */
export const usualHandling = 20;

/** In how many minutes a room is free whose visitor has been in it for so long. */
export const roomFreeIn = (minutesInRoom: number, { short, long }: Handling): number =>
	// Who has stayed longer than most is expected to leave soon, not at once.
	Math.max((short + long) / 2 - minutesInRoom, 2);
