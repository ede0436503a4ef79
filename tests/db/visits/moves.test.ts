import { describe, expect, it } from 'vitest';
import { beginServing, callNext, finishVisit, markAbsent, recall } from '#clinic/visits/server/commands/queue.ts';
import { changeRoom, parkTicket, preferTicket, transferTicket } from '#clinic/visits/server/commands/sending.ts';
import { undoMove } from '#clinic/visits/server/commands/undo.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { deskFor, refusal } from './desk.ts';

const base = testDatabase();
const desk = deskFor(base);
const { act, arrive, call, ticket, board, later } = desk;
const labels = async () => (await board()).waiting.map(({ label }) => label);

describe('a visitor in the room', () => {
	it('is called, comes in, is served and done, each moment kept', async () => {
		const { ticketId } = await arrive();
		later(5);
		await call();
		const called = desk.now;
		later(2);
		await act(beginServing, { ticketId });
		const begun = desk.now;
		await expect(act(markAbsent, { ticketId })).rejects.toEqual(refusal('visits.alreadyCalled', { number: 'B-001' }));
		later(10);
		await act(finishVisit, { ticketId });
		expect(await ticket(ticketId)).toMatchObject({
			state: 'finished',
			calledAt: called,
			begunAt: begun,
			endedAt: desk.now
		});
	});

	it('goes to another room that is free, and is called there', async () => {
		const { ticketId } = await arrive();
		await arrive();
		await call();
		await act(beginServing, { ticketId });
		await expect(act(changeRoom, { ticketId, roomId: desk.rooms[0] })).rejects.toEqual(refusal('visits.roomBusy'));
		later(1);
		expect(await act(changeRoom, { ticketId, roomId: desk.rooms[1] })).toMatchObject({ room: 'Ruang Konsultasi' });
		expect(await ticket(ticketId)).toMatchObject({ state: 'called', calls: 2, begunAt: null, calledAt: desk.now });
		await expect(call()).resolves.toMatchObject({ label: 'B-002' });
	});

	it('is sent on to another poli under the same number, at the place of the hour of coming', async () => {
		const { finance, law } = desk.office.clinics;
		const { ticketId } = await arrive({ clinicId: finance });
		later(1);
		await arrive({ clinicId: law });
		await call();
		await expect(act(transferTicket, { ticketId, clinicId: finance })).rejects.toEqual(refusal('visits.sameClinic'));
		await act(transferTicket, { ticketId, clinicId: law });
		expect(await labels()).toEqual(['K-001', 'H-001']);
		expect(await ticket(ticketId)).toMatchObject({
			state: 'waiting',
			clinic: 'Poli Hukum',
			fromClinic: 'Poli Keuangan'
		});
		await base.admin.query('update clinics set is_open = false where id = $1', [finance]);
		await expect(act(transferTicket, { ticketId, clinicId: finance })).rejects.toEqual(refusal('visits.clinicClosed'));
		await base.admin.query('update clinics set is_open = true where id = $1', [finance]);
	});

	it('is set aside and keeps the place; the room is free', async () => {
		const { ticketId } = await arrive();
		await arrive();
		await call();
		await act(parkTicket, { ticketId });
		await expect(act(finishVisit, { ticketId })).rejects.toEqual(refusal('visits.isParked', { number: 'B-001' }));
		expect((await board()).parked.map(({ label }) => label)).toEqual(['B-001']);
		expect(await call()).toMatchObject({ label: 'B-002' });
		await act(recall, { ticketId });
		expect(await labels()).toEqual(['B-001']);
	});

	it('is called by one poli only where the officer shows one', async () => {
		await arrive();
		const { law } = desk.office.clinics;
		await arrive({ clinicId: law });
		expect(await act(callNext, { roomId: desk.rooms[0], clinicId: law })).toMatchObject({ label: 'H-001' });
		await expect(act(callNext, { roomId: desk.rooms[1], clinicId: law })).rejects.toEqual(refusal('visits.queueEmpty'));
	});
});

describe('priority', () => {
	it('goes before those who came less than its head start earlier, on the board and at the call', async () => {
		const first = await arrive();
		later(29);
		const old = await arrive({ priority: 'elderly' });
		expect(await labels()).toEqual([old.label, first.label]);
		await act(preferTicket, { ticketId: old.ticketId, priority: 'cameFar' });
		expect(await labels()).toEqual([first.label, old.label]);
		await act(preferTicket, { ticketId: first.ticketId, priority: '' });
		await act(preferTicket, { ticketId: old.ticketId, priority: 'pregnant' });
		expect(await call()).toMatchObject({ label: old.label });
		await expect(act(preferTicket, { ticketId: old.ticketId, priority: '' })).rejects.toEqual(
			refusal('visits.alreadyCalled')
		);
	});
});

describe('undoMove', () => {
	it('brings everything back as it was, and leaves an audit row', async () => {
		const { ticketId } = await arrive({ clinicId: desk.office.clinics.finance });
		const before = await ticket(ticketId);
		for (const deed of [
			() => call(),
			() => act(parkTicket, { ticketId }),
			() => act(markAbsent, { ticketId }),
			() => act(transferTicket, { ticketId, clinicId: desk.office.clinics.law }),
			() => act(preferTicket, { ticketId, priority: 'disabled' })
		]) {
			const { moveId } = await deed();
			expect(await ticket(ticketId)).not.toEqual(before);
			later(0.1);
			await act(undoMove, { moveId });
			expect(await ticket(ticketId)).toEqual(before);
		}
		const { rows } = await base.admin.query(
			`select count(*)::int as n from audit_rows where command = 'visits.undoMove' and result->>'ticketId' = $1`,
			[ticketId]
		);
		expect(rows[0].n).toBe(5);
	});

	it('is one’s own last deed, within the time, and once', async () => {
		const { ticketId } = await arrive();
		const { moveId } = await call();
		await expect(act(undoMove, { moveId }, desk.office.actors.inspector)).rejects.toEqual(refusal('visits.movedSince'));
		later(1);
		const finished = await act(finishVisit, { ticketId });
		await expect(act(undoMove, { moveId })).rejects.toEqual(refusal('visits.movedSince', { number: 'B-001' }));
		desk.now = new Date(desk.now.getTime() + 60_001);
		await expect(act(undoMove, { moveId: finished.moveId })).rejects.toEqual(refusal('visits.undoTooLate'));
		desk.now = new Date(desk.now.getTime() - 1);
		await act(undoMove, { moveId: finished.moveId });
		expect(await ticket(ticketId)).toMatchObject({ state: 'called', endedAt: null });
		await expect(act(undoMove, { moveId: finished.moveId })).rejects.toEqual(refusal('visits.movedSince'));
		await expect(act(undoMove, { moveId: newId() })).rejects.toEqual(refusal('missing'));
	});

	it('does not put two into one room, nor one person twice into the queue', async () => {
		const person = { person: { name: 'Bu Tini', phone: '0812 1111 9999' } };
		const { ticketId } = await arrive(person);
		await arrive();
		await call();
		const { moveId } = await act(finishVisit, { ticketId });
		await call();
		await expect(act(undoMove, { moveId })).rejects.toEqual(refusal('visits.roomBusy', { number: 'B-002' }));
		const again = await arrive(person);
		await expect(act(undoMove, { moveId })).rejects.toEqual(refusal('visits.roomBusy'));
		const gone = await act(markAbsent, { ticketId: again.ticketId });
		const third = await arrive(person);
		await expect(act(undoMove, { moveId: gone.moveId })).rejects.toEqual(
			refusal('visits.alreadyInQueue', { number: third.label })
		);
	});
});
