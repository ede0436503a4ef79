import { and, eq } from 'drizzle-orm';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { rooms } from '#clinic/offices/server/tables.ts';
import type { Day } from '#platform/clock.ts';
import type { Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { formatClock } from '#ui/dates.ts';
import { roomState } from '../breaks.ts';
import { mayBe, type QueueDeed } from '../queue.ts';
import { servedIn, ticketOf, type QueueEntry } from './reads.ts';
import type { TicketRow } from './moves.ts';
import { roomDuties, tickets } from './tables.ts';

/** A ticket of this office, locked until the deed is done. @throws Refusal missing */
export async function lockTicket({ tx, actor }: Context, ticketId: Id<'Ticket'>): Promise<TicketRow> {
	const [row] = await tx
		.select()
		.from(tickets)
		.where(and(eq(tickets.id, ticketId), eq(tickets.officeId, actor.officeId as never)))
		.for('update');
	return found(row);
}

/** The ticket, locked, if the deed may be done to it; a late click is answered with what happened instead. */
export async function inHand(context: Context, ticketId: Id<'Ticket'>, deed: QueueDeed) {
	const row = await lockTicket(context, ticketId);
	const ticket = await ticketOf(readerOf(context.tx), context.actor, ticketId);
	if (mayBe(deed, ticket.state)) return { row, ticket };
	throw await tooLate(context, ticket);
}

const overCodes = {
	absent: 'visits.alreadyAbsent',
	finished: 'visits.alreadyFinished',
	cancelled: 'visits.alreadyCancelled'
} as const;

async function tooLate(context: Context, ticket: QueueEntry): Promise<Refusal> {
	const { state, label } = ticket;
	if (state === 'waiting' || state === 'expected') return new Refusal('visits.notCalled', { number: label });
	if (state === 'parked') return new Refusal('visits.isParked', { number: label });
	if (state === 'called' || state === 'serving')
		return new Refusal('visits.alreadyCalled', await facts(context, ticket));
	return new Refusal(overCodes[state], await facts(context, ticket));
}

/** A room of this office that is open and serves nobody; locked, so that two clicks for one room take turns. */
export async function freeRoom(context: Context, roomId: Id<'Room'>, today: Day) {
	const { tx, actor } = context;
	const [row] = await tx
		.select({ id: rooms.id, name: rooms.name, isOpen: rooms.isOpen })
		.from(rooms)
		.where(and(eq(rooms.id, roomId), eq(rooms.officeId, actor.officeId as never)))
		.for('no key update');
	const room = found(row);
	const [duty] = await tx
		.select({ state: roomDuties.state })
		.from(roomDuties)
		.where(and(eq(roomDuties.roomId, room.id), eq(roomDuties.on, today)));
	const state = roomState(room.isOpen, duty ?? null);
	if (state === 'closed') throw new Refusal('visits.roomClosed', { room: room.name });
	if (state === 'break') throw new Refusal('visits.roomOnBreak', { room: room.name });
	const served = await servedIn(readerOf(tx), actor, room.id, today);
	if (served) throw new Refusal('visits.roomBusy', await facts(context, served));
	return room;
}

/** Who, when, where: for the sentence that answers a late click. */
export async function facts({ tx, actor }: Context, ticket: QueueEntry) {
	const { zone } = found(await ownOffice(readerOf(tx), actor));
	const at = ticket.endedAt ?? ticket.calledAt ?? ticket.issuedAt;
	return {
		number: ticket.label,
		by: (ticket.endedAt ? ticket.endedBy : ticket.calledBy) ?? '–',
		at: formatClock(at, zone),
		room: ticket.room ?? '–'
	};
}

export const staffId = ({ actor }: Context): Id<'Staff'> | null =>
	actor.kind === 'staff' ? (actor.id as Id<'Staff'>) : null;
