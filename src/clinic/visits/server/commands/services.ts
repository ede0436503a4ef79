import { and, eq } from 'drizzle-orm';
import { clinics } from '#clinic/offices/server/tables.ts';
import { command } from '#platform/command.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import { deskServiceChanged } from '../../forms.ts';
import { deskServices } from '../tables.ts';

/** What the office says of one queue: how many a day, how long it usually takes, what to bring, and whether the kiosk offers it. */
export const changeDeskService = command({
	name: 'visits.changeDeskService',
	needs: 'office.manage',
	input: deskServiceChanged,
	run: async ({ tx, actor, now }, { clinicId, ...rule }) => {
		const officeId = actor.officeId as Id<'Office'>;
		if (clinicId) {
			const [clinic] = await tx
				.select({ id: clinics.id })
				.from(clinics)
				.where(and(eq(clinics.id, clinicId), eq(clinics.officeId, officeId)));
			found(clinic);
		}
		await tx
			.insert(deskServices)
			.values({ id: newId<'DeskService'>(), officeId, clinicId, ...rule, changedAt: now })
			.onConflictDoUpdate({
				target: [deskServices.officeId, deskServices.clinicId],
				set: { ...rule, changedAt: now }
			});
		return null;
	}
});
