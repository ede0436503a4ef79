import { parseDecimal } from '#ui/numbers.ts';

/** How amounts are typed: in rupiah, or in millions of rupiah as many annual reports print them. */
export const amountUnits = ['rupiah', 'million'] as const;
export type AmountUnit = (typeof amountUnits)[number];

const places: Record<AmountUnit, number> = { rupiah: 0, million: 6 };

export type AmountRead = { readonly rupiah: bigint } | { readonly problem: 'notAnAmount' | 'notWholeRupiah' };

/** No amount needs more digits; a longer text is a mistake. */
const mostDigits = 30;

/** Reads an amount as Indonesians write it: 1.234.567, (1.234) or -1.234; in millions also 1.234,5. Never rounds. */
export function readAmount(text: string, unit: AmountUnit): AmountRead {
	const decimal = parseDecimal(text);
	if (decimal === null || decimal.replace(/\D/g, '').length > mostDigits) return { problem: 'notAnAmount' };
	const [whole = '0', written = ''] = decimal.split('.');
	const fraction = written.replace(/0+$/, '');
	if (fraction.length > places[unit]) return { problem: 'notWholeRupiah' };
	const size = BigInt(`${whole.replace('-', '')}${fraction.padEnd(places[unit], '0')}`);
	return { rupiah: whole.startsWith('-') ? -size : size };
}

/** The amount in its unit as a decimal text with a point, exactly: 1250000 rupiah is '1.25' million. */
export function amountIn(rupiah: bigint, unit: AmountUnit): string {
	const digits = String(rupiah < 0n ? -rupiah : rupiah).padStart(places[unit] + 1, '0');
	const cut = digits.length - places[unit];
	const fraction = digits.slice(cut).replace(/0+$/, '');
	return `${rupiah < 0n ? '-' : ''}${digits.slice(0, cut)}${fraction === '' ? '' : `.${fraction}`}`;
}
