import type { Stage } from './journey.ts';

/** What can be done for a case; each has its page under the case. */
export const steps = ['complaint', 'examination', 'diagnosis', 'referral', 'plan', 'followUp', 'outcome'] as const;
export type Step = (typeof steps)[number];

/** Last part of the page's address: /kasus/<id>/keluhan. */
export const stepPaths = {
	complaint: 'keluhan',
	examination: 'pemeriksaan',
	diagnosis: 'diagnosis',
	referral: 'rujukan',
	plan: 'rencana',
	followUp: 'kontrol',
	outcome: 'hasil'
} as const satisfies Record<Step, string>;

/** What one may do at each step: the page's permission. */
export const stepNeeds = {
	complaint: 'complaint.record',
	examination: 'examination.record',
	diagnosis: 'diagnosis.record',
	referral: 'referral.make',
	plan: 'plan.propose',
	followUp: 'followUp.record',
	outcome: 'outcome.decide'
} as const satisfies Record<Step, string>;

export interface CaseFacts {
	readonly stage: Stage;
	/** An instrument exists for the cooperative's kind and pattern: then it is examined before it is diagnosed. */
	readonly canBeExamined: boolean;
	/** Codes of what has happened, oldest first. */
	readonly passed: readonly string[];
}

/** The one step that makes most sense now; null when the case is closed. */
export function nextStep({ stage, canBeExamined, passed }: CaseFacts): Step | null {
	switch (stage) {
		case 'arrived':
			return 'complaint';
		case 'complaint':
			return canBeExamined ? 'examination' : 'diagnosis';
		case 'examination':
			return 'diagnosis';
		case 'diagnosis':
			return 'referral';
		case 'referral':
			// Waiting for an answer is watched on the referral's page; once accepted, the plan follows.
			return passed.lastIndexOf('referral.accepted') > passed.lastIndexOf('referral.sent') ? 'plan' : 'referral';
		case 'treatment':
			return passed.lastIndexOf('plan.approved') > passed.lastIndexOf('plan.proposed') ? 'followUp' : 'plan';
		case 'monitoring':
			return 'followUp';
		case 'recovered':
			return 'followUp';
		case 'dissolutionProposed':
			return 'outcome';
		case 'closed':
			return null;
	}
}
