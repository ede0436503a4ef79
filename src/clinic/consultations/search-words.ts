import { foldName } from '#clinic/cooperatives/fold.ts';

/** Words by which a thread is found: folded as names are, the beginnings of long ones too, each once. */
export function wordsOf(texts: readonly (string | null)[]): string[] {
	const words = new Set<string>();
	for (const text of texts)
		for (const word of foldName(text ?? '').split(' ')) {
			if (word.length < 2) continue;
			words.add(word.slice(0, 24));
			if (word.length > 4) words.add(word.slice(0, 4));
		}
	return [...words].slice(0, 400);
}

/** What is looked up for a typed text: every word must be there; one that is half typed is met by its beginning. */
export const askedWords = (text: string): string[] =>
	[...new Set(foldName(text).split(' '))].filter((word) => word.length >= 2).slice(0, 6);
