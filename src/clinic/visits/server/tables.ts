import { integer, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { cases } from '#clinic/cases/server/tables.ts';
import type { Capacity } from '#clinic/cooperatives/kinds.ts';
import { cooperatives, people } from '#clinic/cooperatives/server/tables.ts';
import { clinics, offices, rooms, staff } from '#clinic/offices/server/tables.ts';
import { day, id, moment, officeLine, ref } from '#platform/database/columns.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);

/** Somebody came: a person, for a cooperative when there is one. */
export const visits = pgTable(
	'visits',
	{
		id: id<'Visit'>(),
		officeId: officeId(),
		personId: ref<'Person'>()
			.notNull()
			.references(() => people.id),
		capacity: text().$type<Capacity>().notNull(),
		cooperativeId: ref<'Cooperative'>().references(() => cooperatives.id),
		/** Guidance (bimbingan) or consultation (konsultasi). */
		service: text().$type<'guidance' | 'consultation'>().notNull(),
		clinicId: ref<'Clinic'>().references(() => clinics.id),
		reason: text().notNull(),
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
		on: day().notNull(),
		prefix: text().notNull(),
		number: integer().notNull(),
		state: text().$type<'waiting' | 'called' | 'finished' | 'absent'>().notNull(),
		issuedAt: moment().notNull(),
		roomId: ref<'Room'>().references(() => rooms.id),
		calledBy: ref<'Staff'>().references(() => staff.id),
		calledAt: moment(),
		/** How often it was called, the first call counted. */
		calls: integer().notNull().default(0),
		endedAt: moment(),
		endedBy: ref<'Staff'>().references(() => staff.id)
	},
	(t) => [
		uniqueIndex().on(t.officeId, t.on, t.prefix, t.number),
		uniqueIndex().on(t.visitId),
		index('tickets_waiting')
			.on(t.officeId, t.on, t.issuedAt)
			.where(sql`state = 'waiting'`),
		index().on(t.officeId, t.on, t.state),
		officeLine('tickets')
	]
);
