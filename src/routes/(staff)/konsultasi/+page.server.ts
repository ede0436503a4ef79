import { overdueDigest } from '#clinic/consultations/server/reads/overdue.ts';
import { page } from '#platform/web/page.ts';
import { deskList } from './desk.ts';

export const load = page('consultation.view', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const digest = await overdueDigest(reader, actor);
	return {
		...(await deskList(reader, actor, event.url, now)),
		late: digest?.late.length ?? 0,
		zone
	};
});
