import { roomsOf } from '#clinic/offices/server/reads.ts';
import { weekdayOf } from '#clinic/offices/opening.ts';
import { markNoShow, receiveAppointment } from '#clinic/visits/server/commands/appointments/desk.ts';
import { appointmentOfficersOf, calendarDays, noShowsIn } from '#clinic/visits/server/reads/appointments.ts';
import { may } from '#platform/actor.ts';
import { addDays, dayOf } from '#platform/clock.ts';
import { outboxCounts } from '#platform/messaging/reads.ts';
import { act, page } from '#platform/web/page.ts';

const isDay = (text: string | null): text is string =>
	text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

export const load = page('appointment.view', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const { searchParams } = event.url;
	const today = dayOf(now, zone);
	const asked = searchParams.get('hari');
	const on = isDay(asked) ? asked : today;
	const isWeek = searchParams.get('rentang') === 'minggu';
	const from = isWeek ? addDays(on, 1 - weekdayOf(on)) : on;
	const days = isWeek ? 7 : 1;
	const lanes = searchParams.get('lajur') === 'ruang' ? ('rooms' as const) : ('officers' as const);
	const { entries, absences, hours } = await calendarDays(reader, actor, from, days, now);
	const mayHandle = may(actor, 'outbox.handle');
	return {
		on,
		from,
		days,
		isWeek,
		lanes,
		entries,
		absences,
		hours,
		officers: await appointmentOfficersOf(reader, actor),
		rooms: (await roomsOf(reader, actor)).map(({ id, name }) => ({ id, name })),
		noShows: await noShowsIn(reader, actor, new Date(now.getTime() - 90 * 86_400_000), now),
		outbox: mayHandle ? await outboxCounts(reader, actor, now) : null,
		mayBook: may(actor, 'appointment.book'),
		mayReceive: may(actor, 'visit.register'),
		mayManage: may(actor, 'office.manage'),
		today,
		now,
		zone
	};
});

export const actions = {
	datang: act(receiveAppointment, { to: ({ visitId }) => `/kunjungan/${visitId}?baru` }),
	absen: act(markNoShow)
};
