import { causeCodes, causeOf, causes, type Cause, type CauseCode, type KnownCause } from './causes.ts';
import type { Evidence, Facts } from './facts.ts';
import { examinationSigns } from './signs/examination.ts';
import { figureSigns } from './signs/figures.ts';
import { meetingSigns } from './signs/meetings.ts';
import { boardSigns, registerSigns } from './signs/register.ts';

/** Points from which a cause is suggested. Ours. */
export const suggestedFrom = 2;

export interface Suggestion {
	readonly cause: KnownCause;
	/** What points to it, strongest first. */
	readonly evidence: readonly Evidence[];
	readonly points: number;
}

/** Every sign that the facts show, in a fixed order. */
export const signsIn = (facts: Facts): readonly Evidence[] => [
	...examinationSigns(facts),
	...figureSigns(facts),
	...meetingSigns(facts),
	...boardSigns(facts),
	...registerSigns(facts),
	...[...new Set(facts.complaints)].map((code) => ({ code: `complaint:${code}`, params: {} }))
];

/** The signs that point to a cause, strongest first, with their points together. */
export function weigh(cause: Cause, signs: readonly Evidence[]): { evidence: Evidence[]; points: number } {
	const pointing = signs.filter(({ code }) => code in cause.signs);
	const evidence = pointing.toSorted((a, b) => cause.signs[b.code]! - cause.signs[a.code]!);
	return { evidence, points: pointing.reduce((sum, { code }) => sum + cause.signs[code]!, 0) };
}

/**
 * The causes that the facts suggest, most likely first: more points, then more lines of evidence, then the order of the
 * code list. The same facts always give the same answer.
 */
export function suggestCauses(facts: Facts): readonly Suggestion[] {
	const signs = signsIn(facts);
	return causes
		.map((cause) => ({ cause, ...weigh(cause, signs) }))
		.filter(({ points }) => points >= suggestedFrom)
		.sort((a, b) => b.points - a.points || b.evidence.length - a.evidence.length);
}

/** Whether a cause still fires on these facts, and on which evidence. */
export function stillFires(causeCode: string, facts: Facts): Suggestion | null {
	return suggestCauses(facts).find(({ cause }) => cause.code === causeCode) ?? null;
}

/** How strongly kept evidence points to a cause; 0 for a cause of another version of the list. */
export const pointsOf = (cause: string, evidence: readonly Evidence[]): number =>
	causeCodes.includes(cause as CauseCode) ? weigh(causeOf(cause), evidence).points : 0;
