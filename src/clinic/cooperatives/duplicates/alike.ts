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
	const inA: number[] = [];
	const taken: boolean[] = [];
	for (let at = 0; at < a.length; at++) {
		const letter = a.charCodeAt(at);
		const end = Math.min(b.length, at + reach + 1);
		for (let other = Math.max(0, at - reach); other < end; other++)
			if (!taken[other] && letter === b.charCodeAt(other)) {
				taken[other] = true;
				inA.push(letter);
				break;
			}
	}
	if (inA.length === 0) return 0;
	let swapped = 0;
	for (let at = 0, met = 0; at < b.length; at++) if (taken[at] && b.charCodeAt(at) !== inA[met++]) swapped++;
	const same = inA.length;
	return (same / a.length + same / b.length + (same - swapped / 2) / same) / 3;
}
