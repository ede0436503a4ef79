import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { isNational } from '../../duplicates/number-evidence.ts';
import { cooperatives } from '../tables.ts';
import { duplicatePairs } from '../tables/duplicates.ts';

/** By what a record can be known in another office's register. */
interface Identifiers {
	readonly id: string;
	readonly keys: readonly string[];
}

/** The numbers of the organisation itself that stand in this office's register, and whether notes of other offices do. */
export async function identifiersOf(
	reader: Pick<Reader, 'select'>,
	actor: Actor
): Promise<{ identifiers: Identifiers[]; hasNotes: boolean }> {
	const officeId = actor.officeId!;
	const rows = await reader
		.select({
			id: cooperatives.id,
			legal: cooperatives.legalNumberNorm,
			registry: cooperatives.registryNumber,
			business: cooperatives.businessNumber,
			tax: cooperatives.taxNumber
		})
		.from(cooperatives)
		.where(and(eq(cooperatives.officeId, officeId as never), isNull(cooperatives.mergedInto)));
	const [note] = await reader
		.select({ id: duplicatePairs.id })
		.from(duplicatePairs)
		.where(and(eq(duplicatePairs.officeId, officeId as never), isNotNull(duplicatePairs.elsewhereId)))
		.limit(1);
	const identifiers = rows.flatMap(({ id, legal, registry, business, tax }) => {
		const keys = [
			...(legal && isNational(legal) ? [`l${legal}`] : []),
			...(registry ? [`r${registry}`] : []),
			...(business ? [`b${business}`] : []),
			...(tax ? [`t${tax.replace(/\D/g, '').replace(/^0(?=\d{15}$)/, '')}`] : [])
		];
		return keys.length > 0 ? [{ id, keys }] : [];
	});
	return { identifiers, hasNotes: note !== undefined };
}
