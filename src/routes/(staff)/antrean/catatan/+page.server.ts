import { truthOf } from '#clinic/visits/server/reads/truth.ts';
import { addDays, dayOf } from '#platform/clock.ts';
import { page } from '#platform/web/page.ts';

const isDay = (text: string | null): text is string =>
	text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

export const load = page('queue.view', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const today = dayOf(now, zone);
	const asked = event.url.searchParams.get('hari');
	const on = isDay(asked) && asked <= today ? asked : today;
	return {
		on,
		before: addDays(on, -1),
		after: on < today ? addDays(on, 1) : null,
		truth: await truthOf(reader, actor, on, zone)
	};
});
