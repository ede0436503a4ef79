/** Set for a word with a digit in it. */
export const HAS_DIGIT = 1 << 26;

/** The letters of a word as bits of one number. */
export function lettersIn(word: string): number {
	let set = 0;
	for (let at = 0; at < word.length; at++) {
		const code = word.charCodeAt(at) - 97;
		set |= code >= 0 && code < 26 ? 1 << code : code < 0 ? HAS_DIGIT : 1 << 27;
	}
	return set;
}

/** How many bits are set. */
export function bitsIn(set: number): number {
	let left = set - ((set >> 1) & 0x55555555);
	left = (left & 0x33333333) + ((left >> 2) & 0x33333333);
	return (((left + (left >> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
