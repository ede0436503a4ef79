/** Where on the record a field is filled in: the last part of the page's address. */
export type RecordSection = 'ubah' | 'pengurus' | 'angka' | 'rat' | 'izin' | 'peta' | 'status';

export interface Wanted {
	readonly weight: number;
	readonly section: RecordSection;
}

/**
 * What makes a record useful, with its weight out of 100. Ours (`klinik`): no regulation weighs the fields. The heavy ones
 * are those without which nobody can be reached and nothing can be judged; the light ones are asked by reports only.
 */
export const wantedFields = {
	legalNumber: { weight: 10, section: 'ubah' },
	kind: { weight: 8, section: 'ubah' },
	district: { weight: 8, section: 'ubah' },
	address: { weight: 8, section: 'ubah' },
	contact: { weight: 10, section: 'ubah' },
	registryStatus: { weight: 6, section: 'status' },
	chair: { weight: 10, section: 'pengurus' },
	boardTerm: { weight: 4, section: 'pengurus' },
	supervisor: { weight: 3, section: 'pengurus' },
	meetings: { weight: 10, section: 'rat' },
	members: { weight: 6, section: 'angka' },
	figures: { weight: 6, section: 'angka' },
	registryNumber: { weight: 3, section: 'ubah' },
	businessNumber: { weight: 3, section: 'ubah' },
	founded: { weight: 2, section: 'ubah' },
	classification: { weight: 1, section: 'ubah' },
	place: { weight: 2, section: 'peta' }
} as const satisfies Record<string, Wanted>;

export type WantedField = keyof typeof wantedFields;
export const wantedNames = Object.keys(wantedFields) as WantedField[];

/** From this share on a record counts as complete: everything heavy is there. */
export const completeFrom = 90;

export type Held = Readonly<Record<WantedField, boolean>>;

export interface Completeness {
	/** 0 to 100, whole. */
	readonly share: number;
	readonly isComplete: boolean;
	/** The heaviest first. */
	readonly missing: readonly WantedField[];
}

const total = wantedNames.reduce((sum, name) => sum + wantedFields[name].weight, 0);

/** @param has which of the wanted fields the record holds */
export function completenessOf(has: Held): Completeness {
	const missing = wantedNames
		.filter((name) => !has[name])
		.sort((a, b) => wantedFields[b].weight - wantedFields[a].weight);
	const held = total - missing.reduce((sum, name) => sum + wantedFields[name].weight, 0);
	const share = Math.floor((held * 100) / total);
	return { share, isComplete: share >= completeFrom, missing };
}
