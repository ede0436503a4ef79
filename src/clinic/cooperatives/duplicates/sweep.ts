import { Keys, Numbers } from './keys.ts';
import type { Profile } from './profile.ts';
import { pairsOf, rarityAmong } from './rarity.ts';
import { worthALook, type Rarity, type Score } from './score.ts';

export interface FoundPair extends Score {
	readonly a: Profile;
	readonly b: Profile;
	readonly band: NonNullable<Score['band']>;
}

/** A key that more records share tells nothing: they meet by another. */
const LARGEST = 60;

/** By what two records may meet, one sort after the other, so that only one sort's keys are in memory at a time. */
type KeysOf = (profile: Profile, rarity: Rarity) => readonly string[];
const sorts: readonly KeysOf[] = [
	({ legal }) => (legal ? [legal.number, ...serialOf(legal.number)] : []),
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

/** After so many comparisons, or records looked at, others get their turn. */
const TURN = 4_000;

/**
 * Pairs among these records that may be one cooperative, in turns: whoever takes them one by one lets others work between.
 * Only records that share a key are compared, never all with all.
 */
export function* sweeping(
	profiles: readonly Profile[],
	rarity: Rarity = rarityAmong(profiles)
): Generator<undefined, FoundPair[]> {
	const meetings = new Numbers();
	for (const keysOf of sorts) yield* meetBy(keysOf, profiles, rarity, meetings);
	const found: FoundPair[] = [];
	const met = meetings.sorted();
	for (let at = 0; at < met.length; at++) {
		if (at % TURN === 0) yield;
		if (met[at] === met[at - 1]) continue;
		const [a, b] = [profiles[Math.floor(met[at]! / profiles.length)]!, profiles[met[at]! % profiles.length]!];
		const score = worthALook(a, b, rarity);
		if (score) found.push({ a, b, ...score });
	}
	return found;
}

/** Notes every two records that share a key of this sort. */
function* meetBy(
	keysOf: KeysOf,
	profiles: readonly Profile[],
	rarity: Rarity,
	meetings: Numbers
): Generator<undefined, void> {
	const keys = new Keys();
	for (let at = 0; at < profiles.length; at++) {
		for (const key of keysOf(profiles[at]!, rarity)) keys.add(key, at);
		if (at % TURN === TURN - 1) yield;
	}
	for (const group of keys.groups()) {
		if (group.length > LARGEST) continue;
		for (let at = 1; at < group.length; at++)
			for (let before = 0; before < at; before++) meetings.push(group[before]! * profiles.length + group[at]!);
	}
}

/** The same at once. */
export function pairsAmong(profiles: readonly Profile[], rarity?: Rarity): FoundPair[] {
	const work = sweeping(profiles, rarity);
	for (;;) {
		const { done, value } = work.next();
		if (done) return value;
	}
}

const present = (value: string | null) => (value ? [value] : []);
const serialOf = (number: string) => /(?:^|\/)(\d{4,})/.exec(number)?.slice(1) ?? [];

const rarest = (words: readonly string[], bits: (word: string) => number, most: number) =>
	words.length <= most ? [...words] : [...words].sort((a, b) => bits(b) - bits(a)).slice(0, most);
