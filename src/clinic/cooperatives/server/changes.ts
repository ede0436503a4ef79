import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { BadInput, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { reconcile, type Change, type LaterChange, type Plain } from '../record-changes.ts';
import { keepStanding } from './standing.ts';
import { cooperatives } from './tables.ts';
import { fieldChanges } from './tables/record.ts';

/**
 * The record that somebody is about to change: locked until the end of the deed. A form that was opened before a merger
 * shows another record than the one that stays, and is not written into it.
 * @throws Refusal missing, mergedMeanwhile
 */
export async function openRecord({ tx, actor }: Context, asked: string) {
	const [row] = await tx
		.select()
		.from(cooperatives)
		.where(and(eq(cooperatives.id, asked as never), eq(cooperatives.officeId, actor.officeId as never)))
		.for('no key update');
	const record = found(row);
	if (record.mergedInto !== null) throw new Refusal('cooperatives.mergedMeanwhile', { name: record.name });
	return record;
}

interface Edit {
	readonly record: { readonly id: Id<'Cooperative'>; readonly version: number };
	/** What stands before the field's name in the history: `figures.2024.`. */
	readonly prefix?: string;
	/** The version that the form showed when it was opened, and the newest of which its sender has been told. */
	readonly seenVersion: number;
	readonly knownVersion: number | null;
	readonly given: Readonly<Record<string, Plain>>;
	readonly current: Readonly<Record<string, Plain>>;
}

/**
 * What the sender of a form changed, so that fields which he or she did not touch keep what another officer wrote.
 * @throws BadInput `changedMeanwhile` at each field that both changed; Refusal nothingChanged
 */
export async function changesBy({ tx }: Context, edit: Edit): Promise<readonly Change[]> {
	const { record, prefix = '', seenVersion, knownVersion, given, current } = edit;
	const later = await tx
		.select()
		.from(fieldChanges)
		.where(
			and(
				eq(fieldChanges.cooperativeId, record.id),
				gt(fieldChanges.version, seenVersion),
				inArray(
					fieldChanges.field,
					Object.keys(given).map((field) => prefix + field)
				)
			)
		)
		.orderBy(asc(fieldChanges.version));
	const bare = later.map((change): LaterChange => ({ ...change, field: change.field.slice(prefix.length) }));
	const { changes, conflicts } = reconcile(given, current, bare, knownVersion ?? seenVersion);
	if (conflicts.length > 0)
		throw new BadInput(Object.fromEntries(conflicts.map(({ field, byName }) => [field, `changedMeanwhile:${byName}`])));
	if (changes.length === 0) throw new Refusal('cooperatives.nothingChanged');
	return changes;
}

interface Kept {
	readonly record: { readonly id: Id<'Cooperative'>; readonly version: number };
	readonly prefix?: string;
	readonly why: string | null;
	/** May be a person's own: that it changed is kept, not the value. */
	readonly hidden?: readonly string[];
}

/** Writes changes into the history of a record and counts its version up. Every deed that changes a record does this. */
export async function keepChanges(
	context: Context,
	changes: readonly Change[],
	{ record, prefix = '', why, hidden = [] }: Kept
): Promise<number> {
	const { tx, actor, now } = context;
	const version = record.version + 1;
	await tx.update(cooperatives).set({ version, updatedAt: now }).where(eq(cooperatives.id, record.id));
	if (changes.length > 0)
		await tx
			.insert(fieldChanges)
			.values(
				historyRows(context, await nameOf(readerOf(tx), actor), changes, version, { record, prefix, why, hidden })
			);
	await keepStanding(context, record.id);
	return version;
}

/** Changes of one record as the rows of its history. */
export function historyRows(
	{ actor, now, commandId }: Context,
	byName: string,
	changes: readonly Change[],
	version: number,
	{ record, prefix = '', why, hidden = [] }: Kept
): (typeof fieldChanges.$inferInsert)[] {
	return changes.map(({ field, before, after }) => {
		const isHidden = hidden.includes(field);
		return {
			id: newId<'FieldChange'>(),
			officeId: actor.officeId as Id<'Office'>,
			cooperativeId: record.id,
			field: prefix + field,
			before: isHidden ? null : before,
			after: isHidden ? null : after,
			isHidden,
			version,
			why,
			by: actor.id,
			byName,
			at: now,
			commandId
		};
	});
}
