/** What an officer who judges blind must not be told yet: examinations and their cooperatives. */
export interface Veil {
	readonly examinations: ReadonlySet<string>;
	readonly cooperatives: ReadonlySet<string>;
}

interface Told {
	readonly subjectId: string | null;
	readonly params: Readonly<Record<string, string | number>>;
}

/** What happened to a case, without the outcome of a veiled examination: that there was one is no secret. */
export const veiledHistory = <Milestone extends Told>(milestones: readonly Milestone[], veil: Veil): Milestone[] =>
	milestones.map((milestone) => {
		if (!veil.examinations.has(milestone.subjectId ?? '')) return milestone;
		const { total: _total, category: _category, ...params } = milestone.params;
		return { ...milestone, params };
	});

/** A cooperative without the health category that a veiled examination gave it. */
export const veiledHealth = <Identity extends { readonly id: string; readonly health: unknown }>(
	identity: Identity,
	veil: Veil
): Identity => (veil.cooperatives.has(identity.id) ? { ...identity, health: null } : identity);
