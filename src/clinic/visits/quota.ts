import type { Opening } from '#clinic/offices/opening.ts';

/** What a machine may say of a queue before anybody asks for a number there. */
export type Giving =
	| { readonly may: true }
	/** Outside the hours, a holiday, the end of the day, or nobody more is taken today. */
	| { readonly may: false; readonly why: 'closed' | 'dayClosed' | 'full' };

export interface GivingFacts {
	readonly opening: Opening;
	readonly dayIsClosed: boolean;
	/** Null: as many as come. */
	readonly dailyQuota: number | null;
	/** Tickets of this queue today that count: not cancelled, their visitor seen. */
	readonly given: number;
}

/** Whether a kiosk or a telephone gives a number now. The desk may always: a person decides there. */
export function mayGive({ opening, dayIsClosed, dailyQuota, given }: GivingFacts): Giving {
	if (opening.state === 'closed') return { may: false, why: 'closed' };
	if (dayIsClosed) return { may: false, why: 'dayClosed' };
	if (dailyQuota !== null && given >= dailyQuota) return { may: false, why: 'full' };
	return { may: true };
}

/** A kiosk shows at most so many buttons: more are not read. */
export const mostButtons = 6;
