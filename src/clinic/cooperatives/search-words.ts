import { bitsIn, lettersIn } from './letters.ts';

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
 * Whether a typed word may mean a word of the register: short ones only themselves, those of middle length one slip away,
 * long ones two. That a word is known as it was typed proves nothing, for registers have slips too.
 */
export function mayMean(typed: string, known: string): boolean {
	if (typed === known) return true;
	if (/\d/.test(typed + known) || typed.length < 3) return false;
	return editsBetween(typed, known) <= (typed.length >= 6 ? 2 : 1);
}

interface Name {
	/** Own words, folded, with spaces between. */
	readonly core: string;
	/** With the words of its kind. */
	readonly norm: string;
}

/** What a word that is left over, in the name or in what was typed, takes away. */
export const LEFT = 0.08;
export const OTHER_KIND = 0.1;
/** Told by slips as well, so it only decides between equals. */
const OTHER_ORDER = 0.01;

/**
 * How near a name is to what was typed, up to 1: word by word in any order, slips by their share of the word, the
 * beginning of a word nearly as good as the whole. Sees slips in short words, which have no letters in a row in common.
 */
export function nearness(typed: Name, known: Name): number {
	const words = typed.core.split(' ');
	const left = new Set(known.core.split(' '));
	let sum = 0;
	let letters = 0;
	for (const word of words) {
		let best = 0;
		let met = '';
		for (const other of left) {
			const near = wordNearness(word, other);
			if (near > best) [best, met] = [near, other];
			if (near === 1) break;
		}
		if (best >= 0.5) left.delete(met);
		sum += (best >= 0.5 ? best : 0) * word.length;
		letters += word.length;
	}
	const inOrder = ` ${known.core} `.includes(` ${typed.core} `) ? 0 : OTHER_ORDER;
	const kinds = kindsOf(typed);
	const isOtherKind = kinds.length > 0 && !kinds.some((kind) => kindsOf(known).includes(kind));
	return Math.max(
		0,
		sum / letters - LEFT * left.size - (isOtherKind ? OTHER_KIND : 0) - (words.length > 1 ? inOrder : 0)
	);
}

function wordNearness(typed: string, known: string): number {
	if (typed === known) return 1;
	if (typed.length >= 3 && known.startsWith(typed)) return 0.9;
	if (Math.abs(typed.length - known.length) > 2 || typed.length < 3) return 0;
	const longest = Math.max(typed.length, known.length);
	// A slip puts one letter right: where more than half are others, it is another word, and needs no counting.
	const [a, b] = [lettersIn(typed), lettersIn(known)];
	if (2 * Math.max(bitsIn(a & ~b), bitsIn(b & ~a)) > longest) return 0;
	return 1 - editsBetween(typed, known) / longest;
}

/** The words of a kind in a folded name. */
export const kindsOf = ({ core, norm }: Name) =>
	norm.length > core.length
		? norm
				.slice(0, norm.length - core.length)
				.trim()
				.split(' ')
		: [];
