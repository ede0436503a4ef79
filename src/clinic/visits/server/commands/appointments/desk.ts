import { eq } from 'drizzle-orm';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { command } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { formatMoment } from '#ui/dates.ts';
import { appointmentNamed } from '../../../appointment-forms.ts';
import { hasBegun, isOn } from '../../../appointments.ts';
import { withdrawMessages } from '#platform/messaging/outbox.ts';
import { serviceOf } from '../../reads/agenda.ts';
import { appointments } from '../../tables/appointments.ts';
import { arrive } from '../register.ts';
import { inHand } from './booking.ts';

/** The visitor of an appointment stands at the desk: the visit and its ticket. */
export const receiveAppointment = command({
	name: 'visits.receiveAppointment',
	needs: 'visit.register',
	input: appointmentNamed,
	run: async (context, { appointmentId }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const appointment = await inHand(context, appointmentId, 'receive');
		if (!isOn(appointment.startsAt, now)) {
			const { zone } = found(await ownOffice(reader, actor));
			throw new Refusal('visits.appointmentElsewhen', { time: formatMoment(appointment.startsAt, zone) });
		}
		const service = await serviceOf(reader, actor, appointment.serviceId);
		const { visitId, ticketId, label } = await arrive(
			context,
			{
				personId: found(appointment.personId),
				capacity: found(appointment.capacity),
				cooperativeId: appointment.cooperativeId,
				service: service.service,
				clinicId: service.clinicId,
				reason: found(appointment.reason),
				selfCheckCode: null,
				priority: null
			},
			{ origin: 'appointment', dueAt: appointment.startsAt }
		);
		await tx
			.update(appointments)
			.set({ state: 'arrived', visitId, endedAt: now, endedByName: await nameOf(reader, actor) })
			.where(eq(appointments.id, appointmentId));
		await withdrawMessages(context, appointmentId);
		return { visitId, ticketId, label };
	}
});

/** Nobody came. Counted; whoever comes late is still received. */
export const markNoShow = command({
	name: 'visits.markNoShow',
	needs: 'visit.register',
	input: appointmentNamed,
	run: async (context, { appointmentId }) => {
		const { tx, actor, now } = context;
		const { startsAt } = await inHand(context, appointmentId, 'markNoShow');
		if (!hasBegun(startsAt, now)) throw new Refusal('visits.notYetBegun');
		await tx
			.update(appointments)
			.set({ state: 'noShow', endedAt: now, endedByName: await nameOf(readerOf(tx), actor) })
			.where(eq(appointments.id, appointmentId));
		await withdrawMessages(context, appointmentId);
		return { appointmentId };
	}
});
