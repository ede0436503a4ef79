import { openingAt, weekdayOf } from '#clinic/offices/opening.ts';
import { publicOffice } from '#clinic/offices/server/reads/public.ts';
import { publicPage } from '#platform/web/page.ts';
import { formatClock } from '#ui/dates.ts';
import { shellOf } from '#ui/shell.ts';

export const csr = false;

export const load = publicPage(async ({ locals, params, parent }) => {
	const office = await publicOffice(locals.database, params.code ?? '', locals.now);
	const closed = new Map(office.holidays.map(({ on, name }) => [on, name]));
	const clock = formatClock(locals.now, office.zone, 'en', false);
	const shell = shellOf(await parent());
	return {
		office,
		// A holiday on a day when the office is closed anyway changes nothing for anybody.
		holidays: office.holidays.filter(({ on }) => office.hours[weekdayOf(on)] !== undefined),
		opening: openingAt(office.hours, closed, office.today, clock),
		// Over this door stands this office's name, whichever office the visitor may work in.
		shell: shell && {
			...shell,
			brand: office.brand,
			officeName: office.name,
			crestUrl: office.hasCrest ? `/lambang/${office.code}` : null
		}
	};
});
