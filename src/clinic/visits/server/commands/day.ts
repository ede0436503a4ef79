import { and, eq, inArray, isNull } from 'drizzle-orm';
import { rooms } from '#clinic/offices/server/tables.ts';
import { command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { tell } from '#platform/live/tell.ts';
import { found, Refusal } from '#platform/refusal.ts';
import * as v from 'valibot';
import { alarmNamed, dayEnd, roomBreak, roomNamed } from '../../forms.ts';
import { activeStates, ticketLabel } from '../../queue.ts';
import { staffId } from '../in-hand.ts';
import { move, queueTopic } from '../moves.ts';
import { officeToday } from '../reads.ts';
import { alarms, closedDays, roomDuties, tickets } from '../tables.ts';

async function ownRoom({ tx, actor }: Context, roomId: Id<'Room'>) {
	const [room] = await tx
		.select({ id: rooms.id, name: rooms.name })
		.from(rooms)
		.where(and(eq(rooms.id, roomId), eq(rooms.officeId, actor.officeId as never)));
	return found(room);
}

async function setDuty(
	context: Context,
	roomId: Id<'Room'>,
	duty: { state: 'break'; untilAt: Date } | { state: 'off'; untilAt: null }
): Promise<string> {
	const { tx, actor, now } = context;
	const room = await ownRoom(context, roomId);
	const on = await officeToday(readerOf(tx), actor, now);
	const row = { ...duty, on, since: now, by: staffId(context) };
	await tx
		.insert(roomDuties)
		.values({ roomId, officeId: actor.officeId as Id<'Office'>, ...row })
		.onConflictDoUpdate({ target: roomDuties.roomId, set: row });
	await tell(context, queueTopic);
	return room.name;
}

/** The officer is away for some minutes: the room calls nobody, the board and the estimate know. */
export const takeBreak = command({
	name: 'visits.takeBreak',
	needs: 'queue.call',
	input: roomBreak,
	run: async (context, { roomId, minutes }) => {
		const untilAt = new Date(context.now.getTime() + minutes * 60_000);
		return { room: await setDuty(context, roomId, { state: 'break', untilAt }), duty: 'break' as const, minutes };
	}
});

/** The officer is gone for today. */
export const leaveRoom = command({
	name: 'visits.leaveRoom',
	needs: 'queue.call',
	input: roomNamed,
	run: async (context, { roomId }) => ({
		room: await setDuty(context, roomId, { state: 'off', untilAt: null }),
		duty: 'off' as const
	})
});

/** The officer is back. */
export const resumeRoom = command({
	name: 'visits.resumeRoom',
	needs: 'queue.call',
	input: roomNamed,
	run: async (context, { roomId }) => {
		const room = await ownRoom(context, roomId);
		await context.tx.delete(roomDuties).where(eq(roomDuties.roomId, roomId));
		await tell(context, queueTopic);
		return { room: room.name, duty: 'open' as const };
	}
});

/** Help, without a sound: the colleagues' boards show it, no board in the waiting room does. */
export const raiseAlarm = command({
	name: 'visits.raiseAlarm',
	needs: 'queue.call',
	input: roomNamed,
	run: async (context, { roomId }) => {
		const { tx, actor, now } = context;
		await ownRoom(context, roomId);
		// Pressed twice, it is one alarm.
		await tx
			.insert(alarms)
			.values({
				id: newId<'Alarm'>(),
				officeId: actor.officeId as Id<'Office'>,
				roomId,
				raisedAt: now,
				raisedBy: staffId(context)
			})
			.onConflictDoNothing();
		await tell(context, queueTopic);
		return null;
	}
});

export const answerAlarm = command({
	name: 'visits.answerAlarm',
	needs: 'queue.view',
	input: alarmNamed,
	run: async (context, { alarmId }) => {
		const { tx, actor, now } = context;
		const [answered] = await tx
			.update(alarms)
			.set({ answeredAt: now, answeredBy: staffId(context) })
			.where(and(eq(alarms.id, alarmId), eq(alarms.officeId, actor.officeId as never), isNull(alarms.answeredAt)))
			.returning({ id: alarms.id });
		if (!answered) {
			const [known] = await tx.select({ id: alarms.id }).from(alarms).where(eq(alarms.id, alarmId));
			found(known);
		}
		await tell(context, queueTopic);
		return null;
	}
});

/** Ends the day: everybody who is left gets a status, or it is not ended. From then on no machine gives a number. */
export const closeDay = command({
	name: 'visits.closeDay',
	needs: 'queue.call',
	input: dayEnd,
	run: async (context, { left }) => {
		const { tx, actor, now } = context;
		const on = await officeToday(readerOf(tx), actor, now);
		const inOffice = eq(tickets.officeId, actor.officeId as never);
		const rows = await tx
			.select()
			.from(tickets)
			.where(and(inOffice, eq(tickets.on, on), inArray(tickets.state, [...activeStates])))
			.orderBy(tickets.id)
			.for('update');
		const named = new Map(left.map(({ ticketId, state }) => [ticketId, state]));
		for (const ticketId of named.keys())
			if (!rows.some(({ id }) => id === ticketId)) {
				const [known] = await tx
					.select({ id: tickets.id })
					.from(tickets)
					.where(and(eq(tickets.id, ticketId), inOffice));
				found(known);
			}
		const unnamed = rows.find(({ id }) => !named.has(id));
		if (unnamed) throw new Refusal('visits.someLeft', { number: ticketLabel(unnamed.prefix, unnamed.number) });
		for (const row of rows) {
			const state = named.get(row.id)!;
			const deed = { absent: 'markAbsent', finished: 'finish', cancelled: 'cancel' } as const;
			await move(context, row, deed[state], { state, endedAt: now, endedBy: staffId(context) });
		}
		await tx
			.insert(closedDays)
			.values({ officeId: actor.officeId as Id<'Office'>, on, closedAt: now, closedBy: actor.id })
			.onConflictDoNothing();
		await tell(context, queueTopic);
		return { left: rows.length };
	}
});

/** Somebody came after all. */
export const reopenDay = command({
	name: 'visits.reopenDay',
	needs: 'queue.call',
	input: v.object({}),
	run: async (context) => {
		const { tx, actor, now } = context;
		const on = await officeToday(readerOf(tx), actor, now);
		await tx.delete(closedDays).where(and(eq(closedDays.officeId, actor.officeId as never), eq(closedDays.on, on)));
		await tell(context, queueTopic);
		return null;
	}
});
