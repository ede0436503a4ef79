import { worklistOf } from '#clinic/cases/server/reads/worklist.ts';
import { readWorklistFilter, worklistPage } from '#clinic/cases/worklist.ts';
import { triageLevels } from '#clinic/cases/triage.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { page } from '#platform/web/page.ts';

export const load = page('case.view', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const today = dayOf(now, zone);
	const filter = readWorklistFilter(event.url.searchParams);
	const all = await worklistOf(reader, actor, today);
	const whose = { mine: actor.id, nobody: null };
	const asked = all.filter(
		({ level, adviserId }) =>
			(filter.level === null || level === filter.level) && (filter.whose === null || adviserId === whose[filter.whose])
	);
	const from = (filter.page - 1) * worklistPage;
	return {
		rows: asked.slice(from, from + worklistPage).map(({ since, ...row }) => ({ ...row, sinceOn: dayOf(since, zone) })),
		counts: Object.fromEntries(triageLevels.map((level) => [level, all.filter((row) => row.level === level).length])),
		total: all.length,
		found: asked.length,
		from,
		filter,
		today,
		mayReview: may(actor, 'diagnosis.review')
	};
});
