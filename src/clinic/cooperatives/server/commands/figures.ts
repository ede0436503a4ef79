import { and, eq } from 'drizzle-orm';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { amounts, figuresInput, headCounts } from '../../figure-forms.ts';
import type { Plain } from '../../record-changes.ts';
import { changesBy, keepChanges, openRecord } from '../changes.ts';
import { cooperativeFigures } from '../tables.ts';

const counts = ['members', ...headCounts] as const;

/** Notes members, staff, managers and figures of one book year. */
export const recordFigures = command({
	name: 'cooperatives.recordFigures',
	needs: 'register.edit',
	input: figuresInput,
	run: async (context, { cooperativeId, bookYear, source, seenVersion, knownVersion, ...figures }) => {
		const { tx, actor, now } = context;
		const record = await openRecord(context, cooperativeId);
		const today = dayOf(now, found(await ownOffice(readerOf(tx), actor)).zone);
		if (bookYear > Number(today.slice(0, 4))) throw new BadInput({ bookYear: 'yearToCome' });
		const { membersMale, membersFemale } = figures;
		const members = membersMale !== null && membersFemale !== null ? membersMale + membersFemale : figures.members;
		const ofYear = and(eq(cooperativeFigures.cooperativeId, record.id), eq(cooperativeFigures.bookYear, bookYear));
		const [row] = await tx.select().from(cooperativeFigures).where(ofYear);
		const prefix = `figures.${bookYear}.`;
		const given = plainOf({ ...figures, members });
		const current = plainOf(row ?? {});
		const changes = await changesBy(context, { record, prefix, seenVersion, knownVersion, given, current });
		const after = new Map(changes.map((change) => [change.field, change.after]));
		const written = {
			...Object.fromEntries(
				counts.map((field) => [field, after.has(field) ? (after.get(field) as number | null) : (row?.[field] ?? null)])
			),
			...Object.fromEntries(
				amounts.map((field) => [field, after.has(field) ? rupiahOf(after.get(field)) : (row?.[field] ?? null)])
			)
		};
		await tx
			.insert(cooperativeFigures)
			.values({ officeId: record.officeId, cooperativeId: record.id, bookYear, ...written, createdAt: now })
			.onConflictDoUpdate({ target: [cooperativeFigures.cooperativeId, cooperativeFigures.bookYear], set: written });
		await keepChanges(context, changes, { record, prefix, why: source });
		return { cooperativeId: record.id, bookYear };
	}
});

const rupiahOf = (digits: Plain | undefined) => (typeof digits === 'string' ? BigInt(digits) : null);

/** Rupiah as digits: the history is JSON. */
function plainOf(
	year: Partial<Record<(typeof counts)[number], number | null> & Record<(typeof amounts)[number], bigint | null>>
): Record<string, Plain> {
	return {
		...Object.fromEntries(counts.map((field) => [field, year[field] ?? null])),
		...Object.fromEntries(amounts.map((field) => [field, year[field]?.toString() ?? null]))
	};
}
