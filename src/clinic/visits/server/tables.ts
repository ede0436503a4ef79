import {
	boolean,
	check,
	integer,
	index,
	jsonb,
	pgPolicy,
	pgTable,
	primaryKey,
	text,
	unique,
	uniqueIndex
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import type { Capacity } from '#clinic/cooperatives/kinds.ts';
import { cooperatives, people } from '#clinic/cooperatives/server/tables.ts';
import { clinics, offices, rooms, staff } from '#clinic/offices/server/tables.ts';
import { day, id, moment, officeLine, ref } from '#platform/database/columns.ts';
import type { Priority } from '../priority.ts';
import type { Origin, QueueDeed, Service, TicketState } from '../queue.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);

/**
 * Somebody came: a person, for a cooperative when there is one. Who takes a ticket at the kiosk or by telephone has not
 * said yet who he or she is and why: the officer writes it down.
 */
export const visits = pgTable(
	'visits',
	{
		id: id<'Visit'>(),
		officeId: officeId(),
		personId: ref<'Person'>().references(() => people.id),
		capacity: text().$type<Capacity>(),
		cooperativeId: ref<'Cooperative'>().references(() => cooperatives.id),
		/** Guidance (bimbingan) or consultation (konsultasi). */
		service: text().$type<Service>(),
		/** The poli that was asked for; the ticket says where the visitor stands now. */
		clinicId: ref<'Clinic'>().references(() => clinics.id),
		reason: text(),
		/** The code of a self-check that the visitor brought, as typed codes are kept: without spaces and dashes. */
		selfCheckCode: text(),
		/** The case that grew out of it. */
		caseId: ref<'Case'>().references(() => cases.id),
		arrivedAt: moment().notNull(),
		registeredBy: text().notNull()
	},
	(t) => [index().on(t.officeId, t.arrivedAt), index().on(t.cooperativeId), index().on(t.caseId), officeLine('visits')]
);

/** The last number given in a series on a day; its row lock makes numbers consecutive. */
export const ticketSeries = pgTable(
	'ticket_series',
	{
		officeId: officeId(),
		on: day().notNull(),
		prefix: text().notNull(),
		last: integer().notNull()
	},
	(t) => [primaryKey({ columns: [t.officeId, t.on, t.prefix] }), officeLine('ticket_series')]
);

export const tickets = pgTable(
	'tickets',
	{
		id: id<'Ticket'>(),
		officeId: officeId(),
		visitId: ref<'Visit'>()
			.notNull()
			.references(() => visits.id),
		/** As in the visit; here so that the database itself keeps a person from standing twice. */
		personId: ref<'Person'>().references(() => people.id),
		/** The telephone that took it, as a keyed hash. */
		holder: text(),
		origin: text().$type<Origin>().notNull().default('desk'),
		on: day().notNull(),
		prefix: text().notNull(),
		number: integer().notNull(),
		state: text().$type<TicketState>().notNull(),
		issuedAt: moment().notNull(),
		/** Since when the visitor waits here: present by telephone, come back after having been away. */
		queuedAt: moment().notNull(),
		/** `queuedAt` less the head start of the priority: what the queue is ordered by. */
		standsAt: moment().notNull(),
		/** The time of the appointment. */
		dueAt: moment(),
		priority: text().$type<Priority>(),
		/** Where the visitor stands; the poli from which he or she was sent on. */
		clinicId: ref<'Clinic'>().references(() => clinics.id),
		fromClinicId: ref<'Clinic'>().references(() => clinics.id),
		roomId: ref<'Room'>().references(() => rooms.id),
		calledBy: ref<'Staff'>().references(() => staff.id),
		calledAt: moment(),
		/** How often it was called, the first call counted. */
		calls: integer().notNull().default(0),
		/** The visitor stood in the room. */
		begunAt: moment(),
		endedAt: moment(),
		endedBy: ref<'Staff'>().references(() => staff.id),
		/** The minutes of waiting that were told when the visitor joined. */
		promisedFrom: integer(),
		promisedTo: integer()
	},
	(t) => [
		uniqueIndex().on(t.officeId, t.on, t.prefix, t.number),
		uniqueIndex().on(t.visitId),
		// Nobody stands twice in the queue, and a room serves one at a time: held here, whatever the commands do.
		uniqueIndex('tickets_person_once')
			.on(t.officeId, t.on, t.personId)
			.where(sql`state in ('expected', 'waiting', 'called', 'serving', 'parked')`),
		uniqueIndex('tickets_holder_once')
			.on(t.officeId, t.on, t.holder)
			.where(sql`state in ('expected', 'waiting', 'called', 'serving', 'parked')`),
		uniqueIndex('tickets_room_once')
			.on(t.roomId, t.on)
			.where(sql`state in ('called', 'serving')`),
		index('tickets_waiting')
			.on(t.officeId, t.on, t.standsAt)
			.where(sql`state = 'waiting'`),
		index().on(t.officeId, t.on, t.state),
		// The handling times of late.
		index('tickets_finished')
			.on(t.officeId, t.endedAt)
			.where(sql`state = 'finished'`),
		officeLine('tickets')
	]
);

/** What a ticket was before a deed: enough to bring it back. Moments as text. */
export interface TicketBefore {
	readonly state: TicketState;
	readonly queuedAt: string;
	readonly standsAt: string;
	readonly priority: Priority | null;
	readonly clinicId: string | null;
	readonly fromClinicId: string | null;
	readonly roomId: string | null;
	readonly calledBy: string | null;
	readonly calledAt: string | null;
	readonly calls: number;
	readonly begunAt: string | null;
	readonly endedAt: string | null;
	readonly endedBy: string | null;
}

/** Every deed to a ticket, in the order of time: what can be undone, and what the day is measured by. */
export const ticketMoves = pgTable(
	'ticket_moves',
	{
		id: id<'TicketMove'>(),
		officeId: officeId(),
		ticketId: ref<'Ticket'>()
			.notNull()
			.references(() => tickets.id),
		/** `issue` begins every ticket. */
		deed: text().$type<QueueDeed | 'issue'>().notNull(),
		at: moment().notNull(),
		/** Who did it, as in the audit row. */
		by: text().notNull(),
		/** The state afterwards, and where. */
		state: text().$type<TicketState>().notNull(),
		clinicId: ref<'Clinic'>(),
		roomId: ref<'Room'>(),
		/** Null where nothing was before. */
		before: jsonb().$type<TicketBefore>(),
		/** Taken back: counts for nothing. */
		undoneAt: moment()
	},
	(t) => [index().on(t.ticketId, t.at), index().on(t.officeId, t.at), officeLine('ticket_moves')]
);

/** A room whose officer is on a break, or gone for the day. No row: on duty. */
export const roomDuties = pgTable(
	'room_duties',
	{
		roomId: ref<'Room'>()
			.primaryKey()
			.references(() => rooms.id),
		officeId: officeId(),
		on: day().notNull(),
		state: text().$type<'break' | 'off'>().notNull(),
		since: moment().notNull(),
		/** When the officer means to be back. */
		untilAt: moment(),
		by: ref<'Staff'>().references(() => staff.id)
	},
	() => [officeLine('room_duties')]
);

/** A day that was closed: nobody is left in the queue, and no machine gives a number. */
export const closedDays = pgTable(
	'queue_closed_days',
	{
		officeId: officeId(),
		on: day().notNull(),
		closedAt: moment().notNull(),
		closedBy: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.officeId, t.on] }), officeLine('queue_closed_days')]
);

