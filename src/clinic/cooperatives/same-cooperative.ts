import { foldArea } from '#clinic/offices/areas.ts';
import { foldName } from './fold.ts';
import type { RegisterFields } from './import-row.ts';
import type { NoteCode } from './notes.ts';

/** What two rows of one office are compared by. */
export type Identity = {
	core: string;
	norm: string;
	legalNumber: string;
	registryNumber: string;
	district: string;
	address: string;
};

type Doubt = Extract<NoteCode, 'legalNumberRepeats' | 'registryNumberRepeats' | 'sameNumberElsewhere' | 'sameNameHere'>;

export type Likeness =
	| { verdict: 'same' }
	/** Two cooperatives, as far as a register can tell; a person may know better. */
	| { verdict: 'perhaps'; doubt: Doubt }
	| { verdict: 'different' };

type Compared = Pick<RegisterFields, 'core' | 'norm' | 'legalNumberNorm' | 'registryNumber' | 'district' | 'address'>;

export function identityOf(fields: Compared): Identity {
	return {
		core: fields.core,
		norm: fields.norm,
		legalNumber: fields.legalNumberNorm ?? '',
		registryNumber: fields.registryNumber ?? '',
		district: foldArea(fields.district ?? ''),
		address: foldAddress(fields.address ?? '')
	};
}

const addressWords = new Set([
	'yl',
	'yln',
	'yalan',
	'no',
	'nomor',
	'nomer',
	'rt',
	'rw',
	'rukun',
	'tetanga',
	'warga',
	'kp',
	'kampung',
	'desa',
	'kelurahan',
	'kel'
]);

/** An address for comparing: its words without those that only introduce others, numbers without leading zeros. */
export function foldAddress(address: string): string {
	return foldName(address)
		.split(' ')
		.filter((word) => word !== '' && !addressWords.has(word))
		.map((word) => word.replace(/^0+(?=\d)/, ''))
		.join(' ');
}

/**
 * Whether two rows of one office are one cooperative.
 *
 * The legal number alone is no key: series restart by office and by year, so that one number stands with different
 * names, and those stay different cooperatives. The name alone is none either: Karya Mandiri is a common name. Both
 * together are the same cooperative, unless two different districts are named, for then nobody can tell a removal
 * from a namesake; it is imported, and a person decides. A wrong "same" would lose a cooperative, a wrong "different"
 * only shows one twice.
 */
export function likeness(a: Identity, b: Identity): Likeness {
	const sameCore = a.core === b.core;
	const sameLegal = a.legalNumber !== '' && a.legalNumber === b.legalNumber;
	const sameRegistry = a.registryNumber !== '' && a.registryNumber === b.registryNumber;
	const otherRegistry = a.registryNumber !== '' && b.registryNumber !== '' && !sameRegistry;
	const otherDistrict = a.district !== '' && b.district !== '' && a.district !== b.district;
	if (sameRegistry) return sameCore ? { verdict: 'same' } : { verdict: 'perhaps', doubt: 'registryNumberRepeats' };
	if (sameLegal && !sameCore) return { verdict: 'perhaps', doubt: 'legalNumberRepeats' };
	if (sameLegal && (otherDistrict || otherRegistry)) return { verdict: 'perhaps', doubt: 'sameNumberElsewhere' };
	if (sameLegal) return { verdict: 'same' };
	if (!sameCore || a.district !== b.district) return { verdict: 'different' };
	const isUnnumbered = [a, b].every((one) => one.legalNumber === '' && one.registryNumber === '');
	const sameRow = isUnnumbered && a.norm === b.norm && a.address === b.address;
	return sameRow ? { verdict: 'same' } : { verdict: 'perhaps', doubt: 'sameNameHere' };
}

/** What a comparison with the rows before found: the one that this is, or those that it might be taken for. */
export type Found = { same: number } | { perhaps: { row: number; doubt: Doubt }[] };

/**
 * Compares each row of a file with those before it. Rows can be alike only when they share a number or a name in a
 * district; of each only so many rows are remembered, so that a hostile file of equal rows takes no longer than others.
 */
export function rowsBefore(): (identity: Identity, row: number) => Found {
	const remembered = new Map<string, { identity: Identity; row: number }[]>();
	return (identity, row) => {
		const perhaps = new Map<number, Doubt>();
		const keys = keysOf(identity);
		for (const before of keys.flatMap((key) => remembered.get(key) ?? [])) {
			const found = likeness(before.identity, identity);
			if (found.verdict === 'same') return { same: before.row };
			if (found.verdict === 'perhaps') perhaps.set(before.row, found.doubt);
		}
		for (const key of keys) {
			const rows = remembered.get(key);
			if (!rows) remembered.set(key, [{ identity, row }]);
			else if (rows.length < REMEMBERED) rows.push({ identity, row });
		}
		return { perhaps: [...perhaps].slice(0, SAID).map(([other, doubt]) => ({ row: other, doubt })) };
	};
}

const REMEMBERED = 64;
/** More doubts than these say no more about a row. */
const SAID = 3;

function keysOf({ core, legalNumber, registryNumber, district }: Identity): string[] {
	const keys = [`name ${district} ${core}`];
	if (legalNumber !== '') keys.push(`legal ${legalNumber}`);
	if (registryNumber !== '') keys.push(`registry ${registryNumber}`);
	return keys;
}

/** Two rows with equal keys were the same line of a file: coming again, a row is known even if its cooperative was edited since. */
export function rowKey(
	fields: Pick<RegisterFields, 'name' | 'legalNumber' | 'address' | 'district' | 'village' | 'registryNumber'>
): string {
	return [fields.name, fields.legalNumber, fields.registryNumber, fields.address, fields.district, fields.village]
		.map((part) => (part ?? '').toLowerCase().replace(/\s+/g, ' ').trim())
		.join('\u001f');
}
