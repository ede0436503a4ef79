import { describe, expect, it } from 'vitest';
import {
	answerAlarm,
	closeDay,
	leaveRoom,
	raiseAlarm,
	reopenDay,
	resumeRoom,
	takeBreak
} from '#clinic/visits/server/commands/day.ts';
import { finishVisit } from '#clinic/visits/server/commands/queue.ts';
import { boardOf, closedAt, openAlarms } from '#clinic/visits/server/reads/board.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { deskFor, refusal } from './desk.ts';

const base = testDatabase();
const desk = deskFor(base);
const { act, arrive, call, board, ticket, later } = desk;
const today = () => desk.now.toISOString().slice(0, 10);
const shown = () => desk.ask((reader) => boardOf(reader, desk.office.system, today()));

describe('a break', () => {
	it('calls nobody until its officer is back, and is over the next day', async () => {
		const roomId = desk.rooms[0]!;
		await arrive();
		await expect(act(takeBreak, { roomId, minutes: 15 })).rejects.toMatchObject({ issues: { minutes: 'required' } });
		await act(takeBreak, { roomId, minutes: 20 });
		expect((await board()).rooms[0]).toMatchObject({
			state: 'break',
			untilAt: new Date(desk.now.getTime() + 1_200_000)
		});
		await expect(call()).rejects.toEqual(refusal('visits.roomOnBreak', { room: 'Ruang 2' }));
		later(30);
		await expect(call()).rejects.toEqual(refusal('visits.roomOnBreak'));
		await act(resumeRoom, { roomId });
		await expect(call()).resolves.toMatchObject({ label: 'B-001' });
		await act(leaveRoom, { roomId });
		expect((await board()).rooms[0]).toMatchObject({ state: 'closed' });
		later(24 * 60);
		expect((await board()).rooms[0]).toMatchObject({ state: 'open', now: null });
		await act(resumeRoom, { roomId });
	});

	it('is for rooms of the own office', async () => {
		for (const roomId of [desk.world.buleleng.roomId, newId()]) {
			await expect(act(takeBreak, { roomId, minutes: 10 })).rejects.toEqual(refusal('missing'));
			await expect(act(leaveRoom, { roomId })).rejects.toEqual(refusal('missing'));
			await expect(act(resumeRoom, { roomId })).rejects.toEqual(refusal('missing'));
			await expect(act(raiseAlarm, { roomId })).rejects.toEqual(refusal('missing'));
		}
	});
});

describe('the silent alarm', () => {
	it('is seen by colleagues until one answers, and by no board', async () => {
		const roomId = desk.rooms[0]!;
		const before = await shown();
		await act(raiseAlarm, { roomId });
		await act(raiseAlarm, { roomId });
		const alarms = () => desk.ask((reader) => openAlarms(reader, desk.office.system));
		expect(await alarms()).toMatchObject([{ room: 'Ruang 2', by: 'Ratna Anggraini', at: desk.now }]);
		expect(await shown()).toEqual(before);
		const alarmId = (await alarms())[0]!.alarmId;
		await act(answerAlarm, { alarmId }, desk.office.actors.receptionist);
		await act(answerAlarm, { alarmId }, desk.office.actors.receptionist);
		expect(await alarms()).toEqual([]);
		await expect(act(answerAlarm, { alarmId: newId() })).rejects.toEqual(refusal('missing'));
	});
});

describe('the end of the day', () => {
	it('gives everybody who is left a status, or does not come', async () => {
		const [a, b, c] = [await arrive(), await arrive(), await arrive()];
		await call();
		const left = [
			{ ticketId: a.ticketId, state: 'finished' },
			{ ticketId: b.ticketId, state: 'absent' }
		];
		await expect(act(closeDay, { left })).rejects.toEqual(refusal('visits.someLeft', { number: 'B-003' }));
		expect(await ticket(a.ticketId)).toMatchObject({ state: 'called' });
		await act(closeDay, { left: [...left, { ticketId: c.ticketId, state: 'cancelled' }] });
		const states = await Promise.all([a, b, c].map(async ({ ticketId }) => (await ticket(ticketId)).state));
		expect(states).toEqual(['finished', 'absent', 'cancelled']);
		expect(await desk.ask((reader) => closedAt(reader, desk.office.system, today()))).toEqual(desk.now);
		await act(reopenDay, {});
		expect(await desk.ask((reader) => closedAt(reader, desk.office.system, today()))).toBeNull();
	});

	it('knows no foreign ticket', async () => {
		const foreign = await arrive({}, desk.world.buleleng);
		for (const ticketId of [foreign.ticketId, newId()])
			await expect(act(closeDay, { left: [{ ticketId, state: 'absent' }] })).rejects.toEqual(refusal('missing'));
	});
});

describe('the board in the waiting room', () => {
	it('shows rooms, the last and the missed, and never a name', async () => {
		for (let n = 0; n < 7; n++) {
			const { ticketId } = await arrive({ person: { name: 'Rahasia Sekali', phone: '' } });
			await call();
			await act(finishVisit, { ticketId });
			later(1);
		}
		await arrive({ person: { name: 'Rahasia Sekali', phone: '' } });
		await call(desk.rooms[1]);
		const seen = await shown();
		expect(seen.last).toEqual(['B-007', 'B-006', 'B-005', 'B-004', 'B-003']);
		expect(seen.rooms).toMatchObject([
			{ name: 'Ruang 2', label: null },
			{ name: 'Ruang Konsultasi', label: 'B-008', calls: 1 }
		]);
		expect(JSON.stringify(seen)).not.toMatch(/Rahasia|Ratna/);
	});
});
