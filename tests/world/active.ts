import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { command } from '#platform/command.ts';
import { idOf, type Id } from '#platform/ids.ts';

/** The register counts a cooperative as active again, as the ministry's register would after its report. */
export const countAsActive = command({
	name: 'world.countAsActive',
	needs: 'register.edit',
	input: v.object({ cooperativeId: idOf<'Cooperative'>() }),
	run: async ({ tx, actor, now }, { cooperativeId }) => {
		await tx
			.update(cooperatives)
			.set({ registryStatus: 'active', updatedAt: now })
			.where(and(eq(cooperatives.id, cooperativeId), eq(cooperatives.officeId, actor.officeId as Id<'Office'>)));
		return null;
	}
});
