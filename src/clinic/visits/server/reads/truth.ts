import { and, asc, eq, isNull } from 'drizzle-orm';
import { clinics } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Day, Zone } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { onTheWall } from '#ui/dates.ts';
import { median, promiseError, replay, spentBy, type Replayed, type Spent } from '../../truth.ts';
import { ticketMoves, tickets } from '../tables.ts';

interface Measured extends Spent {
	readonly clinic: string | null;
	readonly hour: number;
}

/** A group of visitors: of one queue, or who came in one hour. */
export interface Share {
	/** Null: those who did not know their poli. */
	readonly name: string | null;
	readonly count: number;
	readonly waiting: number | null;
	readonly walking: number | null;
	readonly handling: number | null;
}

/** What a day at the desk really was. */
export async function truthOf(reader: Reader, actor: Actor, on: Day, zone: Zone) {
	const rows = await reader
		.select({
			id: tickets.id,
			state: tickets.state,
			clinic: clinics.name,
			roomId: tickets.roomId,
			issuedAt: tickets.issuedAt,
			promisedFrom: tickets.promisedFrom,
			promisedTo: tickets.promisedTo
		})
		.from(tickets)
		.leftJoin(clinics, eq(clinics.id, tickets.clinicId))
		.where(and(eq(tickets.officeId, actor.officeId as never), eq(tickets.on, on)));
	const moves = await reader
		.select({ ticketId: ticketMoves.ticketId, at: ticketMoves.at, state: ticketMoves.state })
		.from(ticketMoves)
		.innerJoin(tickets, eq(tickets.id, ticketMoves.ticketId))
		.where(and(eq(tickets.officeId, actor.officeId as never), eq(tickets.on, on), isNull(ticketMoves.undoneAt)))
		.orderBy(asc(ticketMoves.at), asc(ticketMoves.id));
	const byTicket = Map.groupBy(moves, ({ ticketId }) => ticketId);
	const finished = rows.filter(({ state }) => state === 'finished');
	const measured = finished.map(({ id, clinic, issuedAt }): Measured => ({
		...spentBy(byTicket.get(id) ?? []),
		clinic,
		hour: onTheWall(issuedAt, zone).hour
	}));
	const minuteOf = (at: Date) => {
		const { hour, minute } = onTheWall(at, zone);
		return hour * 60 + minute;
	};
	const day: Replayed[] = finished.map(({ issuedAt }, at) => ({
		arrivedAt: minuteOf(issuedAt),
		handling: measured[at]!.handling
	}));
	const officers = new Set(finished.flatMap(({ roomId }) => roomId ?? [])).size;
	const errors = finished.flatMap(({ promisedFrom: from, promisedTo: to }, at) =>
		from === null || to === null ? [] : [promiseError({ from, to }, measured[at]!.waiting)]
	);
	return {
		finished: finished.length,
		absent: rows.filter(({ state }) => state === 'absent').length,
		cancelled: rows.filter(({ state }) => state === 'cancelled').length,
		all: shareOf(null, measured),
		clinics: shares(measured, ({ clinic }) => clinic),
		hours: shares(measured, ({ hour }) => String(hour).padStart(2, '0')).sort((a, b) => (a.name! < b.name! ? -1 : 1)),
		estimate: {
			count: errors.length,
			right: errors.filter((error) => error === 0).length,
			/** Of those that were wrong: by how much, in the middle. */
			offBy: median(errors.filter((error) => error !== 0).map(Math.abs))
		},
		officers,
		asItWas: replay(day, officers),
		oneMore: replay(day, officers + 1)
	};
}
export type Truth = Awaited<ReturnType<typeof truthOf>>;

const shares = (measured: readonly Measured[], of: (one: Measured) => string | null): Share[] =>
	[...Map.groupBy(measured, of)].map(([name, group]) => shareOf(name, group));

function shareOf(name: string | null, group: readonly Measured[]): Share {
	return {
		name,
		count: group.length,
		waiting: median(group.map(({ waiting }) => waiting)),
		walking: median(group.flatMap(({ walking }) => walking ?? [])),
		handling: median(group.map(({ handling }) => handling))
	};
}
