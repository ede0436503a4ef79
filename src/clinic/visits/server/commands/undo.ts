import { and, desc, eq, isNull } from 'drizzle-orm';
import { command } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { found, Refusal } from '#platform/refusal.ts';
import type { Id } from '#platform/ids.ts';
import { undone } from '../../forms.ts';
import { isActive, isInRoom, mayUndo } from '../../queue.ts';
import { facts, freeRoom, lockTicket } from '../in-hand.ts';
import { restore } from '../moves.ts';
import { officeToday, standingOf, ticketOf } from '../reads.ts';
import { ticketMoves } from '../tables.ts';

/**
 * Takes back one's own last deed to a ticket: everything is again as it was before. Refused when the moment is over, when
 * somebody has done something to the ticket since, or when the place has been taken meanwhile.
 */
export const undoMove = command({
	name: 'visits.undoMove',
	needs: 'queue.call',
	input: undone,
	run: async (context, { moveId }) => {
		const { tx, actor, now } = context;
		const [named] = await tx
			.select({ ticketId: ticketMoves.ticketId })
			.from(ticketMoves)
			.where(and(eq(ticketMoves.id, moveId), eq(ticketMoves.officeId, actor.officeId as never)));
		// The ticket first: every deed takes its lock before it writes a move.
		const row = await lockTicket(context, found(named).ticketId);
		const [last] = await tx
			.select()
			.from(ticketMoves)
			.where(and(eq(ticketMoves.ticketId, row.id), isNull(ticketMoves.undoneAt)))
			.orderBy(desc(ticketMoves.at), desc(ticketMoves.id))
			.limit(1);
		const reader = readerOf(tx);
		const ticket = await ticketOf(reader, actor, row.id);
		const before = last?.before;
		if (!last || !before || last.id !== moveId || last.by !== actor.id)
			throw new Refusal('visits.movedSince', { number: ticket.label });
		if (!mayUndo(last.at, now)) throw new Refusal('visits.undoTooLate', { number: ticket.label });
		const today = await officeToday(reader, actor, now);
		const back = before.roomId as Id<'Room'> | null;
		if (isInRoom(before.state) && back && !(isInRoom(row.state) && row.roomId === back))
			await freeRoom(context, back, today);
		if (isActive(before.state) && !isActive(row.state) && row.personId) {
			const other = await standingOf(reader, actor, row.on, row.personId);
			if (other) throw new Refusal('visits.alreadyInQueue', await facts(context, other));
		}
		await restore(context, row.id, before);
		await tx.update(ticketMoves).set({ undoneAt: now }).where(eq(ticketMoves.id, moveId));
		return { ticketId: row.id, label: ticket.label, undone: last.deed, state: before.state };
	}
});
