import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	index,
	integer,
	jsonb,
	pgPolicy,
	pgTable,
	primaryKey,
	text,
	uniqueIndex
} from 'drizzle-orm/pg-core';
import { cases } from '#clinic/cases/server/tables.ts';
import { capacities, type Capacity } from '#clinic/cooperatives/kinds.ts';
import { cooperatives, people } from '#clinic/cooperatives/server/tables.ts';
import { offices, staff } from '#clinic/offices/server/tables.ts';
import { visits } from '#clinic/visits/server/tables.ts';
import { currentOffice, currentSubject, id, moment, officeLine, ref } from '#platform/database/columns.ts';
import { files } from '#platform/files/tables.ts';
import { links } from '#platform/links/tables.ts';
import type { AskingStep, Identity } from '../asking.ts';
import type { ClockKind } from '../clocks.ts';
import type { Channel, ThreadState } from '../thread.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);

/** What belongs to the office alone: whoever comes by a link sees none of it, whatever a query forgets to ask. */
const insideOnly = (table: string) =>
	pgPolicy(`${table}_inside`, { as: 'restrictive', for: 'all', using: sql`${currentSubject} is null` });

/** One matter of one asker, whatever ways it goes through. */
export const threads = pgTable(
	'threads',
	{
		id: id<'Thread'>(),
		officeId: officeId(),
		/** Consecutive within an office and year: `2026-00042`. */
		number: text().notNull(),
		subject: text().notNull(),
		/** How it came first; answers go out the same way. */
		channel: text().$type<Channel>().notNull(),
		state: text().$type<ThreadState>().notNull(),
		/** Null: the asker gave no name. */
		personId: ref<'Person'>().references(() => people.id),
		/** Readable as all names are; null without one. */
		askerName: text(),
		capacity: text().$type<Capacity>(),
		/** Sealed under the asker's key; the hash finds the asker of a mail again. */
		emailSealed: text(),
		emailHash: text(),
		/** What the asker called the cooperative. */
		cooperativeSaid: text(),
		cooperativeId: ref<'Cooperative'>().references(() => cooperatives.id),
		caseId: ref<'Case'>().references(() => cases.id),
		/** Who looks after it at the desk. */
		assignedTo: ref<'Staff'>().references(() => staff.id),
		/** The officer who is asked. */
		forwardedTo: ref<'Staff'>().references(() => staff.id),
		forwardedAt: moment(),
		snoozedUntil: moment(),
		/** When its running clock runs out; null while none does. Kept for the order of lists, worked out anew when opened. */
		dueAt: moment(),
		/** Words to find it by, folded. */
		words: text().array().notNull().default([]),
		openedAt: moment().notNull(),
		/** The last thing that the asker or the office said. */
		lastAt: moment().notNull(),
		/** The asker has said something that nobody at the desk has opened. */
		isUnread: boolean().notNull().default(true),
		closedAt: moment()
	},
	(t) => [
		uniqueIndex().on(t.officeId, t.number),
		index('threads_open')
			.on(t.officeId, t.dueAt, t.lastAt)
			.where(sql`state <> 'closed'`),
		index('threads_mine')
			.on(t.officeId, t.assignedTo, t.dueAt)
			.where(sql`state <> 'closed'`),
		index('threads_forwarded')
			.on(t.officeId, t.forwardedTo)
			.where(sql`state <> 'closed'`),
		index().on(t.officeId, t.lastAt),
		index('threads_words').using('gin', t.officeId, t.words),
		index().on(t.cooperativeId),
		index().on(t.personId),
		index().on(t.officeId, t.emailHash),
		officeLine('threads'),
		pgPolicy('threads_asker', {
			as: 'restrictive',
			for: 'all',
			using: sql`${currentSubject} is null or id = ${currentSubject}`
		})
	]
);

const threadId = () =>
	ref<'Thread'>()
		.notNull()
		.references(() => threads.id);
const ofAsker = (table: string) =>
	pgPolicy(`${table}_asker`, {
		as: 'restrictive',
		for: 'all',
		using: sql`${currentSubject} is null or thread_id = ${currentSubject}`
	});

/** The last number given to a thread of a year; its row lock makes numbers consecutive. */
export const threadSeries = pgTable(
	'thread_series',
	{ officeId: officeId(), year: integer().notNull(), last: integer().notNull() },
	(t) => [primaryKey({ columns: [t.officeId, t.year] }), officeLine('thread_series')]
);

