import { and, eq, inArray, sql } from 'drizzle-orm';
import { clinics, rooms } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { inRoomStates, ticketLabel } from '../../queue.ts';
import { deskServices, ticketSeries, tickets } from '../tables.ts';
import { linesOf } from './phone.ts';

/** One ticket as its holder sees it: number, place, wait, and what is called now. No names. */
export async function heldTicket(reader: Reader, actor: Actor, ticketId: string, today: Day, now: Date) {
	const [row] = await reader
		.select({
			ticketId: tickets.id,
			visitId: tickets.visitId,
			on: tickets.on,
			prefix: tickets.prefix,
			number: tickets.number,
			issuedAt: tickets.issuedAt,
			clinic: clinics.name,
			papers: deskServices.papers
		})
		.from(tickets)
		.leftJoin(clinics, eq(clinics.id, tickets.clinicId))
		.leftJoin(
			deskServices,
			and(
				eq(deskServices.officeId, tickets.officeId),
				sql`${deskServices.clinicId} is not distinct from ${tickets.clinicId}`
			)
		)
		.where(and(eq(tickets.id, ticketId as never), eq(tickets.officeId, actor.officeId as never)));
	const { prefix, number, ...ticket } = found(row);
	const inRooms = await reader
		.select({ prefix: tickets.prefix, number: tickets.number, room: rooms.name })
		.from(tickets)
		.innerJoin(rooms, eq(rooms.id, tickets.roomId))
		.where(
			and(
				eq(tickets.officeId, actor.officeId as never),
				eq(tickets.on, today),
				inArray(tickets.state, [...inRoomStates])
			)
		)
		.orderBy(rooms.name);
	return {
		...ticket,
		label: ticketLabel(prefix, number),
		isToday: ticket.on === today,
		line: found((await linesOf(reader, actor, today, now, [ticketId])).get(ticketId)),
		serving: inRooms.map((one) => ({ label: ticketLabel(one.prefix, one.number), room: one.room }))
	};
}
export type HeldTicket = Awaited<ReturnType<typeof heldTicket>>;

/** The last number that was given in a series today. */
export async function lastOf(reader: Reader, actor: Actor, series: string, today: Day): Promise<number> {
	const [row] = await reader
		.select({ last: ticketSeries.last })
		.from(ticketSeries)
		.where(
			and(
				eq(ticketSeries.officeId, actor.officeId as never),
				eq(ticketSeries.on, today),
				eq(ticketSeries.prefix, series)
			)
		);
	return row?.last ?? 0;
}
