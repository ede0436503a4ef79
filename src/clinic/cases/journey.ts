/** The stops of a case, in order. Where two follow one another as alternatives, the milestone says which was taken. */
export const stages = [
	'arrived',
	'complaint',
	'examination',
	'diagnosis',
	'referral',
	'treatment',
	'monitoring',
	'recovered',
	'dissolutionProposed',
	'closed'
] as const;
export type Stage = (typeof stages)[number];
