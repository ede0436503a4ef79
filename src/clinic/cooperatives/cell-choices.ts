import { foldName } from './fold.ts';
import type { CooperativeForm, Kind, Pattern, RegistryStatus } from './kinds.ts';

// Words of choice columns. Compared folded; what is not listed is not understood and said so, never guessed.

const fold = <Choice>(words: Record<string, Choice>) =>
	new Map(Object.entries(words).map(([word, choice]) => [foldName(word), choice]));

const kindWords = fold<Kind>({
	produsen: 'producer',
	'koperasi produsen': 'producer',
	konsumen: 'consumer',
	'koperasi konsumen': 'consumer',
	jasa: 'service',
	'koperasi jasa': 'service',
	pemasaran: 'marketing',
	'koperasi pemasaran': 'marketing',
	'simpan pinjam': 'savingsAndLoan',
	'koperasi simpan pinjam': 'savingsAndLoan',
	ksp: 'savingsAndLoan',
	kspps: 'savingsAndLoan',
	'simpan pinjam dan pembiayaan syariah': 'savingsAndLoan'
});

const patternWords = fold<Pattern>({
	konvensional: 'conventional',
	konven: 'conventional',
	syariah: 'sharia',
	syariat: 'sharia',
	islam: 'sharia'
});

const statusWords = fold<RegistryStatus>({
	aktif: 'active',
	'koperasi aktif': 'active',
	'tidak aktif': 'inactive',
	'tdk aktif': 'inactive',
	'non aktif': 'inactive',
	nonaktif: 'inactive',
	pasif: 'inactive',
	'koperasi tidak aktif': 'inactive'
});

const read =
	<Choice>(words: Map<string, Choice>) =>
	(cell: string): Choice | null =>
		words.get(foldName(cell)) ?? null;

export const readKind = read(kindWords);
export const readPattern = read(patternWords);
export const readStatus = read(statusWords);

/** "Primer Kab/Kota", "Sekunder Nasional": the level beside it says whom it serves, not what it is. */
export function readForm(cell: string): CooperativeForm | null {
	const first = foldName(cell).split(' ')[0];
	if (first === foldName('primer')) return 'primary';
	return first === foldName('sekunder') ? 'secondary' : null;
}
