import { and, asc, eq, gte, inArray, isNull } from 'drizzle-orm';
import { people } from '#clinic/cooperatives/server/tables.ts';
import { rooms, staff } from '#clinic/offices/server/tables.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { m } from '#messages';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { links } from '#platform/links/tables.ts';
import { found } from '#platform/refusal.ts';
import type { Way } from '../appointments.ts';
import { wayWords } from '../ui/appointment-words.ts';
import { appointmentAddress, videoAddress } from './appointment-messages.ts';
import { calendarFile } from './calendar-file.ts';
import { appointmentOf } from './reads/appointments.ts';
import { appointmentClaims, appointments, appointmentServices } from './tables/appointments.ts';

/** How far back a feed reaches. */
const daysBack = 30;

/** The calendar of an officer or a room, as the holder of its link sees it. @throws Refusal missing */
export async function feedOf(reader: Reader, actor: Actor, now: Date): Promise<{ name: string; text: string }> {
	const subjectId = actor.subjectId ?? '';
	const office = found(await ownOffice(reader, actor));
	const name = found(await nameOfSubject(reader, actor, subjectId));
	const rows = await reader
		.select({
			id: appointments.id,
			startsAt: appointments.startsAt,
			endsAt: appointments.endsAt,
			way: appointments.way,
			moves: appointments.moves,
			reason: appointments.reason,
			service: appointmentServices.name,
			person: people.name
		})
		.from(appointmentClaims)
		.innerJoin(appointments, eq(appointments.id, appointmentClaims.appointmentId))
		.innerJoin(appointmentServices, eq(appointmentServices.id, appointments.serviceId))
		.innerJoin(people, eq(people.id, appointments.personId))
		.where(
			and(
				eq(appointmentClaims.officeId, actor.officeId as never),
				eq(appointmentClaims.resourceId, subjectId),
				inArray(appointments.state, ['booked', 'arrived']),
				gte(appointmentClaims.startsAt, new Date(now.getTime() - daysBack * 86_400_000))
			)
		)
		.orderBy(asc(appointments.startsAt));
	const events = rows.map(({ id, startsAt, endsAt, way, moves, reason, service, person }) => ({
		id,
		startsAt,
		endsAt,
		title: `${service}: ${person}`,
		text: [wayWords[way](), reason].filter(Boolean).join('\n'),
		place: placeOf(way, id, office),
		version: moves,
		isCancelled: false
	}));
	return { name, text: calendarFile(`${office.brand}: ${name}`, events, now) };
}

async function nameOfSubject(reader: Reader, actor: Actor, subjectId: string): Promise<string | undefined> {
	const officeId = actor.officeId as never;
	const [person] = await reader
		.select({ name: staff.name })
		.from(staff)
		.where(and(eq(staff.id, subjectId as never), eq(staff.officeId, officeId), isNull(staff.leftAt)));
	if (person) return person.name;
	const [room] = await reader
		.select({ name: rooms.name })
		.from(rooms)
		.where(and(eq(rooms.id, subjectId as never), eq(rooms.officeId, officeId)));
	return room?.name;
}

const placeOf = (way: Way, appointmentId: string, { name, address }: { name: string; address: string }) =>
	way === 'faceToFace' ? `${name}, ${address}` : way === 'video' ? videoAddress(appointmentId) : null;

/** One appointment as a file for its visitor's calendar. */
export async function visitorCalendar(reader: Reader, actor: Actor, now: Date): Promise<string> {
	const office = found(await ownOffice(reader, actor));
	const appointment = await appointmentOf(reader, actor, actor.subjectId ?? '');
	const { id, startsAt, endsAt, way, service, code, moves, linkId, state } = appointment;
	const event = {
		id,
		startsAt,
		endsAt,
		title: `${office.brand}: ${service}`,
		text: m.appt_calendar_text({ code, link: appointmentAddress(linkId) }),
		place: placeOf(way, id, office),
		version: moves,
		isCancelled: state === 'cancelled'
	};
	return calendarFile(office.brand, [event], now);
}

/** The open links of the office's calendars. */
export const feedLinks = (reader: Reader, actor: Actor, now: Date) =>
	reader
		.select({ id: links.id, subjectId: links.subjectId, givenTo: links.givenTo, createdAt: links.createdAt })
		.from(links)
		.where(
			and(
				eq(links.officeId, actor.officeId as never),
				eq(links.purpose, 'calendar'),
				isNull(links.revokedAt),
				gte(links.expiresAt, now)
			)
		)
		.orderBy(asc(links.givenTo));
