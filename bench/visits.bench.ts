import { smallWorld, type SmallWorld } from '#world/small.ts';
import { registerWalkIn } from '#clinic/visits/server/commands/register.ts';
import { perform } from '#platform/command.ts';
import type { Database } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { benchDatabase } from './database.ts';
import { median, type BenchRow } from './row.ts';

let database: Database;
let world: SmallWorld;

export async function setUp(): Promise<() => Promise<void>> {
	const made = await benchDatabase(10);
	database = made.database;
	world = await smallWorld(database);
	return made.end;
}

const users = 200;
const each = 5;

/** Deeds a second with 200 users at once, each doing the next when the last is answered. */
async function throughput(deed: (user: number) => Promise<unknown>): Promise<number> {
	const from = performance.now();
	await Promise.all(
		Array.from({ length: users }, async (_, user) => {
			for (let turn = 0; turn < each; turn++) await deed(user);
		})
	);
	return (users * each * 1000) / (performance.now() - from);
}

function walkIn(user: number): Promise<unknown> {
	const { sragen } = world;
	return perform({ database, actor: sragen.actors.receptionist, now: world.now, commandId: newId() }, registerWalkIn, {
		person: { name: `Tamu ${user}`, phone: '' },
		capacity: 'founder',
		cooperativeId: '',
		service: 'guidance',
		clinicId: '',
		reason: 'Ingin mendirikan koperasi'
	});
}

/** The bare transaction: the same rows, without permission, parsing, sealing, journey and audit. */
async function bare(user: number): Promise<void> {
	const { officeId } = world.sragen;
	const client = await database.pool.connect();
	try {
		await client.query(`begin; select set_config('app.office_id', '${officeId}', true)`);
		const { rows } = await client.query(
			`insert into ticket_series (office_id, "on", prefix, last) values ($1, '2026-03-02', 'X', 1)
			 on conflict (office_id, "on", prefix) do update set last = ticket_series.last + 1 returning last`,
			[officeId]
		);
		const person = newId();
		const visit = newId();
		await client.query(`insert into people (id, office_id, name, created_at) values ($1, $2, $3, now())`, [
			person,
			officeId,
			`Tamu ${user}`
		]);
		await client.query(
			`insert into visits (id, office_id, person_id, capacity, service, reason, arrived_at, registered_by)
			 values ($1, $2, $3, 'founder', 'guidance', 'x', now(), 'x')`,
			[visit, officeId, person]
		);
		await client.query(
			`insert into tickets (id, office_id, visit_id, "on", prefix, number, state, issued_at)
			 values ($1, $2, $3, '2026-03-02', 'X', $4, 'waiting', now())`,
			[newId(), officeId, visit, rows[0].last]
		);
		await client.query('commit');
	} finally {
		client.release();
	}
}

export const rows: readonly BenchRow[] = [
	{
		name: 'walk-in',
		what: 'registering a walk-in, 200 users at once, against the bare transaction',
		budget: '≥ 25% of the bare transaction',
		holds: ({ ours, baseline }) => ours >= 0.25 * baseline!,
		run: async () => {
			await throughput(walkIn);
			const ours: number[] = [];
			const plain: number[] = [];
			for (let run = 0; run < 5; run++) {
				ours.push(await throughput(walkIn));
				plain.push(await throughput(bare));
			}
			return [{ ours: median(ours), baseline: median(plain), unit: '/s' }];
		}
	}
];
