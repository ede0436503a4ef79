import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { overrideTriage, recordComplaint } from '#clinic/cases/server/commands.ts';
import { roomsOf } from '#clinic/offices/server/reads.ts';
import { callNext, finishVisit, markAbsent, recall } from '#clinic/visits/server/commands/queue.ts';
import { registerWalkIn } from '#clinic/visits/server/commands/register.ts';
import { inQueueNow, ticketOf, visitOf, waitingRoom } from '#clinic/visits/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { read, type Reader } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallWorld, type SmallOffice, type SmallWorld } from '../../world/small.ts';

const base = testDatabase();
let world: SmallWorld;
let office: SmallOffice;
let rooms: [string, string];
/** Each test has a day of its own, so that its queue begins empty. */
let days = 0;
let now: Date;
const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));

beforeAll(async () => {
	world = await smallWorld(base.database);
	office = world.sragen;
	await base.admin.query(`insert into rooms (id, office_id, name, created_at) values ($1, $2, 'Ruang 2', now())`, [
		newId(),
		office.officeId
	]);
	rooms = (await ask((reader) => roomsOf(reader, office.system))).map(({ id }) => id) as never;
});
beforeEach(() => {
	now = new Date(Date.UTC(2026, 3, ++days, 2, 0));
});

const ask = <T>(question: (reader: Reader) => Promise<T>, actor: Actor = office.system) =>
	read(base.database, actor, question);
const ticket = (id: string) => ask((reader) => ticketOf(reader, office.system, id));
const board = (actor: Actor = office.system) => ask((reader) => waitingRoom(reader, actor, now), actor);
const act = <Input, Result extends Record<string, unknown>>(
	deed: unknown,
	input: Input,
	actor: Actor = office.actors.adviser
) =>
	perform(
		{ database: base.database, actor, now, commandId: newId() },
		deed as never,
		input
	) as unknown as Promise<Result>;
const arrive = (over: Record<string, unknown> = {}, at: SmallOffice = office) =>
	act<unknown, { ticketId: string; visitId: string; label: string; caseId: string | null }>(
		registerWalkIn,
		{
			person: { name: 'Sutrisno', phone: '' },
			capacity: 'board',
			cooperativeId: '',
			service: 'guidance',
			clinicId: '',
			reason: 'Bertanya',
			...over
		},
		at.actors.receptionist
	);
interface Called extends Record<string, unknown> {
	ticketId: string;
	label: string;
	promised: { label: string; wasTaken: boolean; by: string | null; at: string | null; room: string | null } | null;
}
const call = (roomId: string, promised = '', actor: Actor = office.actors.adviser) =>
	act<unknown, Called>(callNext, { roomId, promised }, actor);
const refusal = (code: string, params?: Record<string, unknown>) =>
	expect.objectContaining({ name: 'Refusal', code, ...(params && { params: expect.objectContaining(params) }) });

