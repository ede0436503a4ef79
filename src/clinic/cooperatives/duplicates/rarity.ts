import type { Profile } from './profile.ts';
import type { Rarity } from './score.ts';

/** A word met once among ten cooperatives is no rarer than one in this many. */
const FEWEST = 64;
const MOST_BITS = 10;

/** How rare each word, street and district is among these records. */
export function rarityAmong(profiles: readonly Profile[]): Rarity {
	const words = counted(profiles, ({ words: own }) => own);
	const streets = counted(profiles, ({ address }) => address);
	const districts = counted(profiles, ({ district }) => (district ? [district] : []));
	return {
		word: words,
		street: streets,
		district: districts,
		person: counted(profiles, ({ people }) => people)
	};
}

function counted(profiles: readonly Profile[], parts: (profile: Profile) => readonly string[]) {
	const counts = new Map<string, number>();
	for (const profile of profiles)
		for (const part of new Set(parts(profile))) counts.set(part, (counts.get(part) ?? 0) + 1);
	const total = Math.max(FEWEST, profiles.length);
	return (part: string) => Math.min(MOST_BITS, Math.log2(total / Math.max(1, counts.get(part) ?? 1)));
}
