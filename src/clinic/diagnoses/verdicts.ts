import type { Suggestion } from './evidence.ts';

/**
 * What an officer made of a suggestion.
 * - accepted: named, as main or beside it
 * - changed: the likeliest one named only beside another
 * - rejected: not this, with a reason
 * - passedOver: neither named nor rejected; one diagnosis need not name all that is possible
 * - added: named by the officer, though the rule had not suggested it
 */
export const verdictCodes = ['accepted', 'changed', 'rejected', 'passedOver', 'added'] as const;
export type VerdictCode = (typeof verdictCodes)[number];

export interface Chosen {
	readonly main: string;
	readonly sides: readonly string[];
	readonly rejected: readonly string[];
}

/** The suggestions that weigh most: any of them may be named main without a word. */
export const likeliest = (suggestions: readonly Suggestion[]): readonly Suggestion[] =>
	suggestions.filter(({ weight }) => weight === suggestions[0]?.weight);

/** Whether the officer sees the main cause elsewhere than the rule does, and so says why. */
export const departs = ({ main }: Chosen, suggestions: readonly Suggestion[]): boolean =>
	suggestions.length > 0 && !likeliest(suggestions).some(({ cause }) => cause.code === main);

/** What the officer made of one suggestion, by its place among them (1 is the likeliest). */
export function verdictOf(code: string, place: number, chosen: Chosen, isDeparting: boolean): VerdictCode {
	const isNamed = chosen.main === code || chosen.sides.includes(code);
	if (place === 1 && isDeparting) return isNamed ? 'changed' : 'rejected';
	if (isNamed) return 'accepted';
	return chosen.rejected.includes(code) ? 'rejected' : 'passedOver';
}

export interface Counted {
	readonly accepted: number;
	readonly changed: number;
	readonly rejected: number;
}

/** Accepted of all that were judged, in whole percent rounded down; null before anything was judged. */
export function agreement({ accepted, changed, rejected }: Counted): number | null {
	const judged = accepted + changed + rejected;
	return judged === 0 ? null : Math.floor((accepted * 100) / judged);
}
