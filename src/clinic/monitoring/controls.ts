import type { Stage } from '#clinic/cases/journey.ts';
import { addMonths, type Day } from '#platform/clock.ts';

/** A control brings a case under monitoring; after recovery or under a closure proposal it only adds to the record. */
export const stageAfterControl = (stage: Stage): Stage | null =>
	stage === 'recovered' || stage === 'dissolutionProposed' ? null : 'monitoring';

/** Months until the next control that a form proposes: soon while under treatment, seldom once recovered. Ours. */
export const usualNextControl = (stage: Stage, today: Day): Day => addMonths(today, stage === 'recovered' ? 6 : 1);
