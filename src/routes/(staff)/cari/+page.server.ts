import { findEverywhere } from '#clinic/reports/server/reads/search.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { page } from '#platform/web/page.ts';

export const load = page('register.view', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const text = event.url.searchParams.get('q') ?? '';
	return {
		findings: await findEverywhere(reader, actor, text, dayOf(now, zone)),
		mayRegister: may(actor, 'visit.register'),
		zone
	};
});
