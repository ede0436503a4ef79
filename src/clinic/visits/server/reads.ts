import { aliasedTable, and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { cases, triages } from '#clinic/cases/server/tables.ts';
import { sameCooperative, staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives, people } from '#clinic/cooperatives/server/tables.ts';
import { clinics, rooms, staff } from '#clinic/offices/server/tables.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import type { TriageLevel } from '#clinic/cases/triage.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { unseal } from '#platform/personal/seal.ts';
import { found } from '#platform/refusal.ts';
import { roomState } from '../breaks.ts';
import {
	activeStates,
	appointmentLead,
	beforeInQueue,
	inRoomStates,
	isActive,
	isInRoom,
	ticketLabel
} from '../queue.ts';
import { roomDuties, tickets, visits } from './tables.ts';

export type Asking = Pick<Reader, 'select'>;

/** The newest triage of the visitor's case; null without a case or a triage. */
export const levelNow = sql<TriageLevel | null>`(select level from ${triages} where ${triages.caseId} = ${visits.caseId}
	order by ${triages.createdAt} desc, ${triages.id} desc limit 1)`;

/** The database's own form of `beforeInQueue`. */
export const queueOrder = (now: Date) =>
	[
		sql`case ${levelNow} when 'emergency' then 0 when 'urgent' then 1
			else case when ${tickets.dueAt} - ${`${appointmentLead} minutes`}::interval <= ${now.toISOString()} then 2 else 3 end end`,
		asc(tickets.standsAt),
		asc(tickets.id)
	] as const;

const ender = aliasedTable(staff, 'ender');
const fromClinic = aliasedTable(clinics, 'from_clinic');

const lines = (reader: Asking) =>
	reader
		.select({
			ticketId: tickets.id,
			visitId: visits.id,
			prefix: tickets.prefix,
			number: tickets.number,
			state: tickets.state,
			origin: tickets.origin,
			priority: tickets.priority,
			issuedAt: tickets.issuedAt,
			queuedAt: tickets.queuedAt,
			standsAt: tickets.standsAt,
			dueAt: tickets.dueAt,
			calls: tickets.calls,
			calledAt: tickets.calledAt,
			calledBy: staff.name,
			begunAt: tickets.begunAt,
			endedAt: tickets.endedAt,
			endedBy: ender.name,
			roomId: tickets.roomId,
			room: rooms.name,
			cooperativeId: cooperatives.id,
			cooperative: cooperatives.name,
			personId: visits.personId,
			person: people.name,
			capacity: visits.capacity,
			service: visits.service,
			clinicId: tickets.clinicId,
			clinic: clinics.name,
			fromClinic: fromClinic.name,
			reason: visits.reason,
			selfCheckCode: visits.selfCheckCode,
			caseId: visits.caseId,
			level: levelNow
		})
		.from(tickets)
		.innerJoin(visits, eq(visits.id, tickets.visitId))
		.leftJoin(people, eq(people.id, visits.personId))
		.leftJoin(cooperatives, eq(cooperatives.id, staysAs(visits.cooperativeId)))
		.leftJoin(clinics, eq(clinics.id, tickets.clinicId))
		.leftJoin(fromClinic, eq(fromClinic.id, tickets.fromClinicId))
		.leftJoin(rooms, eq(rooms.id, tickets.roomId))
		.leftJoin(staff, eq(staff.id, tickets.calledBy))
		.leftJoin(ender, eq(ender.id, tickets.endedBy));

type Line = Awaited<ReturnType<typeof lines>>[number];
export type QueueEntry = Omit<Line, 'prefix' | 'number'> & { readonly label: string };

const entry = ({ prefix, number, ...line }: Line): QueueEntry => ({ ...line, label: ticketLabel(prefix, number) });

/** Today, in the zone of the actor's office. */
export async function officeToday(reader: Asking, actor: Actor, now: Date): Promise<Day> {
	return dayOf(now, found(await ownOffice(reader as Reader, actor)).zone);
}

/** The rooms of the office with what each is doing today. */
export async function roomsToday(reader: Asking, actor: Actor, today: Day) {
	const rows = await reader
		.select({
			id: rooms.id,
			name: rooms.name,
			isOpen: rooms.isOpen,
			duty: roomDuties.state,
			since: roomDuties.since,
			untilAt: roomDuties.untilAt,
			by: staff.name
		})
		.from(rooms)
		.leftJoin(roomDuties, and(eq(roomDuties.roomId, rooms.id), eq(roomDuties.on, today)))
		.leftJoin(staff, eq(staff.id, roomDuties.by))
		.where(eq(rooms.officeId, actor.officeId as never))
		.orderBy(asc(rooms.name));
	return rows.map(({ duty, ...room }) => ({ ...room, state: roomState(room.isOpen, duty && { state: duty }) }));
}

/** The queue of today: who waits, who is served where, what is done. */
export async function waitingRoom(reader: Reader, actor: Actor, now: Date) {
	const today = await officeToday(reader, actor, now);
	const rows = await lines(reader)
		.where(and(eq(tickets.officeId, actor.officeId as never), eq(tickets.on, today)))
		.orderBy(asc(tickets.issuedAt), asc(tickets.id));
	const all = rows.map(entry);
	const waiting = all
		.filter(({ state }) => state === 'waiting')
		.map((line) => ({ ...line, id: line.ticketId }))
		.sort(beforeInQueue(now));
	const served = all.filter(({ calledAt }) => calledAt !== null);
	return {
		today,
		waiting,
		parked: all.filter(({ state }) => state === 'parked'),
		expected: all.filter(({ state }) => state === 'expected'),
		rooms: (await roomsToday(reader, actor, today)).map((room) => ({
			...room,
			now: all.find(({ state, roomId }) => isInRoom(state) && roomId === room.id) ?? null
		})),
		ended: all
			.filter(({ state }) => !isActive(state))
			.sort((a, b) => (b.endedAt?.getTime() ?? 0) - (a.endedAt?.getTime() ?? 0)),
		/** Mean minutes between arrival and call, of those called today; null while nobody was. */
		averageWait: mean(served.map(({ queuedAt, calledAt }) => (calledAt!.getTime() - queuedAt.getTime()) / 60_000))
	};
}
export type WaitingRoom = Awaited<ReturnType<typeof waitingRoom>>;

const mean = (values: readonly number[]): number | null =>
	values.length === 0 ? null : Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);

