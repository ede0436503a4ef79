import { readLegalNumber } from './legal-numbers.ts';
import { foldSearch, type KindWord } from './names.ts';

/** What a text typed into the search box may mean. */
export interface Asked {
	/** Folded name without words of a kind; empty where none was typed. */
	readonly core: string;
	/** The same with them: tells namesakes of different kinds apart. */
	readonly norm: string;
	readonly kindWords: readonly KindWord[];
	/** As a legal number is compared, "8091/BH/KWK/10"; null where no part of one was typed. */
	readonly legal: string | null;
	/** Letters and digits alone, as compared and as typed, to be found anywhere inside a legal number. */
	readonly fragments: readonly string[];
	/** Digits of a registry or business number, wherever they stand in it. */
	readonly digits: string | null;
}

/** Shorter than this a text finds everything and nothing. */
const SHORTEST = 2;
const SHORTEST_FRAGMENT = 3;
const SHORTEST_DIGITS = 4;
const LONGEST = 200;

/** Null: too little was typed to look for anything. */
export function readSearch(text: string): Asked | null {
	// PostgreSQL holds no NUL, and no name has control characters.
	const asked = text
		.normalize('NFC')
		.replace(/\p{Cc}/gu, ' ')
		.slice(0, LONGEST)
		.toWellFormed()
		.trim();
	const { core, norm, kindWords } = foldSearch(asked);
	const digits = asked.replace(/\D/g, '');
	const legal =
		digits.length >= 1 && !/\p{L}{4}/u.test(firstWord(asked)) ? (readLegalNumber(asked)?.norm ?? null) : null;
	const bare = legal?.replaceAll('/', '') ?? '';
	const written = asked.toUpperCase().replace(/[^0-9A-Z]/g, '');
	const isNumber = /^[\d\s.,/'-]+$/.test(asked);
	const found = {
		core: core.length >= SHORTEST ? core : '',
		norm,
		kindWords,
		legal: bare.length >= SHORTEST ? legal : null,
		fragments: legal === null ? [] : [...new Set([bare, written])].filter(({ length }) => length >= SHORTEST_FRAGMENT),
		digits: isNumber && digits.length >= SHORTEST_DIGITS ? digits : null
	};
	const isNothing = found.core === '' && found.legal === null && found.digits === null && kindWords.length === 0;
	return isNothing ? null : found;
}

/** A name begins with a word; a number, even one that begins with letters, does not ("AHU", "PAD"). */
const firstWord = (text: string) => text.split(/[\s/.-]/, 1)[0] ?? '';
