import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, not, or, sql } from 'drizzle-orm';
import type { Actor } from '../actor.ts';
import type { Reader } from '../database/client.ts';
import { unsealRows } from '../personal/seal.ts';
import type { Letter } from './channel.ts';
import { standingOf, type MessageState } from './message.ts';
import { outboxMessages } from './tables.ts';

type Asking = Pick<Reader, 'select'>;

interface Sealed {
	readonly id: string;
	readonly keyId: string;
	readonly addressSealed: string | null;
	readonly titleSealed: string;
	readonly bodySealed: string;
}

/** Address, title and text of sealed messages; null of those whose person was erased. */
async function opened<Row extends Sealed>(reader: Asking, rows: readonly Row[]) {
	const texts = await unsealRows(
		reader,
		rows.map(({ keyId, addressSealed, titleSealed, bodySealed }) => ({
			personId: keyId,
			sealed: { address: addressSealed, title: titleSealed, body: bodySealed }
		}))
	);
	return rows.map((row, at) => ({ ...row, ...texts[at]! }));
}

/** A message as its channel gets it; null when it cannot be read any more. */
export async function letterOf(
	reader: Asking,
	actor: Actor,
	messageId: string
): Promise<(Letter & { channel: string }) | null> {
	const rows = await reader
		.select()
		.from(outboxMessages)
		.where(and(eq(outboxMessages.id, messageId as never), eq(outboxMessages.officeId, actor.officeId as never)));
	const [message] = await opened(reader, rows);
	if (!message || message.address === null || message.title === null || message.body === null) return null;
	return {
		id: message.id,
		channel: message.channel,
		address: message.address,
		toName: message.toName,
		fromName: message.fromName,
		subject: message.title,
		body: message.body,
		mail: message.mail
	};
}

/** What the list shows: what asks for somebody, or what has left. */
export const outboxViews = ['open', 'waiting', 'left', 'givenUp'] as const;
export type OutboxView = (typeof outboxViews)[number];

const unsettled = and(
	inArray(outboxMessages.state, ['queued', 'failed', 'uncertain']),
	isNull(outboxMessages.settledAt)
);
/** Nobody has sent it while it would have told something. */
const missed = (now: Date) =>
	sql`(${outboxMessages.state} = 'queued' and coalesce(${outboxMessages.uselessAt} <= ${now.toISOString()}::timestamptz, false))`;
const left: MessageState[] = ['sent', 'delivered', 'read', 'byHand'];
const inView = (view: OutboxView, now: Date) =>
	view === 'open'
		? and(
				unsettled,
				not(missed(now)),
				sql`(${outboxMessages.state} <> 'queued' or ${outboxMessages.dueAt} <= ${now.toISOString()}::timestamptz)`
			)
		: view === 'waiting'
			? and(
					unsettled,
					eq(outboxMessages.state, 'queued'),
					sql`${outboxMessages.dueAt} > ${now.toISOString()}::timestamptz`
				)
			: view === 'left'
				? inArray(outboxMessages.state, left)
				: or(missed(now), and(eq(outboxMessages.state, 'failed'), isNotNull(outboxMessages.settledAt)));

const perPage = 30;

/** One page of the outbox, opened: what asks for somebody by its time, what is past with the newest first. */
export async function outboxList(
	reader: Asking,
	actor: Actor,
	{ view, before }: { view: OutboxView; before: Date | null },
	now: Date
) {
	const isQueue = view === 'open' || view === 'waiting';
	const rows = await reader
		.select()
		.from(outboxMessages)
		.where(
			and(
				eq(outboxMessages.officeId, actor.officeId as never),
				inView(view, now),
				before && !isQueue ? lt(outboxMessages.createdAt, before) : undefined
			)
		)
		.orderBy(
			isQueue ? asc(outboxMessages.dueAt) : desc(outboxMessages.createdAt),
			isQueue ? asc(outboxMessages.id) : desc(outboxMessages.id)
		)
		.limit(perPage + 1);
	const shown = await opened(reader, rows.slice(0, perPage));
	return {
		messages: shown.map(({ keyId: _, addressSealed: _a, titleSealed: _t, bodySealed: _b, turn: _n, ...message }) => ({
			...message,
			attention: standingOf(message, now)
		})),
		more: !isQueue && rows.length > perPage ? (shown.at(-1)?.createdAt ?? null) : null,
		isCut: isQueue && rows.length > perPage
	};
}
export type OutboxMessage = Awaited<ReturnType<typeof outboxList>>['messages'][number];

export interface OutboxCounts {
	readonly open: number;
	readonly waiting: number;
	readonly late: number;
	readonly failed: number;
	readonly uncertain: number;
}

/** How many messages ask for somebody, and what is wrong with them. Looks at open rows only. */
export async function outboxCounts(reader: Asking, actor: Actor, now: Date): Promise<OutboxCounts> {
	const rows = await reader
		.select({
			state: outboxMessages.state,
			dueAt: outboxMessages.dueAt,
			lateAt: outboxMessages.lateAt,
			uselessAt: outboxMessages.uselessAt,
			triedAt: outboxMessages.triedAt
		})
		.from(outboxMessages)
		.where(and(eq(outboxMessages.officeId, actor.officeId as never), unsettled, not(missed(now))));
	const counts = { open: 0, waiting: 0, late: 0, failed: 0, uncertain: 0 };
	for (const row of rows) {
		const attention = standingOf(row, now);
		if (attention === 'fine') counts.waiting += 1;
		else counts.open += 1;
		if (attention === 'late' || attention === 'failed' || attention === 'uncertain') counts[attention] += 1;
	}
	return counts;
}

/** What was sent about one thing, the newest first: for the page of that thing. Nothing is opened. */
export const messagesAbout = (reader: Asking, actor: Actor, subjectId: string) =>
	reader
		.select({
			id: outboxMessages.id,
			kind: outboxMessages.kind,
			channel: outboxMessages.channel,
			state: outboxMessages.state,
			dueAt: outboxMessages.dueAt,
			leftAt: outboxMessages.leftAt
		})
		.from(outboxMessages)
		.where(and(eq(outboxMessages.officeId, actor.officeId as never), eq(outboxMessages.subjectId, subjectId)))
		.orderBy(asc(outboxMessages.dueAt), asc(outboxMessages.id));
