import { and, eq, isNull } from 'drizzle-orm';
import { nameOf } from '#clinic/offices/server/reads.ts';
import type { Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { dueOf, type Clock, type ClockKind } from '../clocks.ts';
import { clockOf, mayBe, type ThreadDeed, type ThreadState } from '../thread.ts';
import { clockDays, workCalendar } from './reads/calendar.ts';
import { threadClocks, threadEvents, threads, type ThreadEventKind } from './tables.ts';

export type ThreadRow = typeof threads.$inferSelect;
type ClockRow = typeof threadClocks.$inferSelect;

/** The thread, locked, if the deed may be done to it now. @throws Refusal missing, consultations.notNow */
export async function threadInHand(
	{ tx, actor }: Context,
	threadId: Id<'Thread'>,
	deed?: ThreadDeed
): Promise<ThreadRow> {
	const [row] = await tx
		.select()
		.from(threads)
		.where(and(eq(threads.id, threadId), eq(threads.officeId, actor.officeId as never)))
		.for('update');
	const thread = found(row);
	if (deed && !mayBe(deed, thread.state))
		throw new Refusal(thread.state === 'closed' ? 'consultations.closed' : 'consultations.notNow');
	return thread;
}

/** Writes down what happened. */
export async function note(
	{ tx, actor, now }: Context,
	threadId: Id<'Thread'>,
	what: ThreadEventKind,
	about: string | null = null,
	subjectId: string | null = null
): Promise<void> {
	await tx.insert(threadEvents).values({
		id: newId<'ThreadEvent'>(),
		officeId: actor.officeId as Id<'Office'>,
		threadId,
		what,
		about,
		subjectId,
		by: actor.id,
		byName: await nameOf(tx, actor),
		at: now
	});
}

export const clockFrom = (row: ClockRow): Clock => ({
	kind: row.kind,
	days: row.days,
	startedAt: row.startedAt,
	pauses: row.pauses.map(({ from, to }) => ({ from: new Date(from), to: to === null ? null : new Date(to) }))
});

/** The clock that runs for a thread, or null. */
export async function runningClock({ tx }: Pick<Context, 'tx'>, threadId: Id<'Thread'>): Promise<ClockRow | null> {
	const [row] = await tx
		.select()
		.from(threadClocks)
		.where(and(eq(threadClocks.threadId, threadId), isNull(threadClocks.stoppedAt)));
	return row ?? null;
}

/**
 * Moves a thread to a state, and its clock with it. A clock of the same kind runs on, so that passing a question on twice
 * gives nobody more time; `anew` starts it again, for the asker's silence after each answer.
 */
export async function moveTo(
	context: Context,
	threadId: Id<'Thread'>,
	state: ThreadState,
	change: Partial<typeof threads.$inferInsert> = {},
	anew = false
): Promise<void> {
	const { tx } = context;
	const wanted = clockOf[state];
	const runs = await runningClock(context, threadId);
	if (runs && (runs.kind !== wanted || anew)) await stop(context, runs);
	if (wanted && (runs?.kind !== wanted || anew)) await start(context, threadId, wanted);
	await tx
		.update(threads)
		.set({ ...change, state, dueAt: await dueOfThread(context, threadId) })
		.where(eq(threads.id, threadId));
}

async function start(context: Context, threadId: Id<'Thread'>, kind: ClockKind): Promise<void> {
	const { tx, actor, now } = context;
	const days = await clockDays(readerOf(tx), actor);
	await tx.insert(threadClocks).values({
		id: newId<'ThreadClock'>(),
		officeId: actor.officeId as Id<'Office'>,
		threadId,
		kind,
		days: days[kind],
		startedAt: now
	});
}

const stop = ({ tx, now }: Context, { id }: ClockRow) =>
	tx.update(threadClocks).set({ stoppedAt: now }).where(eq(threadClocks.id, id));

/** When the running clock runs out, null without one, while it stands still, or where the office never opens. */
export async function dueOfThread(context: Context, threadId: Id<'Thread'>): Promise<Date | null> {
	const row = await runningClock(context, threadId);
	if (!row) return null;
	const due = dueOf(await workCalendar(readerOf(context.tx), context.actor), clockFrom(row));
	return due.state === 'due' ? due.at : null;
}

/** Ends a pause of the running clock, if there is one. @returns whether there was */
export async function resumeClock(context: Context, threadId: Id<'Thread'>): Promise<boolean> {
	const row = await runningClock(context, threadId);
	const open = row?.pauses.at(-1);
	if (!row || !open || open.to !== null) return false;
	const pauses = [...row.pauses.slice(0, -1), { ...open, to: context.now.toISOString() }];
	await context.tx.update(threadClocks).set({ pauses }).where(eq(threadClocks.id, row.id));
	return true;
}
