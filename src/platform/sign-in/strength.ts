import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { BadInput } from '../command.ts';

export const shortestPassword = 10;
export const longestPassword = 128;

type Weakness = 'passwordTooShort' | 'passwordTooLong' | 'passwordNamesYou' | 'passwordWeak';

let guesser: Promise<ZxcvbnFactory> | undefined;

/** Loaded at the first use: the word lists take some 30 MB, and passwords are seldom chosen. */
async function makeGuesser(): Promise<ZxcvbnFactory> {
	const [core, common, indonesian] = await Promise.all([
		import('@zxcvbn-ts/core'),
		import('@zxcvbn-ts/language-common'),
		import('@zxcvbn-ts/language-id')
	]);
	return new core.ZxcvbnFactory({
		dictionary: { ...common.dictionary, ...indonesian.dictionary },
		graphs: common.adjacencyGraphs
	});
}

/** What is wrong with a password of this person; null when it will do. Guessed at as by someone who knows the person. */
export async function weaknessOf(password: string, about: readonly string[]): Promise<Weakness | null> {
	if (password.length < shortestPassword) return 'passwordTooShort';
	if (password.length > longestPassword) return 'passwordTooLong';
	const known = wordsAbout(about);
	const folded = fold(password);
	if (known.some((word) => word.length >= 4 && folded.includes(word))) return 'passwordNamesYou';
	guesser ??= makeGuesser();
	return (await guesser).check(password, known).score >= 3 ? null : 'passwordWeak';
}

/** @throws BadInput on the field */
export async function requireStrong(password: string, about: readonly string[], field = 'password'): Promise<void> {
	const weakness = await weaknessOf(password, about);
	if (weakness) throw new BadInput({ [field]: weakness });
}

const fold = (text: string) =>
	text
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[^a-z0-9]/g, '');

/** A name and an e-mail address, whole and in parts. */
const wordsAbout = (about: readonly string[]) =>
	[...new Set(about.flatMap((text) => [fold(text), ...text.split(/[^\p{L}\p{N}]+/u).map(fold)]))].filter(Boolean);
