import type { Zone } from '#platform/clock.ts';
import { onTheWall } from './dates.ts';
import type { IconName } from './icons.ts';
import type { Tone } from './tone.ts';

/** One thing that happened. */
export interface TimelineEntry {
	readonly id: string;
	/** The moment; or, where only the day is known, a day 'YYYY-MM-DD': a clock is never invented. */
	readonly at: Date | string;
	readonly title: string;
	readonly by?: string | null | undefined;
	readonly text?: string | null | undefined;
	readonly href?: string | undefined;
	readonly tone?: Tone | undefined;
	readonly icon?: IconName | undefined;
	/** The kind as a word, for those who do not see the icon. */
	readonly kind?: string | undefined;
	/** Struck out with its reason; never erased. */
	readonly struck?: string | null | undefined;
	/** Not shown to outsiders. */
	readonly internal?: boolean | undefined;
}

export const isDay = (at: Date | string): at is string => typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at);

const dayOf = (entry: TimelineEntry, zone: Zone) => (isDay(entry.at) ? entry.at : onTheWall(entry.at, zone).day);
const daysApart = (later: string, earlier: string) =>
	Math.round((Date.parse(later) - Date.parse(earlier)) / 86_400_000);

/** Entries (newest first) month by month; `silence` is the number of quiet days before the entry when there were many. */
export function byMonth(entries: readonly TimelineEntry[], zone: Zone, quietDays: number) {
	const months: { month: string; entries: { entry: TimelineEntry; day: string; silence: number | null }[] }[] = [];
	for (const [index, entry] of entries.entries()) {
		const day = dayOf(entry, zone);
		const older = entries[index + 1];
		const quiet = older ? daysApart(day, dayOf(older, zone)) : 0;
		const shown = { entry, day, silence: quiet >= quietDays ? quiet : null };
		const last = months.at(-1);
		if (last?.month.slice(0, 7) === day.slice(0, 7)) last.entries.push(shown);
		else months.push({ month: day, entries: [shown] });
	}
	return months;
}
