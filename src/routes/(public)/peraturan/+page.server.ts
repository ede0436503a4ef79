import { regulationList } from '#clinic/offices/server/reads/public.ts';
import { dayOf } from '#platform/clock.ts';
import { publicPage } from '#platform/web/page.ts';

export const csr = false;

export const load = publicPage(async ({ locals }) => ({
	regulations: await regulationList(locals.database),
	today: dayOf(locals.now, locals.zone)
}));
