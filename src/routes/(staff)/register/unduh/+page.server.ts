import { exportCount } from '#clinic/cooperatives/server/reads/list-export.ts';
import { may } from '#platform/actor.ts';
import { page } from '#platform/web/page.ts';
import { filtersShown, listAddress, listAsked } from '../asked.ts';

export const load = page('register.view', async ({ reader, actor, event }) => {
	const asked = listAsked({ event }, event.url.searchParams);
	return {
		...(await filtersShown({ reader, actor, event }, asked)),
		rows: await exportCount(reader, actor, asked),
		hasContacts: may(actor, 'person.view'),
		back: listAddress(asked.filters)
	};
});
