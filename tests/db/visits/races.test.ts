import { expect, it } from 'vitest';
import { callNext } from '#clinic/visits/server/commands/queue.ts';
import { newId, type Id } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { deskFor, refusal } from './desk.ts';

const base = testDatabase();
const desk = deskFor(base);

/** `QUEUE_CROWD=500` for the whole crowd: too slow for every run. */
const crowd = Number(process.env.QUEUE_CROWD ?? 120);

it(
	'gives a crowd at once consecutive numbers, and lets 50 officers call each once and skip nobody',
	{ timeout: 180_000 },
	async () => {
		const came = await Promise.all(
			Array.from({ length: crowd }, () => desk.arrive({ clinicId: desk.office.clinics.finance }))
		);
		const numbers = came.map(({ label }) => Number(label.slice(2))).sort((a, b) => a - b);
		expect(numbers).toEqual(Array.from({ length: crowd }, (_, n) => n + 1));

		const officers = 50;
		const rooms = Array.from({ length: officers }, () => newId<'Room'>());
		for (const [at, room] of rooms.entries())
			await base.admin.query(`insert into rooms (id, office_id, name, created_at) values ($1, $2, $3, now())`, [
				room,
				desk.office.officeId,
				`Loket ${at + 1}`
			]);
		const order = (await desk.board()).waiting.map(({ label }) => label);
		const pressed = (list: readonly Id<'Room'>[]) =>
			Promise.all(list.map((roomId) => desk.act(callNext, { roomId, promised: '' })));
		const called = (await pressed(rooms)).map(({ label }) => label);
		// Each another one, and nobody behind was taken before somebody ahead.
		expect(new Set(called)).toEqual(new Set(order.slice(0, officers)));
		expect(called).toHaveLength(officers);
		const left = (await desk.board()).waiting.map(({ label }) => label);
		expect(left).toEqual(order.slice(officers));
		await expect(desk.act(callNext, { roomId: rooms[0], promised: '' })).rejects.toEqual(refusal('visits.roomBusy'));
	}
);
