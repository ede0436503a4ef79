import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { offices } from '#clinic/offices/server/tables.ts';
import { day, id, moment, officeLine, ref } from '#platform/database/columns.ts';
import type { DutyKind } from '../../duty-kinds.ts';
import type { CooperativeForm } from '../../kinds.ts';
import type { RequestEnd, RequestKind, RequestStep } from '../../licence-requests.ts';
import { cooperatives } from '../tables.ts';
import { licences } from './record.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);
const cooperativeId = () =>
	ref<'Cooperative'>()
		.notNull()
		.references(() => cooperatives.id);

/** An office's own deadline of the annual meeting, from a day on; without a row the practice known from other offices. */
export const meetingDeadlines = pgTable(
	'meeting_deadlines',
	{
		id: id<'MeetingDeadline'>(),
		officeId: officeId(),
		form: text().$type<CooperativeForm>().notNull(),
		/** After the end of the book year. */
		months: integer().notNull(),
		validFrom: day().notNull(),
		/** The circular or letter that sets it. */
		source: text().notNull(),
		createdAt: moment().notNull()
	},
	(t) => [uniqueIndex().on(t.officeId, t.form, t.validFrom), officeLine('meeting_deadlines')]
);

/** To be brought to a cooperative's mind, 60, 30 and 7 days ahead; made once a day, each once. */
export const dutyReminders = pgTable(
	'duty_reminders',
	{
		id: id<'DutyReminder'>(),
		officeId: officeId(),
		cooperativeId: cooperativeId(),
		kind: text().$type<DutyKind>().notNull(),
		/** Which of its kind: the book year, the licence, the role on the board. */
		about: text().notNull(),
		dueOn: day().notNull(),
		daysBefore: integer().notNull(),
		createdAt: moment().notNull(),
		/** The message in the outbox that tells the cooperative. */
		messageId: ref<'Message'>(),
		/** Somebody has told the cooperative. */
		settledAt: moment(),
		settledByName: text(),
		settledHow: text()
	},
	(t) => [
		uniqueIndex('duty_reminders_once').on(t.cooperativeId, t.kind, t.about, t.dueOn, t.daysBefore),
		index().on(t.officeId, t.settledAt, t.dueOn),
		officeLine('duty_reminders')
	]
);

/** The office helps a cooperative to a number, a licence or a permit. */
export const licenceRequests = pgTable(
	'licence_requests',
	{
		id: id<'LicenceRequest'>(),
		officeId: officeId(),
		cooperativeId: cooperativeId(),
		kind: text().$type<RequestKind>().notNull(),
		/** The place of a branch, the name of a licence. */
		title: text(),
		/** Papers handed in for it, by their code (`request-papers.ts`), with the day. */
		papers: jsonb().$type<Record<string, string>>().notNull(),
		openedAt: moment().notNull(),
		openedByName: text().notNull(),
		/** How it ended; null while it runs. */
		end: text().$type<RequestEnd>(),
		endedOn: day(),
		/** What was granted. */
		licenceId: ref<'Licence'>().references(() => licences.id),
		version: integer().notNull().default(1)
	},
	(t) => [
		index('licence_requests_running').on(t.officeId, t.endedOn, t.openedAt),
		index().on(t.cooperativeId),
		officeLine('licence_requests')
	]
);

/** What happened to a request, day by day. */
export const requestEvents = pgTable(
	'request_events',
	{
		id: id<'RequestEvent'>(),
		officeId: officeId(),
		requestId: ref<'LicenceRequest'>()
			.notNull()
			.references(() => licenceRequests.id),
		step: text().$type<RequestStep>().notNull(),
		happenedOn: day().notNull(),
		text: text(),
		at: moment().notNull(),
		byName: text().notNull()
	},
	(t) => [index().on(t.requestId, t.at), officeLine('request_events')]
);
