import { daysBetween, type Day } from '#platform/clock.ts';
import { stages, type Stage } from './journey.ts';
import { triageLevels, type TriageLevel } from './triage.ts';

/** The columns of the board: every stage that an open case can stand in. */
export const columns: readonly Stage[] = stages.filter((stage) => stage !== 'closed');

/** Days without anything happening after which a case has fallen silent. Ours. */
export const silentAfter = 30;

/** Days in one stage that are long, then too long; null where staying is what the stage is for. Ours. */
const stageLimits: Readonly<Record<Stage, readonly [long: number, tooLong: number] | null>> = {
	arrived: [2, 7],
	complaint: [14, 30],
	examination: [14, 30],
	diagnosis: [14, 30],
	referral: [14, 30],
	treatment: [90, 180],
	monitoring: null,
	recovered: null,
	dissolutionProposed: [30, 60],
	closed: null
};

export function stayLength(stage: Stage, days: number): 'fair' | 'long' | 'tooLong' {
	const limits = stageLimits[stage];
	if (limits === null) return 'fair';
	return days >= limits[1] ? 'tooLong' : days >= limits[0] ? 'long' : 'fair';
}

/** What a card is filtered by. */
export interface Filed {
	readonly stage: Stage;
	readonly triage: TriageLevel | null;
	readonly districtCode: string | null;
	readonly adviserId: string | null;
	/** The day on which anything last happened. */
	readonly lastOn: Day;
	readonly nextOn: Day | null;
}

/** Filters as they stand in the address; null filters nothing. */
export interface BoardFilter {
	readonly stage: Stage | null;
	readonly triage: TriageLevel | 'none' | null;
	readonly districtCode: string | null;
	readonly adviserId: string | 'none' | null;
	readonly attention: Attention | null;
}

/** What wants to be looked at: fallen silent, or past the day that was set. */
export const attentions = ['silent', 'overdue'] as const;
export type Attention = (typeof attentions)[number];

/** A case whose next control is still ahead is not silent: everybody waits for that day. */
export const isSilent = ({ lastOn, nextOn }: Pick<Filed, 'lastOn' | 'nextOn'>, today: Day): boolean =>
	daysBetween(lastOn, today) >= silentAfter && (nextOn === null || nextOn < today);
export const isOverdue = ({ nextOn }: Pick<Filed, 'nextOn'>, today: Day): boolean => nextOn !== null && nextOn < today;

export const passes = (card: Filed, filter: BoardFilter, today: Day): boolean =>
	(filter.stage === null || card.stage === filter.stage) &&
	(filter.triage === null || (card.triage ?? 'none') === filter.triage) &&
	(filter.districtCode === null || card.districtCode === filter.districtCode) &&
	(filter.adviserId === null || (card.adviserId ?? 'none') === filter.adviserId) &&
	(filter.attention !== 'silent' || isSilent(card, today)) &&
	(filter.attention !== 'overdue' || isOverdue(card, today));

/** The names under which filters stand in the address. */
export const filterNames = {
	stage: 'tahap',
	triage: 'triase',
	districtCode: 'kecamatan',
	adviserId: 'petugas',
	attention: 'perhatian'
} as const satisfies Record<keyof BoardFilter, string>;

/** Reads the filters of an address; what it does not understand filters nothing. */
export function readFilter(address: URLSearchParams): BoardFilter {
	const text = (name: keyof BoardFilter) => address.get(filterNames[name]) || null;
	return {
		stage: columns.find((stage) => stage === text('stage')) ?? null,
		triage: ([...triageLevels, 'none'] as const).find((level) => level === text('triage')) ?? null,
		districtCode: text('districtCode'),
		adviserId: text('adviserId'),
		attention: attentions.find((attention) => attention === text('attention')) ?? null
	};
}

export const isFiltering = (filter: BoardFilter): boolean => Object.values(filter).some((value) => value !== null);
