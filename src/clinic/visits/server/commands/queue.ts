import { and, eq, sql } from 'drizzle-orm';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { rooms } from '#clinic/offices/server/tables.ts';
import type { Day } from '#platform/clock.ts';
import { command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { formatClock } from '#ui/dates.ts';
import { nextCall, recalled, ticketNamed } from '../../forms.ts';
import { mayBe, type QueueDeed } from '../../queue.ts';
import { officeToday, queueOrder, servedIn, ticketOf, type QueueEntry } from '../reads.ts';
import { tickets, visits } from '../tables.ts';

/**
 * Calls the next of the waiting to a room. Two officers at once get two different tickets: each takes the first that the
 * other has not locked. Whoever was promised a ticket that somebody took meanwhile gets the next one and is told.
 */
export const callNext = command({
	name: 'visits.callNext',
	needs: 'queue.call',
	input: nextCall,
	run: async (context, { roomId, promised }) => {
		const { tx, actor, now } = context;
		const today = await officeToday(readerOf(tx), actor, now);
		const room = await freeRoom(context, roomId, today);
		const [next] = await tx
			.select({ id: tickets.id })
			.from(tickets)
			.innerJoin(visits, eq(visits.id, tickets.visitId))
			.where(and(eq(tickets.officeId, actor.officeId as never), eq(tickets.on, today), eq(tickets.state, 'waiting')))
			.orderBy(...queueOrder)
			.limit(1)
			.for('update', { of: tickets, skipLocked: true });
		if (!next) throw await nobodyLeft(context, promised);
		await begin(context, next.id, room.id);
		const { ticketId, visitId, label } = await ticketOf(readerOf(tx), actor, next.id);
		const other = promised && promised !== ticketId ? await ticketOf(readerOf(tx), actor, promised) : null;
		return { ticketId, visitId, label, room: room.name, promised: other && fate(other) };
	}
});

/** What became of the ticket that the board had promised; the moment as text, for the answer is kept as JSON. */
const fate = ({ label, state, calledBy, calledAt, room }: QueueEntry) => ({
	label,
	/** Still waiting: somebody more pressing came between. */
	wasTaken: state !== 'waiting',
	by: calledBy,
	at: calledAt?.toISOString() ?? null,
	room
});

async function nobodyLeft(context: Context, promised: Id<'Ticket'> | null): Promise<Refusal> {
	const taken = promised && (await ticketOf(readerOf(context.tx), context.actor, promised));
	if (!taken || taken.state === 'waiting') return new Refusal('visits.queueEmpty');
	return new Refusal('visits.takenNoneLeft', await facts(context, taken));
}

/**
 * Calls the same ticket once more, or brings back who came late or was ended too soon: into the room, or, never called and
 * to no room, among the waiting at the old place.
 */
export const recall = command({
	name: 'visits.recall',
	needs: 'queue.call',
	input: recalled,
	run: async (context, { ticketId, roomId }) => {
		const { tx, actor, now } = context;
		const ticket = await inHand(context, ticketId, 'recall');
		if (ticket.state === 'called') {
			await tx
				.update(tickets)
				.set({ calls: sql`${tickets.calls} + 1` })
				.where(eq(tickets.id, ticketId));
			return { label: ticket.label, room: ticket.room, calls: ticket.calls + 1 };
		}
		const today = await officeToday(readerOf(tx), actor, now);
		if (ticket.on !== today) throw new Refusal('visits.notToday', { number: ticket.label });
		const to = roomId ?? ticket.roomId;
		if (to === null) {
			await tx.update(tickets).set({ state: 'waiting', endedAt: null, endedBy: null }).where(eq(tickets.id, ticketId));
			return { label: ticket.label, room: null, calls: ticket.calls };
		}
		const room = await freeRoom(context, to, today);
		await begin(context, ticketId, room.id);
		return { label: ticket.label, room: room.name, calls: ticket.calls + 1 };
	}
});

/** The visitor is done. */
export const finishVisit = command({
	name: 'visits.finishVisit',
	needs: 'queue.call',
	input: ticketNamed,
	run: (context, { ticketId }) => end(context, ticketId, 'finish', 'finished')
});

/** Called and not there, or gone before the call. */
export const markAbsent = command({
	name: 'visits.markAbsent',
	needs: 'queue.call',
	input: ticketNamed,
	run: (context, { ticketId }) => end(context, ticketId, 'markAbsent', 'absent')
});

/** A room of this office that is open and serves nobody; locked, so that two clicks for one room take turns. */
async function freeRoom(context: Context, roomId: Id<'Room'>, today: Day) {
	const { tx, actor } = context;
	const [row] = await tx
		.select({ id: rooms.id, name: rooms.name, isOpen: rooms.isOpen })
		.from(rooms)
		.where(and(eq(rooms.id, roomId), eq(rooms.officeId, actor.officeId as never)))
		.for('no key update');
	const room = found(row);
	if (!room.isOpen) throw new Refusal('visits.roomClosed', { room: room.name });
	const served = await servedIn(readerOf(tx), actor, room.id, today);
	if (served) throw new Refusal('visits.roomBusy', await facts(context, served));
	return room;
}

async function begin({ tx, actor, now }: Context, ticketId: Id<'Ticket'>, roomId: Id<'Room'>): Promise<void> {
	await tx
		.update(tickets)
		.set({
			state: 'called',
			roomId,
			calledBy: actor.kind === 'staff' ? (actor.id as Id<'Staff'>) : null,
			calledAt: now,
			calls: sql`${tickets.calls} + 1`,
			endedAt: null,
			endedBy: null
		})
		.where(eq(tickets.id, ticketId));
}

async function end(context: Context, ticketId: Id<'Ticket'>, deed: QueueDeed, state: 'finished' | 'absent') {
	const { tx, actor, now } = context;
	const { label } = await inHand(context, ticketId, deed);
	await tx
		.update(tickets)
		.set({ state, endedAt: now, endedBy: actor.kind === 'staff' ? (actor.id as Id<'Staff'>) : null })
		.where(eq(tickets.id, ticketId));
	return { ticketId, label, state };
}

/** The ticket, locked, if the deed may be done to it; a late click is answered with what happened instead. */
async function inHand(context: Context, ticketId: Id<'Ticket'>, deed: QueueDeed) {
	const { tx, actor } = context;
	const [row] = await tx
		.select({ id: tickets.id, on: tickets.on })
		.from(tickets)
		.where(and(eq(tickets.id, ticketId), eq(tickets.officeId, actor.officeId as never)))
		.for('update');
	const { on } = found(row);
	const ticket = { ...(await ticketOf(readerOf(tx), actor, ticketId)), on };
	if (mayBe(deed, ticket.state)) return ticket;
	if (ticket.state === 'waiting') throw new Refusal('visits.notCalled', { number: ticket.label });
	throw new Refusal(
		ticket.state === 'absent' ? 'visits.alreadyAbsent' : 'visits.alreadyFinished',
		await facts(context, ticket)
	);
}

/** Who, when, where: for the sentence that answers a late click. */
async function facts({ tx, actor }: Context, ticket: QueueEntry) {
	const { zone } = found(await ownOffice(readerOf(tx), actor));
	const isOver = ticket.state === 'finished' || ticket.state === 'absent';
	const at = (isOver ? ticket.endedAt : ticket.calledAt) ?? ticket.issuedAt;
	return {
		number: ticket.label,
		by: (isOver ? ticket.endedBy : ticket.calledBy) ?? '–',
		at: formatClock(at, zone),
		room: ticket.room ?? '–'
	};
}
