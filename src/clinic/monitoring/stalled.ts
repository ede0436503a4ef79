import type { Stage } from '#clinic/cases/journey.ts';

/** What is known of a case in which nothing happened for long. */
export interface StalledFacts {
	readonly stage: Stage;
	readonly hasAdviser: boolean;
	readonly planWaits: boolean;
	/** The newest plan was given back and no other was proposed. */
	readonly planReturned: boolean;
	readonly hasPlan: boolean;
	readonly referralWaits: boolean;
	readonly controlLate: boolean;
	readonly boardLate: number;
	readonly officeLate: number;
}

export type StallReason =
	| 'noAdviser'
	| 'planWaits'
	| 'planReturned'
	| 'referralWaits'
	| 'controlLate'
	| 'boardLate'
	| 'officeLate'
	| 'noComplaint'
	| 'notExamined'
	| 'noDiagnosis'
	| 'noReferral'
	| 'noPlan'
	| 'noControl'
	| 'closureWaits';

/** Why it stands still: what waits for somebody goes first, then what its stage lacks. */
export function stallReason(facts: StalledFacts): StallReason {
	if (!facts.hasAdviser) return 'noAdviser';
	if (facts.planWaits) return 'planWaits';
	if (facts.referralWaits) return 'referralWaits';
	if (facts.planReturned) return 'planReturned';
	if (facts.controlLate) return 'controlLate';
	if (facts.boardLate > 0) return 'boardLate';
	if (facts.officeLate > 0) return 'officeLate';
	return lacking(facts);
}

function lacking({ stage, hasPlan }: StalledFacts): StallReason {
	switch (stage) {
		case 'arrived':
			return 'noComplaint';
		case 'complaint':
			return 'notExamined';
		case 'examination':
			return 'noDiagnosis';
		case 'diagnosis':
			return 'noReferral';
		case 'referral':
			return 'noPlan';
		case 'treatment':
			return hasPlan ? 'noControl' : 'noPlan';
		case 'dissolutionProposed':
			return 'closureWaits';
		case 'monitoring':
		case 'recovered':
		case 'closed':
			return 'noControl';
	}
}
