import { openingAt, weekdayOf } from '#clinic/offices/opening.ts';
import { publicOffice } from '#clinic/offices/server/reads/public.ts';
import { publicPage } from '#platform/web/page.ts';
import { formatClock } from '#ui/dates.ts';
import { overTheDoor } from '../../over-the-door.ts';

export const csr = false;

export const load = publicPage(async (event) => {
	const { locals, params } = event;
	const office = await publicOffice(locals.database, params.code ?? '', locals.now);
	const closed = new Map(office.holidays.map(({ on, name }) => [on, name]));
	const clock = formatClock(locals.now, office.zone, 'en', false);
	return {
		office,
		// A holiday on a day when the office is closed anyway changes nothing for anybody.
		holidays: office.holidays.filter(({ on }) => office.hours[weekdayOf(on)] !== undefined),
		opening: openingAt(office.hours, closed, office.today, clock),
		shell: await overTheDoor(event, office)
	};
});
