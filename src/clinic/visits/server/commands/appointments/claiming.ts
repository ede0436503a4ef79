import { and, eq, inArray, lte, sql } from 'drizzle-orm';
import { dayOf } from '#platform/clock.ts';
import type { Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import { formatMoment } from '#ui/dates.ts';
import { slotsOn, type Slot } from '../../../appointment-slots.ts';
import type { Way } from '../../../appointments.ts';
import { agendaFor } from '../../reads/agenda.ts';
import { appointmentClaims, appointments } from '../../tables/appointments.ts';

/**
 * Bookings of one office take turns: who comes second sees what the first has taken. Without it two could each write half
 * of what they need and wait for the other's half.
 */
export async function takeTurn({ tx, actor }: Context): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`appointments.${actor.officeId}`}, 0))`);
}

/** Gives free what was held too long, so that its officers and room can be taken. */
export async function freeLapsed({ tx, actor, now }: Context): Promise<void> {
	const lapsed = await tx
		.update(appointments)
		.set({ state: 'lapsed' })
		.where(
			and(
				eq(appointments.officeId, actor.officeId as Id<'Office'>),
				eq(appointments.state, 'held'),
				lte(appointments.heldUntil, now)
			)
		)
		.returning({ id: appointments.id });
	if (lapsed.length > 0)
		await tx.delete(appointmentClaims).where(
			inArray(
				appointmentClaims.appointmentId,
				lapsed.map(({ id }) => id)
			)
		);
}

interface Wish {
	readonly serviceId: string;
	readonly way: Way;
	readonly startsAt: Date;
	readonly notBefore: Date;
	readonly except?: string | null;
}

/** Officers and room for a time, if it can be kept. @throws Refusal visits.slotTaken */
export async function teamFor(context: Context, { startsAt, ...wish }: Wish): Promise<Slot> {
	const { tx, actor, now } = context;
	const reader = readerOf(tx);
	// The day in whichever zone the office has: a day more on each side does no harm, and the rule looks at one.
	const around = { from: dayOf(new Date(startsAt.getTime() - 86_400_000), 'Asia/Jakarta'), days: 4 };
	const { agenda, wanted } = await agendaFor(reader, actor, { ...wish, ...around, now });
	const slot = slotsOn(agenda, wanted, dayOf(startsAt, agenda.zone)).find(
		(one) => one.startsAt.getTime() === startsAt.getTime()
	);
	if (!slot) throw new Refusal('visits.slotTaken', { time: formatMoment(startsAt, agenda.zone) });
	return slot;
}

/** Takes officers and room for an appointment, as one thing. */
export async function claim({ tx, actor }: Context, appointmentId: Id<'Appointment'>, slot: Slot): Promise<void> {
	const { startsAt, endsAt, officerIds, roomId } = slot;
	const row = (kind: 'officer' | 'room', resourceId: string) => ({
		id: newId<'AppointmentClaim'>(),
		officeId: actor.officeId as Id<'Office'>,
		appointmentId,
		kind,
		resourceId,
		startsAt,
		endsAt
	});
	await tx
		.insert(appointmentClaims)
		.values([...officerIds.map((id) => row('officer', id)), ...(roomId ? [row('room', roomId)] : [])]);
}

export const release = ({ tx }: Context, appointmentId: Id<'Appointment'>) =>
	tx.delete(appointmentClaims).where(eq(appointmentClaims.appointmentId, appointmentId));
