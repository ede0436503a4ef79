import { rescoringView } from '#clinic/examinations/server/reads/rescoring.ts';
import { page } from '#platform/web/page.ts';

export const load = page('office.manage', async ({ reader, actor, event }) => {
	event.depends('clinic:rescoring');
	return { ...(await rescoringView(reader, actor, event.params.id ?? '')), zone: event.locals.zone };
});
