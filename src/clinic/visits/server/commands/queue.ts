import { and, eq } from 'drizzle-orm';
import { command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import { nextCall, recalled, ticketNamed } from '../../forms.ts';
import type { QueueDeed } from '../../queue.ts';
import { facts, freeRoom, inHand, staffId } from '../in-hand.ts';
import { move, type TicketRow } from '../moves.ts';
import { officeToday, queueOrder, ticketOf, type QueueEntry } from '../reads.ts';
import { tickets, visits } from '../tables.ts';

/**
 * Calls the next of the waiting to a room. Two officers at once get two different tickets: each takes the first that the
 * other has not locked. Whoever was promised a ticket that somebody took meanwhile gets the next one and is told.
 */
export const callNext = command({
	name: 'visits.callNext',
	needs: 'queue.call',
	input: nextCall,
	run: async (context, { roomId, promised, clinicId }) => {
		const { tx, actor, now } = context;
		const today = await officeToday(readerOf(tx), actor, now);
		const room = await freeRoom(context, roomId, today);
		const [next] = await tx
			.select({ row: tickets })
			.from(tickets)
			.innerJoin(visits, eq(visits.id, tickets.visitId))
			.where(
				and(
					eq(tickets.officeId, actor.officeId as never),
					eq(tickets.on, today),
					eq(tickets.state, 'waiting'),
					clinicId ? eq(tickets.clinicId, clinicId) : undefined
				)
			)
			.orderBy(...queueOrder(now))
			.limit(1)
			.for('update', { of: tickets, skipLocked: true });
		if (!next) throw await nobodyLeft(context, promised);
		const moveId = await begin(context, next.row, 'call', room.id);
		const { ticketId, visitId, label } = await ticketOf(readerOf(tx), actor, next.row.id);
		const other = promised && promised !== ticketId ? await ticketOf(readerOf(tx), actor, promised) : null;
		return { ticketId, visitId, label, room: room.name, promised: other && fate(other), moveId };
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
 * Calls the same ticket once more, or brings back who came late, was parked or was ended too soon: into the room, or,
 * never called and to no room, among the waiting at the old place.
 */
export const recall = command({
	name: 'visits.recall',
	needs: 'queue.call',
	input: recalled,
	run: async (context, { ticketId, roomId }) => {
		const { tx, actor, now } = context;
		const { row, ticket } = await inHand(context, ticketId, 'recall');
		if (row.state === 'called') {
			const moveId = await move(context, row, 'recall', { state: 'called', calls: row.calls + 1 });
			return { ticketId, label: ticket.label, room: ticket.room, calls: row.calls + 1, moveId };
		}
		const today = await officeToday(readerOf(tx), actor, now);
		if (row.on !== today) throw new Refusal('visits.notToday', { number: ticket.label });
		// Whoever was parked waits again unless a room is named; whoever was ended goes back to the room of before.
		const to = roomId ?? (row.state === 'parked' ? null : row.roomId);
		if (to === null) {
			const moveId = await move(context, row, 'recall', {
				state: 'waiting',
				roomId: null,
				endedAt: null,
				endedBy: null
			});
			return { ticketId, label: ticket.label, room: null, calls: row.calls, moveId };
		}
		const room = await freeRoom(context, to, today);
		const moveId = await begin(context, row, 'recall', room.id);
		return { ticketId, label: ticket.label, room: room.name, calls: row.calls + 1, moveId };
	}
});

/** The visitor stands in the room: from here the handling counts, until here the walking. */
export const beginServing = command({
	name: 'visits.beginServing',
	needs: 'queue.call',
	input: ticketNamed,
	run: async (context, { ticketId }) => {
		const { row, ticket } = await inHand(context, ticketId, 'begin');
		const moveId = await move(context, row, 'begin', { state: 'serving', begunAt: context.now });
		return { ticketId, label: ticket.label, state: 'serving' as const, moveId };
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

const begin = (context: Context, row: TicketRow, deed: QueueDeed, roomId: Id<'Room'>) =>
	move(context, row, deed, {
		state: 'called',
		roomId,
		calledBy: staffId(context),
		calledAt: context.now,
		calls: row.calls + 1,
		begunAt: null,
		endedAt: null,
		endedBy: null
	});

async function end(context: Context, ticketId: Id<'Ticket'>, deed: QueueDeed, state: 'finished' | 'absent') {
	const { row, ticket } = await inHand(context, ticketId, deed);
	const moveId = await move(context, row, deed, { state, endedAt: context.now, endedBy: staffId(context) });
	return { ticketId, label: ticket.label, state, moveId };
}
