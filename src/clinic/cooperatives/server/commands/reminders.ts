import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { addMonths, dayOf } from '#platform/clock.ts';
import { command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { requiredText } from '#platform/fields.ts';
import { idOf, newId, type Id } from '#platform/ids.ts';
import { withdrawTheseMessages } from '#platform/messaging/outbox.ts';
import { found } from '#platform/refusal.ts';
import { dutiesOf, remindersDue } from '../../calendar.ts';
import { ownDeadlines } from '../reads/deadlines.ts';
import { dutyFacts } from '../reads/duty-facts.ts';
import { keepStandings } from '../standing.ts';
import { dutyReminders } from '../tables/duties.ts';
import { tellDuties } from '../duty-digest.ts';

/**
 * The daily pass: writes down how each cooperative stands today, and what is to be brought to its mind, 60, 30 and 7 days
 * ahead. As often as it runs, each reminder is made once; the ones of a duty that was done meanwhile are taken back. They
 * are a to-do list of the office; what can be told by a message goes into the outbox, one digest a cooperative.
 */
export const remindOfDuties = command({
	name: 'cooperatives.remindOfDuties',
	needs: 'register.edit',
	input: v.object({}),
	run: async (context) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const officeId = actor.officeId as Id<'Office'>;
		const today = dayOf(now, found(await ownOffice(reader, actor)).zone);
		const own = await ownDeadlines(reader, actor);
		const owing = await dutyFacts(reader, actor, today);
		await keepStandings(context, owing, today);
		const due = owing.flatMap((facts) =>
			dutiesOf(facts, today, own).flatMap((duty) =>
				remindersDue(duty, today).map((days_before) => ({
					id: newId(),
					cooperative_id: facts.id,
					kind: duty.kind,
					about: duty.about,
					due_on: duty.dueOn,
					days_before
				}))
			)
		);
		// Done meanwhile, or its day has moved: nobody needs to be told any more.
		const dropped = await tx.execute<{ message_id: Id<'Message'> | null }>(sql`
			delete from duty_reminders r
			 where r.office_id = ${officeId}::uuid and r.settled_at is null and r.due_on >= ${today}::date
			   and not exists (select from jsonb_to_recordset(${JSON.stringify(due)}::jsonb)
			         as d(cooperative_id uuid, kind text, about text, due_on date)
			        where d.cooperative_id = r.cooperative_id and d.kind = r.kind and d.about = r.about and d.due_on = r.due_on)
			returning r.message_id`);
		await untell(context, dropped.rows);
		const made = await tx.execute(sql`
			insert into duty_reminders (id, office_id, cooperative_id, kind, about, due_on, days_before, created_at)
			select id, ${officeId}::uuid, cooperative_id, kind, about, due_on, days_before, ${now.toISOString()}::timestamptz
			  from jsonb_to_recordset(${JSON.stringify(due)}::jsonb)
			    as d(id uuid, cooperative_id uuid, kind text, about text, due_on date, days_before integer)
			on conflict do nothing`);
		const told = await tellDuties(context, owing, today);
		await tx
			.delete(dutyReminders)
			.where(
				and(
					eq(dutyReminders.officeId, officeId),
					isNull(dutyReminders.settledAt),
					lt(dutyReminders.dueOn, addMonths(today, -12))
				)
			);
		return { made: made.rowCount ?? 0, dropped: dropped.rowCount ?? 0, told };
	}
});

/** A digest that speaks of what was done meanwhile, and has not left: written anew from what is still owed. */
async function untell(context: Context, dropped: readonly { message_id: Id<'Message'> | null }[]): Promise<void> {
	const ids = [...new Set(dropped.flatMap(({ message_id: id }) => id ?? []))];
	const taken = await withdrawTheseMessages(context, ids);
	if (taken.length === 0) return;
	await context.tx.update(dutyReminders).set({ messageId: null }).where(inArray(dutyReminders.messageId, taken));
}

/** Somebody has told the cooperative: the reminder is done, with how. */
export const settleReminder = command({
	name: 'cooperatives.settleReminder',
	needs: 'register.edit',
	input: v.object({ reminderId: idOf<'DutyReminder'>(), how: requiredText(200) }),
	run: async ({ tx, actor, now }, { reminderId, how }) => {
		const settledByName = await nameOf(readerOf(tx), actor);
		const [settled] = await tx
			.update(dutyReminders)
			.set({ settledAt: now, settledByName, settledHow: how })
			.where(
				and(
					eq(dutyReminders.id, reminderId),
					eq(dutyReminders.officeId, actor.officeId as never),
					isNull(dutyReminders.settledAt)
				)
			)
			.returning({ id: dutyReminders.id });
		return { id: found(settled).id };
	}
});
