import { delegateHead, endDelegation } from '#clinic/offices/server/commands/staff.ts';
import { delegationsOf } from '#clinic/offices/server/reads.ts';
import { mayAct } from '#clinic/offices/server/reads/settings.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('role.delegate', async ({ reader, actor, event }) => {
	const today = dayOf(event.locals.now, event.locals.zone);
	return {
		named: await delegationsOf(reader, actor, today),
		colleagues: await mayAct(reader, actor),
		today
	};
});

export const actions = { name: act(delegateHead), end: act(endDelegation) };
