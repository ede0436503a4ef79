import { warnedFrom } from '#clinic/monitoring/early-warning.ts';
import { earlyWarnings } from '#clinic/monitoring/server/reads/early-warnings.ts';
import { dayOf } from '#platform/clock.ts';
import { page } from '#platform/web/page.ts';

const aPage = 25;

export const load = page('register.view', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const { warned, watched, hitRate } = await earlyWarnings(reader, actor, dayOf(now, zone), zone);
	const districts = [...new Set(warned.flatMap(({ district }) => district ?? []))].sort();
	const district = districts.find((one) => one === event.url.searchParams.get('kecamatan')) ?? null;
	const asked = warned.filter((one) => district === null || one.district === district);
	const number = Number(event.url.searchParams.get('hal'));
	const from = Number.isInteger(number) && number > 1 ? (number - 1) * aPage : 0;
	return {
		warned: asked.slice(from, from + aPage),
		total: warned.length,
		found: asked.length,
		from,
		page: from / aPage + 1,
		watched,
		hitRate,
		warnedFrom,
		district,
		districts
	};
});
