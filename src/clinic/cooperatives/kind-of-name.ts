import type { CooperativeForm, Kind, Pattern } from './kinds.ts';
import { foldName } from './fold.ts';
import type { KindWord } from './names.ts';
import type { NoteCode } from './notes.ts';

/** What a name says about its cooperative. A name is no proof: the doubt says how far to trust it. */
export type NameSays = {
	kind: Kind | null;
	pattern: Pattern | null;
	form: CooperativeForm | null;
	hasSavingsUnit: boolean;
	doubt: Extract<NoteCode, 'kindGuessed' | 'kindUnknown' | 'namedLikeALender'> | null;
};

/** Words that are the kind itself, as the articles must name it. */
const stated: Partial<Record<KindWord, Kind>> = {
	consumer: 'consumer',
	producer: 'producer',
	service: 'service',
	marketing: 'marketing',
	ksp: 'savingsAndLoan',
	kspps: 'savingsAndLoan'
};

/** Names from before the five kinds: by custom these are registered as the kind beside them, not always. */
const customary: Partial<Record<KindWord, Kind>> = {
	kjks: 'savingsAndLoan',
	bmt: 'savingsAndLoan',
	kopdit: 'savingsAndLoan',
	kpri: 'consumer',
	pkpri: 'consumer',
	kopeg: 'consumer',
	kopkar: 'consumer',
	kopwan: 'consumer',
	kopma: 'consumer',
	kopontren: 'consumer',
	koppas: 'consumer',
	primkop: 'consumer',
	kud: 'producer'
};

const sharia: readonly KindWord[] = ['kspps', 'kjks', 'bmt'];
const lending = ['dana pinjaman', 'pinjaman', 'kredit', 'pembiayaan', 'simpan pinjam'].map(foldName);
const syariah = foldName('syariah');

export function readName(name: string, kindWords: readonly KindWord[]): NameSays {
	const folded = ` ${foldName(name)} `;
	const types = kindWords.flatMap((word) => stated[word] ?? []);
	const customs = kindWords.flatMap((word) => customary[word] ?? []);
	const kind = types[0] ?? customs[0] ?? null;
	const isSharia = kindWords.some((word) => sharia.includes(word)) || folded.includes(` ${syariah} `);
	const isConventional = kindWords.includes('ksp') && !isSharia;
	return {
		kind,
		pattern: isSharia ? 'sharia' : isConventional ? 'conventional' : null,
		form: formOf(kindWords),
		hasSavingsUnit: kindWords.includes('usp'),
		doubt: doubtAbout(types, kind, folded)
	};
}

function doubtAbout(types: Kind[], kind: Kind | null, folded: string): NameSays['doubt'] {
	if (kind === null) return 'kindUnknown';
	if (types.length === 0 || types.some((type) => type !== types[0])) return 'kindGuessed';
	const isLender = lending.some((word) => folded.includes(` ${word} `));
	return kind !== 'savingsAndLoan' && isLender ? 'namedLikeALender' : null;
}

function formOf(kindWords: readonly KindWord[]): CooperativeForm | null {
	if (kindWords.includes('secondary') || kindWords.includes('pkpri')) return 'secondary';
	return kindWords.includes('primkop') ? 'primary' : null;
}
