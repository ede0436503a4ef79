import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Capacity } from '#clinic/cooperatives/kinds.ts';
import { cooperatives, people } from '#clinic/cooperatives/server/tables.ts';
import type { OpeningHours } from '#clinic/offices/hours.ts';
import { clinics, offices, staff } from '#clinic/offices/server/tables.ts';
import { id, moment, officeLine, ref } from '#platform/database/columns.ts';
import { links } from '#platform/links/tables.ts';
import type { AppointmentState, Way } from '../../appointments.ts';
import type { Service } from '../../queue.ts';
import { visits } from '../tables.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);

/** What can be booked: how long it takes, how many officers it needs, and how one meets. */
export const appointmentServices = pgTable(
	'appointment_services',
	{
		id: id<'AppointmentService'>(),
		officeId: officeId(),
		/** Only officers of this poli; null: any officer who takes appointments. */
		clinicId: ref<'Clinic'>().references(() => clinics.id),
		name: text().notNull(),
		/** What the visit will be that comes of it. */
		service: text().$type<Service>().notNull(),
		minutes: integer().notNull(),
		/** One, or a pair. */
		officers: integer().$type<1 | 2>().notNull(),
		ways: jsonb().$type<readonly Way[]>().notNull(),
		isOpen: boolean().notNull().default(true),
		createdAt: moment().notNull()
	},
	(t) => [
		uniqueIndex().on(t.officeId, t.name),
		check('appointment_services_pair', sql`officers in (1, 2)`),
		check('appointment_services_minutes', sql`minutes between 10 and 240`),
		officeLine('appointment_services')
	]
);

/** Who takes appointments, and when; without hours of his or her own the office's hold. */
export const appointmentOfficers = pgTable(
	'appointment_officers',
	{
		staffId: ref<'Staff'>()
			.primaryKey()
			.references(() => staff.id),
		officeId: officeId(),
		hours: jsonb().$type<OpeningHours>(),
		createdAt: moment().notNull()
	},
	(t) => [index().on(t.officeId), officeLine('appointment_officers')]
);

/** An officer is ill, on leave or away. */
export const absences = pgTable(
	'absences',
	{
		id: id<'Absence'>(),
		officeId: officeId(),
		staffId: ref<'Staff'>()
			.notNull()
			.references(() => staff.id),
		fromAt: moment().notNull(),
		untilAt: moment().notNull(),
		reason: text().notNull(),
		createdAt: moment().notNull(),
		createdByName: text().notNull()
	},
	(t) => [index().on(t.officeId, t.untilAt), check('absences_span', sql`until_at > from_at`), officeLine('absences')]
);

export const appointments = pgTable(
	'appointments',
	{
		id: id<'Appointment'>(),
		officeId: officeId(),
		/** To be read out over the telephone. */
		code: text().notNull(),
		serviceId: ref<'AppointmentService'>()
			.notNull()
			.references(() => appointmentServices.id),
		way: text().$type<Way>().notNull(),
		startsAt: moment().notNull(),
		endsAt: moment().notNull(),
		state: text().$type<AppointmentState>().notNull(),
		/** A held slot is given free to others from this moment on. */
		heldUntil: moment(),
		/** By which the visitor confirms, moves and cancels. */
		linkId: ref<'Link'>()
			.notNull()
			.references(() => links.id),
		/** Null while the slot is only held. */
		personId: ref<'Person'>().references(() => people.id),
		capacity: text().$type<Capacity>(),
		emailSealed: text(),
		cooperativeId: ref<'Cooperative'>().references(() => cooperatives.id),
		/** As the visitor writes it; whoever receives the visitor looks it up in the register. */
		cooperativeName: text(),
		reason: text(),
		/** The visit that came of it. */
		visitId: ref<'Visit'>().references(() => visits.id),
		bookedAt: moment(),
		/** Staff who booked it; null: the visitor. */
		bookedByName: text(),
		endedAt: moment(),
		endedByName: text(),
		endReason: text(),
		/** How often it was moved. */
		moves: integer().notNull().default(0),
		createdAt: moment().notNull()
	},
	(t) => [
		uniqueIndex().on(t.officeId, t.code),
		// Days and weeks of an office; also its no-shows of a year.
		index().on(t.officeId, t.startsAt),
		index('appointments_held')
			.on(t.officeId, t.heldUntil)
			.where(sql`state = 'held'`),
		index().on(t.cooperativeId),
		index().on(t.personId),
		check('appointments_span', sql`ends_at > starts_at`),
		check('appointments_state', sql`state in ('held', 'lapsed', 'booked', 'arrived', 'noShow', 'cancelled')`),
		officeLine('appointments')
	]
);

/**
 * What an appointment takes: its officers and its room, all or nothing. The database itself refuses two at once of one
 * officer or one room (`appointment_claims_once`, an exclusion constraint; see its migration).
 */
export const appointmentClaims = pgTable(
	'appointment_claims',
	{
		id: id<'AppointmentClaim'>(),
		officeId: officeId(),
		appointmentId: ref<'Appointment'>()
			.notNull()
			.references(() => appointments.id),
		kind: text().$type<'officer' | 'room'>().notNull(),
		/** A member of the staff, or a room. */
		resourceId: uuid().notNull(),
		startsAt: moment().notNull(),
		endsAt: moment().notNull()
	},
	(t) => [
		index().on(t.officeId, t.startsAt),
		index().on(t.appointmentId),
		check('appointment_claims_kind', sql`kind in ('officer', 'room')`),
		officeLine('appointment_claims')
	]
);
