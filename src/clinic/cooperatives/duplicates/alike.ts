/**
 * How alike two words are, 0 to 1, after Jaro and Winkler: letters in common and in order count, a common beginning
 * more. "redyeki" and "reyeki" are .95, "abadi" and "budi" .63.
 */
export function alike(a: string, b: string): number {
	if (a === b) return 1;
	const jaro = jaroOf(a, b);
	let begin = 0;
	while (begin < 4 && begin < a.length && a[begin] === b[begin]) begin++;
	return jaro + begin * 0.1 * (1 - jaro);
}

function jaroOf(a: string, b: string): number {
	if (a.length === 0 || b.length === 0) return 0;
	const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
	const inA: string[] = [];
	const taken = new Uint8Array(b.length);
	for (let at = 0; at < a.length; at++) {
		const end = Math.min(b.length, at + reach + 1);
		for (let other = Math.max(0, at - reach); other < end; other++)
			if (taken[other] === 0 && a[at] === b[other]) {
				taken[other] = 1;
				inA.push(a[at]!);
				break;
			}
	}
	if (inA.length === 0) return 0;
	let swapped = 0;
	for (let at = 0, met = 0; at < b.length; at++) if (taken[at] === 1 && b[at] !== inA[met++]) swapped++;
	const same = inA.length;
	return (same / a.length + same / b.length + (same - swapped / 2) / same) / 3;
}

const remembered = new Map<string, number>();
const MAX_REMEMBERED = 200_000;

/** The same, remembered: a register is made of few words. Emptied when full. */
export function alikeWords(a: string, b: string): number {
	if (a === b) return 1;
	const key = a < b ? `${a} ${b}` : `${b} ${a}`;
	const known = remembered.get(key);
	if (known !== undefined) return known;
	if (remembered.size >= MAX_REMEMBERED) remembered.clear();
	const value = alike(a, b);
	remembered.set(key, value);
	return value;
}
