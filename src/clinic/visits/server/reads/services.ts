import { eq } from 'drizzle-orm';
import { clinicsOf } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { usualHandling } from '../../estimate.ts';
import { deskServices } from '../tables.ts';

/** What the office says of each of its queues; the one for those who do not know their poli comes first. */
export async function deskServicesOf(reader: Reader, actor: Actor) {
	const rules = await reader
		.select()
		.from(deskServices)
		.where(eq(deskServices.officeId, actor.officeId as never));
	const queues = [{ id: null, name: null }, ...(await clinicsOf(reader, actor)).filter(({ isOpen }) => isOpen)];
	return queues.map(({ id, name }) => {
		const rule = rules.find(({ clinicId }) => clinicId === id);
		return {
			clinicId: id,
			name,
			dailyQuota: rule?.dailyQuota ?? null,
			usualMinutes: rule?.usualMinutes ?? usualHandling,
			papers: rule?.papers ?? null,
			onKiosk: rule?.onKiosk ?? false
		};
	});
}
