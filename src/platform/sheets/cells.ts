/** How the number in a cell is shown: a date and a time are stored as a number of days, told apart only by the style. */
export type NumberStyle = 'plain' | 'moment' | { zeroPadded: number };

const DAY_MS = 86_400_000;
const LAST_SERIAL = 2_958_465; // 9999-12-31

/** Formats that need no entry in the styles: ECMA-376 part 1, 18.8.30, with the East Asian dates. */
const isBuiltInMoment = (id: number) =>
	(id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

export function numberStyle(id: number, code: string | undefined): NumberStyle {
	if (code === undefined) return isBuiltInMoment(id) ? 'moment' : 'plain';
	if (/^0{2,}$/.test(code)) return { zeroPadded: code.length };
	const bare = code
		.replace(/"[^"]*"/g, '')
		.replace(/[\\_*]./g, '')
		// Elapsed time stands in brackets too; colours, currencies and conditions are none of it.
		.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
		.replace(/general/gi, '');
	return /[dmyhs]/i.test(bare) ? 'moment' : 'plain';
}

/** A number as its cell shows it, in plain digits; a date as YYYY-MM-DD. What is no number comes back as it was. */
export function numberText(raw: string, style: NumberStyle, epoch1904: boolean): string {
	const value = Number(raw);
	if (raw.trim() === '' || !Number.isFinite(value)) return raw;
	if (style === 'moment') return momentText(value, epoch1904) ?? plainNumber(value);
	const text = plainNumber(value);
	return typeof style === 'object' && /^\d+$/.test(text) ? text.padStart(style.zeroPadded, '0') : text;
}

function plainNumber(value: number): string {
	const text = String(value);
	if (!text.includes('e')) return text;
	return Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(20).replace(/0+$/, '').replace(/\.$/, '');
}

function momentText(serial: number, epoch1904: boolean): string | null {
	if (serial < 0 || serial > LAST_SERIAL) return null;
	const days = Math.floor(serial);
	const seconds = Math.round((serial - days) * 86_400);
	if (days === 0 && !epoch1904) return clockText(seconds);
	const day = new Date(firstDay(days, epoch1904) + days * DAY_MS + seconds * 1000).toISOString();
	return seconds === 0 ? day.slice(0, 10) : `${day.slice(0, 10)} ${day.slice(11, 19)}`;
}

/** Excel counts a 29 February 1900 that never was (serial 60), so that earlier days are one further on. */
function firstDay(days: number, epoch1904: boolean): number {
	if (epoch1904) return Date.UTC(1904, 0, 1);
	return days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
}

function clockText(seconds: number): string {
	return new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19);
}

/** The column of a reference such as `AB12`, from 0; null when it is none. Runs for every cell, so without a pattern. */
export function columnOf(reference: string): number | null {
	let column = 0;
	let at = 0;
	for (; at < 3; at += 1) {
		const letter = (reference.charCodeAt(at) | 0x20) - 0x60;
		if (!(letter >= 1 && letter <= 26)) break;
		column = column * 26 + letter;
	}
	return at === 0 || !isDigit(reference.charCodeAt(at)) ? null : column - 1;
}

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

/** Characters that XML cannot hold are written _xHHHH_ in a workbook; most often the return of a line break. */
export function unescapeText(text: string): string {
	if (!text.includes('_x')) return text;
	return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
