import { causes, causeOf, type KnownCause } from './causes.ts';
import { firstList } from './code-list/first.ts';
import type { Evidence, Facts } from './facts.ts';
import type { Rule } from './rules/rule.ts';
import { examinationSigns, soundExaminationSigns } from './signs/examination.ts';
import { figureSigns, soundFigureSigns } from './signs/figures.ts';
import { licenceSigns, soundLicenceSigns } from './signs/licences.ts';
import { meetingSigns, soundMeetingSigns } from './signs/meetings.ts';
import { boardSigns, registerSigns, soundBoardSigns, soundRegisterSigns } from './signs/register.ts';

/** Points from which a cause is suggested. Ours. */
export const suggestedFrom = 2;

/** What the facts show, both ways. */
export interface Findings {
	readonly signs: readonly Evidence[];
	readonly sound: readonly Evidence[];
}

export interface Weighed {
	/** What points to it, strongest first. */
	readonly evidence: readonly Evidence[];
	/** What speaks against it, strongest first. */
	readonly against: readonly Evidence[];
	/** Of all that points to it. */
	readonly points: number;
	/** Less what speaks against it: by this causes are ranked. Never below zero. */
	readonly weight: number;
}

export interface Suggestion extends Weighed {
	readonly cause: KnownCause;
}

/** Every sign that the facts show, in a fixed order. */
export const signsIn = (facts: Facts): readonly Evidence[] => [
	...examinationSigns(facts),
	...figureSigns(facts),
	...meetingSigns(facts),
	...boardSigns(facts),
	...registerSigns(facts),
	...licenceSigns(facts),
	...[...new Set(facts.complaints)].map((code) => ({ code: `complaint:${code}`, params: {} }))
];

/** Everything that the facts show to be in order. */
export const soundIn = (facts: Facts): readonly Evidence[] => [
	...soundExaminationSigns(facts),
	...soundFigureSigns(facts),
	...soundMeetingSigns(facts),
	...soundBoardSigns(facts),
	...soundRegisterSigns(facts),
	...soundLicenceSigns(facts)
];

export const findingsIn = (facts: Facts): Findings => ({ signs: signsIn(facts), sound: soundIn(facts) });

/** Those of the signs that weigh, strongest first, and their weights together. Equals stand in the order of their codes. */
function counted(weights: Rule['points'], signs: readonly Evidence[]): { lines: Evidence[]; sum: number } {
	const lines = signs
		.filter(({ code }) => code in weights)
		.toSorted((a, b) => weights[b.code]! - weights[a.code]! || (a.code < b.code ? -1 : 1));
	return { lines, sum: lines.reduce((sum, { code }) => sum + weights[code]!, 0) };
}

export function weigh({ rule }: Pick<KnownCause, 'rule'>, { signs, sound }: Findings): Weighed {
	const pointing = counted(rule.points, signs);
	const against = counted(rule.against, sound);
	return {
		evidence: pointing.lines,
		against: against.lines,
		points: pointing.sum,
		weight: Math.max(0, pointing.sum - against.sum)
	};
}

/**
 * The causes that the facts suggest, most likely first: more weight, then more points, then more lines of evidence, then
 * the order of the code list. What speaks against a cause ranks it lower and hides nothing. The same facts always give
 * the same answer.
 */
export function suggestCauses(facts: Facts): readonly Suggestion[] {
	const findings = findingsIn(facts);
	return causes
		.map((cause) => ({ cause, ...weigh(cause, findings) }))
		.filter(({ points }) => points >= suggestedFrom)
		.sort((a, b) => b.weight - a.weight || b.points - a.points || b.evidence.length - a.evidence.length);
}

/** Whether a cause still fires on these facts, and on which evidence. */
export function stillFires(causeCode: string, facts: Facts): Suggestion | null {
	return suggestCauses(facts).find(({ cause }) => cause.code === causeCode) ?? null;
}

/** How strongly evidence kept under the first rules pointed to a cause; later ones are kept with their points. */
export function pointsThen(code: string, evidence: readonly Evidence[]): number {
	const first = firstList.diseases.find((cause) => cause.code === code);
	return evidence.reduce((sum, line) => sum + (first?.signs[line.code] ?? 0), 0);
}

/** Named here so that nobody weighs a cause that the list in force does not have. @throws RangeError */
export const weighCause = (code: string, findings: Findings): Weighed => weigh(causeOf(code), findings);
