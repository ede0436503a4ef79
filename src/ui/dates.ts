import type { Zone } from '#platform/clock.ts';

/**
 * Days and clocks in words: 'Sen, 3 Mar 2025 09.41 WITA'. Pure: the zone is given, the three zones have fixed offsets,
 * and the words stand here, because browsers and servers disagree about Indonesian names.
 */
export type Language = 'id' | 'en';

const zoneOf = {
	'Asia/Jakarta': { word: 'WIB', hours: 7 },
	'Asia/Makassar': { word: 'WITA', hours: 8 },
	'Asia/Jayapura': { word: 'WIT', hours: 9 }
} as const satisfies Record<Zone, { word: string; hours: number }>;

const words = {
	id: {
		days: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
		months: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
		shortMonths: 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' '),
		minute: 'menit',
		hour: 'jam',
		justNow: 'baru saja',
		ago: (count: number, unit: Unit) =>
			`${count} ${{ minute: 'menit', hour: 'jam', day: 'hari', month: 'bulan', year: 'tahun' }[unit]} lalu`
	},
	en: {
		days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
		months: 'January February March April May June July August September October November December'.split(' '),
		shortMonths: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
		minute: 'min',
		hour: 'h',
		justNow: 'just now',
		ago: (count: number, unit: Unit) => `${count} ${unit}${count === 1 ? '' : 's'} ago`
	}
} as const;
type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year';

interface Parts {
	year: number;
	month: number;
	date: number;
	weekday: number;
}

function partsOf(day: string): Parts {
	const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
	const at = new Date(time);
	// 31 February parses in some engines as 3 March.
	if (Number.isNaN(time) || at.toISOString().slice(0, 10) !== day) throw new RangeError(`not a day: ${day}`);
	return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate(), weekday: at.getUTCDay() };
}

/** A moment as seen on the wall in a zone: its day and its clock. */
export function onTheWall(at: Date | string, zone: Zone): { day: string; hour: number; minute: number } {
	const time = new Date(at).getTime();
	if (Number.isNaN(time)) throw new RangeError(`not a moment: ${String(at)}`);
	const shifted = new Date(time + zoneOf[zone].hours * 3_600_000);
	return { day: shifted.toISOString().slice(0, 10), hour: shifted.getUTCHours(), minute: shifted.getUTCMinutes() };
}

/** 'WIB', 'WITA' or 'WIT'. */
export const zoneWord = (zone: Zone): string => zoneOf[zone].word;

/** '2025-03-03' → 'Sen, 3 Mar 2025'. */
export function formatDay(day: string, language: Language = 'id'): string {
	const { year, month, date, weekday } = partsOf(day);
	return `${words[language].days[weekday]!.slice(0, 3)}, ${date} ${words[language].shortMonths[month]} ${year}`;
}

/** '2025-03-03' → '3 Mar 2025'. */
export function formatDayShort(day: string, language: Language = 'id'): string {
	const { year, month, date } = partsOf(day);
	return `${date} ${words[language].shortMonths[month]} ${year}`;
}

/** '2025-03-03' → 'Senin, 3 Maret 2025'. */
export function formatDayLong(day: string, language: Language = 'id'): string {
	const { year, month, date, weekday } = partsOf(day);
	return `${words[language].days[weekday]}, ${date} ${words[language].months[month]} ${year}`;
}

/** '2025-03-03' → 'Maret 2025'. */
export function formatMonth(day: string, language: Language = 'id'): string {
	const { year, month } = partsOf(day);
	return `${words[language].months[month]} ${year}`;
}

/** '09.41 WITA', without the zone '09.41'. */
export function formatClock(at: Date | string, zone: Zone, language: Language = 'id', withZone = true): string {
	const { hour, minute } = onTheWall(at, zone);
	const clock = [hour, minute].map((part) => String(part).padStart(2, '0')).join(language === 'id' ? '.' : ':');
	return withZone ? `${clock} ${zoneOf[zone].word}` : clock;
}

/** 'Sen, 3 Mar 2025 09.41 WITA'. */
export const formatMoment = (at: Date | string, zone: Zone, language: Language = 'id'): string =>
	`${formatDay(onTheWall(at, zone).day, language)} ${formatClock(at, zone, language)}`;

/** 65 → '1 jam 5 menit'. Negative spans do not exist. */
export function formatMinutes(minutes: number, language: Language = 'id'): string {
	const whole = Math.max(0, Math.floor(minutes));
	const { hour, minute } = words[language];
	const [hours, rest] = [Math.floor(whole / 60), whole % 60];
	if (hours === 0) return `${rest} ${minute}`;
	return rest === 0 ? `${hours} ${hour}` : `${hours} ${hour} ${rest} ${minute}`;
}

/** '5 menit lalu', '3 hari lalu': only ever beside the exact moment. */
export function formatAgo(at: Date | string, now: Date, language: Language = 'id'): string {
	const minutes = Math.floor((now.getTime() - new Date(at).getTime()) / 60_000);
	const { ago, justNow } = words[language];
	if (minutes < 1) return justNow;
	if (minutes < 60) return ago(minutes, 'minute');
	const hours = Math.floor(minutes / 60);
	if (hours < 24) return ago(hours, 'hour');
	const days = Math.floor(hours / 24);
	if (days < 60) return ago(days, 'day');
	if (days < 730) return ago(Math.floor(days / 30.4375), 'month');
	return ago(Math.floor(days / 365.25), 'year');
}
