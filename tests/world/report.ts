import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { annualMeetings, cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { command } from '#platform/command.ts';
import { requiredDay } from '#platform/fields.ts';
import { idOf, type Id } from '#platform/ids.ts';

/** The report of an annual meeting comes in, and a cooperative that was given up counts as active again. */
export const handInReport = command({
	name: 'world.handInReport',
	needs: 'register.edit',
	input: v.object({
		cooperativeId: idOf<'Cooperative'>(),
		bookYear: v.pipe(v.number(), v.integer()),
		heldOn: requiredDay(),
		reportedOn: requiredDay()
	}),
	run: async ({ tx, actor, now }, { cooperativeId, ...meeting }) => {
		const officeId = actor.officeId as Id<'Office'>;
		await tx
			.insert(annualMeetings)
			.values({ ...meeting, officeId, cooperativeId, createdAt: now })
			.onConflictDoUpdate({
				target: [annualMeetings.cooperativeId, annualMeetings.bookYear],
				set: { heldOn: meeting.heldOn, reportedOn: meeting.reportedOn }
			});
		await tx
			.update(cooperatives)
			.set({ registryStatus: 'active', updatedAt: now })
			.where(and(eq(cooperatives.id, cooperativeId), eq(cooperatives.officeId, officeId)));
		return null;
	}
});
