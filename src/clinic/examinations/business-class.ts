import type { Certainty } from './instrument.ts';

/** KUK, the class of a cooperative's business (Permenkop UKM 9/2020): 1 is the smallest. */
export const businessClasses = [1, 2, 3, 4] as const;
export type BusinessClass = (typeof businessClasses)[number];

export const classCriteria = ['members', 'ownCapital', 'assets'] as const;
export type ClassCriterion = (typeof classCriteria)[number];

/** Members, and rupiah. Null is not known. */
export type ClassFigures = Readonly<Record<ClassCriterion, bigint | number | null>>;

export interface ClassJudged {
	readonly class: BusinessClass;
	/** The criteria that reach this class, which is the highest that any of them reaches. */
	readonly by: readonly ClassCriterion[];
	/** Criteria that nothing is known of: with them the class could be higher. */
	readonly unknown: readonly ClassCriterion[];
	readonly certainty: Certainty;
}

/**
 * Where each class ends. The numbers are those of the summary page of the registry; whether an amount on an edge
 * belongs to the class below or above it is printed nowhere. Read here: classes 2 and 3 begin on their edge ("5,000 to
 * 9,000"), class 4 above its own ("more than 35,000").
 */
const million = 1_000_000n;
const billion = 1000n * million;
export const classEdges: Readonly<Record<ClassCriterion, readonly [two: bigint, three: bigint, four: bigint]>> = {
	members: [5000n, 9000n, 35_000n],
	ownCapital: [250n * million, 15n * billion, 40n * billion],
	assets: [2500n * million, 100n * billion, 500n * billion]
};

/**
 * The class that the highest criterion reaches. The regulation joins the criteria with "or"; that the highest decides
 * is the reading of one application, and not confirmed. Null where none of the three is known.
 */
export function businessClassOf(figures: ClassFigures): ClassJudged | null {
	const known = classCriteria.filter((criterion) => figures[criterion] !== null);
	if (known.length === 0) return null;
	const reached = new Map(known.map((criterion) => [criterion, classBy(criterion, figures[criterion] ?? 0)]));
	const highest = [...reached.values()].reduce((high, one) => (one > high ? one : high));
	return {
		class: highest,
		by: known.filter((criterion) => reached.get(criterion) === highest),
		unknown: classCriteria.filter((criterion) => figures[criterion] === null),
		certainty: 'unverified'
	};
}

function classBy(criterion: ClassCriterion, amount: bigint | number): BusinessClass {
	const [two, three, four] = classEdges[criterion];
	if (amount > four) return 4;
	if (amount >= three) return 3;
	return amount >= two ? 2 : 1;
}
