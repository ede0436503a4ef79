import { eq } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { usualCare, type CareSettings } from '../../care-settings.ts';
import { careSettings } from '../tables.ts';

/** How the actor's office cares: as it has chosen, else as usual. */
export async function careSettingsOf(reader: Pick<Reader, 'select'>, actor: Actor): Promise<CareSettings> {
	const [row] = await reader
		.select({
			ownPlansAllowed: careSettings.ownPlansAllowed,
			namesShown: careSettings.namesShown,
			controlMonths: careSettings.controlMonths
		})
		.from(careSettings)
		.where(eq(careSettings.officeId, actor.officeId as never));
	return row ?? usualCare;
}
