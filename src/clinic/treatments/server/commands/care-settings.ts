import { command } from '#platform/command.ts';
import type { Id } from '#platform/ids.ts';
import { chosenCare } from '../../forms.ts';
import { careSettings } from '../tables.ts';

/** The office chooses how it cares. */
export const changeCareSettings = command({
	name: 'treatments.changeCareSettings',
	needs: 'office.manage',
	input: chosenCare,
	run: async ({ tx, actor, now }, chosen) => {
		const row = { ...chosen, changedAt: now, changedBy: actor.id };
		await tx
			.insert(careSettings)
			.values({ ...row, officeId: actor.officeId as Id<'Office'> })
			.onConflictDoUpdate({ target: careSettings.officeId, set: row });
		return null;
	}
});
