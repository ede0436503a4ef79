import { eq } from 'drizzle-orm';
import type { Context } from '#platform/command.ts';
import { newId, type Id } from '#platform/ids.ts';
import { tell } from '#platform/live/tell.ts';
import type { QueueDeed, TicketState } from '../queue.ts';
import { ticketMoves, tickets, type TicketBefore } from './tables.ts';

export const queueTopic = 'queue';

/** What a deed may change of a ticket. */
export type Change = Partial<
	Pick<
		typeof tickets.$inferInsert,
		| 'queuedAt'
		| 'standsAt'
		| 'priority'
		| 'clinicId'
		| 'fromClinicId'
		| 'roomId'
		| 'calledBy'
		| 'calledAt'
		| 'calls'
		| 'begunAt'
		| 'endedAt'
		| 'endedBy'
	>
> & { readonly state: TicketState };

export type TicketRow = typeof tickets.$inferSelect;

const text = (at: Date | null) => at?.toISOString() ?? null;

const beforeOf = (row: TicketRow): TicketBefore => ({
	state: row.state,
	queuedAt: row.queuedAt.toISOString(),
	standsAt: row.standsAt.toISOString(),
	priority: row.priority,
	clinicId: row.clinicId,
	fromClinicId: row.fromClinicId,
	roomId: row.roomId,
	calledBy: row.calledBy,
	calledAt: text(row.calledAt),
	calls: row.calls,
	begunAt: text(row.begunAt),
	endedAt: text(row.endedAt),
	endedBy: row.endedBy
});

/** Does a deed to a ticket whose row is locked, writes down what was before, and tells all who watch the queue. */
export async function move(
	context: Context,
	row: TicketRow,
	deed: QueueDeed,
	change: Change
): Promise<Id<'TicketMove'>> {
	const { tx, actor, now } = context;
	const after = { ...row, ...change };
	await tx.update(tickets).set(change).where(eq(tickets.id, row.id));
	const moveId = newId<'TicketMove'>();
	await tx.insert(ticketMoves).values({
		id: moveId,
		officeId: row.officeId,
		ticketId: row.id,
		deed,
		at: now,
		by: actor.id,
		state: after.state,
		clinicId: after.clinicId,
		roomId: after.roomId,
		before: beforeOf(row)
	});
	await tell(context, queueTopic);
	return moveId;
}

const moment = (at: string | null) => (at === null ? null : new Date(at));

/** Puts a ticket back to what it was before a deed. */
export async function restore(context: Context, ticketId: Id<'Ticket'>, before: TicketBefore): Promise<void> {
	await context.tx
		.update(tickets)
		.set({
			state: before.state,
			queuedAt: new Date(before.queuedAt),
			standsAt: new Date(before.standsAt),
			priority: before.priority,
			clinicId: before.clinicId as Id<'Clinic'> | null,
			fromClinicId: before.fromClinicId as Id<'Clinic'> | null,
			roomId: before.roomId as Id<'Room'> | null,
			calledBy: before.calledBy as Id<'Staff'> | null,
			calledAt: moment(before.calledAt),
			calls: before.calls,
			begunAt: moment(before.begunAt),
			endedAt: moment(before.endedAt),
			endedBy: before.endedBy as Id<'Staff'> | null
		})
		.where(eq(tickets.id, ticketId));
	await tell(context, queueTopic);
}
