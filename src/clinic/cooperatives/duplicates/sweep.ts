import type { Profile } from './profile.ts';
import { pairsOf, rarityAmong } from './rarity.ts';
import { scorePair, type Rarity, type Score } from './score.ts';

export interface FoundPair extends Score {
	readonly a: Profile;
	readonly b: Profile;
	readonly band: NonNullable<Score['band']>;
}

/** A key that more records share tells nothing: they meet by another. */
const LARGEST = 60;

/** By what two records may meet, one sort after the other, so that only one sort's keys are in memory at a time. */
type Keys = (profile: Profile, rarity: Rarity) => readonly string[];
const sorts: readonly Keys[] = [
	({ legalNumber }) => (legalNumber ? [legalNumber, ...serialOf(legalNumber)] : []),
	({ registryNumber }) => present(registryNumber),
	({ businessNumber }) => present(businessNumber),
	({ taxNumber }) => present(taxNumber),
	(profile, rarity) => rarest(profile.words, rarity.word, 3),
	({ words }) => pairsOf(words),
	({ words, district }) =>
		words.length > 1
			? [
					`${district ?? ''} ${words
						.map((word) => word[0])
						.sort()
						.join('')}`
				]
			: [],
	(profile, rarity) =>
		rarest(profile.words, rarity.word, 2).map((word) => `${profile.district ?? ''} ${word.slice(0, 3)}`),
	({ words }) => (words.length > 0 ? [words.join('').slice(0, 8)] : []),
	(profile, rarity) => {
		const streets = rarest(
			profile.address.filter((word) => !/^\d+$/.test(word)),
			rarity.street,
			2
		);
		return streets.length > 0 ? [streets.sort().join(' ')] : [];
	},
	({ people }) => people
];

/** After so many comparisons others get their turn. */
const TURN = 4_000;

/**
 * Pairs among these records that may be one cooperative, in turns: whoever takes them one by one lets others work between.
 * Only records that share a key are compared, never all with all.
 */
export function* sweeping(
	profiles: readonly Profile[],
	rarity: Rarity = rarityAmong(profiles)
): Generator<undefined, FoundPair[]> {
	const seen = new Set<number>();
	const found: FoundPair[] = [];
	let turn = 0;
	for (const keysOf of sorts) {
		for (const block of blocks(profiles, rarity, keysOf))
			for (let at = 1; at < block.length; at++)
				for (let before = 0; before < at; before++) {
					const pair = block[before]! * profiles.length + block[at]!;
					if (seen.has(pair)) continue;
					seen.add(pair);
					const [a, b] = [profiles[block[before]!]!, profiles[block[at]!]!];
					const { band, ...score } = scorePair(a, b, rarity);
					if (band) found.push({ a, b, band, ...score });
					if (++turn % TURN === 0) yield;
				}
		yield;
	}
	return found;
}

/** The same at once. */
export function pairsAmong(profiles: readonly Profile[], rarity?: Rarity): FoundPair[] {
	const work = sweeping(profiles, rarity);
	for (;;) {
		const { done, value } = work.next();
		if (done) return value;
	}
}

function* blocks(profiles: readonly Profile[], rarity: Rarity, keysOf: Keys): Generator<readonly number[]> {
	const first = new Map<string, number>();
	const more = new Map<string, number[]>();
	profiles.forEach((profile, index) => {
		for (const key of new Set(keysOf(profile, rarity))) {
			const alone = first.get(key);
			if (alone === undefined) first.set(key, index);
			else {
				const block = more.get(key);
				if (block) block.push(index);
				else more.set(key, [alone, index]);
			}
		}
	});
	for (const block of more.values()) if (block.length <= LARGEST) yield block;
}

const present = (value: string | null) => (value ? [value] : []);
const serialOf = (number: string) => /(?:^|\/)(\d{4,})/.exec(number)?.slice(1) ?? [];

const rarest = (words: readonly string[], bits: (word: string) => number, most: number) =>
	words.length <= most ? [...words] : [...words].sort((a, b) => bits(b) - bits(a)).slice(0, most);
