import { examinationView } from '#clinic/examinations/server/reads/view.ts';
import { page } from '#platform/web/page.ts';

export const load = page('examination.view', async ({ reader, actor, event }) => ({
	zone: event.locals.zone,
	/** Every reason stands open, for paper and for people who search the page. */
	allOpen: event.url.searchParams.get('buka') === 'semua',
	...(await examinationView(reader, actor, event.params.id ?? '', event.locals.now))
}));
