import { nameOf } from '#clinic/offices/server/reads.ts';
import type { Context } from '#platform/command.ts';
import { newId, type Id } from '#platform/ids.ts';
import { threadNotes } from './tables.ts';

/** Writes down something internal. */
export async function addNote(
	{ tx, actor, now }: Context,
	threadId: Id<'Thread'>,
	given: { kind: 'note' | 'forward'; body: string; toStaffId: Id<'Staff'> | null }
): Promise<void> {
	await tx.insert(threadNotes).values({
		...given,
		id: newId<'ThreadNote'>(),
		officeId: actor.officeId as Id<'Office'>,
		threadId,
		by: actor.id,
		byName: await nameOf(tx, actor),
		at: now
	});
}
