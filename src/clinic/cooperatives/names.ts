import { foldName } from './fold.ts';

/** What a search and the question "is it the same?" compare. */
export type FoldedName = {
	/** The name without the words of its kind; the whole name where it has no others. Never empty for a name with letters. */
	core: string;
	/** The words of its kind, each once, as codes in the order met: `ksp`, `kpri` … */
	kindWords: KindWord[];
	/** Kind words in front, then the core: for ranking what has an equal core. */
	norm: string;
};

/**
 * Where the words of a kind may stand.
 * - anywhere: they mean nothing else (KSP, simpan pinjam);
 * - type: right behind "koperasi" only, for they are words of names too (jasa, konsumen);
 * - group: behind "koperasi" or behind a type (karyawan, wanita).
 */
type Place = 'anywhere' | 'type' | 'group';

const vocabulary = {
	kspps: [
		'anywhere',
		'kspps',
		'simpan pinjam dan pembiayaan syariah',
		'simpan pinjam pembiayaan syariah',
		'simpan pinjam syariah'
	],
	kjks: ['anywhere', 'kjks', 'jasa keuangan syariah'],
	ksp: ['anywhere', 'ksp', 'simpan pinjam'],
	usp: ['anywhere', 'usp', 'unit simpan pinjam', 'uspps', 'ujks'],
	bmt: ['anywhere', 'bmt', 'kbmt', 'baitul maal wat tamwil', 'baitul maal wa tamwil', 'baitul mal wat tamwil'],
	kopdit: ['anywhere', 'kopdit', 'credit union', 'koperasi kredit', 'koperasi cu'],
	ksu: ['anywhere', 'ksu', 'serba usaha'],
	kud: ['anywhere', 'kud', 'unit desa'],
	secondary: ['anywhere', 'pusat koperasi', 'induk koperasi', 'gabungan koperasi', 'puskud', 'puskopdit'],
	pkpri: ['anywhere', 'pkpri', 'pusat koperasi pegawai republik indonesia'],
	kpri: ['anywhere', 'kpri', 'kpn', 'pegawai republik indonesia', 'pegawai negeri sipil', 'koperasi pegawai negeri'],
	kopkar: ['anywhere', 'kopkar', 'koperasi karyawan'],
	kopwan: ['anywhere', 'kopwan', 'koperasi wanita'],
	kopma: ['anywhere', 'kopma', 'koperasi mahasiswa'],
	kopontren: ['anywhere', 'kopontren', 'koppontren', 'pondok pesantren', 'koperasi pesantren'],
	koppas: ['anywhere', 'koppas', 'pedagang pasar'],
	kpek: ['anywhere', 'kpek', 'pembiayaan ekonomi kelurahan'],
	kdmp: ['anywhere', 'kdmp', 'kkmp', 'kdkmp', 'koperasi desa merah putih', 'koperasi kelurahan merah putih'],
	kub: ['anywhere', 'kub', 'koperasi usaha bersama'],
	primkop: ['anywhere', 'primkop', 'primer koperasi'],
	consumer: ['type', 'konsumen', 'konsumsi'],
	producer: ['type', 'produsen', 'produksi'],
	service: ['type', 'jasa'],
	marketing: ['type', 'pemasaran'],
	employees: ['group', 'karyawan'],
	officials: ['group', 'pegawai'],
	women: ['group', 'wanita'],
	primary: ['group', 'primer'],
	cooperative: ['anywhere', 'koperasi', 'kop', 'koprasi', 'kooperasi']
} as const satisfies Record<string, readonly [Place, ...string[]]>;

export type KindWord =
	Exclude<keyof typeof vocabulary, 'cooperative' | 'employees' | 'officials' | 'women' | 'primary'> | 'kopeg';

type Phrase = { code: keyof typeof vocabulary; place: Place; words: string[] };

/** Longest first, so that "simpan pinjam dan pembiayaan syariah" is not taken for "simpan pinjam". */
const phrases: Phrase[] = Object.entries(vocabulary)
	.flatMap(([code, [place, ...texts]]) =>
		texts.map((text) => ({ code: code as Phrase['code'], place, words: foldName(text).split(' ') }))
	)
	.sort((a, b) => b.words.length - a.words.length);

/** Behind these the word of a type or a group may follow. */
const endsWithCooperative = new Set<Phrase['code']>(['cooperative', 'primkop', 'secondary']);

/** Words that tell nothing apart: the company form of the employer, the word before a short form. */
const idle = new Set(['pt', 'disingkat', 'disebut'].map(foldName));

export function foldCooperativeName(name: string): FoldedName {
	const { words, own, kindWords } = splitName(name);
	const named = own.length > 0 ? own : [...new Set(words)];
	return { core: named.join(' '), kindWords, norm: [...kindWords, ...named].join(' ') };
}

/** What was typed to find a cooperative: here the core may be empty, when only words of a kind were typed. */
export function foldSearch(text: string): FoldedName {
	const { own, kindWords } = splitName(text);
	return { core: own.join(' '), kindWords, norm: [...kindWords, ...own].join(' ') };
}

/** The words of a name, those that are its own, and those that name its kind. */
function splitName(name: string): { words: string[]; own: string[]; kindWords: KindWord[] } {
	const words = foldName(name).split(' ').filter(Boolean);
	const own: string[] = [];
	const kindWords: KindWord[] = [];
	let before: Phrase['code'] | Place | null = null;
	for (let at = 0; at < words.length;) {
		const phrase = phraseAt(words, at, before);
		if (phrase) {
			const kindWord = asKindWord(phrase.code);
			if (kindWord && !kindWords.includes(kindWord)) kindWords.push(kindWord);
			before = endsWithCooperative.has(phrase.code) ? 'cooperative' : phrase.place;
			at += phrase.words.length;
		} else {
			const word = words[at]!;
			// A short form repeats the name: "… Rahayu disingkat KPEK Rahayu".
			if (!idle.has(word) && !own.includes(word)) own.push(word);
			before = null;
			at += 1;
		}
	}
	return { words, own, kindWords };
}

function phraseAt(words: string[], at: number, before: Phrase['code'] | Place | null): Phrase | undefined {
	return phrases.find(
		(phrase) => mayStand(phrase.place, before) && phrase.words.every((word, index) => words[at + index] === word)
	);
}

function mayStand(place: Place, before: Phrase['code'] | Place | null): boolean {
	if (place === 'anywhere') return true;
	if (place === 'type') return before === 'cooperative';
	return before === 'cooperative' || before === 'type';
}

/** "Koperasi konsumen karyawan" and "kopkar" are one word; that it is a cooperative goes without saying. */
function asKindWord(code: Phrase['code']): KindWord | null {
	switch (code) {
		case 'cooperative':
		case 'primary':
			return null;
		case 'employees':
			return 'kopkar';
		case 'officials':
			return 'kopeg';
		case 'women':
			return 'kopwan';
		default:
			return code;
	}
}