/** Somebody in a room asks for help without a sound. */
export const alarms = pgTable(
	'room_alarms',
	{
		id: id<'Alarm'>(),
		officeId: officeId(),
		roomId: ref<'Room'>()
			.notNull()
			.references(() => rooms.id),
		raisedAt: moment().notNull(),
		raisedBy: ref<'Staff'>().references(() => staff.id),
		answeredAt: moment(),
		answeredBy: ref<'Staff'>().references(() => staff.id)
	},
	(t) => [
		uniqueIndex('room_alarms_open')
			.on(t.officeId, t.roomId)
			.where(sql`answered_at is null`),
		officeLine('room_alarms')
	]
);

/** What the office says of each queue: how many a day, how long, what to bring, whether the kiosk offers it. */
export const deskServices = pgTable(
	'desk_services',
	{
		id: id<'DeskService'>(),
		officeId: officeId(),
		/** Null: the queue of those who do not know yet which poli they need. */
		clinicId: ref<'Clinic'>().references(() => clinics.id),
		/** Null: as many as come. */
		dailyQuota: integer(),
		/** What is reckoned with until real times are known. */
		usualMinutes: integer().notNull(),
		papers: text(),
		onKiosk: boolean().notNull(),
		changedAt: moment().notNull()
	},
	(t) => [unique().on(t.officeId, t.clinicId).nullsNotDistinct(), officeLine('desk_services')]
);

/** A machine of the office: a kiosk or a board. Known by a token of which the database holds the hash only. */
export const devices = pgTable(
	'devices',
	{
		id: id<'Device'>(),
		officeId: officeId(),
		kind: text().$type<'kiosk' | 'board'>().notNull(),
		name: text().notNull(),
		/** The series in which a kiosk numbers by itself when the network is gone: KA, KB … Null for a board. */
		series: text(),
		/** The code that pairs it, as a keyed hash, until it is used or has run out. */
		codeHash: text(),
		codeUntil: moment(),
		tokenHash: text(),
		/** Counts the pairings: a new one ends the one before. */
		pairing: integer().notNull().default(0),
		pairedAt: moment(),
		revokedAt: moment(),
		createdAt: moment().notNull(),
		createdBy: text().notNull()
	},
	(t) => [
		uniqueIndex().on(t.tokenHash),
		uniqueIndex().on(t.codeHash),
		uniqueIndex().on(t.officeId, t.series),
		check('devices_series', sql`(kind = 'kiosk') = (series is not null)`),
		officeLine('devices'),
		// Whoever knows the token or the code finds the one device, before any office is known.
		pgPolicy('devices_by_token', {
			for: 'select',
			using: sql`token_hash = (select nullif(current_setting('app.token_hash', true), ''))
				or code_hash = (select nullif(current_setting('app.token_hash', true), ''))`
		})
	]
);
