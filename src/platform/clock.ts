/** The three time zones of Indonesia: western (WIB), central (WITA), eastern (WIT). None has summer time. */
export const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
export type Zone = (typeof zones)[number];

/** A calendar day `YYYY-MM-DD` in the office's zone. */
export type Day = string;

const dayIn = new Map(
	zones.map((zone) => [
		zone,
		new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
	])
);

/** The day that a moment falls on in a zone: 23:30 UTC of the 1st is the 2nd at 06:30 WIB. */
export const dayOf = (moment: Date, zone: Zone): Day => dayIn.get(zone)!.format(moment);

const offsets: Readonly<Record<Zone, string>> = {
	'Asia/Jakarta': '+07:00',
	'Asia/Makassar': '+08:00',
	'Asia/Jayapura': '+09:00'
};

/** The moment of a time `HH:MM` on the wall of a zone. */
export const momentAt = (day: Day, clock: string, zone: Zone): Date => new Date(`${day}T${clock}:00${offsets[zone]}`);

/** Now. Tests fix it through FIXED_NOW, which start refuses outside tests and demonstration. */
export function now(): Date {
	const fixed = process.env.FIXED_NOW;
	return fixed ? new Date(fixed) : new Date();
}

const DAY_MS = 86_400_000;
const utc = (day: Day) => Date.parse(`${day}T00:00:00Z`);

/** `days` later (or earlier, when negative). */
export const addDays = (day: Day, days: number): Day => new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / DAY_MS);

/** The same day of the month `months` later, or that month's last day where it has none (31 Jan + 1 = 28 or 29 Feb). */
export function addMonths(day: Day, months: number): Day {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Whole months from `from` to `to`: how many `addMonths` steps fit. */
export function monthsBetween(from: Day, to: Day): number {
	const [y1, m1] = from.split('-').map(Number) as [number, number];
	const [y2, m2] = to.split('-').map(Number) as [number, number];
	const months = (y2 - y1) * 12 + (m2 - m1);
	return addMonths(from, months) > to ? months - 1 : months;
}
