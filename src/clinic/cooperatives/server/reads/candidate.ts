import { sql } from 'drizzle-orm';
import type { Id } from '#platform/ids.ts';
import type { Kind, Pattern, RegistryStatus } from '../../kinds.ts';

/** One cooperative that a search found, with what tells it from its namesakes. */
export interface Candidate extends Record<string, unknown> {
	readonly id: Id<'Cooperative'>;
	readonly name: string;
	readonly kind: Kind | null;
	readonly pattern: Pattern | null;
	readonly hasSavingsUnit: boolean;
	readonly district: string | null;
	readonly address: string | null;
	readonly legalNumber: string | null;
	readonly registryNumber: string | null;
	readonly registryStatus: RegistryStatus | null;
}

/** With the name by which it was found, folded, and how near that is to what was typed, up to 1. */
export type Ranked = Candidate & { readonly metCore: string; readonly metNorm: string; readonly near: number };

export const shown = ({ metCore: _, metNorm: __, near: ___, mergedInto: ____, ...candidate }: Ranked): Candidate =>
	candidate as Candidate;

/** Columns of a candidate, where `c` is its record and `a` its district. */
export const candidateColumns = sql`c.id, c.name, c.kind, c.pattern, c.has_savings_unit as "hasSavingsUnit",
	coalesce(a.name, c.district_text) as district, c.address, c.legal_number as "legalNumber",
	c.registry_number as "registryNumber", c.registry_status as "registryStatus"`;
