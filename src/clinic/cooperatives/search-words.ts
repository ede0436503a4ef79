/** How many slips make one word of another: a letter put in, left out, taken for another, or two swapped. */
export function editsBetween(a: string, b: string): number {
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let row = 1; row <= a.length; row++) {
		const next = [row];
		for (let at = 1; at <= b.length; at++) {
			const same = a[row - 1] === b[at - 1];
			let edits = Math.min(last[at]! + 1, next[at - 1]! + 1, last[at - 1]! + (same ? 0 : 1));
			if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1])
				edits = Math.min(edits, before[at - 2]! + 1);
			next.push(edits);
		}
		[before, last] = [last, next];
	}
	return last[b.length]!;
}

/**
 * Whether a typed word may mean a word of the register. Short words are only themselves, words of middle length one slip
 * away, long ones two; and a word that is known as it stands may still be a slip of one letter.
 * @param nearest how many slips away the nearest known word is
 */
export function mayMean(typed: string, known: string, nearest: number): boolean {
	const edits = editsBetween(typed, known);
	if (edits === 0) return true;
	if (/\d/.test(typed + known) || typed.length < 3) return false;
	const allowed = typed.length >= 7 ? 2 : 1;
	return edits <= allowed && edits <= nearest + 1;
}
