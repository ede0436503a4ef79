import { and, eq } from 'drizzle-orm';
import { clinics } from '#clinic/offices/server/tables.ts';
import { command } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { otherClinic, otherRoom, preferred, ticketNamed } from '../../forms.ts';
import { standingSince } from '../../queue.ts';
import { freeRoom, inHand } from '../in-hand.ts';
import { move } from '../moves.ts';
import { officeToday } from '../reads.ts';

/** The visitor is served in another room. */
export const changeRoom = command({
	name: 'visits.changeRoom',
	needs: 'queue.call',
	input: otherRoom,
	run: async (context, { ticketId, roomId }) => {
		const { row, ticket } = await inHand(context, ticketId, 'changeRoom');
		const today = await officeToday(readerOf(context.tx), context.actor, context.now);
		const room = await freeRoom(context, roomId, today);
		// Called to the other room: the board and the telephone say so, and the way there begins anew.
		const moveId = await move(context, row, 'changeRoom', {
			state: 'called',
			roomId: room.id,
			calledAt: context.now,
			calls: row.calls + 1,
			begunAt: null
		});
		return { ticketId, label: ticket.label, room: room.name, moveId };
	}
});

/** Sends on to another poli, under the same number: the visitor waits there at the place that the hour of coming gives. */
export const transferTicket = command({
	name: 'visits.transferTicket',
	needs: 'queue.call',
	input: otherClinic,
	run: async (context, { ticketId, clinicId }) => {
		const { tx, actor } = context;
		const { row, ticket } = await inHand(context, ticketId, 'transfer');
		const [to] = await tx
			.select({ id: clinics.id, name: clinics.name, isOpen: clinics.isOpen })
			.from(clinics)
			.where(and(eq(clinics.id, clinicId), eq(clinics.officeId, actor.officeId as never)));
		const { name, isOpen } = found(to);
		if (!isOpen) throw new Refusal('visits.clinicClosed', { clinic: name });
		if (row.clinicId === clinicId) throw new Refusal('visits.sameClinic', { number: ticket.label, clinic: name });
		const moveId = await move(context, row, 'transfer', {
			state: 'waiting',
			clinicId,
			fromClinicId: row.clinicId,
			roomId: null,
			begunAt: null
		});
		return { ticketId, label: ticket.label, clinic: name, moveId };
	}
});

/** Sets the visitor aside until somebody calls or lets wait again. */
export const parkTicket = command({
	name: 'visits.parkTicket',
	needs: 'queue.call',
	input: ticketNamed,
	run: async (context, { ticketId }) => {
		const { row, ticket } = await inHand(context, ticketId, 'park');
		const moveId = await move(context, row, 'park', { state: 'parked', roomId: null, begunAt: null });
		return { ticketId, label: ticket.label, state: 'parked' as const, moveId };
	}
});

/** Lets in earlier who is old, pregnant, disabled or came from far, or takes it back. */
export const preferTicket = command({
	name: 'visits.preferTicket',
	needs: 'visit.register',
	input: preferred,
	run: async (context, { ticketId, priority }) => {
		const { row, ticket } = await inHand(context, ticketId, 'prefer');
		const moveId = await move(context, row, 'prefer', {
			state: row.state,
			priority,
			standsAt: standingSince(row.queuedAt, priority)
		});
		return { ticketId, label: ticket.label, priority, moveId };
	}
});
