import { removeHoliday, setHoliday } from '#clinic/offices/server/commands/office.ts';
import { holidaysIn, holidayYears } from '#clinic/offices/server/reads/settings.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('office.manage', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const thisYear = Number(dayOf(now, zone).slice(0, 4));
	const asked = Number(event.url.searchParams.get('tahun'));
	const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : thisYear;
	const years = new Set([...(await holidayYears(reader, actor)), thisYear, thisYear + 1, year]);
	return {
		year,
		years: [...years].sort((a, b) => a - b),
		holidays: await holidaysIn(reader, actor, year),
		correcting: event.url.searchParams.get('ubah')
	};
});

const sameYear = ({ url }: { url: URL }) => {
	const year = url.searchParams.get('tahun');
	return year ? `/pengaturan/libur?tahun=${encodeURIComponent(year)}` : '/pengaturan/libur';
};

export const actions = {
	save: act(setHoliday, { to: (_, event) => sameYear(event) }),
	confirm: act(setHoliday),
	remove: act(removeHoliday)
};
