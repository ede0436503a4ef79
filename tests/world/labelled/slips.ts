import type { Random } from '../random.ts';
import type { Invented } from './register.ts';
import { address, digits } from './register.ts';
import { openings, streets } from './words.ts';

/** How a name is written wrongly or otherwise: ten sorts. */
export const slipClasses = [
	'typo',
	'swapped letters',
	'dropped word',
	'abbreviation',
	'old spelling',
	'word order',
	'typo + old spelling',
	'typo + abbreviation',
	'dropped word + typo',
	'two typos'
] as const;
export type SlipClass = (typeof slipClasses)[number];

interface Name {
	readonly opening: string;
	readonly words: readonly string[];
}
type Slip = (name: Name, random: Random) => Name;

const letters = 'abcdefghijklmnoprstuwy';

/** A letter put in, left out or taken for another in one of the longer words. */
const typo: Slip = ({ opening, words }, random) => ({
	opening,
	words: inLongWord(words, random, (word) => {
		const at = random.between(1, word.length - 1);
		const letter = random.pick([...letters]);
		return random.pick([
			word.slice(0, at) + letter + word.slice(at),
			word.slice(0, at) + word.slice(at + 1),
			word.slice(0, at) + letter + word.slice(at + 1)
		]);
	})
});

const swapped: Slip = ({ opening, words }, random) => ({
	opening,
	words: inLongWord(words, random, (word) => {
		const places = [...word]
			.map((_, at) => at)
			.filter((at) => at > 0 && at + 1 < word.length && word[at] !== word[at + 1]);
		if (places.length === 0) return word;
		const at = random.pick(places);
		return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
	})
});

/** One word of three or more is not said; of a shorter name what goes before it, for else it would be another's name. */
const dropped: Slip = ({ opening, words }, random) => {
	if (words.length < 3) return { opening: 'Koperasi', words };
	const without = random.between(0, words.length - 1);
	return { opening, words: words.filter((_, at) => at !== without) };
};

const abbreviation: Slip = ({ opening, words }) => {
	const other = openings.find(([written]) => written === opening)?.[1];
	return { opening: other ?? (opening === 'Koperasi Desa Merah Putih' ? 'KDMP' : opening), words };
};

const oldLetters: readonly (readonly [RegExp, string])[] = [
	[/j/g, 'dj'],
	[/y/g, 'j'],
	[/u/g, 'oe'],
	[/c/g, 'tj'],
	[/kh/g, 'ch']
];
const oldSpelling: Slip = ({ opening, words }, random) => {
	// J before y: what was y is j then, and is not spelled once more.
	const [from, to] = random.pick(
		oldLetters.filter(([letter]) => words.some((word) => letter.test(word.toLowerCase()))).concat([[/u/g, 'oe']])
	);
	return { opening, words: words.map((word) => capital(word.toLowerCase().replace(from, to))) };
};

const order: Slip = ({ opening, words }, random) => ({
	opening,
	words: words.length === 1 ? words : [...words.slice(1), words[0]!].toSorted(() => (random.chance(0.2) ? -1 : 0))
});

const slips: Readonly<Record<SlipClass, readonly Slip[]>> = {
	typo: [typo],
	'swapped letters': [swapped],
	'dropped word': [dropped],
	abbreviation: [abbreviation],
	'old spelling': [oldSpelling],
	'word order': [order],
	'typo + old spelling': [oldSpelling, typo],
	'typo + abbreviation': [abbreviation, typo],
	'dropped word + typo': [dropped, typo],
	'two typos': [typo, typo]
};

/** The name as somebody would write or type it. */
export function slip(of: Name, sort: SlipClass, random: Random): string {
	const { opening, words } = slips[sort].reduce<Name>((name, one) => one(name, random), of);
	return [opening, ...words].filter(Boolean).join(' ');
}

/** The same cooperative written down a second time, by somebody who did not look: name, number and address as they come. */
export function secondRecord(of: Invented, sort: SlipClass, random: Random): Invented {
	return {
		...of,
		id: random.id(new Date(1_710_000_000_000)),
		name: slip(of, sort, random),
		legalNumber: of.legalNumber && otherNumber(of.legalNumber, random),
		registryNumber: random.chance(0.5) ? of.registryNumber : null,
		businessNumber: random.chance(0.5) ? of.businessNumber : null,
		taxNumber: random.chance(0.5) ? of.taxNumber : null,
		address: otherAddress(of.address, random),
		people: random.chance(0.4) ? of.people.slice(0, random.between(0, 3)) : []
	};
}

/** Missing for four in ten; else punctuated otherwise, one digit wrong, or the same. */
const otherNumber = (number: string, random: Random): string | null =>
	random.weighted<() => string | null>([
		[() => null, 40],
		[() => number.replaceAll('/', ' / ').replaceAll('.', '-').toLowerCase(), 25],
		[() => wrongDigit(number, random), 15],
		[() => number, 20]
	])();

function wrongDigit(number: string, random: Random): string {
	const places = [...number].flatMap((sign, at) => (/\d/.test(sign) ? [at] : []));
	const at = random.pick(places);
	return number.slice(0, at) + digits(random, 1) + number.slice(at + 1);
}

/** Moved, punctuated otherwise, shortened, missing, or the same. */
const otherAddress = (written: string | null, random: Random): string | null =>
	written === null
		? null
		: random.weighted<() => string | null>([
				[() => address(random, random.pick(streets)), 30],
				[() => written.replace('Jl. ', 'Jalan ').replace(' No. ', ' nomor ').toUpperCase(), 25],
				[() => written.split(' RT ')[0]!, 15],
				[() => null, 10],
				[() => written, 20]
			])();

function inLongWord(words: readonly string[], random: Random, change: (word: string) => string): string[] {
	const long = words.map((word, at) => [word, at] as const).filter(([word]) => word.length >= 4);
	if (long.length === 0) return [...words];
	const [, chosen] = random.pick(long);
	return words.map((word, at) => (at === chosen ? change(word) : word));
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
