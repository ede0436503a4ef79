import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, officeLine, ref } from '../database/columns.ts';
import type { ChannelName, MailHeaders, MessageState } from './message.ts';

/**
 * Every message that leaves the house, as a row that is written with the deed that asks for it. Address and text are sealed
 * under the key of the person to whom it goes, or under a key of its own.
 */
export const outboxMessages = pgTable(
	'outbox_messages',
	{
		id: id<'Message'>(),
		officeId: ref<'Office'>().notNull(),
		channel: text().$type<ChannelName>().notNull(),
		/** What it is for: the stops name their own kinds. */
		kind: text().notNull(),
		/** What it is about, so that it can be taken back when that changes. */
		subjectId: uuid(),
		/** Whose key seals it. */
		keyId: ref<'Person'>().notNull(),
		toName: text().notNull(),
		/** The office, under the name that the public knows. */
		fromName: text().notNull(),
		addressSealed: text(),
		titleSealed: text().notNull(),
		bodySealed: text().notNull(),
		state: text().$type<MessageState>().notNull(),
		/** When it leaves, or is tried the next time. */
		dueAt: moment().notNull(),
		/** From here on it is late when it has not left. */
		lateAt: moment().notNull(),
		/** After this it would tell nothing any more. */
		uselessAt: moment(),
		/** Raised whenever it is put in line anew: a call for an earlier turn does nothing. */
		turn: integer().notNull().default(1),
		tries: integer().notNull().default(0),
		triedAt: moment(),
		/** Of e-mails that belong to a thread. */
		mail: jsonb().$type<MailHeaders>(),
		/** Why the last try came to nothing. */
		failure: text(),
		/** Under which id the channel's provider reports on it. */
		providerId: text(),
		leftAt: moment(),
		deliveredAt: moment(),
		readAt: moment(),
		/** Who sent it by hand, or gave it up. */
		settledByName: text(),
		settledAt: moment(),
		/** Why it was given up. */
		reason: text(),
		createdAt: moment().notNull()
	},
	(t) => [
		check(
			'outbox_messages_state',
			sql`state in ('queued', 'sent', 'delivered', 'read', 'failed', 'byHand', 'uncertain')`
		),
		// What a person may still have to do something about: a handful of rows, however many have left.
		index('outbox_messages_open')
			.on(t.officeId, t.dueAt)
			.where(sql`state in ('queued', 'failed', 'uncertain') and settled_at is null`),
		index().on(t.officeId, t.createdAt),
		index().on(t.subjectId),
		index()
			.on(t.providerId)
			.where(sql`provider_id is not null`),
		officeLine('outbox_messages')
	]
);
