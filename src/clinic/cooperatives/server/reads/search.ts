import { sql } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import type { Kind, Pattern, RegistryStatus } from '../../kinds.ts';
import { readLegalNumber } from '../../legal-numbers.ts';
import { foldCooperativeName } from '../../names.ts';

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

/** Shorter than this a text finds everything and nothing. */
const shortest = 2;

/**
 * Cooperatives of the actor's office by a name however badly typed, or by a number; the most alike first. Compares the
 * folded name without the words of its kind, which half the register shares; those words only break ties. A merged
 * record is found under its old name and answers as the one that stays.
 */
export async function searchCooperatives(
	reader: Pick<Reader, 'rows'>,
	actor: Actor,
	text: string,
	limit = 8
): Promise<Candidate[]> {
	// PostgreSQL holds no NUL, and no name has control characters.
	const asked = text.normalize('NFC').replace(/\p{Cc}/gu, ' ').slice(0, 200).trim();
	const { core, norm } = foldCooperativeName(asked);
	const digits = asked.replace(/\D/g, '');
	const legal = digits === '' ? null : (readLegalNumber(asked)?.norm ?? null);
	if (core.length < shortest && digits.length < shortest) return [];
	// Registry and business numbers are looked up as typed from the front; a legal number as folded.
	const byNumber = digits.length >= 4 ? `${digits}%` : null;
	return reader.rows<Candidate & Record<string, unknown>>(sql`
		with found as (
			select coalesce(merged_into, id) as id,
			       max(case when legal_number_norm = ${legal} or registry_number = ${digits} then 3
			                when registry_number like ${byNumber} or legal_number_norm like ${legal === null ? null : `${legal}/%`} then 2
			                else 0 end
			           + greatest(similarity(core, ${core}), word_similarity(${core}, core) * 0.9)) as alike,
			       max(similarity(norm, ${norm})) as alike_in_full
			  from cooperatives
			 where office_id = ${actor.officeId}
			   and (core % ${core} or ${core} <% core
			        or legal_number_norm = ${legal} or legal_number_norm like ${legal === null ? null : `${legal}/%`}
			        or registry_number like ${byNumber} or business_number like ${byNumber})
			 group by 1
			 order by alike desc, alike_in_full desc, 1
			 limit ${limit})
		select c.id, c.name, c.kind, c.pattern, c.has_savings_unit as "hasSavingsUnit",
		       coalesce(a.name, c.district_text) as district, c.address, c.legal_number as "legalNumber",
		       c.registry_number as "registryNumber", c.registry_status as "registryStatus"
		  from found join cooperatives c on c.id = found.id
		  left join areas a on a.code = c.district_code
		 order by alike desc, alike_in_full desc, c.name, c.id`);
}
