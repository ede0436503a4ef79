import { and, asc, eq, gt, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import { cooperatives, people } from '#clinic/cooperatives/server/tables.ts';
import { clinics, rooms, staff } from '#clinic/offices/server/tables.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { addDays, dayOf, momentAt, type Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { unsealRows } from '#platform/personal/seal.ts';
import { found, missing } from '#platform/refusal.ts';
import { daysOffered, nextSlots, type DayOffered, type Slot } from '../../appointment-slots.ts';
import { daysAhead, type Way } from '../../appointments.ts';
import {
	absences,
	appointmentClaims,
	appointmentOfficers,
	appointments,
	appointmentServices
} from '../tables/appointments.ts';
import { ableToTakeOver, agendaFor, type Asked } from './agenda.ts';

type Asking = Pick<Reader, 'select'>;

/** What can be booked, by name; with those that are closed where they are asked for. */
export const appointmentServicesOf = (reader: Asking, actor: Actor, { withClosed = false } = {}) =>
	reader
		.select({
			id: appointmentServices.id,
			name: appointmentServices.name,
			clinicId: appointmentServices.clinicId,
			clinic: clinics.name,
			service: appointmentServices.service,
			minutes: appointmentServices.minutes,
			officers: appointmentServices.officers,
			ways: appointmentServices.ways,
			isOpen: appointmentServices.isOpen
		})
		.from(appointmentServices)
		.leftJoin(clinics, eq(clinics.id, appointmentServices.clinicId))
		.where(
			and(
				eq(appointmentServices.officeId, actor.officeId as never),
				withClosed ? undefined : eq(appointmentServices.isOpen, true)
			)
		)
		.orderBy(asc(appointmentServices.createdAt), asc(appointmentServices.name));
export type AppointmentService = Awaited<ReturnType<typeof appointmentServicesOf>>[number];

/** The days of a service with the times that can still be kept. */
export async function offeredDays(reader: Reader, actor: Actor, asked: Omit<Asked, 'days'>): Promise<DayOffered[]> {
	const { agenda, wanted } = await agendaFor(reader, actor, { ...asked, days: daysAhead });
	return daysOffered(agenda, wanted, asked.from, daysAhead);
}

/** The first few times that can be kept. */
export async function nextOffered(
	reader: Reader,
	actor: Actor,
	asked: Omit<Asked, 'days'>,
	count = 3
): Promise<Slot[]> {
	const { agenda, wanted } = await agendaFor(reader, actor, { ...asked, days: daysAhead });
	return nextSlots(agenda, wanted, asked.from, count, daysAhead);
}

const lines = (reader: Asking) =>
	reader
		.select({
			id: appointments.id,
			code: appointments.code,
			state: appointments.state,
			way: appointments.way,
			startsAt: appointments.startsAt,
			endsAt: appointments.endsAt,
			heldUntil: appointments.heldUntil,
			moves: appointments.moves,
			linkId: appointments.linkId,
			serviceId: appointments.serviceId,
			service: appointmentServices.name,
			minutes: appointmentServices.minutes,
			clinicId: appointmentServices.clinicId,
			personId: appointments.personId,
			person: people.name,
			phoneSealed: people.phoneSealed,
			emailSealed: appointments.emailSealed,
			capacity: appointments.capacity,
			cooperativeId: appointments.cooperativeId,
			cooperative: sql<string | null>`coalesce(${cooperatives.name}, ${appointments.cooperativeName})`,
			reason: appointments.reason,
			visitId: appointments.visitId,
			bookedAt: appointments.bookedAt,
			bookedByName: appointments.bookedByName,
			endedAt: appointments.endedAt,
			endedByName: appointments.endedByName,
			endReason: appointments.endReason
		})
		.from(appointments)
		.innerJoin(appointmentServices, eq(appointmentServices.id, appointments.serviceId))
		.leftJoin(people, eq(people.id, appointments.personId))
		.leftJoin(cooperatives, eq(cooperatives.id, appointments.cooperativeId));

/** Who and where: the officers and the room of some appointments. */
async function teamsOf(reader: Asking, ids: readonly string[]) {
	if (ids.length === 0) return new Map<string, Team>();
	const rows = await reader
		.select({
			appointmentId: appointmentClaims.appointmentId,
			kind: appointmentClaims.kind,
			id: appointmentClaims.resourceId,
			officer: staff.name,
			room: rooms.name
		})
		.from(appointmentClaims)
		.leftJoin(staff, eq(staff.id, appointmentClaims.resourceId as never))
		.leftJoin(rooms, eq(rooms.id, appointmentClaims.resourceId as never))
		.where(inArray(appointmentClaims.appointmentId, ids as never[]))
		.orderBy(asc(staff.name));
	const teams = new Map<
		string,
		{ officers: { id: string; name: string }[]; room: { id: string; name: string } | null }
	>();
	for (const { appointmentId, kind, id, officer, room } of rows) {
		const team = teams.get(appointmentId) ?? { officers: [], room: null };
		if (kind === 'officer') team.officers.push({ id, name: officer ?? '–' });
		else team.room = { id, name: room ?? '–' };
		teams.set(appointmentId, team);
	}
	return teams as Map<string, Team>;
}
interface Team {
	readonly officers: readonly { readonly id: string; readonly name: string }[];
	readonly room: { readonly id: string; readonly name: string } | null;
}
const nobody: Team = { officers: [], room: null };

/**
 * One appointment, with the visitor's telephone and e-mail opened. The holder of a link sees one and no other.
 * @throws Refusal missing
 */
export async function appointmentOf(reader: Asking, actor: Actor, appointmentId: string) {
	if (actor.kind === 'link' && actor.subjectId !== appointmentId) throw missing();
	const [row] = await lines(reader).where(
		and(eq(appointments.id, appointmentId as never), eq(appointments.officeId, actor.officeId as never))
	);
	const { phoneSealed, emailSealed, ...line } = found(row);
	const [to] = await unsealRows(reader, [
		{ personId: line.personId ?? line.id, sealed: { phone: phoneSealed, email: emailSealed } }
	]);
	const team = (await teamsOf(reader, [line.id])).get(line.id) ?? nobody;
	return { ...line, phone: to?.phone ?? null, email: to?.email ?? null, ...team };
}
export type Appointment = Awaited<ReturnType<typeof appointmentOf>>;

/** The days of the staff's calendar: what stands, who is away, and what cannot stay so. */
export async function calendarDays(reader: Reader, actor: Actor, from: Day, days: number, now: Date) {
	const { zone, hours } = found(await ownOffice(reader, actor));
	const span = { from: momentAt(from, '00:00', zone), to: momentAt(addDays(from, days), '00:00', zone) };
	const rows = await lines(reader)
		.where(
			and(
				eq(appointments.officeId, actor.officeId as never),
				gte(appointments.startsAt, span.from),
				lt(appointments.startsAt, span.to),
				inArray(appointments.state, ['held', 'booked', 'arrived', 'noShow'])
			)
		)
		.orderBy(asc(appointments.startsAt), asc(appointments.id));
	const standing = rows.filter(({ state, heldUntil }) => state !== 'held' || heldUntil! > now);
	const teams = await teamsOf(
		reader,
		standing.map(({ id }) => id)
	);
	const away = await absencesIn(reader, actor, span.from, span.to);
	const entries = standing.map(({ phoneSealed: _, emailSealed: _e, linkId: _l, ...line }) => {
		const team = teams.get(line.id) ?? nobody;
		const missingOfficers = team.officers.filter(({ id }) =>
			away.some(({ staffId, fromAt, untilAt }) => staffId === id && fromAt < line.endsAt && untilAt > line.startsAt)
		);
		return {
			...line,
			...team,
			on: dayOf(line.startsAt, zone),
			/** Who is away at that time and has no substitute. */
			conflict: line.state === 'booked' ? missingOfficers.map(({ name }) => name) : []
		};
	});
	return { zone, hours, entries, absences: away };
}
export type CalendarEntry = Awaited<ReturnType<typeof calendarDays>>['entries'][number];

const absencesIn = (reader: Asking, actor: Actor, from: Date, to: Date) =>
	reader
		.select({
			id: absences.id,
			staffId: absences.staffId,
			name: staff.name,
			fromAt: absences.fromAt,
			untilAt: absences.untilAt,
			reason: absences.reason
		})
		.from(absences)
		.innerJoin(staff, eq(staff.id, absences.staffId))
		.where(and(eq(absences.officeId, actor.officeId as never), gt(absences.untilAt, from), lt(absences.fromAt, to)))
		.orderBy(asc(absences.fromAt));
export type AbsenceLine = Awaited<ReturnType<typeof absencesIn>>[number];

/** Who takes appointments, by name. */
export const appointmentOfficersOf = (reader: Asking, actor: Actor) =>
	reader
		.select({ id: staff.id, name: staff.name })
		.from(appointmentOfficers)
		.innerJoin(staff, eq(staff.id, appointmentOfficers.staffId))
		.where(and(eq(appointmentOfficers.officeId, actor.officeId as never), isNull(staff.leftAt)))
		.orderBy(asc(staff.name));

/** Absences that are not over, the nearest first. */
export const comingAbsences = (reader: Asking, actor: Actor, now: Date) =>
	absencesIn(reader, actor, now, new Date(now.getTime() + 366 * 86_400_000));

/** Who can take over from one of an appointment's officers at its time, by name. */
export async function substitutesOf(reader: Reader, actor: Actor, appointmentId: string, now: Date) {
	const able = await ableToTakeOver(reader, actor, appointmentId, now);
	return (await appointmentOfficersOf(reader, actor)).filter(({ id }) => able.includes(id));
}

/** How many appointments of a span came to nothing because nobody came, and of how many. */
export async function noShowsIn(reader: Asking, actor: Actor, from: Date, to: Date) {
	const [row] = await reader
		.select({
			noShows: sql<number>`count(*) filter (where ${appointments.state} = 'noShow')::int`,
			all: sql<number>`count(*) filter (where ${appointments.state} in ('noShow', 'arrived'))::int`
		})
		.from(appointments)
		.where(
			and(
				eq(appointments.officeId, actor.officeId as never),
				gte(appointments.startsAt, from),
				lt(appointments.startsAt, to)
			)
		);
	return row ?? { noShows: 0, all: 0 };
}

/** Ways that can be offered: video only where a video server is set. */
export const waysOffered = (ways: readonly Way[], hasVideo: boolean): Way[] =>
	ways.filter((way) => way !== 'video' || hasVideo);
