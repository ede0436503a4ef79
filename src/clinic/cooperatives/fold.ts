/**
 * Folds a name until spellings that a reader takes for the same are the same text: case, accents, punctuation,
 * spaced letters (K P R I), Roman numbers, and the spellings before and after the reforms of 1947 and 1972.
 * J, y, dj and z become one sign rather than one another's successor, since modern "jaya" and old "karja" can't be
 * told apart by rule. For comparing only, never for showing.
 */
export function foldName(name: string): string {
	let folded = name;
	for (;;) {
		const next = foldOnce(folded);
		if (next === folded) return folded;
		folded = next;
	}
}

function foldOnce(name: string): string {
	const words = isPlain(name) ? plainWords(name) : anyWords(name);
	return words === '' ? '' : words.split(' ').map(foldWord).join(' ');
}

// eslint-disable-next-line no-control-regex -- all of ASCII
const isPlain = (name: string) => /^[\x00-\x7f]*$/.test(name);

/** What `anyWords` does, for the names that have no letter beyond ASCII: nearly all. */
const plainWords = (name: string) =>
	name
		.toLowerCase()
		.replace(/['`]/g, '')
		.replace(/[^a-z0-9]+/g, ' ')
		.trim()
		.replace(/(?<![a-z0-9])[a-z](?: [a-z](?![a-z0-9]))+/g, joined);

const anyWords = (name: string) =>
	name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/['’‘`´ʼ]/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.replace(/(?<![\p{L}\p{N}])\p{L}(?: \p{L}(?![\p{L}\p{N}]))+/gu, joined);

/** Letters spaced for show, "K P R I"; a single letter, "A Yani", stays. */
const joined = (run: string) => run.replaceAll(' ', '');

const roman = ['ii', 'iii', 'iv', 'vi', 'vii', 'viii', 'ix', 'xi', 'xii'];
const romanValue = new Map(roman.map((numeral, index) => [numeral, String([2, 3, 4, 6, 7, 8, 9, 11, 12][index])]));

/** Each rule shortens the word or moves a letter towards one that no rule touches, so that repeating them ends. */
const spellings: readonly (readonly [RegExp, string])[] = [
	[/oe/g, 'u'],
	[/au/g, 'o'],
	[/tj/g, 'c'],
	[/dj/g, 'y'],
	[/s[jyh]/g, 's'],
	[/[ck]h/g, 'h'],
	[/([tdbgp])h/g, '$1'],
	[/[fv]/g, 'p'],
	[/q/g, 'k'],
	[/x/g, 'ks'],
	[/[jz]/g, 'y'],
	// Mulia and mulya, setia and setya.
	[/i+(?=[aeouy])/g, 'y'],
	[/y{2,}/g, 'y'],
	[/(\p{L})\1+/gu, '$1']
];

/** Names are made of few words: most have been folded before. Emptied when full, so that no register can fill the memory. */
const foldedWords = new Map<string, string>();
const MAX_FOLDED_WORDS = 20_000;

function foldWord(word: string): string {
	const known = foldedWords.get(word);
	if (known !== undefined) return known;
	if (foldedWords.size >= MAX_FOLDED_WORDS) foldedWords.clear();
	const folded = foldNewWord(word);
	foldedWords.set(word, folded);
	return folded;
}

function foldNewWord(word: string): string {
	const number = romanValue.get(word);
	if (number) return number;
	if (/^\p{N}+$/u.test(word)) return word;
	return spellings.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), word);
}
