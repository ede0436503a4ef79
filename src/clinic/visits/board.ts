import type { RoomState } from './breaks.ts';
import type { TicketState } from './queue.ts';

/** What a board in the waiting room may show of a room: never a name of a visitor. */
export interface ShownRoom {
	readonly id: string;
	readonly name: string;
	readonly state: RoomState;
	/** Null: nobody is called here. */
	readonly label: string | null;
	/** How often it was called, so that a repeated call is heard again. */
	readonly calls: number;
}

/** The waiting room as everybody may see it. */
export interface Board {
	readonly rooms: readonly ShownRoom[];
	/** The last calls, the newest first. */
	readonly last: readonly string[];
	/** Called and not come, the newest first. */
	readonly missed: readonly string[];
	readonly waiting: number;
}

/** What has changed between two boards; null when nothing has. Rooms that are as they were are left out. */
export interface BoardDelta {
	readonly rooms?: readonly ShownRoom[];
	/** The rooms in their order, where one came, went or was renamed. */
	readonly order?: readonly string[];
	readonly last?: readonly string[];
	readonly missed?: readonly string[];
	readonly waiting?: number;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export function deltaOf(before: Board, after: Board): BoardDelta | null {
	const known = new Map(before.rooms.map((room) => [room.id, room]));
	const rooms = after.rooms.filter((room) => !same(known.get(room.id), room));
	const order = after.rooms.map(({ id }) => id);
	const delta: BoardDelta = {
		...(rooms.length > 0 && { rooms }),
		...(!same(
			order,
			before.rooms.map(({ id }) => id)
		) && { order }),
		...(!same(before.last, after.last) && { last: after.last }),
		...(!same(before.missed, after.missed) && { missed: after.missed }),
		...(before.waiting !== after.waiting && { waiting: after.waiting })
	};
	return Object.keys(delta).length === 0 ? null : delta;
}

/** What a telephone's page shows of its own ticket. */
export interface TicketLine {
	readonly state: TicketState;
	/** How many are called before; null when that means nothing. */
	readonly ahead: number | null;
	readonly from: number | null;
	readonly to: number | null;
	readonly room: string | null;
	readonly calls: number;
}
