import { and, eq, isNull, lte, ne } from 'drizzle-orm';
import * as v from 'valibot';
import { openingOn } from '#clinic/offices/opening.ts';
import { dayOf } from '#platform/clock.ts';
import { command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { daysOver, dueOf, escalates, warningOf } from '../../clocks.ts';
import type { WorkCalendar } from '../../working-time.ts';
import { clockDays, workCalendar } from '../reads/calendar.ts';
import { clockFrom, moveTo, note } from '../in-hand.ts';
import { overdueDigests, threadClocks, threads } from '../tables.ts';

/**
 * What no person does: deadlines are worked out anew (the office's hours or holidays may have changed), askers who have been
 * silent for long are warned and later their questions closed, and what is late is gathered into one digest a day and level.
 */
export const tendThreads = command({
	name: 'consultations.tendThreads',
	needs: 'consultation.tend',
	input: v.object({}),
	run: async (context) => {
		const calendar = await workCalendar(readerOf(context.tx), context.actor);
		const moved = await reckonAnew(context, calendar);
		const warned = await warnSilent(context, calendar);
		const closed = await closeSilent(context);
		const told = await gatherOverdue(context, calendar);
		return { moved, warned, closed, told };
	}
});

const openClocks = ({ tx, actor }: Context) =>
	tx
		.select({ clock: threadClocks, dueAt: threads.dueAt, threadId: threads.id })
		.from(threadClocks)
		.innerJoin(threads, eq(threads.id, threadClocks.threadId))
		.where(
			and(eq(threads.officeId, actor.officeId as never), ne(threads.state, 'closed'), isNull(threadClocks.stoppedAt))
		);

async function reckonAnew(context: Context, calendar: WorkCalendar): Promise<number> {
	let moved = 0;
	for (const { clock, dueAt, threadId } of await openClocks(context)) {
		const due = dueOf(calendar, clockFrom(clock));
		const at = due.state === 'due' ? due.at : null;
		if (at?.getTime() === dueAt?.getTime()) continue;
		await context.tx.update(threads).set({ dueAt: at }).where(eq(threads.id, threadId));
		moved += 1;
	}
	return moved;
}

async function warnSilent(context: Context, calendar: WorkCalendar): Promise<number> {
	const { tx, actor, now } = context;
	const { warn } = await clockDays(readerOf(tx), actor);
	let warned = 0;
	for (const { clock, threadId } of await openClocks(context)) {
		if (clock.kind !== 'silence' || clock.warnedAt) continue;
		const at = warningOf(calendar, clockFrom(clock), warn);
		if (!at || at > now) continue;
		await tx.update(threadClocks).set({ warnedAt: now }).where(eq(threadClocks.id, clock.id));
		await note(context, threadId, 'warned');
		warned += 1;
	}
	return warned;
}

async function closeSilent(context: Context): Promise<number> {
	const { tx, actor, now } = context;
	const silent = await tx
		.select({ id: threads.id })
		.from(threads)
		.where(and(eq(threads.officeId, actor.officeId as never), eq(threads.state, 'answered'), lte(threads.dueAt, now)))
		.for('update');
	for (const { id } of silent) {
		await note(context, id, 'closedBySilence');
		await moveTo(context, id, 'closed', { closedAt: now, snoozedUntil: null });
	}
	return silent.length;
}

/** Once a working day, from its opening on. @returns how many digests were made */
async function gatherOverdue({ tx, actor, now }: Context, calendar: WorkCalendar): Promise<number> {
	const today = dayOf(now, calendar.zone);
	if (!openingOn(calendar.hours, calendar.closed, today)) return 0;
	const late = await tx
		.select({ id: threads.id, dueAt: threads.dueAt })
		.from(threads)
		.where(
			and(
				eq(threads.officeId, actor.officeId as never),
				ne(threads.state, 'closed'),
				ne(threads.state, 'answered'),
				lte(threads.dueAt, now)
			)
		)
		.orderBy(threads.dueAt);
	let made = 0;
	for (const [level, over] of Object.entries(escalates) as [keyof typeof escalates, number][]) {
		const threadIds = late.filter(({ dueAt }) => daysOver(calendar, dueAt!, now) >= over).map(({ id }) => id);
		if (threadIds.length === 0) continue;
		const rows = await tx
			.insert(overdueDigests)
			.values({
				id: newId<'OverdueDigest'>(),
				officeId: actor.officeId as Id<'Office'>,
				on: today,
				level,
				threadIds,
				at: now
			})
			.onConflictDoNothing()
			.returning({ id: overdueDigests.id });
		made += rows.length;
	}
	return made;
}
