import { foldAddress } from '../same-cooperative.ts';
import { foldName } from '../fold.ts';
import { legalParts, type LegalParts } from './number-evidence.ts';

/** What two records of the register are compared by. Null or empty: not known, which speaks neither for nor against. */
export interface Profile {
	readonly id: string;
	/** The own words of the name, folded, without those of its kind. */
	readonly words: readonly string[];
	readonly kindWords: readonly string[];
	readonly legal: LegalParts | null;
	readonly registryNumber: string | null;
	readonly businessNumber: string | null;
	readonly taxNumber: string | null;
	/** Words and numbers of the address, folded. */
	readonly address: readonly string[];
	/** Code of the district, or its name folded where it matched none. */
	readonly district: string | null;
	/** Folded names of board and supervisors. */
	readonly people: readonly string[];
}

export interface Written {
	readonly id: string;
	readonly core: string;
	readonly norm: string;
	readonly legalNumberNorm: string | null;
	readonly registryNumber: string | null;
	readonly businessNumber: string | null;
	readonly taxNumber: string | null;
	readonly address: string | null;
	readonly districtCode: string | null;
	readonly districtText: string | null;
	readonly people: readonly string[];
}

/** Gives one and the same text for equal texts, so that the words of a large register are in memory once. */
export type Interning = (text: string) => string;

export function interning(): Interning {
	const known = new Map<string, string>();
	return (text) => {
		const same = known.get(text);
		if (same !== undefined) return same;
		known.set(text, text);
		return text;
	};
}

export function profileOf(row: Written, same: Interning = (text) => text): Profile {
	const words = wordsOf(row.core).map(same);
	const district = row.districtCode ?? (row.districtText === null ? null : foldName(row.districtText) || null);
	return {
		id: row.id,
		words,
		kindWords: wordsOf(row.norm)
			.filter((word) => !words.includes(word))
			.map(same),
		legal: row.legalNumberNorm === null ? null : legalParts(row.legalNumberNorm, same),
		registryNumber: row.registryNumber,
		businessNumber: row.businessNumber,
		taxNumber: row.taxNumber === null ? null : plainTax(row.taxNumber),
		address: [...new Set(wordsOf(foldAddress(row.address ?? '')))].map(same),
		district: district === null ? null : same(district),
		people: row.people.map((name) => same(foldName(name)))
	};
}

const wordsOf = (text: string) => text.split(' ').filter(Boolean);

/** The number of 16 digits is that of 15 with a zero before it. */
const plainTax = (number: string) => number.replace(/\D/g, '').replace(/^0(?=\d{15}$)/, '');