/** One visit with its ticket, as the slip shows it. @throws Refusal missing, also for another office's visit */
export async function visitOf(reader: Reader, actor: Actor, visitId: string, now: Date) {
	const [row] = await lines(reader).where(
		and(eq(visits.id, visitId as never), eq(visits.officeId, actor.officeId as never))
	);
	const line = found(row);
	const [more] = await reader
		.select({ on: tickets.on, arrivedAt: visits.arrivedAt, caseNumber: cases.number, phone: people.phoneSealed })
		.from(visits)
		.innerJoin(tickets, eq(tickets.visitId, visits.id))
		.leftJoin(people, eq(people.id, visits.personId))
		.leftJoin(cases, eq(cases.id, visits.caseId))
		.where(eq(visits.id, line.visitId));
	const { on, arrivedAt, caseNumber, phone } = found(more);
	const opened =
		line.personId === null ? null : await unseal(reader, 'phone', [{ personId: line.personId, sealed: phone }]);
	return {
		...entry(line),
		on,
		arrivedAt,
		caseNumber,
		phone: (line.personId && opened?.get(line.personId)) ?? null,
		ahead: line.state === 'waiting' ? await aheadOf(reader, actor, line.ticketId, on, now) : null
	};
}
export type Visit = Awaited<ReturnType<typeof visitOf>>;

async function aheadOf(reader: Asking, actor: Actor, ticketId: Id<'Ticket'>, on: Day, now: Date): Promise<number> {
	const waiting = await reader
		.select({ id: tickets.id, standsAt: tickets.standsAt, dueAt: tickets.dueAt, level: levelNow })
		.from(tickets)
		.innerJoin(visits, eq(visits.id, tickets.visitId))
		.where(and(eq(tickets.officeId, actor.officeId as never), eq(tickets.on, on), eq(tickets.state, 'waiting')));
	return [...waiting].sort(beforeInQueue(now)).findIndex(({ id }) => id === ticketId);
}

/** What became of a ticket: for a click that came too late. */
export async function ticketOf(reader: Asking, actor: Actor, ticketId: string): Promise<QueueEntry> {
	const [row] = await lines(reader).where(
		and(eq(tickets.id, ticketId as never), eq(tickets.officeId, actor.officeId as never))
	);
	return entry(found(row));
}

/** The ticket of a visit. @throws Refusal missing */
export async function ticketOfVisit(reader: Asking, actor: Actor, visitId: string): Promise<QueueEntry> {
	const [row] = await lines(reader).where(
		and(eq(visits.id, visitId as never), eq(visits.officeId, actor.officeId as never))
	);
	return entry(found(row));
}

/** Who is being served in a room today, or null. */
export async function servedIn(reader: Asking, actor: Actor, roomId: string, today: Day): Promise<QueueEntry | null> {
	const [row] = await lines(reader)
		.where(
			and(
				eq(tickets.officeId, actor.officeId as never),
				eq(tickets.on, today),
				eq(tickets.roomId, roomId as never),
				inArray(tickets.state, [...inRoomStates])
			)
		)
		.limit(1);
	return row ? entry(row) : null;
}

/** The ticket with which a person stands in today's queue, or null. */
export async function standingOf(
	reader: Asking,
	actor: Actor,
	today: Day,
	personId: Id<'Person'>
): Promise<QueueEntry | null> {
	const [row] = await lines(reader)
		.where(
			and(
				eq(tickets.officeId, actor.officeId as never),
				eq(tickets.on, today),
				eq(tickets.personId, personId),
				inArray(tickets.state, [...activeStates])
			)
		)
		.limit(1);
	return row ? entry(row) : null;
}

/** Every visit for a cooperative, newest first. */
export const visitsOf = (reader: Asking, actor: Actor, cooperativeId: string) =>
	lines(reader)
		.where(
			and(
				inArray(visits.cooperativeId, sameCooperative(reader, cooperativeId)),
				eq(visits.officeId, actor.officeId as never)
			)
		)
		.orderBy(desc(visits.arrivedAt), desc(visits.id))
		.then((rows) => rows.map(entry));

/** Is the cooperative standing in today's queue? Its tickets that wait or are called. */
export const inQueueNow = async (
	reader: Asking,
	actor: Actor,
	cooperativeId: string,
	today: Day
): Promise<QueueEntry[]> => {
	const rows = await lines(reader)
		.where(
			and(
				inArray(visits.cooperativeId, sameCooperative(reader, cooperativeId)),
				eq(visits.officeId, actor.officeId as never),
				eq(tickets.on, today),
				inArray(tickets.state, [...activeStates])
			)
		)
		.orderBy(asc(tickets.issuedAt));
	return rows.map(entry);
};
