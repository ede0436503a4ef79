import type { Place } from './placing.ts';
import type { RowRefusal } from './import-row.ts';
import { weightOf, type Note, type NoteWeight } from './notes.ts';
import type { ReadRow, RefusedRow, TakenRow } from './register-read.ts';
import { identityOf, likeness, type Found, type Identity } from './same-cooperative.ts';

export const importOutcomes = ['imported', 'known', 'refused'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** By what a row was known already: its line came before, its cooperative stands in the register, or earlier in the file. */
export const knownBy = ['sameLine', 'sameCooperative', 'earlierRow'] as const;
export type KnownBy = (typeof knownBy)[number];

/** A cooperative of the register that a row may be. */
export interface Registered {
	readonly id: string;
	readonly name: string;
	readonly identity: Identity;
}

/** What the register knows of the rows of a file, by their position. */
export interface Known {
	/** The cooperative to which the same line led before. */
	readonly lines: ReadonlyMap<number, Pick<Registered, 'id' | 'name'>>;
	/** Cooperatives that share a number, or the name in the same district. */
	readonly alike: ReadonlyMap<number, readonly Registered[]>;
}

/** What becomes of a row. */
export interface Decided {
	readonly row: ReadRow;
	readonly outcome: ImportOutcome;
	readonly reason: RowRefusal | KnownBy | null;
	readonly params: Readonly<Record<string, string | number>>;
	readonly notes: readonly Note[];
	readonly weight: NoteWeight | null;
	/** Where the cooperative lies, for a row that is imported. */
	readonly place: Place | null;
	/** The cooperative of the row, new or known. */
	readonly cooperativeId: string | null;
}

/**
 * Decides row by row, in the order of the file: refused, known already, or a new cooperative.
 * @param newCooperativeId makes the id of a new one
 */
export function decideRows(
	rows: readonly ReadRow[],
	placeOf: (row: TakenRow) => Place,
	known: Known,
	newCooperativeId: () => string
): Decided[] {
	const before = new Map<number, Decided>();
	const lines = new Map<string, number>();
	return rows.map((row) => {
		const decided =
			row.outcome === 'refused' ? refused(row) : decideTaken(row, placeOf(row), known, before, lines, newCooperativeId);
		before.set(row.position, decided);
		return decided;
	});
}

const refused = (row: RefusedRow): Decided => ({
	row,
	outcome: 'refused',
	reason: row.reason,
	params: row.params,
	notes: [],
	weight: null,
	place: null,
	cooperativeId: null
});

function decideTaken(
	row: TakenRow,
	place: Place,
	known: Known,
	before: ReadonlyMap<number, Decided>,
	lines: Map<string, number>,
	newCooperativeId: () => string
): Decided {
	const notes = [...row.notes, ...place.notes];
	const asKnown = (reason: KnownBy, id: string | null, params: Decided['params']): Decided => ({
		row,
		outcome: 'known',
		reason,
		params,
		// Nothing of the row was taken, so there is nothing to look at.
		notes: [],
		weight: null,
		place: null,
		cooperativeId: id
	});
	const line = known.lines.get(row.position);
	if (line) return asKnown('sameLine', line.id, { name: line.name });

	const same = 'same' in row.found ? row.found.same : lines.get(row.key);
	const earlier = same === undefined ? undefined : before.get(same);
	lines.set(row.key, lines.get(row.key) ?? row.position);
	if (earlier)
		return asKnown('earlierRow', earlier.cooperativeId, { row: earlier.row.number, sheet: earlier.row.sheet });

	const own = identityOf({ ...row.fields, district: place.district });
	const alike = known.alike.get(row.position) ?? [];
	const judged = alike.map((other) => ({ other, likeness: likeness(other.identity, own) }));
	const registered = judged.find((one) => one.likeness.verdict === 'same')?.other;
	if (registered) return asKnown('sameCooperative', registered.id, { name: registered.name });

	const doubts = [
		...judged.flatMap(({ other, likeness }) =>
			likeness.verdict === 'perhaps' ? [doubtNote(likeness.doubt, other.name)] : []
		),
		...inFile(row.found).map(({ row: position, doubt }) => doubtNote(doubt, nameInFile(before.get(position))))
	].slice(0, SAID);
	const all = [...notes, ...doubts];
	return {
		row,
		outcome: 'imported',
		reason: null,
		params: {},
		notes: all,
		weight: weightOf(all),
		place,
		cooperativeId: newCooperativeId()
	};
}

/** More doubts than these say no more about a row. */
const SAID = 3;

type Doubtful = Extract<Found, { perhaps: unknown }>['perhaps'];
type Doubt = Doubtful[number]['doubt'];

const inFile = (found: Found): Doubtful => ('perhaps' in found ? found.perhaps : []);

const fieldOf: Record<Doubt, string> = {
	legalNumberRepeats: 'legalNumber',
	sameNumberElsewhere: 'legalNumber',
	registryNumberRepeats: 'registryNumber',
	sameNameHere: 'name'
};

/** Names the other one, with its row in brackets where it stands in the same file. */
const doubtNote = (code: Doubt, other: string): Note => ({ code, field: fieldOf[code], from: other, to: null });

function nameInFile(decided: Decided | undefined): string {
	if (decided?.row.outcome !== 'taken') return '';
	return `${decided.row.fields.name} (#${decided.row.number})`;
}

/** How many rows had each outcome. */
export function countOutcomes(decided: readonly Pick<Decided, 'outcome'>[]): Record<ImportOutcome | 'read', number> {
	const counts = { read: decided.length, imported: 0, known: 0, refused: 0 };
	for (const { outcome } of decided) counts[outcome] += 1;
	return counts;
}
