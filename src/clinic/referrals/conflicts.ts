import { foldName } from '#clinic/cooperatives/fold.ts';
import type { BoardRole } from '#clinic/cooperatives/kinds.ts';

/**
 * What ties a specialist to a cooperative. `noConflict` is a decision of the head of division about a seat on the board that
 * the program found by its name: another person of that name, or so long ago that it no longer matters.
 */
export const relationKinds = ['boardMember', 'relative', 'creditor', 'employee', 'other'] as const;
export type RelationKind = (typeof relationKinds)[number];

export interface DeclaredRelation {
	readonly kind: RelationKind | 'noConflict';
	/** In words: "cousin of the chair". */
	readonly note: string;
}

/** A seat on the board or on the supervisory board of the patient, now or before. */
export interface Seat {
	readonly personId: string;
	readonly name: string;
	readonly role: BoardRole;
}

/** Who would treat, advise or be a mentor. */
export interface Party {
	readonly name: string;
	/** Known in the register as a person; staff are not. */
	readonly personId: string | null;
}

export type Conflict =
	| { readonly code: 'declared'; readonly kind: RelationKind; readonly note: string }
	| { readonly code: 'onBoard'; readonly name: string; readonly role: BoardRole };

/**
 * Why a person cannot treat this cooperative, or null. What was declared counts before what was found; a decision that there
 * is no conflict stands against a seat that was found, never against what somebody declared.
 */
export function conflictOf(
	party: Party,
	seats: readonly Seat[],
	declared: readonly DeclaredRelation[]
): Conflict | null {
	const relation = declared.find(({ kind }) => kind !== 'noConflict');
	if (relation) return { code: 'declared', kind: relation.kind as RelationKind, note: relation.note };
	if (declared.length > 0) return null;
	const seat = seats.find(
		({ personId, name }) => (party.personId !== null && personId === party.personId) || isSamePerson(name, party.name)
	);
	return seat ? { code: 'onBoard', name: seat.name, role: seat.role } : null;
}

/** What stands before a name and is none: degrees, forms of address, the pilgrimage. */
const before = new Set(
	'alm almh bapak bp bpk bu dr dra drg drh drs h haji hj hajah hm ibu ir kh ny pak prof sdr sdri'
		.split(' ')
		.map(foldName)
);

/** Degrees stand behind a comma: "Sutrisno Hadi, S.E., M.M." */
function bareName(name: string): string {
	const words = foldName(name.split(',')[0] ?? '').split(' ');
	const first = words.findIndex((word) => !before.has(word));
	return first < 0 ? '' : words.slice(first).join(' ');
}

/** The same name of at least two words: one word alone ("Sutrisno") is shared by too many to say anything. */
export function isSamePerson(one: string, other: string): boolean {
	const bare = bareName(one);
	return bare.includes(' ') && bare === bareName(other);
}
