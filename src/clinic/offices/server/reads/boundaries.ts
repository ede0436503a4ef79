import { eq } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Boundary } from '../../boundary-lines.ts';
import { officeBoundaries } from '../tables.ts';

/** The areas of the office's map; none where nobody has given any. */
export async function boundariesOf(reader: Reader, actor: Actor): Promise<readonly Boundary[]> {
	const [row] = await reader
		.select({ shapes: officeBoundaries.shapes })
		.from(officeBoundaries)
		.where(eq(officeBoundaries.officeId, actor.officeId as never));
	return row?.shapes ?? [];
}

/** The file out of which the areas came, and what was taken of it; null where there is none. */
export async function boundariesFile(reader: Reader, actor: Actor) {
	const [row] = await reader
		.select()
		.from(officeBoundaries)
		.where(eq(officeBoundaries.officeId, actor.officeId as never));
	if (!row) return null;
	const { shapes, fileName, leftOut, positionsRead, positionsKept, uploadedAt, uploadedByName } = row;
	return { shapes, fileName, leftOut, positionsRead, positionsKept, uploadedAt, uploadedByName };
}
