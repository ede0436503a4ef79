import { ownOffice } from '#clinic/offices/server/reads.ts';
import { daysAhead, holdMinutes, leadMinutes } from '#clinic/visits/appointments.ts';
import { videoAddress } from '#clinic/visits/server/appointment-messages.ts';
import { confirmAppointment } from '#clinic/visits/server/commands/appointments/booking.ts';
import { cancelAppointment, moveAppointment } from '#clinic/visits/server/commands/appointments/keeping.ts';
import { appointmentOf, nextOffered, offeredDays } from '#clinic/visits/server/reads/appointments.ts';
import { dayOf } from '#platform/clock.ts';
import { found } from '#platform/refusal.ts';
import { act, page } from '#platform/web/page.ts';

/** Cheap telephones on weak networks: the page is whole without script, so none is sent. */
export const csr = false;

export const load = page('appointment.keep', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const office = found(await ownOffice(reader, actor));
	const appointment = await appointmentOf(reader, actor, actor.subjectId ?? '');
	const { id, state, serviceId, way } = appointment;
	const isMoving = state === 'booked' && event.url.searchParams.has('pindah');
	const notBefore = new Date(now.getTime() + leadMinutes * 60_000);
	const asked = { serviceId, way, from: dayOf(now, zone), notBefore, now, except: id };
	// Whoever lost the held time is offered others at once.
	const isLost = state === 'lapsed' || state === 'cancelled';
	const days = isMoving ? await offeredDays(reader, actor, asked) : [];
	return {
		appointment: {
			id,
			code: appointment.code,
			state,
			way,
			service: appointment.service,
			serviceId,
			startsAt: appointment.startsAt,
			endsAt: appointment.endsAt,
			heldUntil: appointment.heldUntil,
			person: appointment.person,
			reason: appointment.reason
		},
		office: { code: office.code, name: office.name, brand: office.brand, address: office.address, phone: office.phone },
		video: videoAddress(id),
		next: isLost ? (await nextOffered(reader, actor, asked)).map(({ startsAt }) => startsAt) : [],
		days: days.map(({ slots, ...day }) => ({ ...day, slots: slots.map(({ startsAt }) => startsAt) })),
		hari: event.url.searchParams.get('hari'),
		isMoving,
		wholeHold: holdMinutes,
		daysAhead,
		now,
		zone
	};
});

/** The link names the appointment, whatever the form says. */
const own = ({ locals }: { locals: App.Locals }) => ({ appointmentId: locals.actor?.subjectId ?? '' });
const back = (_: unknown, { params }: { params: Partial<Record<string, string>> }) => `/j/${params.token}`;

export const actions = {
	tegas: act(confirmAppointment, { with: (event) => ({ ...own(event), cooperativeId: '' }), to: back }),
	pindah: act(moveAppointment, { with: own, to: back }),
	batal: act(cancelAppointment, { with: own, to: back })
};
