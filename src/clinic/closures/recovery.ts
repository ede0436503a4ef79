import { lastBookYearDue } from '#clinic/cooperatives/grade.ts';
import { isIll, type HealthCategory } from '#clinic/cooperatives/health.ts';
import { stillFires } from '#clinic/diagnoses/evidence.ts';
import type { Facts } from '#clinic/diagnoses/facts.ts';
import { monthsByLaw } from '#clinic/diagnoses/signs/meetings.ts';

export interface Criterion {
	readonly code: 'causeGone' | 'meetingReported' | 'categoryFair';
	readonly met: boolean;
	readonly params: Readonly<Record<string, string | number>>;
}

export interface RecoveryFacts {
	readonly mainCause: string;
	/** With only the complaints made since the diagnosis. */
	readonly facts: Facts;
	/** Of the last scored examination; null where none was scored. */
	readonly category: HealthCategory | null;
}

/**
 * A cooperative is recovered when its main cause no longer fires, the last annual meeting that was due is reported, and
 * its health, where it was scored, is at least fairly healthy. The criteria are ours (glossary); the deadline is the law's.
 */
export const recoveryCriteria = ({ mainCause, facts, category }: RecoveryFacts): readonly Criterion[] => [
	causeGone(mainCause, facts),
	meetingReported(facts),
	{ code: 'categoryFair', met: category === null || !isIll(category), params: { category: category ?? '' } }
];

function causeGone(cause: string, facts: Facts): Criterion {
	const firing = stillFires(cause, facts);
	return { code: 'causeGone', met: firing === null, params: { cause, evidence: firing?.evidence.length ?? 0 } };
}

/** Nothing was due yet where the cooperative is younger than the last book year due. */
function meetingReported({ today, cooperative, annualMeetings }: Facts): Criterion {
	const due = lastBookYearDue(today, monthsByLaw);
	const founded = cooperative.foundedOn === null ? 0 : Number(cooperative.foundedOn.slice(0, 4));
	const isReported = annualMeetings.some(({ bookYear, reportedOn }) => bookYear >= due && reportedOn !== null);
	return { code: 'meetingReported', met: isReported || founded > due, params: { bookYear: due } };
}

export const isRecovered = (criteria: readonly Criterion[]): boolean => criteria.every(({ met }) => met);
