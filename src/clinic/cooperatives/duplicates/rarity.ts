import type { Beside, Bits } from './name-evidence.ts';
import type { Profile } from './profile.ts';
import type { Rarity } from './score.ts';

/** A word met once among ten cooperatives is no rarer than one in this many. */
const FEWEST = 64;
const MOST_BITS = 10;

/** How rare each word, street, district and person is among these records. */
export function rarityAmong(profiles: readonly Profile[]): Rarity {
	const total = Math.max(FEWEST, profiles.length);
	const words = counted(profiles, ({ words: own }) => own);
	return {
		word: rareBy(words, total),
		beside: phrasesAmong(profiles, words),
		street: rareBy(
			counted(profiles, ({ address }) => address),
			total
		),
		district: rareBy(
			counted(profiles, ({ district }) => (district ? [district] : [])),
			total
		),
		person: rareBy(
			counted(profiles, ({ people }) => people),
			total
		)
	};
}

function counted(profiles: readonly Profile[], parts: (profile: Profile) => readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const profile of profiles)
		for (const part of new Set(parts(profile))) counts.set(part, (counts.get(part) ?? 0) + 1);
	return counts;
}

const rareBy =
	(counts: ReadonlyMap<string, number>, total: number): Bits =>
	(part) =>
		Math.min(MOST_BITS, Math.log2(total / Math.max(1, counts.get(part) ?? 1)));

/**
 * Two words that three names or more have together are a phrase, "rumah sakit": where the one stands, the other is
 * expected. Fewer tell nothing, for two records of one cooperative have all their words together.
 */
function phrasesAmong(profiles: readonly Profile[], words: ReadonlyMap<string, number>): Beside {
	const together = counted(profiles, ({ words: own }) => pairsOf(own.filter((word) => (words.get(word) ?? 0) > 2)));
	return (word, other) => {
		const both = together.get(pairOf(word, other)) ?? 0;
		return both < 3 ? Infinity : Math.max(0, Math.log2((words.get(word) ?? 1) / (both - 1)));
	};
}

const pairOf = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** Each two words of a name, in the order of the alphabet. */
export function pairsOf(words: readonly string[]): string[] {
	const pairs: string[] = [];
	for (let at = 1; at < words.length && at < 6; at++)
		for (let before = 0; before < at; before++) pairs.push(pairOf(words[at]!, words[before]!));
	return pairs;
}
