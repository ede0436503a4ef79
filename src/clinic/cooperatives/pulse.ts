import { monthsBetween, type Day } from '#platform/clock.ts';

/** How a cooperative stays in touch: its last annual meeting, its last report, its last contact with the office. */
export const beats = ['meeting', 'report', 'contact'] as const;
export type BeatName = (typeof beats)[number];

/** Strong, weak, or faint; null when it was never known to beat. */
export type Strength = 'strong' | 'weak' | 'faint';

export interface Beat {
	readonly name: BeatName;
	readonly on: Day | null;
	/** Whole months since; null when never. */
	readonly months: number | null;
	readonly strength: Strength | null;
}

/**
 * Months after which a beat is weak, then faint. Ours. An annual meeting is owed within six months of the book year's end
 * (UU 25/1992 art. 26), so two of them may lawfully lie eighteen months apart.
 */
const limits: Readonly<Record<BeatName, readonly [weak: number, faint: number]>> = {
	meeting: [18, 30],
	report: [18, 30],
	contact: [3, 12]
};

/** The pulse on a day. A day that lies ahead counts as today. */
export function pulseOf(last: Readonly<Record<BeatName, Day | null>>, today: Day): readonly Beat[] {
	return beats.map((name) => {
		const on = last[name];
		if (on === null) return { name, on, months: null, strength: null };
		const months = Math.max(0, monthsBetween(on, today));
		const [weak, faint] = limits[name];
		return { name, on, months, strength: months < weak ? 'strong' : months < faint ? 'weak' : 'faint' };
	});
}
