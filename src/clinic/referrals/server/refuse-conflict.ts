import { Refusal } from '#platform/refusal.ts';
import type { Conflict } from '../conflicts.ts';

/** Says in words why a person cannot treat a cooperative. @throws Refusal where there is a conflict */
export function refuseConflict(name: string, conflict: Conflict | null): void {
	if (conflict?.code === 'declared') throw new Refusal('referrals.relationDeclared', { name, note: conflict.note });
	if (conflict?.code === 'onBoard') throw new Refusal('referrals.onItsBoard', { name, seat: conflict.name });
}
