import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginServing, callNext, finishVisit, markAbsent, recall } from '#clinic/visits/server/commands/queue.ts';
import { parkTicket, transferTicket } from '#clinic/visits/server/commands/sending.ts';
import { undoMove } from '#clinic/visits/server/commands/undo.ts';
import { openDatabase, write } from '#platform/database/client.ts';
import { perform, type AnyCommand } from '#platform/command.ts';
import { newId } from '#platform/ids.ts';
import { Refusal } from '#platform/refusal.ts';
import { testDatabase } from '../../database/database.ts';
import { deskFor } from './desk.ts';

const base = testDatabase();
const desk = deskFor(base);

type State = 'waiting' | 'called' | 'serving' | 'parked' | 'finished' | 'absent';
/** What the queue should be, in the plainest words: states and rooms, no order, no times. */
interface Model {
	tickets: { state: State; room: number | null; clinic: number; undo: (() => void) | null }[];
	issued: number;
}
interface Real {
	ids: string[];
	moves: (string | null)[];
}

const clinicOf = (at: number) => (at === 0 ? desk.office.clinics.finance : desk.office.clinics.law);
const busy = (model: Readonly<Model>, room: number) =>
	model.tickets.some((one) => (one.state === 'called' || one.state === 'serving') && one.room === room);

/** A deed to the n-th ticket: what the model says comes of it, or that it is refused. */
type Deed = (model: Model, at: number, room: number) => Partial<Model['tickets'][number]> | null;
const deeds: Readonly<Record<string, { command: AnyCommand; says: Deed; input?: (room: number) => object }>> = {
	begin: {
		command: beginServing,
		says: ({ tickets }, at) => (tickets[at]!.state === 'called' ? { state: 'serving' } : null)
	},
	finish: {
		command: finishVisit,
		says: ({ tickets }, at) => (['called', 'serving'].includes(tickets[at]!.state) ? { state: 'finished' } : null)
	},
	absent: {
		command: markAbsent,
		says: ({ tickets }, at) =>
			['waiting', 'called', 'parked'].includes(tickets[at]!.state) ? { state: 'absent' } : null
	},
	park: {
		command: parkTicket,
		says: ({ tickets }, at) =>
			['waiting', 'called', 'serving'].includes(tickets[at]!.state) ? { state: 'parked', room: null } : null
	},
	transfer: {
		command: transferTicket,
		input: (room) => ({ clinicId: clinicOf(room) }),
		says: ({ tickets }, at, room) =>
			['waiting', 'called', 'serving', 'parked'].includes(tickets[at]!.state) && tickets[at]!.clinic !== room
				? { state: 'waiting', room: null, clinic: room }
				: null
	},
	recall: {
		command: recall,
		input: (room) => ({ roomId: desk.rooms[room] }),
		says: (model, at, room) => {
			const { state } = model.tickets[at]!;
			if (state === 'called') return {};
			return ['parked', 'absent', 'finished'].includes(state) && !busy(model, room) ? { state: 'called', room } : null;
		}
	}
};

const outcome = async (work: Promise<{ moveId?: string }>): Promise<string | null | 'refused'> => {
	try {
		return (await work).moveId ?? null;
	} catch (problem) {
		if (problem instanceof Refusal) return 'refused';
		throw problem;
	}
};

class Arrive implements fc.AsyncCommand<Model, Real> {
	check = ({ tickets }: Readonly<Model>) => tickets.length < 8;
	async run(model: Model, real: Real) {
		desk.later(1);
		const { ticketId, label } = await desk.arrive({ clinicId: clinicOf(0) });
		model.issued += 1;
		expect(label).toBe(`K-${String(model.issued).padStart(3, '0')}`);
		real.ids.push(ticketId);
		real.moves.push(null);
		model.tickets.push({ state: 'waiting', room: null, clinic: 0, undo: null });
	}
	toString = () => 'arrive';
}

class Call implements fc.AsyncCommand<Model, Real> {
	private readonly room: number;
	constructor(room: number) {
		this.room = room;
	}
	check = () => true;
	async run(model: Model, real: Real) {
		const expected = busy(model, this.room) ? -1 : model.tickets.findIndex(({ state }) => state === 'waiting');
		try {
			const { ticketId, moveId } = await desk.act(callNext, { roomId: desk.rooms[this.room], promised: '' });
			const at = real.ids.indexOf(ticketId);
			// The first of those who wait, for all came in this order and none has priority.
			expect(at).toBe(expected);
			change(model, at, { state: 'called', room: this.room });
			real.moves[at] = moveId;
		} catch (problem) {
			if (!(problem instanceof Refusal)) throw problem;
			expect(expected).toBe(-1);
		}
	}
	toString = () => `call(${this.room})`;
}

function change(model: Model, at: number, to: Partial<Model['tickets'][number]>): void {
	const ticket = model.tickets[at]!;
	const { state, room, clinic } = ticket;
	Object.assign(ticket, to, { undo: () => Object.assign(ticket, { state, room, clinic, undo: null }) });
}

class Do implements fc.AsyncCommand<Model, Real> {
	private readonly name: string;
	private readonly at: number;
	private readonly room: number;
	constructor(name: string, at: number, room: number) {
		this.name = name;
		this.at = at;
		this.room = room;
	}
	check = ({ tickets }: Readonly<Model>) => tickets.length > 0;
	async run(model: Model, real: Real) {
		const at = this.at % model.tickets.length;
		const { command, says, input } = deeds[this.name]!;
		const expected = says(model, at, this.room);
		const done = await outcome(desk.act(command, { ticketId: real.ids[at], ...input?.(this.room) }) as Promise<object>);
		expect(done === 'refused').toBe(expected === null);
		if (expected === null) return;
		change(model, at, expected);
		real.moves[at] = done;
	}
	toString = () => `${this.name}(${this.at}, ${this.room})`;
}

