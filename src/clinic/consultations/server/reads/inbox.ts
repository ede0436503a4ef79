import { aliasedTable, and, asc, desc, eq, isNull, lte, ne, or, sql, type SQL } from 'drizzle-orm';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { staff } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { pressure } from '../../clocks.ts';
import { askedWords } from '../../search-words.ts';
import type { Tab } from '../../thread.ts';
import { workCalendar } from './calendar.ts';
import { threads } from '../tables.ts';

const officer = aliasedTable(staff, 'officer');

/** Rows a page. */
export const inboxPage = 25;

interface Asked {
	readonly tab: Tab;
	/** Searches open and closed threads alike; empty: the tab's. */
	readonly text: string;
	/** From 1. */
	readonly page: number;
	readonly now: Date;
}

const isOpen = ne(threads.state, 'closed');
const awake = (now: Date) => or(isNull(threads.snoozedUntil), lte(threads.snoozedUntil, now));
const isMine = (actor: Actor) =>
	or(eq(threads.assignedTo, actor.id as never), eq(threads.forwardedTo, actor.id as never));

const conditions: Readonly<Record<Tab, (actor: Actor, now: Date) => SQL | undefined>> = {
	mine: (actor, now) => and(isOpen, isMine(actor), awake(now)),
	unassigned: (_, now) => and(isOpen, isNull(threads.assignedTo), awake(now)),
	all: () => isOpen,
	closed: () => eq(threads.state, 'closed')
};

/** Every word of a typed text. The operator is one of those that may use an index behind the line between offices. */
const byWords = (words: readonly string[]): SQL | undefined =>
	and(...words.map((word) => sql`${threads.words} && array[${word}]::text[]`));

/** The list of the desk: what is due first stands first; found and closed ones by their last word. */
export async function inbox(reader: Reader, actor: Actor, { tab, text, page, now }: Asked) {
	const words = askedWords(text);
	const isSearch = words.length > 0;
	const rows = await reader
		.select({
			id: threads.id,
			number: threads.number,
			subject: threads.subject,
			channel: threads.channel,
			state: threads.state,
			askerName: threads.askerName,
			cooperative: cooperatives.name,
			cooperativeSaid: threads.cooperativeSaid,
			assignedTo: threads.assignedTo,
			assigned: staff.name,
			officer: officer.name,
			dueAt: threads.dueAt,
			lastAt: threads.lastAt,
			snoozedUntil: threads.snoozedUntil,
			isUnread: threads.isUnread
		})
		.from(threads)
		.leftJoin(cooperatives, eq(cooperatives.id, staysAs(threads.cooperativeId)))
		.leftJoin(staff, eq(staff.id, threads.assignedTo))
		.leftJoin(officer, eq(officer.id, threads.forwardedTo))
		.where(and(eq(threads.officeId, actor.officeId as never), isSearch ? byWords(words) : conditions[tab](actor, now)))
		.orderBy(
			...(isSearch || tab === 'closed'
				? [desc(threads.lastAt), desc(threads.id)]
				: [asc(threads.dueAt), asc(threads.lastAt), asc(threads.id)])
		)
		.limit(inboxPage + 1)
		.offset((page - 1) * inboxPage);
	const calendar = await workCalendar(reader, actor);
	return {
		rows: rows.slice(0, inboxPage).map((row) => ({
			...row,
			pressure: row.dueAt && row.state !== 'answered' ? pressure(calendar, row.dueAt, now) : null,
			isSnoozed: row.snoozedUntil !== null && row.snoozedUntil > now
		})),
		hasMore: rows.length > inboxPage,
		page,
		tab,
		text: isSearch ? text : ''
	};
}
export type Inbox = Awaited<ReturnType<typeof inbox>>;
export type InboxRow = Inbox['rows'][number];

/** How many stand in each tab; closed ones are not counted. */
export async function inboxCounts(reader: Reader, actor: Actor, now: Date) {
	const office = eq(threads.officeId, actor.officeId as never);
	const count = (tab: Tab) => reader.$count(threads, and(office, conditions[tab](actor, now)));
	return { mine: await count('mine'), unassigned: await count('unassigned'), all: await count('all') };
}
export type InboxCounts = Awaited<ReturnType<typeof inboxCounts>>;
