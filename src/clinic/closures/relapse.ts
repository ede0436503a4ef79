import { addMonths, type Day } from '#platform/clock.ts';

/** Falling ill again within this time counts as a relapse of the same illness' care; later it is a new case. Ours. */
export const relapseMonths = 12;

/** Whether a day still lies within the time in which falling ill again is a relapse; the last day counts. */
export const isRelapse = (recoveredOn: Day, on: Day): boolean => on <= addMonths(recoveredOn, relapseMonths);

/** Whether a recovered cooperative may be let go: watched as long as a relapse would count, and nothing still planned. */
export const mayEndCare = (recoveredOn: Day, today: Day): boolean => today > addMonths(recoveredOn, relapseMonths);
