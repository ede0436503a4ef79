import type { ImportOutcome } from '#clinic/cooperatives/import-outcomes.ts';
import type { NoteWeight } from '#clinic/cooperatives/notes.ts';
import { chosenIn } from '../address.ts';

/** How many rows of an import the page shows at a time. */
export const ROWS = 25;

interface Filter {
	readonly outcome: ImportOutcome | null;
	readonly weight: NoteWeight | null;
}

/** The words of the address for what to show of an import's rows. */
export const filters = {
	dimuat: { outcome: 'imported', weight: null },
	ada: { outcome: 'known', weight: null },
	ditolak: { outcome: 'refused', weight: null },
	dilihat: { outcome: null, weight: 'doubtful' },
	hilang: { outcome: null, weight: 'notTaken' },
	dirapikan: { outcome: null, weight: 'corrected' }
} as const satisfies Record<string, Filter>;
export type FilterName = keyof typeof filters;

const names = Object.keys(filters) as FilterName[];

export function filterIn(params: URLSearchParams): Filter & { readonly name: FilterName | null } {
	const name = chosenIn(params, 'lihat', names);
	return name === null ? { name, outcome: null, weight: null } : { name, ...filters[name] };
}
