import { codeList } from './code-list/lists.ts';
import { causeCodes, type CauseCode } from './code-list/names.ts';
import type { KnownDisease } from './code-list/second/list.ts';
import type { Rule } from './rules/rule.ts';
import { secondRules } from './rules/second/rules.ts';

export { causeCodes, type CauseCode };

/** A disease of the list in force with the rule that looks for it. */
export interface KnownCause extends KnownDisease {
	readonly rule: Rule;
}

/** In the order in which equals are named. */
export const causes: readonly KnownCause[] = codeList.diseases.map((disease) => ({
	...disease,
	rule: secondRules[disease.code]
}));

/** The cause of a code. @throws when the list in force has none of this code */
export function causeOf(code: string): KnownCause {
	const found = causes.find((cause) => cause.code === code);
	if (!found) throw new RangeError(`no cause ${code}`);
	return found;
}
