/** The stops of a case, in order. */
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

/**
 * Which stage may follow which. A case may go back (a new examination in treatment, a returned closure proposal) and may
 * skip the examination where no instrument exists for the cooperative's kind; it may not skip the diagnosis.
 */
const next: Readonly<Record<Stage, readonly Stage[]>> = {
	arrived: ['complaint'],
	complaint: ['complaint', 'examination', 'diagnosis'],
	examination: ['complaint', 'examination', 'diagnosis'],
	diagnosis: ['complaint', 'examination', 'diagnosis', 'referral', 'dissolutionProposed'],
	referral: ['complaint', 'examination', 'diagnosis', 'referral', 'treatment', 'dissolutionProposed'],
	treatment: ['complaint', 'examination', 'diagnosis', 'referral', 'treatment', 'monitoring', 'dissolutionProposed'],
	monitoring: [
		'complaint',
		'examination',
		'diagnosis',
		'referral',
		'treatment',
		'monitoring',
		'recovered',
		'dissolutionProposed'
	],
	// Recovered goes on under monitoring; a relapse begins again at the complaint.
	recovered: ['complaint', 'monitoring', 'recovered', 'closed'],
	dissolutionProposed: ['treatment', 'monitoring', 'dissolutionProposed', 'closed'],
	closed: []
};

export const mayFollow = (from: Stage, to: Stage): boolean => next[from].includes(to);

/** A fact about a case. `turns` is the stage it leads to, null where it only adds to the history. */
export interface Milestone {
	readonly stage: Stage | null;
	readonly at: Date;
}

/** Where a case stands, and since when. */
export interface Standing {
	readonly stage: Stage;
	/** The milestone that turned it; null before the first. */
	readonly since: Date | null;
}

/**
 * The stage of a case: that of its latest milestone that turned it. An examination or complaint during treatment or
 * later adds to the record and does not throw the case back: see `staysIn`.
 * @param milestones in order of time, oldest first
 */
export function standingOf(milestones: readonly Milestone[]): Standing {
	let standing: Standing = { stage: 'arrived', since: null };
	for (const { stage, at } of milestones) {
		if (stage === null || staysIn(standing.stage, stage)) continue;
		if (stage !== standing.stage || standing.since === null) standing = { stage, since: at };
	}
	return standing;
}

export const stageOf = (milestones: readonly Milestone[]): Stage => standingOf(milestones).stage;

/** A re-examination, a further complaint, a further diagnosis or referral while under treatment or monitoring leaves the case where it is. */
export const staysIn = (current: Stage, reported: Stage): boolean => {
	const early: readonly Stage[] = ['complaint', 'examination', 'diagnosis', 'referral'];
	const late: readonly Stage[] = ['treatment', 'monitoring', 'dissolutionProposed'];
	return late.includes(current) && early.includes(reported);
};
