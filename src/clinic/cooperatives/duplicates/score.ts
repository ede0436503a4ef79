import { nameEvidence, type Beside, type Bits, type NameEvidence } from './name-evidence.ts';
import { compareDigits, compareLegal, type LegalSays, type NumberSays } from './number-evidence.ts';
import type { Profile } from './profile.ts';

/** How rare words, addresses and districts are where the two records stand: see `rarity.ts`. */
export interface Rarity {
	readonly word: Bits;
	readonly beside: Beside;
	readonly street: Bits;
	readonly district: Bits;
	readonly person: Bits;
}

export const duplicateBands = ['suggest', 'review'] as const;
/** `suggest`: almost certainly one cooperative; `review`: worth a look. */
export type DuplicateBand = (typeof duplicateBands)[number];

export type ReasonCode =
	| 'nameSame'
	| 'nameAlike'
	| 'nameOther'
	| 'kindOther'
	| `legal${'Same' | 'SameSeries' | 'Alike' | 'Other'}`
	| `${'registry' | 'business' | 'tax'}${'Same' | 'Other'}`
	| `address${'Same' | 'Alike' | 'Other'}`
	| `district${'Same' | 'Other'}`
	| 'personSame'
	| 'numberOnly';

/** One thing that speaks for or against, with its weight in bits. It names nothing that only one of the two records says. */
export interface Reason {
	readonly code: ReasonCode;
	readonly bits: number;
	readonly params: Readonly<Record<string, string | number>>;
}

export interface Score {
	/** How sure it is that the two are one, in percent. */
	readonly percent: number;
	/** Null: not worth a look. */
	readonly band: DuplicateBand | null;
	/** The weightiest first. */
	readonly reasons: readonly Reason[];
}

/** Before anything is known of a pair: of those that are compared at all, one in some hundreds is one cooperative. */
const BEFORE = -8;
const SUGGEST = 90;
const REVIEW = 45;
const NUMBER_ONLY = 70;

const legalBits: Readonly<Record<Exclude<LegalSays, null>, number>> = {
	same: 16,
	sameSeries: 4,
	alike: 7,
	slip: 0,
	other: -4,
	otherFamily: -2
};
const digitBits: Readonly<Record<Exclude<NumberSays, null>, number>> = { same: 16, slip: 0, other: -4 };

/**
 * Weighs whether two records are one cooperative. What one of them does not say weighs nothing, so that a missing field
 * neither helps nor harms; what is rare weighs more than what is usual. The weights are bits: each doubles the odds once.
 */
export function scorePair(a: Profile, b: Profile, rarity: Rarity): Score {
	const name = nameIn(a, b, rarity);
	const reasons: Reason[] = [
		reason(name.isSame ? 'nameSame' : name.shared.length > 0 ? 'nameAlike' : 'nameOther', name.bits)
	];
	const say = (code: ReasonCode, bits: number, params: Reason['params'] = {}) =>
		reasons.push(reason(code, bits, params));
	if (areOtherKinds(a.kindWords, b.kindWords)) say('kindOther', -2);

	const legal = compareLegal(a.legalNumber, b.legalNumber);
	if (legal && legal !== 'slip') say(legalCodes[legal], legalBits[legal]);
	const numbers = (['registry', 'business', 'tax'] as const).map((sort) => {
		const says = compareDigits(a[`${sort}Number`], b[`${sort}Number`]);
		if (says === 'same' || says === 'other') say(`${sort}${endings[says]}`, digitBits[says]);
		return says;
	});

	const names = new Set([...a.words, ...b.words]);
	const address = addressEvidence(a.address, b.address, (word) => (names.has(word) ? 0 : rarity.street(word)));
	if (address) say(...address);
	if (a.district && b.district)
		if (a.district === b.district) say('districtSame', Math.min(3, 0.8 * rarity.district(a.district)));
		else say('districtOther', -4);
	const people = a.people.filter((person) => b.people.includes(person));
	if (people.length > 0)
		say(
			'personSame',
			Math.min(
				7,
				people.reduce((sum, person) => sum + rarity.person(person), 0)
			),
			{
				count: people.length
			}
		);

	const isNumberOnly =
		name.shared.length === 0 &&
		people.length === 0 &&
		!(address && address[1] > 0) &&
		(numbers.includes('same') || legal === 'same' || legal === 'alike' || legal === 'sameSeries');
	return judged(reasons, isNumberOnly, name.shared.length > 0);
}

/** A name that is the place's own says little where both stand in that place; but a village has one cooperative of its own. */
function nameIn(a: Profile, b: Profile, rarity: Rarity): NameEvidence {
	const places = new Set(a.address.filter((word) => b.address.includes(word)));
	const name = nameEvidence(
		a.words,
		b.words,
		(word) => rarity.word(word) * (places.has(word) ? 0.5 : 1),
		rarity.beside
	);
	const isOfOneVillage = name.isSame && [a, b].every(({ kindWords }) => kindWords.includes('kdmp'));
	return isOfOneVillage ? nameEvidence(a.words, b.words, rarity.word, rarity.beside) : name;
}

function judged(reasons: Reason[], isNumberOnly: boolean, hasSharedName: boolean): Score {
	const sum = reasons.reduce((total, { bits }) => total + bits, BEFORE);
	// Two that share a number and nothing else are left to a person; so are those whose names have no word in common.
	const highest = isNumberOnly ? NUMBER_ONLY : hasSharedName ? 99 : SUGGEST - 1;
	const percent = Math.min(highest, Math.round(100 / (1 + 2 ** -sum)));
	if (isNumberOnly) reasons.push(reason('numberOnly', 0));
	return {
		percent,
		band: percent >= SUGGEST ? 'suggest' : percent >= REVIEW ? 'review' : null,
		reasons: reasons.sort((x, y) => Math.abs(y.bits) - Math.abs(x.bits))
	};
}

const reason = (code: ReasonCode, bits: number, params: Reason['params'] = {}): Reason => ({
	code,
	bits: Math.round(bits * 10) / 10,
	params
});
const endings = { same: 'Same', other: 'Other' } as const;
const legalCodes = {
	same: 'legalSame',
	sameSeries: 'legalSameSeries',
	alike: 'legalAlike',
	other: 'legalOther',
	otherFamily: 'legalOther'
} as const;

const areOtherKinds = (a: readonly string[], b: readonly string[]) =>
	a.length > 0 && b.length > 0 && !a.some((word) => b.includes(word));

/** Streets in common by their rarity; a number alone is none. */
function addressEvidence(a: readonly string[], b: readonly string[], bits: Bits): [ReasonCode, number] | null {
	if (a.length === 0 || b.length === 0) return null;
	const shared = a.filter((word) => b.includes(word));
	const streets = shared.filter((word) => !/^\d+$/.test(word));
	if (streets.length === 0) return ['addressOther', -1.5];
	const sum = 0.5 * streets.reduce((total, word) => total + bits(word), 0) + (shared.length > streets.length ? 1 : 0);
	const isSame = shared.length === a.length && shared.length === b.length;
	return [isSame ? 'addressSame' : 'addressAlike', Math.min(isSame ? 6 : 4, sum)];
}
