import { beforeAll, describe, expect, it } from 'vitest';
import { findEverywhere } from '#clinic/reports/server/reads/search.ts';
import { registerWalkIn } from '#clinic/visits/server/commands/register.ts';
import type { Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
	await comes('Tukiman Hadi', '0812 3456 7890', 'K');
	await comes('Sumarni', '0812 9999 0000', 'B');
});

async function comes(name: string, phone: string, letter: 'K' | 'B') {
	const { actors, cooperatives, clinics } = world.sragen;
	await perform(
		{ database: test.database, actor: actors.receptionist, now: smallNow, commandId: newId() },
		registerWalkIn,
		{
			person: { name, phone },
			capacity: 'board',
			cooperativeId: letter === 'K' ? cooperatives.healthy : '',
			service: 'consultation',
			clinicId: letter === 'K' ? clinics.finance : '',
			reason: 'Bertanya'
		}
	);
}

const find = (text: string, actor: Actor = world.sragen.actors.receptionist, today = smallToday) =>
	read(test.database, actor, (reader) => findEverywhere(reader, actor, text, today));

describe('the one search box', () => {
	it('finds cooperatives, however badly typed', async () => {
		expect((await find('tirto sdana')).cooperatives[0]).toMatchObject({ name: 'KSP Tirta Sedana' });
	});

	it('finds tickets of today by their number', async () => {
		expect((await find('k-1')).tickets).toEqual([
			expect.objectContaining({
				label: 'K-001',
				person: 'Tukiman Hadi',
				cooperative: 'KSP Tirta Sedana',
				state: 'waiting'
			})
		]);
		expect((await find('001')).tickets.map(({ label }) => label)).toEqual(['B-001', 'K-001']);
		expect((await find('K-002')).tickets).toEqual([]);
		expect((await find('K-001', undefined, '2026-03-03')).tickets).toEqual([]);
	});

	it('finds cases by number', async () => {
		const { cases } = await find('2026-001');
		expect(cases).toEqual([expect.objectContaining({ id: world.sragen.caseId, number: '2026-001', closedAt: null })]);
		expect((await find('1')).cases.map(({ number }) => number)).toEqual(['2026-001']);
		expect((await find('2025-001')).cases).toEqual([]);
		expect((await find('2026-003')).cases).toEqual([]);
	});

	it('finds people by a part of the name, with where they serve', async () => {
		expect((await find('tukiman')).people).toEqual([expect.objectContaining({ name: 'Tukiman Hadi', serves: [] })]);
		const [chair] = (await test.admin.query('select name from people where id = $1', [world.sragen.chairs.dormant]))
			.rows as { name: string }[];
		const found = (await find(chair!.name)).people.find(({ id }) => id === world.sragen.chairs.dormant);
		expect(found?.serves[0]).toMatchObject({ cooperativeId: world.sragen.cooperatives.dormant, isOver: true });
	});

	it.each(['0812 3456 7890', '+62 812-3456-7890', '6281234567890'])('finds people by telephone %s', async (phone) => {
		expect((await find(phone)).people.map(({ name }) => name)).toEqual(['Tukiman Hadi']);
	});

	it('finds nobody by a part of a telephone number, nor by signs that would match all', async () => {
		for (const text of ['0812 3456', '%', '___', 'a%', '', '\u0000'])
			expect((await find(text)).people, text).toEqual([]);
	});

	it('does not find who has been erased', async () => {
		const gone = await find('sumarni');
		expect(gone.people).toHaveLength(1);
		await test.admin.query('update people set erased_at = now() where id = $1', [gone.people[0]!.id]);
		expect((await find('sumarni')).people).toEqual([]);
		await test.admin.query('update people set erased_at = null where id = $1', [gone.people[0]!.id]);
	});

	it('finds nothing of another office', async () => {
		const { receptionist } = world.buleleng.actors;
		expect((await find('tukiman', receptionist)).people).toEqual([]);
		expect((await find('0812 3456 7890', receptionist)).people).toEqual([]);
		expect((await find('K-001', receptionist)).tickets).toEqual([]);
		expect((await find('2026-001', receptionist)).cases.map(({ id }) => id)).toEqual([world.buleleng.caseId]);
	});

	it('shows each group only to who may see it', async () => {
		const { receptionist } = world.sragen.actors;
		const without = (permission: string): Actor => ({
			...receptionist,
			permissions: new Set([...receptionist.permissions].filter((held) => held !== permission))
		});
		expect((await find('001', without('queue.view'))).tickets).toEqual([]);
		expect((await find('001', without('case.view'))).cases).toEqual([]);
		expect((await find('tukiman', without('person.view'))).people).toEqual([]);
	});
});
