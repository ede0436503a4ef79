import { eq } from 'drizzle-orm';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { openingOn } from '#clinic/offices/opening.ts';
import { addDays, dayOf } from '#platform/clock.ts';
import { command } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { clockPaused, clockRules, threadClosed, threadNamed, threadSnoozed } from '../../forms.ts';
import { momentAt, opensAtAll } from '../../working-time.ts';
import { workCalendar } from '../reads/calendar.ts';
import { dueOfThread, moveTo, note, resumeClock, runningClock, threadInHand } from '../in-hand.ts';
import { addNote } from '../notes.ts';
import { consultationRules, threadClocks, threads } from '../tables.ts';

/** Out of sight until the office opens on a later day, or the asker says something. Its clock runs on. */
export const snoozeThread = command({
	name: 'consultations.snoozeThread',
	needs: 'consultation.dispatch',
	input: threadSnoozed,
	run: async (context, { threadId, days }) => {
		const { tx, actor, now } = context;
		await threadInHand(context, threadId, 'snooze');
		const calendar = await workCalendar(readerOf(tx), actor);
		let on = addDays(dayOf(now, calendar.zone), days);
		// On a day on which nobody is there it would come back to nobody.
		while (opensAtAll(calendar) && !openingOn(calendar.hours, calendar.closed, on)) on = addDays(on, 1);
		const opens = openingOn(calendar.hours, calendar.closed, on)?.opens ?? '08:00';
		await tx
			.update(threads)
			.set({ snoozedUntil: momentAt(on, opens, calendar.zone) })
			.where(eq(threads.id, threadId));
		await note(context, threadId, 'snoozed', on);
		return { on };
	}
});

export const wakeThread = command({
	name: 'consultations.wakeThread',
	needs: 'consultation.dispatch',
	input: threadNamed,
	run: async (context, { threadId }) => {
		await threadInHand(context, threadId, 'snooze');
		await context.tx.update(threads).set({ snoozedUntil: null }).where(eq(threads.id, threadId));
		await note(context, threadId, 'woken');
		return null;
	}
});

/** The clock stands still while the office waits for something that only the asker can give. */
export const pauseClock = command({
	name: 'consultations.pauseClock',
	needs: 'consultation.dispatch',
	input: clockPaused,
	run: async (context, { threadId, why }) => {
		const { tx, now } = context;
		await threadInHand(context, threadId, 'pause');
		const clock = found(await runningClock(context, threadId));
		if (clock.pauses.at(-1)?.to === null) throw new Refusal('consultations.alreadyPaused');
		const pauses = [...clock.pauses, { from: now.toISOString(), to: null, why }];
		await tx.update(threadClocks).set({ pauses }).where(eq(threadClocks.id, clock.id));
		await tx.update(threads).set({ dueAt: null }).where(eq(threads.id, threadId));
		await note(context, threadId, 'paused', why);
		return null;
	}
});

export const resumeThread = command({
	name: 'consultations.resumeThread',
	needs: 'consultation.dispatch',
	input: threadNamed,
	run: async (context, { threadId }) => {
		await threadInHand(context, threadId, 'pause');
		if (!(await resumeClock(context, threadId))) throw new Refusal('consultations.notPaused');
		await context.tx
			.update(threads)
			.set({ dueAt: await dueOfThread(context, threadId) })
			.where(eq(threads.id, threadId));
		await note(context, threadId, 'resumed');
		return null;
	}
});

export const closeThread = command({
	name: 'consultations.closeThread',
	needs: 'consultation.dispatch',
	input: threadClosed,
	run: async (context, { threadId, why }) => {
		await threadInHand(context, threadId, 'close');
		// The asker learns that it is closed; why stays inside.
		if (why !== null) await addNote(context, threadId, { kind: 'note', body: why, toStaffId: null });
		await note(context, threadId, 'closed');
		await moveTo(context, threadId, 'closed', { closedAt: context.now, snoozedUntil: null, isUnread: false });
		return null;
	}
});

export const reopenThread = command({
	name: 'consultations.reopenThread',
	needs: 'consultation.dispatch',
	input: threadNamed,
	run: async (context, { threadId }) => {
		const { state } = await threadInHand(context, threadId);
		if (state !== 'closed') throw new Refusal('consultations.notClosed');
		await note(context, threadId, 'reopened');
		await moveTo(context, threadId, 'new', { closedAt: null });
		return null;
	}
});

/** The office's own days. Clocks that run keep the days they were started with. */
export const changeClockRules = command({
	name: 'consultations.changeClockRules',
	needs: 'office.manage',
	input: clockRules,
	run: async ({ tx, actor, now }, rules) => {
		const officeId = found(await ownOffice(readerOf(tx), actor)).id as Id<'Office'>;
		const own = { ...rules, changedAt: now, changedBy: actor.id };
		await tx
			.insert(consultationRules)
			.values({ officeId, ...own })
			.onConflictDoUpdate({ target: consultationRules.officeId, set: own });
		return null;
	}
});
