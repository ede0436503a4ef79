import { holdsOn, type HeldRole } from '#clinic/offices/roles.ts';
import type { Day } from '#platform/clock.ts';

/**
 * The offices that an observer may look at, as the beginning of their codes: the ministry sees the whole country (''), a
 * province its own. Null: observes nothing.
 * @param held roles in the observer's own office, whatever their dates
 */
export function observedCodes(held: readonly HeldRole[], ownCode: string, today: Day): string | null {
	const now = held.filter((role) => holdsOn(role, today)).map(({ role }) => role);
	if (now.includes('ministryObserver')) return '';
	return now.includes('provinceObserver') ? ownCode.slice(0, 2) : null;
}

/** Codes of the home ministry begin with two digits of the province: 33 and 33.14 lie in 33. */
export const isObserved = (codes: string | null, code: string): boolean => codes !== null && code.startsWith(codes);
