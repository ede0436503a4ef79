import type { Stage } from '#clinic/cases/journey.ts';
import { addDays, addMonths, type Day } from '#platform/clock.ts';

/** A control brings a case under monitoring; after recovery or under a closure proposal it only adds to the record. */
export const stageAfterControl = (stage: Stage): Stage | null =>
	stage === 'recovered' || stage === 'dissolutionProposed' ? null : 'monitoring';

/** Months until the next control that a form proposes: soon while under treatment, seldom once recovered. Ours. */
export const usualNextControl = (stage: Stage, today: Day): Day => addMonths(today, stage === 'recovered' ? 6 : 1);

export interface PlannedControl {
	readonly month: number;
	readonly dueOn: Day;
}

/**
 * The days of a series of controls. @param moved puts a day on one that the office is open on
 * @param after only those after this day: a control that is dated already is not planned again
 */
export const controlDays = (
	from: Day,
	months: readonly number[],
	moved: (day: Day) => Day = (day) => day,
	after: Day = from
): PlannedControl[] =>
	months.map((month) => ({ month, dueOn: moved(addMonths(from, month)) })).filter(({ dueOn }) => dueOn > after);

/** Days after which a control that nobody held counts as missed. Ours. */
export const missedAfterDays = 3;

/** Controls due before this day are missed. */
export const missedBefore = (today: Day): Day => addDays(today, -missedAfterDays + 1);
