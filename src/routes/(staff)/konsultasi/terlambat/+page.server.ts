import { overdueDigest } from '#clinic/consultations/server/reads/overdue.ts';
import { page } from '#platform/web/page.ts';

export const load = page('consultation.view', async ({ reader, actor, event }) => ({
	digest: await overdueDigest(reader, actor),
	zone: event.locals.zone
}));