class Undo implements fc.AsyncCommand<Model, Real> {
	private readonly at: number;
	constructor(at: number) {
		this.at = at;
	}
	check = ({ tickets }: Readonly<Model>) => tickets.length > 0;
	async run(model: Model, real: Real) {
		const at = this.at % model.tickets.length;
		const moveId = real.moves[at];
		const { undo } = model.tickets[at]!;
		if (!moveId || !undo) return;
		const before = structuredClone({ ...model.tickets[at]!, undo: null });
		undo();
		const { state, room } = model.tickets[at]!;
		const others = { ...model, tickets: model.tickets.filter((_, place) => place !== at) };
		const taken = (state === 'called' || state === 'serving') && room !== null && busy(others, room);
		const done = await outcome(desk.act(undoMove, { moveId }) as Promise<object>);
		expect(done === 'refused').toBe(taken);
		if (taken) Object.assign(model.tickets[at]!, before, { undo });
		else real.moves[at] = null;
	}
	toString = () => `undo(${this.at})`;
}

/** The program dies in the middle of a deed: its connection is cut before the transaction has committed. */
class Crash implements fc.AsyncCommand<Model, Real> {
	private readonly name: string;
	private readonly at: number;
	constructor(name: string, at: number) {
		this.name = name;
		this.at = at;
	}
	check = ({ tickets }: Readonly<Model>) => tickets.length > 0;
	async run(model: Model, real: Real) {
		const dying = openDatabase(base.appUrl, 1);
		const actor = desk.office.actors.adviser;
		const { command, input } = deeds[this.name]!;
		const half: AnyCommand = {
			...command,
			run: async (context, given) => {
				const result = await command.run(context, given);
				const { rows } = await context.tx.execute<{ pid: number }>('select pg_backend_pid() as pid');
				await base.admin.query('select pg_terminate_backend($1)', [rows[0]!.pid]);
				return result;
			}
		};
		const at = this.at % model.tickets.length;
		await perform({ database: dying, actor, now: desk.now, commandId: newId() }, half, {
			ticketId: real.ids[at],
			...input?.(0)
		}).then(
			() => expect.unreachable('a cut transaction has committed'),
			() => {}
		);
		await dying.close();
	}
	toString = () => `crash(${this.name}, ${this.at})`;
}

/** The program starts anew: nothing it had in mind is there, only the rows. */
class Restart implements fc.AsyncCommand<Model, Real> {
	check = () => true;
	async run() {
		await base.database.close();
		base.database = openDatabase(base.appUrl, 12);
	}
	toString = () => 'restart';
}

const place = fc.nat({ max: 7 });
const room = fc.nat({ max: 1 });
const name = fc.constantFrom(...Object.keys(deeds));
const commands = [
	fc.constant(new Arrive()),
	room.map((at) => new Call(at)),
	fc.tuple(name, place, room).map(([deed, at, to]) => new Do(deed, at, to)),
	place.map((at) => new Undo(at)),
	fc.tuple(name, place).map(([deed, at]) => new Crash(deed, at)),
	fc.constant(new Restart())
];

async function compare(model: Model, real: Real): Promise<void> {
	const { rows } = await base.admin.query<{ id: string; state: string; room_id: string | null }>(
		`select id, state, room_id from tickets where office_id = $1 and "on" = $2 order by number`,
		[desk.office.officeId, desk.now.toISOString().slice(0, 10)]
	);
	expect(rows.map(({ id }) => id)).toEqual(real.ids);
	expect(rows.map(({ state }) => state)).toEqual(model.tickets.map(({ state }) => state));
	const inRooms = rows.filter(({ state }) => state === 'called' || state === 'serving').map(({ room_id }) => room_id);
	expect(new Set(inRooms).size).toBe(inRooms.length);
}

describe('the queue', () => {
	it(
		'is what a plain model says, over any sequence of deeds, undo, crash and restart',
		{ timeout: 120_000 },
		async () => {
			let runs = 0;
			const begun = desk.now.getTime();
			await fc.assert(
				fc.asyncProperty(fc.commands(commands, { maxCommands: 25 }), async (sequence) => {
					// A day of its own for each sequence.
					desk.now = new Date(begun + ++runs * 86_400_000);
					const real: Real = { ids: [], moves: [] };
					const model: Model = { tickets: [], issued: 0 };
					await fc.asyncModelRun(() => ({ model, real }), sequence);
					await compare(model, real);
				}),
				{ numRuns: Number(process.env.QUEUE_RUNS ?? 20) }
			);
		}
	);

	it('holds a room to one visitor whatever a command forgets', async () => {
		const [a, b] = [await desk.arrive(), await desk.arrive()];
		await desk.call();
		const seen = { officeId: desk.office.officeId, userId: null };
		const forced = write(base.database, seen, null, (_, client) =>
			client.query(`update tickets set state = 'called', room_id = $1 where id = $2`, [desk.rooms[0], b.ticketId])
		);
		await expect(forced).rejects.toThrow(/tickets_room_once/);
		expect(a.label).toBe('B-001');
	});
});
