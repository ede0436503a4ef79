import { addDays, type Day } from '#platform/clock.ts';
import type { HeldRole, Role } from './roles.ts';

/** A role as it stands in the office's books. */
export interface RoleRow extends HeldRole {
	readonly id: string;
	/** Set on an acting head's role: it is the head's to end, not the administrator's. */
	readonly onBehalfOf: string | null;
}

export interface RoleChanges {
	readonly add: readonly HeldRole[];
	/** Rows whose last day changes. */
	readonly redate: readonly { readonly id: string; readonly untilOn: Day | null }[];
	/** Rows that never came into force, or would end on the day they began: the audit keeps them. */
	readonly drop: readonly string[];
}

/**
 * From the roles someone holds to the roles wanted. What is over stays as it is; what is taken away ends yesterday, so
 * that it gives no right today.
 */
export function roleChanges(held: readonly RoleRow[], wanted: readonly HeldRole[], today: Day): RoleChanges {
	const open = held.filter(({ onBehalfOf, untilOn }) => onBehalfOf === null && (untilOn === null || untilOn >= today));
	const same = (a: { role: Role; fromOn: Day }, b: { role: Role; fromOn: Day }) =>
		a.role === b.role && a.fromOn === b.fromOn;
	const kept = open.filter((row) => wanted.some((wish) => same(row, wish)));
	const taken = open.filter((row) => !kept.includes(row));
	return {
		add: wanted.filter((wish) => !open.some((row) => same(row, wish))),
		redate: [
			...kept.flatMap((row) => {
				const { untilOn } = wanted.find((wish) => same(row, wish))!;
				return untilOn === row.untilOn ? [] : [{ id: row.id, untilOn }];
			}),
			...taken.filter(({ fromOn }) => fromOn < today).map(({ id }) => ({ id, untilOn: addDays(today, -1) }))
		],
		drop: taken.filter(({ fromOn }) => fromOn >= today).map(({ id }) => id)
	};
}
