import type { Day } from '#platform/clock.ts';
import type { Id } from '#platform/ids.ts';
import type { Stage } from './journey.ts';
import { pressing, triageLevels, type TriageLevel } from './triage.ts';

/** An open case as the worklist sees it. */
export interface Waiting {
	readonly id: Id<'Case'>;
	readonly level: TriageLevel | null;
	readonly stage: Stage;
	/** Since when it stands in its stage. */
	readonly since: Date;
	/** The control that was dated and not held yet. */
	readonly nextOn: Day | null;
}

/** Stages in which a case waits for the day of its control, not for anybody's hands. */
const watched: readonly Stage[] = ['monitoring', 'recovered'];

/** Everybody waits for the day that was set. */
export const isResting = ({ stage, nextOn }: Pick<Waiting, 'stage' | 'nextOn'>, today: Day): boolean =>
	watched.includes(stage) && nextOn !== null && nextOn >= today;

/** A case that nobody has triaged yet waits like one that can wait its turn. */
const urgency = ({ level }: Pick<Waiting, 'level'>): number => pressing(level ?? 'routine');

/**
 * Who comes first: the more pressing level; of one level a control whose day has passed, then whoever has waited longest in
 * the stage. Ours, like the levels. A case at rest until its control does not stand on the list.
 */
export function inTurn<Row extends Waiting>(rows: readonly Row[], today: Day): Row[] {
	const missed = ({ nextOn }: Row) => nextOn !== null && nextOn < today;
	return rows
		.filter((row) => !isResting(row, today))
		.sort(
			(a, b) =>
				urgency(a) - urgency(b) ||
				Number(missed(b)) - Number(missed(a)) ||
				a.since.getTime() - b.since.getTime() ||
				(a.id < b.id ? -1 : 1)
		);
}

/** What the list is narrowed to, as it stands in the address. */
export interface WorklistFilter {
	readonly level: TriageLevel | null;
	readonly whose: 'mine' | 'nobody' | null;
	/** From 1. */
	readonly page: number;
}

export const worklistPage = 25;

export function readWorklistFilter(address: URLSearchParams): WorklistFilter {
	const page = Number(address.get('hal'));
	return {
		level: triageLevels.find((level) => level === address.get('triase')) ?? null,
		whose: (['mine', 'nobody'] as const).find((whose) => whose === address.get('petugas')) ?? null,
		page: Number.isInteger(page) && page > 0 ? page : 1
	};
}
