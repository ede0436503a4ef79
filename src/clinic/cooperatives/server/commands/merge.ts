import { and, asc, desc, eq, gt, inArray, isNull, or } from 'drizzle-orm';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { putBack, takenOver, undoableUntil } from '../../merge-fields.ts';
import { merger, mergerUndone } from '../../merge-forms.ts';
import type { Plain } from '../../record-changes.ts';
import { keepChanges } from '../changes.ts';
import { keepStanding } from '../standing.ts';
import { cooperatives } from '../tables.ts';
import { cooperativeMerges } from '../tables/duplicates.ts';

type Row = typeof cooperatives.$inferSelect;

/** May be a person's own: the history keeps that they changed, not what they were. */
const hidden = ['phone', 'email'];

/**
 * Makes two records one. No row moves: the loser points to the winner, and every read resolves it. The winner takes over
 * the chosen values; what stood there is kept, so that the merger can be undone.
 */
export const mergeCooperatives = command({
	name: 'cooperatives.mergeCooperatives',
	needs: 'register.edit',
	input: merger,
	run: async (context, { winnerId, winnerVersion, loserId, loserVersion, choices, reason }) => {
		const { tx, actor, now } = context;
		if (winnerId === loserId) throw new Refusal('cooperatives.mergeItself');
		const [winner, loser] = await bothInTurn(context, winnerId, loserId);
		for (const one of [winner, loser])
			if (one.mergedInto !== null) throw new Refusal('cooperatives.alreadyMerged', { name: one.name });
		// Nobody merges what he or she has not seen.
		if (winner.version !== winnerVersion || loser.version !== loserVersion)
			throw new Refusal('cooperatives.changedBeforeMerge');

		const after = takenOver(winner, loser, choices);
		const followers = await tx
			.update(cooperatives)
			.set({ mergedInto: winner.id })
			.where(and(eq(cooperatives.mergedInto, loser.id), eq(cooperatives.officeId, winner.officeId)))
			.returning({ id: cooperatives.id });
		await tx
			.update(cooperatives)
			.set({ mergedInto: winner.id, version: loser.version + 1, updatedAt: now })
			.where(eq(cooperatives.id, loser.id));
		await change(context, winner, after, reason);
		const mergeId = newId<'CooperativeMerge'>();
		await tx.insert(cooperativeMerges).values({
			id: mergeId,
			officeId: winner.officeId,
			winnerId: winner.id,
			loserId: loser.id,
			before: valuesOf(winner, Object.keys(after)),
			after: after as Record<string, string>,
			followers: followers.map(({ id }) => id),
			reason,
			mergedAt: now,
			mergedBy: actor.id,
			mergedByName: await nameOf(readerOf(tx), actor)
		});
		return { mergeId, cooperativeId: winner.id, otherId: loser.id, taken: Object.keys(after) };
	}
});

/**
 * Takes a merger back: the loser stands for itself again, and the winner gets back what it had, but for what somebody has
 * changed since. The newest merger of a record is undone first.
 */
export const unmergeCooperatives = command({
	name: 'cooperatives.unmergeCooperatives',
	needs: 'register.edit',
	input: mergerUndone,
	run: async (context, { mergeId }) => {
		const { tx, actor, now } = context;
		const [asked] = await tx
			.select()
			.from(cooperativeMerges)
			.where(and(eq(cooperativeMerges.id, mergeId), eq(cooperativeMerges.officeId, actor.officeId as never)));
		const { winnerId, loserId } = found(asked);
		const [winner, loser] = await bothInTurn(context, winnerId, loserId);
		// Read again under the lock: two may undo at once.
		const [row] = await tx.select().from(cooperativeMerges).where(eq(cooperativeMerges.id, mergeId));
		const merge = found(row);
		if (merge.undoneAt) throw new Refusal('cooperatives.mergeUndone', { name: merge.undoneByName ?? '' });
		if (undoableUntil(merge.mergedAt) < now) throw new Refusal('cooperatives.mergeTooOld');
		await refuseLaterMerge(context, merge);

		await tx
			.update(cooperatives)
			.set({ mergedInto: null, version: loser.version + 1, updatedAt: now })
			.where(eq(cooperatives.id, loser.id));
		if (merge.followers.length > 0)
			await tx
				.update(cooperatives)
				.set({ mergedInto: loser.id })
				.where(and(inArray(cooperatives.id, merge.followers as never[]), eq(cooperatives.mergedInto, winner.id)));
		await change(context, winner, putBack(winner, merge.before, merge.after), null);
		await keepStanding(context, loser.id);
		await tx
			.update(cooperativeMerges)
			.set({ undoneAt: now, undoneByName: await nameOf(readerOf(tx), actor) })
			.where(eq(cooperativeMerges.id, mergeId));
		return { cooperativeId: winner.id, otherId: loser.id };
	}
});

/** Both records, locked in the order of their ids, so that two mergers at once take turns. @throws Refusal missing */
async function bothInTurn(
	{ tx, actor }: Context,
	winnerId: Id<'Cooperative'>,
	loserId: Id<'Cooperative'>
): Promise<[Row, Row]> {
	const rows = await tx
		.select()
		.from(cooperatives)
		.where(and(inArray(cooperatives.id, [winnerId, loserId]), eq(cooperatives.officeId, actor.officeId as never)))
		.orderBy(asc(cooperatives.id))
		.for('update');
	const of = (id: string) => found(rows.find((row) => row.id === id));
	return [of(winnerId), of(loserId)];
}

/** A later merger stands on this one: into the same record, or of the record that stayed into another. */
async function refuseLaterMerge({ tx }: Context, merge: typeof cooperativeMerges.$inferSelect): Promise<void> {
	const [later] = await tx
		.select({ name: cooperatives.name })
		.from(cooperativeMerges)
		.innerJoin(cooperatives, eq(cooperatives.id, cooperativeMerges.loserId))
		.where(
			and(
				or(eq(cooperativeMerges.winnerId, merge.winnerId), eq(cooperativeMerges.loserId, merge.winnerId)),
				isNull(cooperativeMerges.undoneAt),
				gt(cooperativeMerges.id, merge.id)
			)
		)
		.orderBy(desc(cooperativeMerges.id))
		.limit(1);
	if (later) throw new Refusal('cooperatives.mergedAgain', { name: later.name });
}

/** Sets columns of the record that stays, with the history of each. Folded forms have none. */
async function change(context: Context, winner: Row, values: Record<string, Plain>, why: string | null): Promise<void> {
	const before = valuesOf(winner, Object.keys(values));
	if (Object.keys(values).length > 0)
		await context.tx
			.update(cooperatives)
			.set(values as Partial<Row>)
			.where(eq(cooperatives.id, winner.id));
	const changes = Object.entries(values)
		.filter(([field]) => !folded.includes(field))
		.map(([field, after]) => ({ field, before: before[field] ?? null, after }));
	await keepChanges(context, changes, { record: winner, why, hidden });
}

const folded = ['core', 'norm', 'legalNumberNorm', 'healthCategory', 'healthOn'];

const valuesOf = (row: Row, columns: readonly string[]) =>
	Object.fromEntries(columns.map((column) => [column, (row as Record<string, unknown>)[column] ?? null])) as Record<
		string,
		string
	>;
