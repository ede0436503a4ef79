import type { Day } from '#platform/clock.ts';
import { conditionOf, type Condition } from './condition.ts';
import type { RegistryGrade } from './grade.ts';
import type { MeetingFacts } from './meeting-record.ts';
import { registryGrading } from './registry-grading.ts';
import { signsOf, type History, type Registered } from './signs.ts';

/** How a cooperative stands on a day on two of the scales, as lists are filtered by them; null where too little is known. */
export interface Standing {
	readonly condition: Condition | null;
	readonly grade: RegistryGrade | null;
}

export type StandingFacts = Registered & {
	readonly meetings: readonly MeetingFacts[];
	readonly turnoverRupiah: bigint | null;
	readonly termsUntil: History['termsUntil'];
};

export const standingOf = (facts: StandingFacts, today: Day): Standing => ({
	condition: conditionOf(signsOf(facts, facts, today), today).condition,
	grade: registryGrading(facts, facts.meetings, today).grade
});
