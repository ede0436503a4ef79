/** Why somebody opened a case file, worked out from what he or she did and is. Nothing here is guessed: `serves` says that no more is known. */
export type OpeningReason =
	| 'decided'
	| 'talked'
	| 'controlled'
	| 'examined'
	| 'diagnosed'
	| 'listened'
	| 'referred'
	| 'planned'
	| 'inCharge'
	| 'specialist'
	| 'guest'
	| 'serves';

interface Opened {
	readonly caseId: string;
	readonly at: Date;
	readonly actorId: string;
}

interface Deed {
	readonly caseId: string;
	readonly what: string;
	readonly at: Date;
	readonly by: string;
}

interface Known {
	/** What was done in these cases, by whom. */
	readonly deeds: readonly Deed[];
	/** Who has a case in hand now, by case. */
	readonly advisers: ReadonlyMap<string, string>;
	/** Who accepted a referral, as `case actor`. */
	readonly specialists: ReadonlySet<string>;
}

/** A deed counts as the reason for an opening shortly before it, or for looking at once after. */
const before = 60 * 60_000;
const after = 5 * 60_000;

const meanings: readonly (readonly [RegExp, OpeningReason])[] = [
	[/^(plan|closure)\.(approved|returned|agreed)$/, 'decided'],
	[/^session\./, 'talked'],
	[/^followUp\./, 'controlled'],
	[/^(examination|selfExamination|secondOpinion)\./, 'examined'],
	[/^diagnosis\./, 'diagnosed'],
	[/^(complaint|triage|visit)\./, 'listened'],
	[/^referral\./, 'referred'],
	[/^(plan|closure)\./, 'planned']
];

export function whyOpened({ caseId, at, actorId }: Opened, { deeds, advisers, specialists }: Known): OpeningReason {
	const done = deeds.filter(
		(deed) =>
			deed.caseId === caseId &&
			deed.by === actorId &&
			deed.at.getTime() >= at.getTime() - after &&
			deed.at.getTime() <= at.getTime() + before
	);
	const meaning = meanings.find(([what]) => done.some((deed) => what.test(deed.what)));
	if (meaning) return meaning[1];
	if (advisers.get(caseId) === actorId) return 'inCharge';
	return specialists.has(`${caseId} ${actorId}`) ? 'specialist' : 'serves';
}
