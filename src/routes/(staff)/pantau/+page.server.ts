import { observedOffices } from '#clinic/reports/server/reads.ts';
import { page } from '#platform/web/page.ts';

export const load = page('office.observe', async ({ reader, actor, event }) => ({
	offices: await observedOffices(reader, actor, event.locals.now)
}));
