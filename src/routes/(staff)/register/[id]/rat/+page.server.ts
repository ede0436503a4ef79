import { recordAnnualMeeting } from '#clinic/cooperatives/server/commands/meetings.ts';
import { identityOf, meetingsOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('register.edit', async ({ reader, actor, event }) => {
	const today = dayOf(event.locals.now, event.locals.zone);
	const { id, name } = await identityOf(reader, actor, event.params.id ?? '', today);
	return {
		cooperative: { id, name },
		meetings: await meetingsOf(reader, id),
		lastYear: Number(today.slice(0, 4)) - 1,
		today
	};
});

export const actions = {
	default: act(recordAnnualMeeting, { with: ({ params }) => ({ cooperativeId: params.id }) })
};
