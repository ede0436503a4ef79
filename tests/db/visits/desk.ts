import { beforeAll, beforeEach, expect } from 'vitest';
import { roomsOf } from '#clinic/offices/server/reads.ts';
import { callNext } from '#clinic/visits/server/commands/queue.ts';
import { registerWalkIn } from '#clinic/visits/server/commands/register.ts';
import { ticketOf, waitingRoom } from '#clinic/visits/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { perform, type Command, type Json } from '#platform/command.ts';
import { read, type Reader } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import type * as v from 'valibot';
import type { TestDatabase } from '../../database/database.ts';
import { smallWorld, type SmallOffice, type SmallWorld } from '../../world/small.ts';

interface Desk {
	world: SmallWorld;
	office: SmallOffice;
	rooms: Id<'Room'>[];
	now: Date;
}

/** A desk with two rooms, and a day of its own for each test, so that its queue begins empty. Tuesdays, 09.00 WIB. */
export function deskFor(base: TestDatabase) {
	const desk: Desk = { world: {} as SmallWorld, office: {} as SmallOffice, rooms: [], now: new Date() };
	const ask = <T>(question: (reader: Reader) => Promise<T>, actor: Actor = desk.office.system): Promise<T> =>
		read(base.database, actor, question);
	const act = <Schema extends v.GenericSchema, Result extends Json>(
		deed: Command<Schema, Result>,
		input: unknown,
		actor: Actor = desk.office.actors.adviser
	): Promise<Result> =>
		perform({ database: base.database, actor, now: desk.now, commandId: newId() }, deed, input as never);
	const helpers = {
		ask,
		act,
		later: (minutes: number) => (desk.now = new Date(desk.now.getTime() + minutes * 60_000)),
		ticket: (id: string) => ask((reader) => ticketOf(reader, desk.office.system, id)),
		board: () => ask((reader) => waitingRoom(reader, desk.office.system, desk.now)),
		arrive: (over: Record<string, unknown> = {}, at: SmallOffice = desk.office) =>
			act(
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
			),
		call: (room: Id<'Room'> = desk.rooms[0]!, actor: Actor = desk.office.actors.adviser) =>
			act(callNext, { roomId: room, promised: '' }, actor)
	};
	let weeks = 0;
	beforeAll(async () => {
		desk.world = await smallWorld(base.database);
		desk.office = desk.world.sragen;
		await base.admin.query(`insert into rooms (id, office_id, name, created_at) values ($1, $2, 'Ruang 2', now())`, [
			newId(),
			desk.office.officeId
		]);
		desk.rooms = (await ask((reader) => roomsOf(reader, desk.office.system))).map(({ id }) => id);
	});
	beforeEach(() => {
		// None of them is a holiday in the list of 2026.
		desk.now = new Date(Date.UTC(2027, 0, 5 + 7 * weeks++, 2, 0));
	});
	return Object.assign(desk, helpers);
}

export const refusal = (code: string, params?: Record<string, unknown>) =>
	expect.objectContaining({ name: 'Refusal', code, ...(params && { params: expect.objectContaining(params) }) });
