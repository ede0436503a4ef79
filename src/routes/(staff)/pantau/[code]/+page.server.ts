import { officeFigures } from '#clinic/reports/server/reads.ts';
import { page } from '#platform/web/page.ts';

export const load = page('office.observe', async ({ reader, actor, event }) => {
	const figures = await officeFigures(reader, actor, event.params.code ?? '', event.locals.now);
	return { figures, subject: figures.office.name };
});
