/**
 * Numbers as Indonesians write them (1.234.567,89), on digits alone: no floats anywhere.
 * A decimal is a string with a point: '-1234.5'.
 */

const DECIMAL = /^-?\d+(\.\d+)?$/;

const grouped = (digits: string) => digits.replaceAll(/\B(?=(\d{3})+$)/g, '.');

/** '1234567' or 1234567n → '1.234.567'. */
export function formatInteger(value: bigint | number): string {
	if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`);
	return formatDecimal(String(value));
}

/**
 * '1234567.891' → '1.234.567,891'; with `places` rounded half away from zero and filled with zeros.
 * @throws RangeError when it is not a decimal string
 */
export function formatDecimal(value: string, places?: number): string {
	if (!DECIMAL.test(value)) throw new RangeError(`not a decimal: ${value}`);
	const rounded = places === undefined ? value : round(value, places);
	const [whole = '0', fraction] = rounded.replace('-', '').split('.');
	const shown = fraction === undefined ? grouped(whole) : `${grouped(whole)},${fraction}`;
	return rounded.startsWith('-') && /[1-9]/.test(rounded) ? `-${shown}` : shown;
}

/** Rounds a decimal string half away from zero to exactly `places` digits. */
export function round(value: string, places: number): string {
	if (!DECIMAL.test(value)) throw new RangeError(`not a decimal: ${value}`);
	const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
	const scaled =
		BigInt(whole + fraction.slice(0, places).padEnd(places, '0')) + (fraction.charAt(places) >= '5' ? 1n : 0n);
	const digits = scaled.toString().padStart(places + 1, '0');
	const cut = digits.length - places;
	const text = places === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
	return value.startsWith('-') && scaled !== 0n ? `-${text}` : text;
}

/** 1234567n → 'Rp1.234.567'; below zero '-Rp1.234.567'. */
export function formatRupiah(value: bigint): string {
	return value < 0n ? `-Rp${formatInteger(-value)}` : `Rp${formatInteger(value)}`;
}

/** Shortened for tight places: 'Rp1,2 miliar' (English 'Rp1.2 billion' keeps the Indonesian comma). */
export function formatRupiahShort(value: bigint, language: 'id' | 'en' = 'id'): string {
	const size = value < 0n ? -value : value;
	const step = steps.find(({ from }) => size >= from);
	if (!step) return formatRupiah(value);
	const tenths = (size * 10n + step.unit / 2n) / step.unit;
	const text = formatDecimal(`${tenths / 10n}.${tenths % 10n}`).replace(/,0$/, '');
	return `${value < 0n ? '-' : ''}Rp${text} ${step[language]}`;
}
/** `from` is where the rounding to one tenth reaches 1,0 of the unit, so that nothing reads '1.000 juta'. */
const steps = [
	{ from: 999_950_000_000n, unit: 1_000_000_000_000n, id: 'triliun', en: 'trillion' },
	{ from: 999_950_000n, unit: 1_000_000_000n, id: 'miliar', en: 'billion' },
	{ from: 999_950n, unit: 1_000_000n, id: 'juta', en: 'million' }
] as const;

/** 1536 → '1,5 kB' (of 1,024 bytes). */
export function formatBytes(bytes: number): string {
	if (bytes < 1024) return `${bytes} B`;
	const [unit, size] = bytes < 1024 * 1024 ? (['kB', 1024] as const) : (['MB', 1024 * 1024] as const);
	const tenths = Math.round((bytes * 10) / size);
	return `${formatDecimal(`${Math.floor(tenths / 10)}.${tenths % 10}`).replace(/,0$/, '')} ${unit}`;
}

/**
 * Reads what a person typed or a sheet holds as a decimal string: '1.234.567,89', '(1.234)' and '-1.234' for negatives,
 * 'Rp 5.000,-'. A point is only ever a mark between groups of three; '1.5' and '1,234.56' are refused, not guessed.
 * @returns null when it is not a number in this style (also when it is empty)
 */
export function parseDecimal(text: string): string | null {
	const bare = text
		.trim()
		.replaceAll('−', '-')
		.replaceAll(/[\u00a0\u202f]/g, ' ');
	const inBrackets = /^\((.*)\)$/.exec(bare);
	const signed = inBrackets?.[1]?.trim() ?? bare;
	const match = /^(-?)\s*(?:Rp\.?)?\s*(-?)(\d+|\d{1,3}(?:\.\d{3})+)(?:,(\d+|-))?$/i.exec(signed);
	if (!match) return null;
	const minuses = (inBrackets ? 1 : 0) + (match[1] ? 1 : 0) + (match[2] ? 1 : 0);
	if (minuses > 1) return null;
	const whole = match[3]!.replaceAll('.', '').replace(/^0+(?=\d)/, '');
	const fraction = match[4] === '-' ? undefined : match[4];
	const value = fraction === undefined ? whole : `${whole}.${fraction}`;
	return minuses === 1 && /[1-9]/.test(value) ? `-${value}` : value;
}

/** Reads whole rupiah. Cents are refused unless they are zero. */
export function parseRupiah(text: string): bigint | null {
	const value = parseDecimal(text);
	if (value === null) return null;
	const [whole = '', fraction = ''] = value.split('.');
	return /[1-9]/.test(fraction) ? null : BigInt(whole);
}

/** Reads a whole number that fits a JavaScript number (members, days). */
export function parseInteger(text: string): number | null {
	const value = parseRupiah(text);
	return value === null || value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER)
		? null
		: Number(value);
}
