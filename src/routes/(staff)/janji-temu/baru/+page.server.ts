import { ways } from '#clinic/visits/appointments.ts';
import { bookAppointment } from '#clinic/visits/server/commands/appointments/booking.ts';
import { appointmentServicesOf, offeredDays, waysOffered } from '#clinic/visits/server/reads/appointments.ts';
import { hasVideo } from '#clinic/visits/server/reads/public-booking.ts';
import { visitOf } from '#clinic/visits/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { isId } from '#platform/ids.ts';
import { act, page } from '#platform/web/page.ts';

/** How many times are offered at once; another day shows more. */
const shown = 9;

export const load = page('appointment.book', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const { searchParams } = event.url;
	const visitId = searchParams.get('kunjungan') ?? '';
	const visit = isId(visitId) ? await visitOf(reader, actor, visitId, now) : null;
	const services = (await appointmentServicesOf(reader, actor))
		.map((service) => ({ ...service, ways: waysOffered(service.ways, hasVideo()) }))
		.filter((service) => service.ways.length > 0);
	// Without a choice the visitor's own poli, else the first: a wrong guess costs one press, a right one saves two.
	const service =
		services.find(({ id }) => id === searchParams.get('layanan')) ??
		services.find(({ clinicId }) => clinicId !== null && clinicId === visit?.clinicId) ??
		services[0] ??
		null;
	const asked = ways.find((one) => one === searchParams.get('cara'));
	const way = service && (service.ways.find((one) => one === asked) ?? service.ways[0]!);
	const today = dayOf(now, zone);
	const days =
		service && way
			? await offeredDays(reader, actor, { serviceId: service.id, way, from: today, notBefore: now, now })
			: [];
	const on = searchParams.get('hari');
	const day = days.find((one) => one.on === on && one.slots.length > 0);
	const slots = day ? day.slots : days.flatMap((one) => one.slots).slice(0, shown);
	return {
		services: services.map(({ id, name, ways: offered }) => ({ id, name, ways: offered })),
		service: service && { id: service.id, name: service.name, minutes: service.minutes },
		way,
		day: day?.on ?? null,
		times: slots.map(({ startsAt }) => startsAt),
		days: days.map(({ slots: free, ...one }) => ({ ...one, slots: free.map(({ startsAt }) => startsAt) })),
		visit: visit && {
			id: visit.visitId,
			// A number from the kiosk names nobody yet.
			person: visit.person === null ? null : { name: visit.person, phone: visit.phone },
			capacity: visit.capacity,
			cooperativeId: visit.cooperativeId,
			cooperative: visit.cooperative,
			reason: visit.reason
		},
		zone
	};
});

export const actions = {
	default: act(bookAppointment, { to: ({ appointmentId }) => `/janji-temu/${appointmentId}?baru` })
};
