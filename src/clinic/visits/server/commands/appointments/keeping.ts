import { eq } from 'drizzle-orm';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { command } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { cancelled, movedTo } from '../../../appointment-forms.ts';
import { leadMinutes } from '../../../appointments.ts';
import { tellBooked, tellCancelled } from '../../appointment-messages.ts';
import { appointments } from '../../tables/appointments.ts';
import { inHand } from './booking.ts';
import { claim, freeLapsed, release, takeTurn, teamFor } from './claiming.ts';

/** To another time: the old one is given free only when the new one is taken. */
export const moveAppointment = command({
	name: 'visits.moveAppointment',
	needs: 'appointment.keep',
	input: movedTo,
	run: async (context, { appointmentId, startsAt }) => {
		const { tx, actor, now } = context;
		await takeTurn(context);
		await freeLapsed(context);
		const { serviceId, way, moves } = await inHand(context, appointmentId, 'move');
		const lead = actor.kind === 'staff' ? 0 : leadMinutes;
		const notBefore = new Date(now.getTime() + lead * 60_000);
		const slot = await teamFor(context, { serviceId, way, startsAt, notBefore, except: appointmentId });
		await release(context, appointmentId);
		await claim(context, appointmentId, slot);
		await tx
			.update(appointments)
			.set({
				state: 'booked',
				startsAt: slot.startsAt,
				endsAt: slot.endsAt,
				moves: moves + 1,
				endedAt: null,
				endedByName: null
			})
			.where(eq(appointments.id, appointmentId));
		await tellBooked(context, appointmentId, 'moved');
		return { appointmentId };
	}
});

/** Nobody comes: officers and room are free for others. */
export const cancelAppointment = command({
	name: 'visits.cancelAppointment',
	needs: 'appointment.keep',
	input: cancelled,
	run: async (context, { appointmentId, why }) => {
		const { tx, actor, now } = context;
		await takeTurn(context);
		const { state } = await inHand(context, appointmentId, 'cancel');
		await release(context, appointmentId);
		const endedByName = actor.kind === 'staff' ? await nameOf(readerOf(tx), actor) : null;
		await tx
			.update(appointments)
			.set({ state: 'cancelled', endedAt: now, endedByName, endReason: why })
			.where(eq(appointments.id, appointmentId));
		// A slot that was only held was promised to nobody.
		if (state === 'booked') await tellCancelled(context, appointmentId);
		return { appointmentId };
	}
});
