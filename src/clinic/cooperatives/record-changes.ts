/** A value of a record as its history keeps it. Rupiah are digits. */
export type Plain = string | number | boolean | string[] | null;

/** A change that came after what somebody has on the screen. */
export interface LaterChange {
	readonly field: string;
	readonly before: Plain;
	/** A person's own value: what stood there before is not kept. */
	readonly isHidden: boolean;
	readonly version: number;
	readonly byName: string;
}

export interface Change {
	readonly field: string;
	readonly before: Plain;
	readonly after: Plain;
}

export interface Reconciled {
	/** What the person changed, against what he or she had seen, and does not stand there yet. */
	readonly changes: readonly Change[];
	/** Fields among them that somebody else changed in the meantime, without the person knowing. */
	readonly conflicts: readonly { readonly field: string; readonly byName: string }[];
}

export const isSame = (a: Plain | undefined, b: Plain | undefined): boolean =>
	JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/**
 * Two people change one record at once: what only one of them changed is kept of both; what both changed is a conflict
 * until the later one has seen it. Every form sends all its fields, so what was changed is worked out against what was seen.
 * @param later changes after the version that the form showed when it was opened, oldest first
 * @param knownVersion the newest version whose changes the person has been shown since
 */
export function reconcile(
	given: Readonly<Record<string, Plain>>,
	current: Readonly<Record<string, Plain>>,
	later: readonly LaterChange[],
	knownVersion: number
): Reconciled {
	const seen = new Map<string, LaterChange>();
	const newest = new Map<string, LaterChange>();
	for (const change of later) {
		if (!seen.has(change.field)) seen.set(change.field, change);
		newest.set(change.field, change);
	}
	const changes = Object.keys(given)
		.filter((field) => {
			const first = seen.get(field);
			const wasSeen = first === undefined ? current[field] : first.before;
			const isOwn = first?.isHidden === true || !isSame(given[field], wasSeen);
			return isOwn && !isSame(given[field], current[field]);
		})
		.map((field) => ({ field, before: current[field] ?? null, after: given[field] ?? null }));
	const conflicts = changes.flatMap(({ field }) => {
		const last = newest.get(field);
		return last !== undefined && last.version > knownVersion ? [{ field, byName: last.byName }] : [];
	});
	return { changes, conflicts };
}
