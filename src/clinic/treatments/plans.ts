import type { Stage } from '#clinic/cases/journey.ts';
import { boardRoles } from '#clinic/cooperatives/kinds.ts';
import type { Day } from '#platform/clock.ts';

/** Who does an action of a plan: one of the board, or the office itself. */
export const actionOwners = [...boardRoles, 'office'] as const;
export type ActionOwner = (typeof actionOwners)[number];

/** A one-page prescription holds no more, and a board does no more. */
export const mostActions = 8;
export const mostWarningSigns = 5;
/** Of one action. */
export const mostMeetings = 12;
/** Files sent at once, and kept for one action. */
export const mostProofs = 6;
export const mostProofsKept = 24;

/** A plan is made once the case is with a poli, and may be made anew as long as it is in care. */
const planned: readonly Stage[] = ['referral', 'treatment', 'monitoring'];
export const mayPlan = (stage: Stage): boolean => planned.includes(stage);

/** A talk begins or goes on with the treatment; after recovery or under a closure proposal it only adds to the record. */
export const stageAfterSession = (stage: Stage): Stage | null =>
	stage === 'recovered' || stage === 'dissolutionProposed' ? null : 'treatment';

export interface DatedAction {
	readonly dueOn: Day;
	readonly doneAt: Date | null;
}

/** How an action stands on a day. */
export type ActionState = 'done' | 'overdue' | 'open';
export const actionState = ({ dueOn, doneAt }: DatedAction, today: Day): ActionState =>
	doneAt ? 'done' : dueOn < today ? 'overdue' : 'open';

/** The action that comes next: the open one due first. */
export const nextAction = <Action extends DatedAction>(actions: readonly Action[]): Action | null =>
	actions.filter(({ doneAt }) => !doneAt).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))[0] ?? null;
