import { codeOf, numberOf, shownCode, tidyCode } from '#platform/typed-code.ts';
import { optionsOf, selfCheckCodes, type SelfCheckAnswers } from './questions.ts';

/** The version of `questions.ts`; it leads the code, so that a later list of questions can still read an old code. */
const version = 1n;
/** Characters for the answers: 23^7 is room for twelve times the 276 million ways to answer. */
const places = 7;
const base = 23n ** BigInt(places);

/** The code that carries the answers and nothing else: nine characters, `4H7-K2M-9XA`. */
export function selfCheckCode(answers: SelfCheckAnswers): string {
	let packed = 0n;
	for (const question of selfCheckCodes) {
		const options = optionsOf(question);
		packed = packed * BigInt(options.length) + BigInt(options.indexOf(answers[question]));
	}
	return shownCode(codeOf(version * base + packed, places + 1));
}

/** The answers that a typed code carries; null where it is no code of a self-check. */
export function answersOfCode(typed: string): SelfCheckAnswers | null {
	const code = tidyCode(typed);
	if (code.length !== places + 2) return null;
	const number = numberOf(code);
	if (number === null || number / base !== version) return null;
	let rest = number % base;
	const answers: [string, string][] = [];
	for (const question of selfCheckCodes.toReversed()) {
		const options = optionsOf(question);
		answers.push([question, options[Number(rest % BigInt(options.length))] ?? '']);
		rest /= BigInt(options.length);
	}
	return rest === 0n ? (Object.fromEntries(answers.toReversed()) as SelfCheckAnswers) : null;
}
