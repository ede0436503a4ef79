import { readLegalNumber } from '#clinic/cooperatives/legal-numbers.ts';
import { foldCooperativeName } from '#clinic/cooperatives/names.ts';
import type { Written } from '#clinic/cooperatives/duplicates/profile.ts';
import type { Random } from '../random.ts';
import { nameWords, openings, personNames, streets } from './words.ts';

/** A regency as the invented register needs it: codes and names of its districts and villages. */
export interface Regency {
	readonly code: string;
	readonly districts: readonly { readonly code: string; readonly villages: readonly string[] }[];
}

/** One invented cooperative as an office would have written it down. */
export interface Invented {
	readonly id: string;
	readonly opening: string;
	/** Its own words, without the opening. */
	readonly words: readonly string[];
	readonly name: string;
	readonly legalNumber: string | null;
	readonly registryNumber: string | null;
	readonly businessNumber: string | null;
	readonly taxNumber: string | null;
	readonly address: string | null;
	readonly districtCode: string;
	readonly people: readonly string[];
}

/** A word by its rank: the first in about one name of seven, the last in hardly any. */
function usual(random: Random): string {
	const skewed = random.next() ** 1.8;
	return nameWords[Math.floor(skewed * nameWords.length)]!;
}

const begins =
	'Ba,Be,Bi,Bo,Ca,Da,De,Ga,Gi,Ja,Ka,Ke,Ko,La,Le,Ma,Me,Mu,Na,Nu,Pa,Pe,Ra,Re,Sa,Se,Si,Su,Ta,Te,Ti,Tu,Wa,Wi'.split(',');
const middles = 'ba,da,ga,ka,la,li,lo,ma,mi,na,ni,pa,ra,ri,ru,sa,si,ta,ti,wa'.split(',');
const ends = 'bar,dan,di,gan,jo,kan,ko,lan,lo,mas,mi,nang,no,pas,ra,ri,rung,san,sa,tan,ti,tro,wan,yo'.split(',');

/** A word of its own, as an acronym or a proper name is: three of four names of a real register have one. */
const ownWord = (random: Random) =>
	random.pick(begins) + (random.chance(0.6) ? random.pick(middles) : '') + random.pick(ends);

/** A register of so many invented cooperatives; a village has one Koperasi Desa Merah Putih. */
export function inventRegister(random: Random, regency: Regency, count: number): Invented[] {
	const taken = new Set<string>();
	return Array.from({ length: count }, () => inventCooperative(random, regency, taken));
}

function inventCooperative(random: Random, regency: Regency, taken: Set<string>): Invented {
	const { code: districtCode, villages } = random.pick(regency.districts);
	const village = random.pick(villages);
	const isOfVillage = random.chance(0.35) && !taken.has(`${districtCode} ${village}`);
	if (isOfVillage) taken.add(`${districtCode} ${village}`);
	const opening = isOfVillage
		? 'Koperasi Desa Merah Putih'
		: random.weighted(openings.map((one) => [one[0], one[2]] as const));
	const words = isOfVillage ? village.split(' ') : nameOf(random, village);
	const hasLegal = random.chance(0.92);
	return {
		id: random.id(new Date(1_700_000_000_000)),
		opening,
		words,
		name: [opening, ...words].join(' '),
		legalNumber: hasLegal ? legalNumber(random, regency.code) : null,
		registryNumber: random.chance(0.5) ? digits(random, 13) : null,
		businessNumber: random.chance(0.3) ? digits(random, 13) : null,
		taxNumber: random.chance(0.2) ? digits(random, 15) : null,
		address: random.chance(0.95) ? address(random, village) : null,
		districtCode,
		people: random.chance(0.5) ? [person(random), person(random), person(random)] : []
	};
}

/** As many words as the names of a real register have (`register-kota-bogor.csv`), half of them with one of their own. */
function nameOf(random: Random, village: string): string[] {
	const count = random.weighted([
		[1, 10],
		[2, 29],
		[3, 34],
		[4, 18],
		[5, 9]
	]);
	const words = new Set<string>(random.chance(0.5) || count === 1 ? [ownWord(random)] : []);
	while (words.size < count) words.add(usual(random));
	return random.chance(0.2) ? [...random.shuffled([...words]), ...village.split(' ')] : random.shuffled([...words]);
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
export const digits = (random: Random, count: number) =>
	Array.from({ length: count }, (_, at) => random.between(at === 0 ? 1 : 0, 9)).join('');
const person = (random: Random) => `${random.pick(personNames)} ${random.pick(personNames)}`;
export const address = (random: Random, village: string) =>
	`Jl. ${random.pick(streets)} No. ${random.between(1, 180)} RT ${random.between(1, 12)} RW ${random.between(1, 9)} ${village}`;

function legalNumber(random: Random, regency: string): string {
	const month = random.pick(roman);
	return random.weighted([
		[`${random.between(1_000, 13_900)}/BH/KWK.${regency.slice(0, 2)}/${month}/${random.between(1990, 1998)}`, 4],
		[`518/${random.between(1, 90)}/BH/PERINDAGKOP`, 2],
		[`${random.between(1, 160)}/BH/XIII.${Number(regency.slice(3)) % 30}/KANKOP/${random.between(2002, 2014)}`, 2],
		[`00${random.between(1_200, 9_800)}/BH/M.KUKM.2/${month}/${random.between(2015, 2018)}`, 3],
		[`AHU-00${random.between(10_000, 99_999)}.AH.01.26.TAHUN ${random.between(2019, 2025)}`, 5]
	]);
}

/** As the register keeps it. */
export function written(one: Invented): Written {
	const { core, norm } = foldCooperativeName(one.name);
	return {
		id: one.id,
		core,
		norm,
		legalNumberNorm: one.legalNumber && (readLegalNumber(one.legalNumber)?.norm ?? null),
		registryNumber: one.registryNumber,
		businessNumber: one.businessNumber,
		taxNumber: one.taxNumber,
		address: one.address,
		districtCode: one.districtCode,
		districtText: null,
		people: one.people
	};
}
