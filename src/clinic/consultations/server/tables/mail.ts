import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { offices } from '#clinic/offices/server/tables.ts';
import { moment, officeLine, ref } from '#platform/database/columns.ts';
import { threads } from '../tables.ts';

const officeId = () =>
	ref<'Office'>()
		.notNull()
		.references(() => offices.id);

/** The mailbox in which an office is asked. One an office. */
export const mailboxes = pgTable(
	'mailboxes',
	{
		officeId: officeId().primaryKey(),
		/** To which people write. */
		address: text().notNull(),
		host: text().notNull(),
		port: integer().notNull(),
		isSecure: boolean().notNull(),
		user: text().notNull(),
		/** Under the installation's own key. */
		passwordSealed: text().notNull(),
		/** Under which name the mail server writes what it thinks of a sender. */
		receivingServer: text().notNull(),
		/** How far it was read. */
		uidValidity: text(),
		uid: integer().notNull().default(0),
		checkedAt: moment(),
		/** Why the last look came to nothing; null when it did not. */
		fault: text(),
		changedAt: moment().notNull(),
		changedBy: text().notNull()
	},
	() => [officeLine('mailboxes')]
);

export const mailOutcomes = ['opened', 'added', 'noted', 'dropped'] as const;
/**
 * opened: a new thread; added: more of a known one; noted: written by a machine, kept inside; dropped: written by a machine,
 * belongs to nothing.
 */
export type MailOutcome = (typeof mailOutcomes)[number];

/** Every mail that came or left, by its Message-ID: the same one twice is one, and answers find their thread. */
export const threadMails = pgTable(
	'thread_mails',
	{
		officeId: officeId(),
		messageId: text().notNull(),
		direction: text().$type<'in' | 'out'>().notNull(),
		threadId: ref<'Thread'>().references(() => threads.id),
		/** Of mails that came. */
		outcome: text().$type<MailOutcome>(),
		at: moment().notNull()
	},
	(t) => [
		primaryKey({ columns: [t.officeId, t.messageId] }),
		index().on(t.threadId),
		check('thread_mails_direction', sql`direction in ('in', 'out')`),
		officeLine('thread_mails')
	]
);
