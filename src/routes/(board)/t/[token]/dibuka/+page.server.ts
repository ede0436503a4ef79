import { openingsOf } from '#clinic/treatments/server/reads/board.ts';
import { page } from '#platform/web/page.ts';

export const csr = false;

const most = 200;

export const load = page('plan.tick', async ({ reader, actor, event }) => {
	const { zone } = event.locals;
	const openings = await openingsOf(reader, actor, zone, most);
	return { openings, isCut: openings.length === most, base: `/t/${event.params.token ?? ''}`, zone };
});
