import { openingOn, weekdays, type ClosedDays, type OpenDay } from '#clinic/offices/opening.ts';
import type { OpeningHours } from '#clinic/offices/hours.ts';
import { addDays, dayOf, type Day, type Zone } from '#platform/clock.ts';

/** When an office works: its hours, the days on which it is closed, its zone. */
export interface WorkCalendar {
	readonly hours: OpeningHours;
	readonly closed: ClosedDays;
	readonly zone: Zone;
}

/**
 * Working time is counted in parts of a working day: a short Friday is a working day like a long Monday, as the rules
 * count them. Whole numbers only: a day has `dayParts` parts, and every millisecond of an open day carries its share.
 */
export type Parts = bigint;

/** Indonesia has no summer time, so a zone is a fixed number of hours. */
const zoneHours: Readonly<Record<Zone, number>> = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 };
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
const lengthOf = ({ opens, closes }: { opens: string; closes: string }): number => minutesOf(closes) - minutesOf(opens);

/** The moment of a clock time on a day of the office. */
export const momentAt = (on: Day, clock: string, zone: Zone): Date =>
	new Date(Date.parse(`${on}T00:00:00Z`) + (minutesOf(clock) - zoneHours[zone] * 60) * 60_000);

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Parts of one working day: divisible by the length of every weekday, so that no share is a fraction. */
export function dayParts({ hours }: Pick<WorkCalendar, 'hours'>): Parts {
	const lengths = weekdays.flatMap((weekday) => (hours[weekday] ? [lengthOf(hours[weekday])] : []));
	const common = lengths.filter((length) => length > 0).reduce((sum, length) => (sum / gcd(sum, length)) * length, 1);
	return BigInt(common) * 60_000n;
}

interface Span {
	readonly on: Day;
	readonly from: Date;
	readonly to: Date;
	/** Parts in a millisecond. */
	readonly share: Parts;
}

function spanOf(calendar: WorkCalendar, day: OpenDay): Span | null {
	const length = lengthOf(day);
	if (length <= 0) return null;
	return {
		on: day.on,
		from: momentAt(day.on, day.opens, calendar.zone),
		to: momentAt(day.on, day.closes, calendar.zone),
		share: dayParts(calendar) / (BigInt(length) * 60_000n)
	};
}

const openSpan = (calendar: WorkCalendar, on: Day): Span | null => {
	const open = openingOn(calendar.hours, calendar.closed, on);
	return open && spanOf(calendar, open);
};

/** Whether the office ever opens: a calendar without a single open weekday counts nothing. */
export const opensAtAll = ({ hours }: Pick<WorkCalendar, 'hours'>): boolean =>
	weekdays.some((weekday) => hours[weekday] !== undefined && lengthOf(hours[weekday]) > 0);

/** Working time between two moments; none when they stand the other way round. */
export function workedBetween(calendar: WorkCalendar, from: Date, to: Date): Parts {
	let sum = 0n;
	const last = dayOf(to, calendar.zone);
	for (let on = dayOf(from, calendar.zone); on <= last; on = addDays(on, 1)) {
		const span = openSpan(calendar, on);
		if (!span) continue;
		const begin = Math.max(span.from.getTime(), from.getTime());
		const end = Math.min(span.to.getTime(), to.getTime());
		if (end > begin) sum += BigInt(end - begin) * span.share;
	}
	return sum;
}

/** No clock runs for so many days of the calendar: a list of holidays that closes everything is a mistake. */
const farthest = 1500;

/**
 * The first moment at which so much working time has passed since another. None: the office does not open.
 * What has no time left is due at once.
 */
export function momentAfter(calendar: WorkCalendar, from: Date, parts: Parts): Date | null {
	if (parts <= 0n) return from;
	if (!opensAtAll(calendar)) return null;
	let rest = parts;
	let on = dayOf(from, calendar.zone);
	for (let days = 0; days < farthest; days++, on = addDays(on, 1)) {
		const span = openSpan(calendar, on);
		if (!span) continue;
		const begin = Math.max(span.from.getTime(), from.getTime());
		const there = BigInt(Math.max(0, span.to.getTime() - begin)) * span.share;
		if (there >= rest) return new Date(begin + Number((rest + span.share - 1n) / span.share));
		rest -= there;
	}
	return null;
}

/** One day on the way to a deadline. */
export type PathDay =
	| { readonly on: Day; readonly kind: 'counted'; readonly from: Date; readonly to: Date }
	| { readonly on: Day; readonly kind: 'closed'; readonly holiday: string | null };

/** The way from one moment to another, day by day: what was counted, what was not and why. */
export function pathBetween(calendar: WorkCalendar, from: Date, to: Date): PathDay[] {
	const path: PathDay[] = [];
	const last = dayOf(to, calendar.zone);
	for (let on = dayOf(from, calendar.zone); on <= last && path.length < farthest; on = addDays(on, 1)) {
		const span = openSpan(calendar, on);
		if (!span) {
			path.push({ on, kind: 'closed', holiday: calendar.closed.get(on) ?? null });
			continue;
		}
		const begin = new Date(Math.max(span.from.getTime(), from.getTime()));
		const end = new Date(Math.min(span.to.getTime(), to.getTime()));
		if (end > begin) path.push({ on, kind: 'counted', from: begin, to: end });
	}
	return path;
}
