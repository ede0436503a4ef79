import { and, eq, inArray } from 'drizzle-orm';
import { rooms } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import type { TicketLine } from '../../board.ts';
import { waitRange } from '../../estimate.ts';
import { beforeInQueue } from '../../queue.ts';
import { deskState } from '../promise.ts';
import { levelNow } from '../reads.ts';
import { tickets, visits } from '../tables.ts';

/** What each of these tickets' telephones shows now. The order of the waiting is worked out once for all. */
export async function linesOf(
	reader: Reader,
	actor: Actor,
	today: Day,
	now: Date,
	ticketIds: readonly string[]
): Promise<Map<string, TicketLine>> {
	if (ticketIds.length === 0) return new Map();
	const rows = await reader
		.select({
			id: tickets.id,
			on: tickets.on,
			state: tickets.state,
			clinicId: tickets.clinicId,
			calls: tickets.calls,
			room: rooms.name
		})
		.from(tickets)
		.leftJoin(rooms, eq(rooms.id, tickets.roomId))
		.where(and(eq(tickets.officeId, actor.officeId as never), inArray(tickets.id, ticketIds as Id<'Ticket'>[])));
	const waiting = await reader
		.select({ id: tickets.id, standsAt: tickets.standsAt, dueAt: tickets.dueAt, level: levelNow })
		.from(tickets)
		.innerJoin(visits, eq(visits.id, tickets.visitId))
		.where(and(eq(tickets.officeId, actor.officeId as never), eq(tickets.on, today), eq(tickets.state, 'waiting')));
	const place = new Map([...waiting].sort(beforeInQueue(now)).map(({ id }, at) => [id, at]));
	const desks = new Map<string | null, Awaited<ReturnType<typeof deskState>>>();
	for (const { clinicId } of rows)
		if (!desks.has(clinicId)) desks.set(clinicId, await deskState(reader, actor, today, now, clinicId));
	return new Map(
		rows.map(({ id, on, state, clinicId, calls, room }) => {
			// Whoever is not here yet is told what he or she would find: everybody waiting goes before.
			const ahead =
				on !== today ? null : state === 'waiting' ? place.get(id)! : state === 'expected' ? place.size : null;
			const range = ahead === null ? null : waitRange({ ...desks.get(clinicId)!, ahead });
			return [id, { state, ahead, from: range?.from ?? null, to: range?.to ?? null, room, calls }];
		})
	);
}
