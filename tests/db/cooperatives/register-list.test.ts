import { beforeAll, describe, expect, it } from 'vitest';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { PAGE, registerList, type Wanted } from '#clinic/cooperatives/server/reads/register-list.ts';
import type { Actor } from '#platform/actor.ts';
import { read } from '#platform/database/client.ts';
import { testDatabase } from '../../database/database.ts';
import { smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { csv, emptyOffice, importFile } from './importing.ts';

const base = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(base.database);
});

const list = (over: Partial<Wanted> = {}, actor: Actor = world.sragen.actors.receptionist) =>
	read(base.database, actor, (reader) =>
		registerList(reader, actor, { text: '', kind: null, status: null, district: null, page: 1, ...over }, smallToday)
	);
const names = async (over: Partial<Wanted> = {}, actor?: Actor) =>
	(await list(over, actor)).rows.map(({ name }) => name);

describe('the register as a list', () => {
	it('shows every cooperative of the office by name, each as on its own page', async () => {
		const actor = world.sragen.actors.receptionist;
		const { rows, total } = await list();
		expect(total).toBe(7);
		const sorted = rows.map(({ name }) => name.toLowerCase());
		expect(sorted).toEqual([...sorted].sort());
		for (const row of rows) {
			const identity = await read(base.database, actor, (reader) => identityOf(reader, actor, row.id, smallToday));
			expect([row.name, row.condition, row.district]).toEqual([
				identity.name,
				identity.judged.condition,
				identity.district
			]);
		}
		expect(new Set(rows.map(({ condition }) => condition)).size).toBeGreaterThan(3);
	});

	it('is narrowed by kind, status, district and text', async () => {
		expect(await names({ kind: 'producer' })).toEqual(['KUD Dharma Laksana']);
		expect(await names({ status: 'inactive' })).toEqual(['KUD Dharma Laksana']);
		expect(await names({ status: 'inactive', kind: 'consumer' })).toEqual([]);
		expect(await names({ kind: 'unknown' })).toEqual([]);
		expect(await names({ district: '33.14.02' })).toEqual([]);
		expect((await list({ district: '33.14.01' })).total).toBe(7);
		expect((await names({ text: 'tirto sdana' }))[0]).toBe('KSP Tirta Sedana');
		expect(await names({ text: 'KSP', kind: 'savingsAndLoan' })).toEqual([
			'KSP Amerta Jaya',
			'KSP Guna Artha',
			'KSP Tirta Sedana'
		]);
		expect(await list({ text: 'x' })).toEqual({ rows: [], total: 0 });
	});

	it('comes a page at a time', async () => {
		const office = await emptyOffice(base.database);
		const many = Array.from({ length: PAGE + 3 }, (_, at) => `KSP Nomor ${String(at).padStart(2, '0')};Bogor Utara`);
		await importFile(base.database, office, csv('Nama Koperasi;Kecamatan', ...many));
		const [first, second, third] = [
			await list({}, office),
			await list({ page: 2 }, office),
			await list({ page: 3 }, office)
		];
		expect([first.rows.length, first.total, second.rows.length, second.total]).toEqual([PAGE, PAGE + 3, 3, PAGE + 3]);
		expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(PAGE + 3);
		expect(third.rows).toEqual([]);
	});

	it('leaves out what was merged into another, and other offices', async () => {
		const { village, sharia } = world.sragen.cooperatives;
		await base.admin.query('update cooperatives set merged_into = $1 where id = $2', [sharia, village]);
		expect((await list()).total).toBe(6);
		expect(await names({ text: 'merah putih karangasem' })).toEqual(['KSPPS Amanah Sejahtera']);
		expect((await list({}, world.buleleng.actors.receptionist)).total).toBe(7);
	});
});