/** What goes between asker and office, and nothing else: all that an asker ever sees, all that is ever sent. */
export const threadMessages = pgTable(
	'thread_messages',
	{
		id: id<'ThreadMessage'>(),
		officeId: officeId(),
		threadId: threadId(),
		direction: text().$type<'in' | 'out'>().notNull(),
		channel: text().$type<Channel>().notNull(),
		body: text().notNull(),
		/** Who said it, as both sides read it. */
		byName: text().notNull(),
		by: text().notNull(),
		/** As the mail was written, made harmless; null for plain words. */
		html: text(),
		/** The receiving server says that the sender of this mail is forged. */
		isForged: boolean().notNull().default(false),
		/** Files of a mail that were not taken, by name. */
		leftOut: text().array().notNull().default([]),
		/** The officer whose draft it was; the admin sent it. */
		answeredBy: ref<'Staff'>().references(() => staff.id),
		at: moment().notNull()
	},
	(t) => [
		index().on(t.threadId, t.at),
		check('thread_messages_direction', sql`direction in ('in', 'out')`),
		officeLine('thread_messages'),
		ofAsker('thread_messages')
	]
);

/** What is said inside the office about a thread. A table of its own, which no sending and no page of an asker reads. */
export const threadNotes = pgTable(
	'thread_notes',
	{
		id: id<'ThreadNote'>(),
		officeId: officeId(),
		threadId: threadId(),
		/** A remark, or the question with which a thread was forwarded. */
		kind: text().$type<'note' | 'forward'>().notNull(),
		body: text().notNull(),
		toStaffId: ref<'Staff'>().references(() => staff.id),
		by: text().notNull(),
		byName: text().notNull(),
		at: moment().notNull()
	},
	(t) => [index().on(t.threadId, t.at), officeLine('thread_notes'), insideOnly('thread_notes')]
);

/** An officer's proposed answer; one a thread at a time. What the admin changed in it stands beside it until it is sent. */
export const threadDrafts = pgTable(
	'thread_drafts',
	{
		threadId: threadId().primaryKey(),
		officeId: officeId(),
		body: text().notNull(),
		by: ref<'Staff'>()
			.notNull()
			.references(() => staff.id),
		byName: text().notNull(),
		at: moment().notNull()
	},
	() => [officeLine('thread_drafts'), insideOnly('thread_drafts')]
);

export const threadEventKinds = [
	'opened',
	'assigned',
	'forwarded',
	'drafted',
	'sent',
	'replied',
	'snoozed',
	'woken',
	'paused',
	'resumed',
	'linked',
	'unlinked',
	'visit',
	'case',
	'warned',
	'machine',
	'bounced',
	'otherSender',
	'closed',
	'closedBySilence',
	'reopened'
] as const;
export type ThreadEventKind = (typeof threadEventKinds)[number];

/** What happened to a thread: who, when, what. Never changed. */
export const threadEvents = pgTable(
	'thread_events',
	{
		id: id<'ThreadEvent'>(),
		officeId: officeId(),
		threadId: threadId(),
		what: text().$type<ThreadEventKind>().notNull(),
		/** A name, a day: what its sentence needs. */
		about: text(),
		subjectId: text(),
		by: text().notNull(),
		byName: text().notNull(),
		at: moment().notNull()
	},
	(t) => [
		index().on(t.threadId, t.at),
		officeLine('thread_events'),
		ofAsker('thread_events'),
		pgPolicy('thread_events_told', {
			as: 'restrictive',
			for: 'select',
			using: sql`${currentSubject} is null or what in ('warned', 'closed', 'closedBySilence', 'reopened')`
		})
	]
);

/** Every clock that ever ran for a thread, with its pauses. At most one runs. */
export const threadClocks = pgTable(
	'thread_clocks',
	{
		id: id<'ThreadClock'>(),
		officeId: officeId(),
		threadId: threadId(),
		kind: text().$type<ClockKind>().notNull(),
		days: integer().notNull(),
		startedAt: moment().notNull(),
		stoppedAt: moment(),
		/** Moments as text, in order; an open pause has no end. */
		pauses: jsonb().$type<{ from: string; to: string | null; why: string }[]>().notNull().default([]),
		warnedAt: moment()
	},
	(t) => [
		uniqueIndex('thread_clocks_one')
			.on(t.threadId)
			.where(sql`stopped_at is null`),
		officeLine('thread_clocks'),
		ofAsker('thread_clocks')
	]
);