describe('callNext', () => {
	it('calls by arrival and shows who is served where', async () => {
		const first = await arrive();
		later(3);
		await arrive();
		later(2);
		const called = await call(rooms[0], first.ticketId);
		expect(called).toMatchObject({ label: 'B-001', room: 'Ruang 2', promised: null });
		const { waiting, rooms: shown, averageWait } = await board();
		expect(waiting.map(({ label }) => label)).toEqual(['B-002']);
		expect(shown.map((room) => room.now?.label ?? null)).toEqual(['B-001', null]);
		expect(shown[0]!.now).toMatchObject({ calledBy: 'Ratna Anggraini', calls: 1, calledAt: now });
		expect(averageWait).toBe(5);
	});

	it('calls an emergency first, in the order the board shows', async () => {
		await arrive();
		later(1);
		const { caseId, label } = await arrive({ cooperativeId: office.cooperatives.sick, service: 'consultation' });
		later(1);
		await arrive();
		await act(recordComplaint, { caseId, words: 'Simpanan tidak bisa diambil', codes: ['savingsNotPaidOut'] });
		const { waiting } = await board();
		expect(waiting.map((line) => [line.label, line.level])).toEqual([
			[label, 'emergency'],
			['B-001', null],
			['B-003', null]
		]);
		expect(await call(rooms[0], waiting[0]!.ticketId)).toMatchObject({ label, promised: null });
	});

	it('counts the newest triage only', async () => {
		await arrive();
		later(1);
		const { caseId } = await arrive({ cooperativeId: office.cooperatives.cold, service: 'consultation' });
		await act(recordComplaint, { caseId, words: 'Uang hilang', codes: ['moneyMissing'] });
		later(1);
		await act(overrideTriage, { caseId, level: 'routine', reason: 'Ternyata salah catat' });
		expect((await board()).waiting.map(({ label }) => label)).toEqual(['B-001', 'B-002']);
		expect(await call(rooms[0])).toMatchObject({ label: 'B-001' });
	});

	it('takes the next and says so when somebody took the promised one', async () => {
		const first = await arrive();
		await arrive();
		await call(rooms[0], first.ticketId, office.actors.inspector);
		later(1);
		const second = await call(rooms[1], first.ticketId);
		expect(second).toMatchObject({
			label: 'B-002',
			promised: {
				label: 'B-001',
				wasTaken: true,
				by: 'Bagus Wicaksono',
				room: 'Ruang 2',
				at: new Date(now.getTime() - 60_000).toISOString()
			}
		});
	});

	it('says so when somebody more pressing came between', async () => {
		const promised = await arrive();
		const { caseId, label } = await arrive({ cooperativeId: office.cooperatives.healthy, service: 'consultation' });
		await act(recordComplaint, { caseId, words: 'Dilaporkan ke polisi', codes: ['policeReport'] });
		expect(await call(rooms[0], promised.ticketId)).toMatchObject({
			label,
			promised: { label: 'B-001', wasTaken: false }
		});
	});

	it('answers with who took it when nobody is left', async () => {
		const only = await arrive();
		await call(rooms[0], only.ticketId, office.actors.inspector);
		later(9);
		await expect(call(rooms[1], only.ticketId)).rejects.toEqual(
			refusal('visits.takenNoneLeft', { number: 'B-001', by: 'Bagus Wicaksono', at: '09.00 WIB', room: 'Ruang 2' })
		);
		await expect(call(rooms[1])).rejects.toEqual(refusal('visits.queueEmpty'));
	});

	it('serves one at a time in a room, also when two press at once', async () => {
		await arrive();
		await arrive();
		const both = await Promise.allSettled([call(rooms[0]), call(rooms[0], '', office.actors.inspector)]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const refused = both.find((one) => one.status === 'rejected') as PromiseRejectedResult;
		expect(refused.reason).toEqual(refusal('visits.roomBusy', { number: 'B-001', room: 'Ruang 2' }));
		expect((await board()).waiting).toHaveLength(1);
	});

	it('never gives one ticket to two officers who press at once, twenty times', { timeout: 60_000 }, async () => {
		for (let n = 0; n < 40; n++) {
			later(1);
			await arrive();
		}
		const taken: string[] = [];
		for (let round = 0; round < 20; round++) {
			const pair = await Promise.all([call(rooms[0]), call(rooms[1], '', office.actors.inspector)]);
			taken.push(...pair.map(({ label }) => label));
			await Promise.all(pair.map(({ ticketId }) => act(finishVisit, { ticketId })));
		}
		expect(new Set(taken).size).toBe(40);
		expect((await board()).waiting).toEqual([]);
	});

	it('leaves yesterday behind: its room is free and its waiting are not called', async () => {
		await arrive();
		await arrive();
		await call(rooms[0]);
		now = new Date(Date.UTC(2026, 3, ++days, 2, 0));
		expect((await board()).waiting).toEqual([]);
		await expect(call(rooms[0])).rejects.toEqual(refusal('visits.queueEmpty'));
		await arrive();
		expect(await call(rooms[0])).toMatchObject({ label: 'B-001' });
	});

	it('refuses a closed room', async () => {
		await arrive();
		await base.admin.query('update rooms set is_open = false where id = $1', [rooms[1]]);
		await expect(call(rooms[1])).rejects.toEqual(refusal('visits.roomClosed', { room: 'Ruang Konsultasi' }));
		await base.admin.query('update rooms set is_open = true where id = $1', [rooms[1]]);
	});

	it('answers a foreign room or promise as a missing one', async () => {
		await arrive();
		const foreign = await arrive({}, world.buleleng);
		await expect(call(world.buleleng.roomId)).rejects.toEqual(refusal('missing'));
		await expect(call(newId())).rejects.toEqual(refusal('missing'));
		await expect(call(rooms[0], foreign.ticketId)).rejects.toEqual(refusal('missing'));
		await expect(call(rooms[0], newId())).rejects.toEqual(refusal('missing'));
		expect((await board()).waiting).toHaveLength(1);
	});

	it('keeps two offices apart', async () => {
		await arrive({}, world.buleleng);
		await expect(call(rooms[0])).rejects.toEqual(refusal('visits.queueEmpty'));
		expect((await board()).waiting).toEqual([]);
		expect((await board(world.buleleng.system)).waiting).toHaveLength(1);
	});
});

describe('at the room', () => {
	const called = async () => {
		const made = await arrive();
		await call(rooms[0]);
		return made;
	};

	it('recalls, and counts how often', async () => {
		const { ticketId } = await called();
		const start = now;
		later(2);
		expect(await act(recall, { ticketId })).toMatchObject({ label: 'B-001', calls: 2 });
		expect(await ticket(ticketId)).toMatchObject({ state: 'called', calls: 2, calledAt: start });
	});

	it('finishes, and answers a second click with who was quicker', async () => {
		const { ticketId, visitId } = await called();
		later(20);
		expect(await act(finishVisit, { ticketId })).toMatchObject({ label: 'B-001', state: 'finished' });
		const { rooms: shown, ended } = await board();
		expect(shown[0]!.now).toBeNull();
		expect(ended.map(({ label, state, endedBy }) => [label, state, endedBy])).toEqual([
			['B-001', 'finished', 'Ratna Anggraini']
		]);
		expect((await ask((reader) => visitOf(reader, office.system, visitId, now))).ahead).toBeNull();
		later(1);
		for (const deed of [finishVisit, markAbsent])
			await expect(act(deed, { ticketId }, office.actors.inspector)).rejects.toEqual(
				refusal('visits.alreadyFinished', { number: 'B-001', by: 'Ratna Anggraini', at: '09.20 WIB' })
			);
	});

	it('marks absent who does not come, and who left while waiting', async () => {
		const { ticketId } = await called();
		await act(markAbsent, { ticketId });
		expect(await ticket(ticketId)).toMatchObject({ state: 'absent', endedBy: 'Ratna Anggraini' });
		await expect(act(finishVisit, { ticketId })).rejects.toEqual(
			refusal('visits.alreadyAbsent', { number: 'B-001', by: 'Ratna Anggraini' })
		);
		const waiting = await arrive();
		await act(markAbsent, { ticketId: waiting.ticketId });
		expect(await ticket(waiting.ticketId)).toMatchObject({ state: 'absent', room: null });
	});

	it('brings back who came late, to a free room only', async () => {
		const { ticketId } = await called();
		await act(markAbsent, { ticketId });
		const other = await called();
		await expect(act(recall, { ticketId })).rejects.toEqual(refusal('visits.roomBusy', { number: 'B-002' }));
		await expect(act(recall, { ticketId, roomId: rooms[1] })).resolves.toMatchObject({
			room: 'Ruang Konsultasi',
			calls: 2
		});
		expect(await ticket(ticketId)).toMatchObject({ state: 'called', endedBy: null, endedAt: null });
		await act(finishVisit, { ticketId: other.ticketId });
		await expect(act(recall, { ticketId: other.ticketId })).resolves.toMatchObject({ room: 'Ruang 2' });
	});

	it('puts back among the waiting, at the old place, who was never called', async () => {
		const { ticketId } = await arrive();
		later(1);
		await arrive();
		await act(markAbsent, { ticketId });
		await expect(act(recall, { ticketId })).resolves.toMatchObject({ room: null, calls: 0 });
		expect((await board()).waiting.map(({ label }) => label)).toEqual(['B-001', 'B-002']);
	});

	it('calls nobody back from another day', async () => {
		const { ticketId } = await called();
		await act(finishVisit, { ticketId });
		now = new Date(Date.UTC(2026, 3, ++days, 2, 0));
		await expect(act(recall, { ticketId })).rejects.toEqual(refusal('visits.notToday', { number: 'B-001' }));
	});

	it('does nothing to a ticket that was never called', async () => {
		const { ticketId } = await arrive();
		for (const deed of [finishVisit, recall])
			await expect(act(deed, { ticketId })).rejects.toEqual(refusal('visits.notCalled', { number: 'B-001' }));
	});

	it('does nothing to a foreign ticket', async () => {
		const foreign = await arrive({}, world.buleleng);
		for (const deed of [recall, finishVisit, markAbsent])
			for (const ticketId of [foreign.ticketId, newId()])
				await expect(act(deed, { ticketId })).rejects.toEqual(refusal('missing'));
		expect(
			await ask((reader) => ticketOf(reader, world.buleleng.system, foreign.ticketId), world.buleleng.system)
		).toMatchObject({ state: 'waiting' });
	});

	it('is for those who may call', async () => {
		const { ticketId } = await called();
		for (const actor of [office.actors.receptionist, office.actors.specialist, office.actors.headOfOffice]) {
			await expect(call(rooms[1], '', actor)).rejects.toEqual(refusal('forbidden'));
			for (const deed of [recall, finishVisit, markAbsent])
				await expect(act(deed, { ticketId }, actor)).rejects.toEqual(refusal('forbidden'));
		}
	});
});

describe('the chart', () => {
	it('knows that its cooperative stands in the queue now', async () => {
		const cooperativeId = office.cooperatives.sharia;
		const asked = () =>
			ask((reader) => inQueueNow(reader, office.system, cooperativeId, now.toISOString().slice(0, 10)));
		const { ticketId } = await arrive({ cooperativeId });
		expect((await asked()).map(({ label, state }) => [label, state])).toEqual([['B-001', 'waiting']]);
		await act(markAbsent, { ticketId });
		expect(await asked()).toEqual([]);
	});
});
