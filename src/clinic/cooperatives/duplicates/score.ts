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
const OTHER_KIND = -2;
const SAME_ADDRESS = 6;
/** Bits below which no percentage reaches a band. */
const LEAST = Math.log2(REVIEW / (100 - REVIEW)) - 0.1;

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
	const evidence = withAddress(groundsIn(a, b, rarity), a, b, rarity);
	const percent = percentOf(evidence);
	return { percent, band: bandOf(percent), reasons: reasonsOf(evidence) };
}

/** The same of the few pairs that are worth a look, and null for the many that are not. */
export function worthALook(a: Profile, b: Profile, rarity: Rarity): (Score & { readonly band: DuplicateBand }) | null {
	const grounds = groundsIn(a, b, rarity);
	// Streets are compared last, for they take longest: most pairs have too little without them already.
	if (grounds.sum + SAME_ADDRESS < LEAST) return null;
	const evidence = withAddress(grounds, a, b, rarity);
	const percent = percentOf(evidence);
	const band = bandOf(percent);
	return band && { percent, band, reasons: reasonsOf(evidence) };
}

/** What speaks for and against, each in bits with one place behind the comma; without the addresses. */
interface Grounds {
	readonly name: NameEvidence;
	readonly nameBits: number;
	readonly isOtherKind: boolean;
	readonly legal: LegalSays;
	readonly numbers: Readonly<Record<NumberSort, NumberSays>>;
	readonly isSameDistrict: boolean | null;
	readonly districtBits: number;
	readonly people: readonly string[];
	readonly peopleBits: number;
	readonly sum: number;
}
interface Evidence extends Grounds {
	readonly address: readonly [ReasonCode, number] | null;
}
const numberSorts = ['registry', 'business', 'tax'] as const;
type NumberSort = (typeof numberSorts)[number];

function groundsIn(a: Profile, b: Profile, rarity: Rarity): Grounds {
	const name = nameIn(a, b, rarity);
	const nameBits = tenths(name.bits);
	const isOtherKind = areOtherKinds(a.kindWords, b.kindWords);
	const legal = compareLegal(a.legal, b.legal);
	const numbers = {
		registry: compareDigits(a.registryNumber, b.registryNumber),
		business: compareDigits(a.businessNumber, b.businessNumber),
		tax: compareDigits(a.taxNumber, b.taxNumber)
	};
	const isSameDistrict = a.district && b.district ? a.district === b.district : null;
	const districtBits =
		isSameDistrict === null ? 0 : isSameDistrict ? tenths(Math.min(3, 0.8 * rarity.district(a.district!))) : -4;
	const people = a.people.length === 0 ? a.people : a.people.filter((person) => b.people.includes(person));
	const peopleBits =
		people.length === 0
			? 0
			: tenths(
					Math.min(
						7,
						people.reduce((sum, person) => sum + rarity.person(person), 0)
					)
				);
	const sum =
		BEFORE +
		nameBits +
		(isOtherKind ? OTHER_KIND : 0) +
		(legal ? legalBits[legal] : 0) +
		bitsOf(numbers.registry) +
		bitsOf(numbers.business) +
		bitsOf(numbers.tax) +
		districtBits +
		peopleBits;
	return { name, nameBits, isOtherKind, legal, numbers, isSameDistrict, districtBits, people, peopleBits, sum };
}

function withAddress(grounds: Grounds, a: Profile, b: Profile, rarity: Rarity): Evidence {
	const address = addressEvidence(a.address, b.address, (word) =>
		a.words.includes(word) || b.words.includes(word) ? 0 : rarity.street(word)
	);
	return { ...grounds, address, sum: grounds.sum + (address ? address[1] : 0) };
}

const bitsOf = (says: NumberSays) => (says ? digitBits[says] : 0);
const tenths = (bits: number) => Math.round(bits * 10) / 10;

function percentOf(evidence: Evidence): number {
	// Two that share a number and nothing else are left to a person; so are those whose names have no word in common.
	const highest = isNumberOnly(evidence) ? NUMBER_ONLY : evidence.name.shared.length > 0 ? 99 : SUGGEST - 1;
	return Math.min(highest, Math.round(100 / (1 + 2 ** -evidence.sum)));
}

const bandOf = (percent: number): DuplicateBand | null =>
	percent >= SUGGEST ? 'suggest' : percent >= REVIEW ? 'review' : null;

const isNumberOnly = ({ name, people, address, numbers, legal }: Evidence): boolean =>
	name.shared.length === 0 &&
	people.length === 0 &&
	!(address && address[1] > 0) &&
	(numberSorts.some((sort) => numbers[sort] === 'same') ||
		legal === 'same' ||
		legal === 'alike' ||
		legal === 'sameSeries');

/** The weightiest first. */
function reasonsOf(evidence: Evidence): Reason[] {
	const { name, nameBits, isOtherKind, legal, numbers, address, isSameDistrict, districtBits, people, peopleBits } =
		evidence;
	const reasons: Reason[] = [];
	const say = (code: ReasonCode, bits: number, params: Reason['params'] = {}) => reasons.push({ code, bits, params });
	say(name.isSame ? 'nameSame' : name.shared.length > 0 ? 'nameAlike' : 'nameOther', nameBits);
	if (isOtherKind) say('kindOther', OTHER_KIND);
	if (legal && legal !== 'slip') say(legalCodes[legal], legalBits[legal]);
	for (const sort of numberSorts) {
		const says = numbers[sort];
		if (says === 'same' || says === 'other') say(`${sort}${endings[says]}`, digitBits[says]);
	}
	if (address) say(...address);
	if (isSameDistrict !== null) say(isSameDistrict ? 'districtSame' : 'districtOther', districtBits);
	if (people.length > 0) say('personSame', peopleBits, { count: people.length });
	if (isNumberOnly(evidence)) say('numberOnly', 0);
	return reasons.sort((x, y) => Math.abs(y.bits) - Math.abs(x.bits));
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
	return [isSame ? 'addressSame' : 'addressAlike', tenths(Math.min(isSame ? SAME_ADDRESS : 4, sum))];
}
