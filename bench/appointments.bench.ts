import { smallWorld, type SmallWorld } from '#world/small.ts';
import { holdSlot } from '#clinic/visits/server/commands/appointments/booking.ts';
import {
	addAppointmentService,
	chooseAppointmentOfficers
} from '#clinic/visits/server/commands/appointments/settings.ts';
import { perform } from '#platform/command.ts';
import type { Database } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { benchDatabase } from './database.ts';
import type { BenchRow } from './row.ts';

let database: Database;
let world: SmallWorld;
let serviceId: string;

export async function setUp(): Promise<() => Promise<void>> {
	const made = await benchDatabase(10);
	database = made.database;
	world = await smallWorld(database);
	const { adviser, inspector, officeAdministrator: actor } = world.sragen.actors;
	const request = () => ({ database, actor, now: world.now, commandId: newId() });
	await perform(request(), chooseAppointmentOfficers, { staffIds: [adviser.id, inspector.id] });
	({ serviceId } = await perform(request(), addAppointmentService, {
		name: 'Konsultasi',
		clinicId: '',
		service: 'guidance',
		minutes: 60,
		officers: '1',
		ways: ['faceToFace']
	}));
	return made.end;
}

const attempts = 1000;

/** Everybody at once wants the one room at ten o'clock. @returns how many got it */
async function race(startsAt: string): Promise<number> {
	const { receptionist: actor } = world.sragen.actors;
	const outcomes = await Promise.allSettled(
		Array.from({ length: attempts }, () =>
			perform({ database, actor, now: world.now, commandId: newId() }, holdSlot, {
				serviceId,
				way: 'faceToFace',
				startsAt
			})
		)
	);
	for (const one of outcomes)
		if (one.status === 'rejected' && (one.reason as { code?: string }).code !== 'visits.slotTaken') throw one.reason;
	return outcomes.filter(({ status }) => status === 'fulfilled').length;
}

/** The bare turn: waiting for the office's lock and looking whether the time is taken. */
async function bare(): Promise<void> {
	const { officeId } = world.sragen;
	await Promise.all(
		Array.from({ length: attempts }, async () => {
			const client = await database.pool.connect();
			try {
				await client.query(
					`begin; select set_config('app.office_id', '${officeId}', true), pg_advisory_xact_lock(hashtextextended('bench', 0))`
				);
				await client.query('select 1 from appointment_claims where office_id = $1', [officeId]);
				await client.query('commit');
			} finally {
				client.release();
			}
		})
	);
}

const seconds = async (work: () => Promise<unknown>) => {
	const from = performance.now();
	await work();
	return (performance.now() - from) / 1000;
};

export const rows: readonly BenchRow[] = [
	{
		name: 'appointments',
		what: '1,000 attempts at once on one slot: exactly one has it, the others are told',
		budget: '≤ 20 times the bare turn, and exactly one',
		holds: ({ ours, baseline }) => ours <= 20 * baseline!,
		run: async () => {
			let booked = 0;
			const ours = await seconds(async () => (booked = await race('2026-03-02T03:00:00.000Z')));
			if (booked !== 1) throw new Error(`${booked} have the same room at the same time`);
			return [{ ours, baseline: await seconds(bare), unit: 's' }];
		}
	}
];
