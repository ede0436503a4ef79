/**
 * An exact ratio of two whole numbers, kept in thousandths of its unit: `over / under` thousandths of a percent, of
 * times or of days. Bands are found by cross-multiplication, so no ratio is ever rounded before it is judged.
 */
export interface Ratio {
	readonly over: bigint;
	/** Always above 0: a denominator of 0 or less is an outcome of its own and never becomes a ratio. */
	readonly under: bigint;
}

/** Division that rounds down, also below 0 (BigInt's own division rounds towards 0). */
export function floorDivide(over: bigint, under: bigint): bigint {
	const quotient = over / under;
	return over % under !== 0n && over < 0n !== under < 0n ? quotient - 1n : quotient;
}

/** A decimal text such as "7.5" or "-0.25" in units of ten to the power of minus `places`. */
export function decimal(text: string, places: number): bigint {
	const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
	const fraction = parts?.[3] ?? '';
	if (!parts || fraction.length > places) throw new RangeError(`not a decimal of ${places} places: ${text}`);
	const size = BigInt(`${parts[2]}${fraction.padEnd(places, '0')}`);
	return parts[1] === '-' ? -size : size;
}

/** A count of tenths, hundredths, … as text: (7250n, 2) is "72.50". */
export function decimalText(count: bigint, places: number): string {
	const size = String(count < 0n ? -count : count).padStart(places + 1, '0');
	return `${count < 0n ? '-' : ''}${size.slice(0, -places)}.${size.slice(-places)}`;
}

/**
 * Three decimals, half up. "Up" is towards the larger number on both sides of 0: 0.0005 is printed as 0.001, and
 * -0.0005 as 0.000. A ratio that rounds to 0 carries no minus.
 */
export function ratioText(ratio: Ratio): string {
	return decimalText(floorDivide(2n * ratio.over + ratio.under, 2n * ratio.under), 3);
}

/** Whether the ratio lies below (`-1`), on (`0`) or above (`1`) an edge given in thousandths. */
export function compareWithEdge(ratio: Ratio, edge: bigint): -1 | 0 | 1 {
	const reached = edge * ratio.under;
	if (ratio.over < reached) return -1;
	return ratio.over > reached ? 1 : 0;
}
