import { alikeWords } from './alike.ts';

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
	const leftA = new Set(a);
	const leftB = new Set(b);
	const shared: string[] = [];
	const told: Told[] = [];
	for (const word of a)
		if (leftB.has(word)) {
			told.push({ word, bits: bits(word) });
			meet(word, [word]);
		}
	let isSame = leftA.size === 0 && leftB.size === 0;
	for (const { one, other, near } of nearest(leftA, leftB)) {
		const usual = bits(one) < bits(other) ? one : other;
		told.push({ word: usual, bits: bits(usual) * ((near - 0.7) / 0.3) - 0.5 });
		meet(one, [other]);
	}
	for (const { one, parts, sideA } of joined(leftA, leftB)) {
		for (const part of parts) told.push({ word: part, bits: bits(part) - 0.25 });
		if (sideA) meet(one, parts);
		else {
			for (const part of parts) leftA.delete(part);
			leftB.delete(one);
			shared.push(one);
		}
	}
	isSame &&= shared.length > 0;
	let sum = together(told, beside);
	const left = [...leftA, ...leftB];
	const isBothSided = leftA.size > 0 && leftB.size > 0;
	for (const word of left) sum -= /^\d+$/.test(word) && word.length < 4 ? 4 : isBothSided ? 3 : 2;
	return { bits: shared.length === 0 ? -6 : Math.max(-8, sum), shared, left, isSame };

	function meet(one: string, others: readonly string[]): void {
		leftA.delete(one);
		for (const other of others) leftB.delete(other);
		shared.push(one);
	}
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
function nearest(leftA: ReadonlySet<string>, leftB: ReadonlySet<string>) {
	const found: { one: string; other: string; near: number }[] = [];
	for (const one of leftA)
		for (const other of leftB) {
			if (!mayBeNear(one, other)) continue;
			const near = alikeWords(one, other);
			if (near >= NEAR) found.push({ one, other, near });
		}
	found.sort((x, y) => y.near - x.near);
	const met = new Set<string>();
	return found.filter(({ one, other }) => {
		if (met.has(`a ${one}`) || met.has(`b ${other}`)) return false;
		met.add(`a ${one}`).add(`b ${other}`);
		return true;
	});
}

/** "kedungjaya" and "kedung jaya". */
function joined(leftA: ReadonlySet<string>, leftB: ReadonlySet<string>) {
	const found: { one: string; parts: readonly [string, string]; sideA: boolean }[] = [];
	const look = (whole: ReadonlySet<string>, split: readonly string[], sideA: boolean) => {
		for (const one of whole)
			for (let at = 0; one.length >= 6 && at + 1 < split.length; at++) {
				const parts = [split[at]!, split[at + 1]!] as const;
				const isLong = Math.abs(parts[0].length + parts[1].length - one.length) > 2;
				if (isLong || parts[0][0] !== one[0]) continue;
				if (alikeWords(one, parts.join('')) >= NEAR_JOINED) found.push({ one, parts, sideA });
			}
	};
	if (leftA.size === 0 || leftB.size === 0) return found;
	look(leftA, [...leftB], true);
	if (found.length === 0) look(leftB, [...leftA], false);
	return found.slice(0, 1);
}

/** Whether a comparison letter by letter is worth it: of about one length, with most letters in common, and no number. */
function mayBeNear(one: string, other: string): boolean {
	if (one.length < 3 || other.length < 3 || Math.abs(one.length - other.length) > 2) return false;
	const [a, b] = [lettersIn(one), lettersIn(other)];
	if ((a | b) & HAS_DIGIT) return false;
	const [common, all] = [bitsIn(a & b), bitsIn(a | b)];
	return common * 2 >= all;
}

const HAS_DIGIT = 1 << 26;
const letterSets = new Map<string, number>();

/** The letters of a word as bits of one number. */
function lettersIn(word: string): number {
	const known = letterSets.get(word);
	if (known !== undefined) return known;
	let set = 0;
	for (let at = 0; at < word.length; at++) {
		const code = word.charCodeAt(at) - 97;
		set |= code >= 0 && code < 26 ? 1 << code : code < 0 ? HAS_DIGIT : 1 << 27;
	}
	if (letterSets.size >= MAX_SETS) letterSets.clear();
	letterSets.set(word, set);
	return set;
}
const MAX_SETS = 100_000;

function bitsIn(set: number): number {
	let count = 0;
	for (let left = set; left !== 0; left &= left - 1) count++;
	return count;
}
