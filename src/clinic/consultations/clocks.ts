import {
	dayParts,
	momentAfter,
	pathBetween,
	workedBetween,
	type Parts,
	type PathDay,
	type WorkCalendar
} from './working-time.ts';

/**
 * forward: until the question is passed to the right officer; answer: until the asker has the answer; silence: until a
 * question that was answered is closed because its asker says nothing more.
 */
export const clockKinds = ['forward', 'answer', 'silence'] as const;
export type ClockKind = (typeof clockKinds)[number];

/** Working days, as an office keeps them. */
export type ClockDays = Readonly<Record<ClockKind, number>> & { readonly warn: number };

/**
 * The clocks of SP4N-LAPOR: forwarded within 3 working days, answered within 5, closed after 10 without a word of the
 * asker. That the asker is told two days before is ours. Source: lapor.go.id, secondary; compare with the regulation.
 */
export const usualDays: ClockDays = { forward: 3, answer: 5, silence: 10, warn: 2 };

export interface Pause {
	readonly from: Date;
	/** Null while it lasts. */
	readonly to: Date | null;
}
export interface Clock {
	readonly kind: ClockKind;
	/** Working days given when it was started: a later change of the office's rule does not move it. */
	readonly days: number;
	readonly startedAt: Date;
	/** In order of time, none inside another; only the last may be open. */
	readonly pauses: readonly Pause[];
}

/** Times in which a clock runs; the last has no end unless the clock stands still now. */
function running({ startedAt, pauses }: Clock): { from: Date; to: Date | null }[] {
	const spans: { from: Date; to: Date | null }[] = [];
	let from: Date | null = startedAt;
	for (const pause of pauses) {
		if (from && pause.from > from) spans.push({ from, to: pause.from });
		from = pause.to;
	}
	if (from) spans.push({ from, to: null });
	return spans;
}

export type Due =
	/** `at`: the day and hour; `path`: how they were reached. */
	| { readonly state: 'due'; readonly at: Date; readonly path: readonly PathDay[] }
	/** Stands still; `left`: parts of a working day that are left. */
	| { readonly state: 'paused'; readonly left: Parts }
	/** The office has no open day. */
	| { readonly state: 'never' };

/** When a clock runs out. A pause takes no time away and gives none. */
export function dueOf(calendar: WorkCalendar, clock: Clock): Due {
	let rest = dayParts(calendar) * BigInt(clock.days);
	const path: PathDay[] = [];
	for (const { from, to } of running(clock)) {
		const worked = to && workedBetween(calendar, from, to);
		if (worked === null || worked >= rest) {
			const at = momentAfter(calendar, from, rest);
			return at ? { state: 'due', at, path: [...path, ...pathBetween(calendar, from, at)] } : { state: 'never' };
		}
		rest -= worked;
		path.push(...pathBetween(calendar, from, to!));
	}
	return { state: 'paused', left: rest };
}

/** The moment at which an asker is told that the question will be closed. */
export function warningOf(calendar: WorkCalendar, clock: Clock, warn: number): Date | null {
	const due = dueOf(calendar, { ...clock, days: Math.max(0, clock.days - warn) });
	return due.state === 'due' ? due.at : null;
}

/** How pressing a deadline is: over, within one working day, or later. */
export function pressure(calendar: WorkCalendar, dueAt: Date, now: Date): 'over' | 'soon' | 'later' {
	if (dueAt <= now) return 'over';
	return workedBetween(calendar, now, dueAt) <= dayParts(calendar) ? 'soon' : 'later';
}

/** Whole working days by which a deadline has been missed. */
export const daysOver = (calendar: WorkCalendar, dueAt: Date, now: Date): number =>
	Number(workedBetween(calendar, dueAt, now) / dayParts(calendar));

/** A moment is late for the head of division at once, for the head of office two working days later. Ours. */
export const escalates = { headOfDivision: 0, headOfOffice: 2 } as const;
