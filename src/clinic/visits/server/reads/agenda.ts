import { and, asc, eq, gt, gte, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { holidays, rooms, staff, staffClinics } from '#clinic/offices/server/tables.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { addDays, dayOf, momentAt, type Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { substitutesFor, type Agenda, type Span, type Wanted } from '../../appointment-slots.ts';
import type { Way } from '../../appointments.ts';
import {
	absences,
	appointmentClaims,
	appointmentOfficers,
	appointments,
	appointmentServices
} from '../tables/appointments.ts';

export interface Asked {
	readonly serviceId: string;
	readonly way: Way;
	readonly from: Day;
	/** How many days are looked at. */
	readonly days: number;
	/** What begins before this is not offered. */
	readonly notBefore: Date;
	/** An appointment that is to be moved or staffed anew: it does not stand in its own way. */
	readonly except?: string | null;
	/** Held slots whose time is up count as free. */
	readonly now: Date;
}

/** A service of the actor's office. @throws Refusal missing */
export async function serviceOf(reader: Pick<Reader, 'select'>, actor: Actor, serviceId: string) {
	const [service] = await reader
		.select()
		.from(appointmentServices)
		.where(
			and(eq(appointmentServices.id, serviceId as never), eq(appointmentServices.officeId, actor.officeId as never))
		);
	return found(service);
}

/** Everything that decides which times of a service can be kept. */
export async function agendaFor(
	reader: Reader,
	actor: Actor,
	asked: Asked
): Promise<{ agenda: Agenda; wanted: Wanted }> {
	const office = found(await ownOffice(reader, actor));
	const service = await serviceOf(reader, actor, asked.serviceId);
	const span = {
		from: momentAt(asked.from, '00:00', office.zone),
		to: momentAt(addDays(asked.from, asked.days), '00:00', office.zone)
	};
	const busy = await busyIn(reader, actor, span, asked);
	const taken = (id: string) => busy.get(id) ?? [];
	const officers = await reader
		.select({ id: staff.id, hours: appointmentOfficers.hours })
		.from(appointmentOfficers)
		.innerJoin(staff, eq(staff.id, appointmentOfficers.staffId))
		.where(
			and(
				eq(appointmentOfficers.officeId, actor.officeId as never),
				isNull(staff.leftAt),
				service.clinicId === null
					? undefined
					: inArray(
							staff.id,
							reader
								.select({ id: staffClinics.staffId })
								.from(staffClinics)
								.where(eq(staffClinics.clinicId, service.clinicId))
						)
			)
		)
		.orderBy(asc(staff.id));
	const openRooms = await reader
		.select({ id: rooms.id })
		.from(rooms)
		.where(and(eq(rooms.officeId, actor.officeId as never), eq(rooms.isOpen, true)))
		.orderBy(asc(rooms.name));
	const closed = await reader
		.select({ on: holidays.on, name: holidays.name })
		.from(holidays)
		.where(
			and(
				eq(holidays.officeId, actor.officeId as never),
				gte(holidays.on, asked.from),
				lte(holidays.on, addDays(asked.from, asked.days))
			)
		);
	return {
		agenda: {
			hours: office.hours,
			closed: new Map(closed.map(({ on, name }) => [on, name])),
			zone: office.zone,
			officers: officers.map(({ id, hours }) => ({ id, hours, busy: taken(id) })),
			rooms: openRooms.map(({ id }) => ({ id, busy: taken(id) })),
			notBefore: asked.notBefore
		},
		wanted: { minutes: service.minutes, officers: service.officers, needsRoom: asked.way === 'faceToFace' }
	};
}

/** What takes officers and rooms within a span: appointments, slots that are held, and absences. */
async function busyIn(reader: Reader, actor: Actor, { from, to }: Span, { now, except }: Asked) {
	const claims = await reader
		.select({ id: appointmentClaims.resourceId, from: appointmentClaims.startsAt, to: appointmentClaims.endsAt })
		.from(appointmentClaims)
		.innerJoin(appointments, eq(appointments.id, appointmentClaims.appointmentId))
		.where(
			and(
				eq(appointmentClaims.officeId, actor.officeId as never),
				// No appointment is longer than four hours.
				gte(appointmentClaims.startsAt, new Date(from.getTime() - 4 * 3_600_000)),
				lt(appointmentClaims.startsAt, to),
				or(sql`${appointments.state} <> 'held'`, gt(appointments.heldUntil, now)),
				except ? sql`${appointments.id} <> ${except}` : undefined
			)
		);
	const away = await reader
		.select({ id: absences.staffId, from: absences.fromAt, to: absences.untilAt })
		.from(absences)
		.where(and(eq(absences.officeId, actor.officeId as never), gt(absences.untilAt, from), lt(absences.fromAt, to)));
	const busy = new Map<string, Span[]>();
	for (const { id, ...span } of [...claims, ...away]) busy.set(id, [...(busy.get(id) ?? []), span]);
	return busy;
}

/** Who can take over from one of an appointment's officers: free at its time, serving, and none of the team. */
export async function ableToTakeOver(
	reader: Reader,
	actor: Actor,
	appointmentId: string,
	now: Date
): Promise<string[]> {
	const [row] = await reader
		.select()
		.from(appointments)
		.where(and(eq(appointments.id, appointmentId as never), eq(appointments.officeId, actor.officeId as never)));
	const { serviceId, way, startsAt, endsAt } = found(row);
	const team = await reader
		.select({ id: appointmentClaims.resourceId })
		.from(appointmentClaims)
		.where(and(eq(appointmentClaims.appointmentId, appointmentId as never), eq(appointmentClaims.kind, 'officer')));
	const { zone } = found(await ownOffice(reader, actor));
	const on = dayOf(startsAt, zone);
	const { agenda } = await agendaFor(reader, actor, { serviceId, way, from: on, days: 1, notBefore: now, now });
	return substitutesFor(
		agenda,
		{ from: startsAt, to: endsAt },
		on,
		team.map(({ id }) => id)
	);
}
