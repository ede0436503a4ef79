import { bitsIn, HAS_DIGIT, lettersIn } from '../letters.ts';
import { alike } from './alike.ts';

/** How rare a word is: bits of surprise when a name has it by chance. */
export type Bits = (word: string) => number;
/** At most so many bits a word adds where another stands already: little in a phrase that several names have. */
export type Beside = (word: string, other: string) => number;

export interface NameEvidence {
	/** For (above zero) or against. */
	readonly bits: number;
	/** Words that stand in both, as the first has them. */
	readonly shared: readonly string[];
	/** Words that stand in one of the two only. */
	readonly left: readonly string[];
	/** Nothing is left over, and each word is letter for letter the same. */
	readonly isSame: boolean;
}

/** Alike enough to be one word typed badly. */
const NEAR = 0.86;
const NEAR_JOINED = 0.94;

/**
 * Compares two names word by word, in any order: a rare word in both speaks for one cooperative, a word left over
 * against it, most where both have one (the one says Sragen, the other Gemolong) or where it is a number (SMAN 2, SMAN 5).
 */
export function nameEvidence(a: readonly string[], b: readonly string[], bits: Bits, beside: Beside): NameEvidence {
	const shared = a.filter((word) => b.includes(word));
	const told: Told[] = shared.map((word) => ({ word, bits: bits(word) }));
	const leftA = shared.length === a.length ? [] : a.filter((word) => !b.includes(word));
	const leftB = shared.length === b.length ? [] : b.filter((word) => !a.includes(word));
	const isSame = leftA.length === 0 && leftB.length === 0 && shared.length > 0;
	if (leftA.length > 0 && leftB.length > 0) {
		for (const { one, other, near } of nearest(leftA, leftB)) {
			const usual = bits(one) < bits(other) ? one : other;
			told.push({ word: usual, bits: bits(usual) * ((near - 0.7) / 0.3) - 0.5 });
			shared.push(one);
			without(leftA, one);
			without(leftB, other);
		}
		const whole = joined(leftA, leftB);
		if (whole) {
			for (const part of whole.parts) told.push({ word: part, bits: bits(part) - 0.25 });
			shared.push(whole.one);
			for (const word of [whole.one, ...whole.parts]) {
				without(leftA, word);
				without(leftB, word);
			}
		}
	}
	let sum = together(told, beside);
	const left = [...leftA, ...leftB];
	const isBothSided = leftA.length > 0 && leftB.length > 0;
	for (const word of left) sum -= /^\d{1,3}$/.test(word) ? 4 : isBothSided ? 3 : 2;
	return { bits: shared.length === 0 ? -6 : Math.max(-8, sum), shared, left, isSame };
}

function without(words: string[], word: string): void {
	const at = words.indexOf(word);
	if (at >= 0) words.splice(at, 1);
}

interface Told {
	readonly word: string;
	readonly bits: number;
}

/** What several words say together: the rarest in full, each further one less, and next to nothing within a phrase. */
function together(told: readonly Told[], beside: Beside): number {
	const rarest = told.length > 1 ? [...told].sort((x, y) => y.bits - x.bits) : told;
	return rarest.reduce((sum, { word, bits }, at) => {
		if (at === 0) return bits;
		let most = bits * FURTHER;
		for (let before = 0; before < at; before++) most = Math.min(most, beside(rarest[before]!.word, word));
		return sum + most;
	}, 0);
}
const FURTHER = 0.75;

/** Words typed badly, the most alike first, each once. Numbers are never alike. */
function nearest(leftA: readonly string[], leftB: readonly string[]) {
	const found: { one: string; other: string; near: number }[] = [];
	const letters = leftB.map(lettersIn);
	for (const one of leftA) {
		const own = lettersIn(one);
		for (const [at, other] of leftB.entries()) {
			if (!mayBeNear(one, own, other, letters[at]!)) continue;
			const near = alike(one, other);
			if (near >= NEAR) found.push({ one, other, near });
		}
	}
	if (found.length < 2) return found;
	found.sort((x, y) => y.near - x.near);
	const met = new Set<string>();
	return found.filter(({ one, other }) => {
		if (met.has(`a ${one}`) || met.has(`b ${other}`)) return false;
		met.add(`a ${one}`).add(`b ${other}`);
		return true;
	});
}

/** "kedungjaya" and "kedung jaya": the joined word may stand on either side. */
function joined(leftA: readonly string[], leftB: readonly string[]) {
	const look = (whole: readonly string[], split: readonly string[]) => {
		for (const one of whole)
			for (let at = 0; one.length >= 6 && at + 1 < split.length; at++) {
				const parts = [split[at]!, split[at + 1]!] as const;
				const isLong = Math.abs(parts[0].length + parts[1].length - one.length) > 2;
				if (isLong || parts[0][0] !== one[0]) continue;
				if (alike(one, parts.join('')) >= NEAR_JOINED) return { one, parts };
			}
		return null;
	};
	return leftA.length === 0 || leftB.length === 0 ? null : (look(leftA, leftB) ?? look(leftB, leftA));
}

/** Whether a comparison letter by letter is worth it: of about one length, with most letters in common, and no number. */
function mayBeNear(one: string, a: number, other: string, b: number): boolean {
	if (one.length < 3 || other.length < 3 || Math.abs(one.length - other.length) > 2) return false;
	if ((a | b) & HAS_DIGIT) return false;
	const [common, all] = [bitsIn(a & b), bitsIn(a | b)];
	return common * 2 >= all;
}
