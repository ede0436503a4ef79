import { byMonth, monthOf } from '#clinic/cooperatives/calendar-months.ts';
import { nextQuarter } from '#clinic/cooperatives/calendar.ts';
import { dutyKinds } from '#clinic/cooperatives/duty-kinds.ts';
import { remindOfDuties, settleReminder } from '#clinic/cooperatives/server/commands/reminders.ts';
import { calendarOf, openReminders } from '#clinic/cooperatives/server/reads/calendar.ts';
import { districtsOf } from '#clinic/offices/server/reads.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';
import { chosenIn, pageIn, paged } from '../address.ts';

const PAGE = 25;
const views = ['tempo', 'sakit', 'ingat'] as const;
/** As many reminders as one can make on a day. */
const REMINDERS = 100;

export const load = page('register.view', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const today = dayOf(now, zone);
	const params = event.url.searchParams;
	const districts = await districtsOf(reader, actor);
	const within = {
		kind: chosenIn(params, 'jenis', dutyKinds),
		district: chosenIn(
			params,
			'kecamatan',
			districts.map(({ code }) => code)
		)
	};
	const view = chosenIn(params, 'lihat', views) ?? 'tempo';
	const { due, falling } = await calendarOf(reader, actor, within, today);
	const months = byMonth(due, today);
	const month = chosenIn(
		params,
		'bulan',
		months.map(({ key }) => key)
	);
	// Without a month: what is still to come.
	const listed = due.filter((line) => (month === null ? line.dueOn >= today : monthOf(line, today) === month));
	const reminders = await openReminders(reader, actor, today, REMINDERS);
	const shown = view === 'sakit' ? falling : listed;
	const from = (pageIn(params) - 1) * PAGE;
	return {
		view,
		month,
		months,
		wanted: within,
		counts: { due: listed.length, falling: falling.length, reminders: reminders.total },
		due: view === 'tempo' ? listed.slice(from, from + PAGE) : [],
		falling: view === 'sakit' ? falling.slice(from, from + PAGE) : [],
		reminders: view === 'ingat' ? reminders.rows : [],
		pager: view === 'ingat' ? null : paged(event.url, shown.length, PAGE),
		quarter: nextQuarter(today),
		districts: districts.map(({ code, name }) => ({ value: code, label: name })),
		maySettle: may(actor, 'register.edit'),
		today
	};
});

export const actions = { settle: act(settleReminder), remind: act(remindOfDuties) };