/** An office's own days for its clocks; without a row the usual ones hold. */
export const consultationRules = pgTable(
	'consultation_rules',
	{
		officeId: officeId().primaryKey(),
		forwardDays: integer().notNull(),
		answerDays: integer().notNull(),
		silenceDays: integer().notNull(),
		warnDays: integer().notNull(),
		changedAt: moment().notNull(),
		changedBy: text().notNull()
	},
	() => [officeLine('consultation_rules')]
);

/** What is late, told once a day to each level instead of once a thread. */
export const overdueDigests = pgTable(
	'overdue_digests',
	{
		id: id<'OverdueDigest'>(),
		officeId: officeId(),
		on: text().notNull(),
		level: text().$type<'headOfDivision' | 'headOfOffice'>().notNull(),
		threadIds: text().array().notNull(),
		at: moment().notNull()
	},
	(t) => [uniqueIndex().on(t.officeId, t.on, t.level), officeLine('overdue_digests'), insideOnly('overdue_digests')]
);

/** A file that the asker sent along; before the question is sent it hangs on the draft. */
export const threadFiles = pgTable(
	'thread_files',
	{
		fileId: ref<'File'>()
			.primaryKey()
			.references(() => files.id, { onDelete: 'cascade' }),
		officeId: officeId(),
		/** No foreign key: a question that is still a draft has no thread yet. */
		threadId: ref<'Thread'>().notNull(),
		/** Null while the question is a draft. */
		messageId: ref<'ThreadMessage'>().references(() => threadMessages.id)
	},
	(t) => [index().on(t.threadId), officeLine('thread_files'), ofAsker('thread_files')]
);

/**
 * A question that was begun and not sent. Its office does not see it: only the holder of its link does. The sweep lets go of
 * old ones and sees nothing of them.
 */
export const questionDrafts = pgTable(
	'question_drafts',
	{
		/** The thread to be. */
		threadId: ref<'Thread'>().primaryKey(),
		officeId: officeId(),
		body: text(),
		cooperativeSaid: text(),
		identity: text().$type<Identity>(),
		/** Sealed: nothing of a person is readable before it is sent. */
		nameSealed: text(),
		phoneSealed: text(),
		emailSealed: text(),
		capacity: text().$type<Capacity>(),
		done: text().array().$type<AskingStep[]>().notNull().default([]),
		savedAt: moment().notNull()
	},
	(t) => [
		index().on(t.savedAt),
		check('question_drafts_capacity', sql.raw(`capacity in (${capacities.map((one) => `'${one}'`).join(', ')})`)),
		pgPolicy('question_drafts_own', {
			for: 'all',
			using: sql`office_id = ${currentOffice} and thread_id = ${currentSubject}`,
			withCheck: sql`office_id = ${currentOffice} and thread_id = ${currentSubject}`
		}),
		pgPolicy('question_drafts_old', {
			for: 'delete',
			using: sql`saved_at < (select nullif(current_setting('app.drafts_before', true), '')::timestamptz)`
		})
	]
);

/** Code and PIN of a question: whoever knows both is shown its link. The PIN itself is kept nowhere. */
export const trackingCodes = pgTable(
	'tracking_codes',
	{
		threadId: ref<'Thread'>().primaryKey(),
		officeId: officeId(),
		code: text().notNull().unique(),
		linkId: ref<'Link'>()
			.notNull()
			.references(() => links.id),
		/** Keyed hash of code and PIN. */
		accessHash: text().notNull().unique()
	},
	(t) => [
		officeLine('tracking_codes'),
		ofAsker('tracking_codes'),
		pgPolicy('tracking_codes_by_pin', {
			for: 'select',
			using: sql`access_hash = (select nullif(current_setting('app.token_hash', true), ''))`
		}),
		index().on(t.linkId)
	]
);

/** A visit that grew out of a thread. */
export const threadVisits = pgTable(
	'thread_visits',
	{
		visitId: ref<'Visit'>()
			.primaryKey()
			.references(() => visits.id),
		threadId: threadId(),
		officeId: officeId()
	},
	(t) => [index().on(t.threadId), officeLine('thread_visits')]
);
