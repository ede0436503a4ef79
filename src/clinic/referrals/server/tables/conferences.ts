import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { cases } from '#clinic/cases/server/tables.ts';
import { offices, staff } from '#clinic/offices/server/tables.ts';
import { day, id, moment, officeLine, ref } from '#platform/database/columns.ts';
import type { Stance } from '../../conference.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);

/** Several look at one difficult case together: what is asked, when, what was decided. Held or called off, it stays as it is. */
export const conferences = pgTable(
	'conferences',
	{
		id: id<'Conference'>(),
		officeId: officeId(),
		caseId: ref<'Case'>()
			.notNull()
			.references(() => cases.id),
		onDay: day().notNull(),
		/** On the office's clock, `HH:MM`. */
		startsAt: text().notNull(),
		place: text().notNull(),
		question: text().notNull(),
		agenda: text().array().notNull(),
		calledAt: moment().notNull(),
		calledBy: text().notNull(),
		calledByName: text().notNull(),
		heldAt: moment(),
		heldByName: text(),
		decision: text(),
		cancelledAt: moment(),
		cancelledByName: text(),
		cancelledWhy: text()
	},
	(t) => [
		index().on(t.caseId, t.onDay),
		// What is still to be held.
		index('conferences_coming')
			.on(t.officeId, t.onDay)
			.where(sql`held_at is null and cancelled_at is null`),
		check('conferences_held', sql`(held_at is null) = (decision is null)`),
		check('conferences_cancelled', sql`(cancelled_at is null) = (cancelled_why is null)`),
		check('conferences_one_end', sql`held_at is null or cancelled_at is null`),
		officeLine('conferences')
	]
);

const conferenceId = () =>
	ref<'Conference'>()
		.notNull()
		.references(() => conferences.id);

/** Who was asked to come; after it who came, and what he or she stood for. */
export const conferenceParticipants = pgTable(
	'conference_participants',
	{
		id: id<'Participant'>(),
		officeId: officeId(),
		conferenceId: conferenceId(),
		/** Null for somebody from outside. */
		staffId: ref<'Staff'>().references(() => staff.id),
		name: text().notNull(),
		/** What he or she is there for: a title, an organisation. */
		capacity: text(),
		position: integer().notNull(),
		stance: text().$type<Stance>(),
		words: text()
	},
	(t) => [
		index().on(t.conferenceId, t.position),
		index().on(t.officeId, t.staffId),
		officeLine('conference_participants')
	]
);

/** What follows from a decision: who does what until when. */
export const conferenceTasks = pgTable(
	'conference_tasks',
	{
		officeId: officeId(),
		conferenceId: conferenceId(),
		position: integer().notNull(),
		what: text().notNull(),
		who: text().notNull(),
		dueOn: day().notNull()
	},
	(t) => [primaryKey({ columns: [t.conferenceId, t.position] }), officeLine('conference_tasks')]
);
