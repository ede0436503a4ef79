import { and, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { rooms, staff } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Board } from '../../board.ts';
import { inRoomStates, isInRoom, ticketLabel } from '../../queue.ts';
import { roomsToday } from '../reads.ts';
import { alarms, closedDays, tickets } from '../tables.ts';

/** How many of the last calls, and of the missed, a board shows. */
const shown = 5;

/** The waiting room of today as everybody may see it: numbers and rooms, no names. */
export async function boardOf(reader: Reader, actor: Actor, today: Day): Promise<Board> {
	const ofToday = and(eq(tickets.officeId, actor.officeId as never), eq(tickets.on, today));
	const called = await reader
		.select({
			prefix: tickets.prefix,
			number: tickets.number,
			state: tickets.state,
			roomId: tickets.roomId,
			calls: tickets.calls
		})
		.from(tickets)
		.where(and(ofToday, inArray(tickets.state, [...inRoomStates, 'finished']), isNotNull(tickets.calledAt)))
		.orderBy(desc(tickets.calledAt), desc(tickets.id))
		.limit(40);
	const missed = await reader
		.select({ prefix: tickets.prefix, number: tickets.number })
		.from(tickets)
		.where(and(ofToday, eq(tickets.state, 'absent'), isNotNull(tickets.calledAt)))
		.orderBy(desc(tickets.endedAt), desc(tickets.id))
		.limit(shown);
	const waiting = await reader.$count(tickets, and(ofToday, eq(tickets.state, 'waiting')));
	const inRoom = called.filter(({ state }) => isInRoom(state));
	return {
		rooms: (await roomsToday(reader, actor, today)).map(({ id, name, state }) => {
			const now = inRoom.find(({ roomId }) => roomId === id);
			return {
				id,
				name,
				state,
				label: now ? ticketLabel(now.prefix, now.number) : null,
				calls: now?.calls ?? 0
			};
		}),
		last: called
			.filter(({ state }) => !isInRoom(state))
			.slice(0, shown)
			.map(({ prefix, number }) => ticketLabel(prefix, number)),
		missed: missed.map(({ prefix, number }) => ticketLabel(prefix, number)),
		waiting
	};
}

/** Who asks for help and has not been answered. */
export const openAlarms = (reader: Reader, actor: Actor) =>
	reader
		.select({
			alarmId: alarms.id,
			room: rooms.name,
			by: sql<string>`coalesce(${staff.name}, '–')`,
			at: alarms.raisedAt
		})
		.from(alarms)
		.innerJoin(rooms, eq(rooms.id, alarms.roomId))
		.leftJoin(staff, eq(staff.id, alarms.raisedBy))
		.where(and(eq(alarms.officeId, actor.officeId as never), isNull(alarms.answeredAt)))
		.orderBy(alarms.raisedAt);

/** When the day was closed, null while it is open. */
export async function closedAt(reader: Pick<Reader, 'select'>, actor: Actor, today: Day): Promise<Date | null> {
	const [row] = await reader
		.select({ at: closedDays.closedAt })
		.from(closedDays)
		.where(and(eq(closedDays.officeId, actor.officeId as never), eq(closedDays.on, today)));
	return row?.at ?? null;
}
