/**
 * Codes that people write down and type again: a whole number in characters that are not mistaken for one another when
 * written by hand, closed by a check character that notices one wrong character and two neighbours exchanged.
 */

/** Prime in number, which the check needs. Without 0 O D Q, 1 I L, 6 G, 8's B, 5's S, 2's Z, and U V Y. */
const alphabet = '23456789ACDEFHJKMNPRTWX';
const size = alphabet.length;

/** Who types one of these has read the other one: the alphabet knows only the digit. */
const readAs: Readonly<Record<string, string>> = { B: '8', G: '6', S: '5', Z: '2' };

/** @param length characters without the check character @throws RangeError when the number needs more */
export function codeOf(number: bigint, length: number): string {
	let rest = number;
	let digits = '';
	for (let place = 0; place < length; place++) {
		digits = alphabet.charAt(Number(rest % BigInt(size))) + digits;
		rest /= BigInt(size);
	}
	if (number < 0n || rest > 0n) throw new RangeError(`${number} does not fit ${length} characters`);
	return digits + checkOf(digits);
}

/** How many different codes of that length there are. */
export const codesOf = (length: number): bigint => BigInt(size) ** BigInt(length);

/** The number of a code; null where a character is unknown or the check does not hold. */
export function numberOf(code: string): bigint | null {
	const digits = code.slice(0, -1);
	if (digits === '' || [...code].some((one) => !alphabet.includes(one)) || !code.endsWith(checkOf(digits))) return null;
	return [...digits].reduce((sum, one) => sum * BigInt(size) + BigInt(alphabet.indexOf(one)), 0n);
}

/** As it is kept: capitals, without spaces and dashes, with look-alikes read as what was written. */
export const tidyCode = (typed: string): string =>
	typed
		.toUpperCase()
		.replace(/[\s.\-–—]+/g, '')
		.replace(/[BGSZ]/g, (letter) => readAs[letter] ?? letter);

/** As it is shown: in threes. */
export const shownCode = (code: string): string => code.replace(/(.{3})(?=.)/g, '$1-');

/** The weights of neighbours differ and none is a multiple of the alphabet's size, so no single slip keeps the sum. */
function checkOf(digits: string): string {
	const sum = [...digits].reduce((before, one, place) => before + (place + 2) * alphabet.indexOf(one), 0);
	return alphabet.charAt((size - (sum % size)) % size);
}
