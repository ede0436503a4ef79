import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { command } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import { readBoundaries } from '../../boundaries.ts';
import { newBoundaries } from '../../boundary-forms.ts';
import { nameOf } from '../reads.ts';
import { officeBoundaries } from '../tables.ts';

/** The areas that the office's map shows as its ground, out of a GeoJSON file. An earlier file's are replaced. */
export const setBoundaries = command({
	name: 'offices.setBoundaries',
	needs: 'office.manage',
	input: newBoundaries,
	run: async ({ tx, actor, now }, { boundaries: { name, bytes } }) => {
		const { boundaries, leftOut, positions } = readBoundaries(bytes);
		const row = {
			fileName: name.slice(0, 200),
			shapes: boundaries,
			leftOut,
			positionsRead: positions.read,
			positionsKept: positions.kept,
			uploadedAt: now,
			uploadedByName: await nameOf(readerOf(tx), actor)
		};
		await tx
			.insert(officeBoundaries)
			.values({ ...row, officeId: actor.officeId as Id<'Office'> })
			.onConflictDoUpdate({ target: officeBoundaries.officeId, set: row });
		return { count: boundaries.length, leftOut };
	}
});

export const removeBoundaries = command({
	name: 'offices.removeBoundaries',
	needs: 'office.manage',
	input: v.object({}),
	run: async ({ tx, actor }) => {
		const [removed] = await tx
			.delete(officeBoundaries)
			.where(eq(officeBoundaries.officeId, actor.officeId as Id<'Office'>))
			.returning({ officeId: officeBoundaries.officeId });
		found(removed);
		return null;
	}
});
