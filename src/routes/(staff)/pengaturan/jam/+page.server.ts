import { changeHours } from '#clinic/offices/server/commands/office.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { found } from '#platform/refusal.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('office.manage', async ({ reader, actor }) => {
	const { hours, zone } = found(await ownOffice(reader, actor));
	return { hours, zone };
});

export const actions = { default: act(changeHours) };
