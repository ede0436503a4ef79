import { randomInt } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { registerPerson } from '#clinic/cooperatives/server/commands/people.ts';
import { registeredAs } from '#clinic/cooperatives/server/reads/identity.ts';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { command, runWithin, BadInput, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { issueLink } from '#platform/links/links.ts';
import { sealFor } from '#platform/personal/seal.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { booking, chosenSlot, confirmation, type VisitorTold } from '../../../appointment-forms.ts';
import { holdMinutes, leadMinutes, mayBe, type AppointmentDeed, type Way } from '../../../appointments.ts';
import { tellBooked } from '../../appointment-messages.ts';
import { serviceOf } from '../../reads/agenda.ts';
import { appointments } from '../../tables/appointments.ts';
import { claim, freeLapsed, takeTurn, teamFor } from './claiming.ts';

interface Chosen {
	readonly serviceId: Id<'AppointmentService'>;
	readonly way: Way;
	readonly startsAt: Date;
}

/** How long an appointment's link opens after the appointment. */
const linkHoursAfter = 30 * 24;

/** Takes officers and room for a time and keeps them for ten minutes, for whoever is still writing. */
export const holdSlot = command({
	name: 'visits.holdSlot',
	needs: 'appointment.book',
	input: chosenSlot,
	run: (context, chosen) => hold(context, chosen)
});

async function hold(context: Context, { serviceId, way, startsAt }: Chosen) {
	const { tx, actor, now } = context;
	await takeTurn(context);
	await freeLapsed(context);
	const service = await serviceOf(readerOf(tx), actor, serviceId);
	if (!service.isOpen) throw new Refusal('visits.serviceClosed', { service: service.name });
	if (!service.ways.includes(way)) throw new BadInput({ way: 'required' });
	// The desk books for whoever stands before it; from outside nobody comes within the hour.
	const lead = actor.kind === 'staff' ? 0 : leadMinutes;
	const slot = await teamFor(context, {
		serviceId,
		way,
		startsAt,
		notBefore: new Date(now.getTime() + lead * 60_000)
	});
	const appointmentId = newId<'Appointment'>();
	const linkId = await issueLink(context, {
		purpose: 'appointment',
		subjectId: appointmentId,
		givenTo: service.name,
		hours: Math.ceil((slot.endsAt.getTime() - now.getTime()) / 3_600_000) + linkHoursAfter
	});
	await tx.insert(appointments).values({
		id: appointmentId,
		officeId: actor.officeId as Id<'Office'>,
		code: newCode(),
		serviceId,
		way,
		startsAt: slot.startsAt,
		endsAt: slot.endsAt,
		state: 'held',
		heldUntil: new Date(now.getTime() + holdMinutes * 60_000),
		linkId,
		createdAt: now
	});
	await claim(context, appointmentId, slot);
	return { appointmentId, linkId };
}

/** Six signs that cannot be taken for one another, to be read out over the telephone. */
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const newCode = () => Array.from({ length: 6 }, () => signs[randomInt(signs.length)]).join('');

/**
 * The visitor says who he or she is, and the held slot becomes an appointment. Also after the ten minutes, as long as
 * nobody else has taken it.
 */
export const confirmAppointment = command({
	name: 'visits.confirmAppointment',
	needs: 'appointment.keep',
	input: confirmation,
	run: (context, { appointmentId, ...told }) => confirm(context, appointmentId, told)
});

/** The desk books for a visitor in one step. */
export const bookAppointment = command({
	name: 'visits.bookAppointment',
	needs: 'appointment.book',
	input: booking,
	run: async (context, { serviceId, way, startsAt, ...told }) => {
		const { appointmentId } = await hold(context, { serviceId, way, startsAt });
		return confirm(context, appointmentId, told);
	}
});

async function confirm(context: Context, appointmentId: Id<'Appointment'>, told: VisitorTold) {
	const { tx, actor, now } = context;
	await takeTurn(context);
	const appointment = await inHand(context, appointmentId, 'confirm');
	if (appointment.way === 'phone' && told.person.phone === null) throw new BadInput({ 'person.phone': 'required' });
	if (told.person.phone === null && told.email === null) throw new BadInput({ 'person.phone': 'phoneOrEmail' });
	const cooperativeId = told.cooperativeId && (await registeredAs(readerOf(tx), actor, told.cooperativeId));
	const { personId } = await runWithin(context, registerPerson, { ...told.person, phone: told.person.phone ?? '' });
	const { email } = await sealFor(context, personId, { email: told.email });
	const booked = {
		state: 'booked' as const,
		heldUntil: null,
		personId,
		capacity: told.capacity,
		emailSealed: email ?? null,
		cooperativeId: cooperativeId || null,
		cooperativeName: told.cooperativeName,
		reason: told.reason,
		bookedAt: now,
		bookedByName: actor.kind === 'staff' ? await nameOf(readerOf(tx), actor) : null
	};
	await tx.update(appointments).set(booked).where(eq(appointments.id, appointmentId));
	await tellBooked(context, appointmentId, 'confirmed');
	return { appointmentId, code: appointment.code };
}

/**
 * The appointment, locked, if the deed may be done to it. The holder of a link holds one appointment: every other is
 * missing. A late click is answered with what happened instead.
 */
export async function inHand({ tx, actor }: Context, appointmentId: Id<'Appointment'>, deed: AppointmentDeed) {
	if (actor.kind === 'link' && actor.subjectId !== appointmentId) throw new Refusal('missing');
	const [row] = await tx
		.select()
		.from(appointments)
		.where(and(eq(appointments.id, appointmentId), eq(appointments.officeId, actor.officeId as Id<'Office'>)))
		.for('update');
	const appointment = found(row);
	if (mayBe(deed, appointment.state)) return appointment;
	switch (appointment.state) {
		case 'held':
			throw new Refusal('visits.onlyHeld');
		case 'lapsed':
			throw new Refusal('visits.holdLapsed');
		case 'booked':
			throw new Refusal('visits.alreadyBooked', { code: appointment.code });
		case 'arrived':
			throw new Refusal('visits.alreadyArrived');
		case 'noShow':
			throw new Refusal('visits.countedAsAbsent');
		case 'cancelled':
			throw new Refusal('visits.appointmentCancelled');
	}
}
