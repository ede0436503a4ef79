import { PgDialect } from 'drizzle-orm/pg-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { registerCooperative } from '#clinic/cooperatives/server/commands/registration.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { foundBy, searchCooperatives } from '#clinic/cooperatives/server/reads/search.ts';
import { readSearch } from '#clinic/cooperatives/search-text.ts';
import type { Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';

const base = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(base.database);
});

const search = async (text: string, actor: Actor = world.sragen.actors.receptionist) =>
	(await read(base.database, actor, (reader) => searchCooperatives(reader, actor, text))).map(({ name }) => name);
const register = (over: Record<string, unknown>, actor: Actor = world.sragen.actors.receptionist) =>
	perform({ database: base.database, actor, now: smallNow, commandId: newId() }, registerCooperative, {
		name: 'Koperasi Baru',
		...over
	});
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });

describe('searchCooperatives', () => {
	it.each([
		['sri rejeki makmur', 'KSU Sri Redjeki Makmur'],
		['koperasi serba usaha sri rezki', 'KSU Sri Redjeki Makmur'],
		['makmur', 'KSU Sri Redjeki Makmur'],
		['tirta', 'KSP Tirta Sedana'],
		['tirto sdana', 'KSP Tirta Sedana'],
		['TIRTA-SEDANA', 'KSP Tirta Sedana'],
		['simpan pinjam goena arta', 'KSP Guna Artha'],
		['darma laksana', 'KUD Dharma Laksana'],
		['amrta djaja', 'KSP Amerta Jaya'],
		['bmt amanah sejahtra', 'KSPPS Amanah Sejahtera'],
		['merah putih karang asem', 'Koperasi Desa Merah Putih Karangasem'],
		['kop sri rejeki', 'KSU Sri Redjeki Makmur'],
		['srirejeki', 'KSU Sri Redjeki Makmur']
	])('%s finds %s first', async (typed, name) => {
		expect((await search(typed))[0]).toBe(name);
	});

	it('finds by legal number, however it is spelled, and by the number of the register', async () => {
		const [row] = (
			await base.admin.query('select legal_number, registry_number from cooperatives where id = $1', [
				world.sragen.cooperatives.cold
			])
		).rows;
		const legal = (row.legal_number as string).replaceAll('/', ' . ').toLowerCase();
		expect((await search(legal))[0]).toBe('KSU Sri Redjeki Makmur');
		expect((await search(row.registry_number as string))[0]).toBe('KSU Sri Redjeki Makmur');
	});

	it('finds by any part of a number, whatever stands between its digits', async () => {
		const { cold, inCare } = world.sragen.cooperatives;
		const { rows } = await base.admin.query(
			'select legal_number, registry_number from cooperatives where id = any($1) order by legal_number desc',
			[[cold, inCare]]
		);
		expect(rows[1].legal_number).toBe('11001/BH/KWK.11/V/1998');
		for (const text of ['11001', '11.001', '11001 bh', '011001/BH', 'BH/KWK-11/V/1998', 'kwk 11 v 1998'])
			expect(await search(text), text).toContain('KSU Sri Redjeki Makmur');
		expect(rows[0].legal_number).toMatch(/^AHU-/);
		const digits = (rows[0].legal_number as string).slice(4, 12);
		for (const text of [`AHU-${digits}`, `ahu ${digits}`, digits])
			expect(await search(text), text).toContain('KSP Amerta Jaya');
		const registry = rows[0].registry_number as string;
		for (const text of [`${registry.slice(0, 4)} ${registry.slice(4)}`, registry.slice(-6)])
			expect(await search(text), text).toContain('KSP Amerta Jaya');
	});

	it('takes words of a kind for the kind, where nothing else was typed', async () => {
		const lenders = await search('KSP');
		expect(lenders).toContain('KSP Tirta Sedana');
		expect(lenders.every((name) => name.startsWith('KSP '))).toBe(true);
		expect(await search('koperasi unit desa')).toEqual(['KUD Dharma Laksana']);
		expect(await search('koperasi')).toEqual([]);
	});

	it('goes through the index of the folded names, behind the line between offices', async () => {
		const { officeId, actors } = world.buleleng;
		await base.admin.query(
			`insert into cooperatives (id, office_id, name, core, norm, created_at, updated_at)
			 select gen_random_uuid(), $1, md5(n::text), md5(n::text), md5(n::text), now(), now() from generate_series(1, 5000) n`,
			[officeId]
		);
		await base.admin.query('vacuum analyze cooperatives');
		const { sql, params } = new PgDialect().sqlToQuery(foundBy(actors.receptionist, readSearch('kop sri rejeki')!));
		const client = await base.database.pool.connect();
		await client.query(
			`begin; set local enable_seqscan = off; select set_config('app.office_id', '${officeId}', true)`
		);
		const { rows } = await client.query(`explain ${sql}`, params);
		await client.query('rollback');
		client.release();
		const plan = rows.map((row) => row['QUERY PLAN'] as string).join('\n');
		expect(plan).toMatch(/Bitmap Index Scan on cooperatives_core_trgm[^\n]*\n\s+Index Cond: \(\(office_id = .*core % /);
	});

	it('finds nothing for nothing, and nothing that is not there', async () => {
		for (const text of ['', ' ', 'x', '%%%', '7', 'zzz qqq vvv']) expect(await search(text)).toEqual([]);
	});

	it('takes what is typed as text, whatever it is', async () => {
		for (const text of [`'; drop table visits; --`, '\\', '%', '_'.repeat(300), '\u0000abc'])
			await expect(search(text)).resolves.toBeDefined();
	});

	it('finds a merged one under its old name as the one that stays', async () => {
		const { dormant, sharia } = world.sragen.cooperatives;
		await base.admin.query('update cooperatives set merged_into = $1 where id = $2', [sharia, dormant]);
		expect(await search('dharma laksana')).toEqual(['KSPPS Amanah Sejahtera']);
		expect(await search('amanah sejahtera')).toEqual(['KSPPS Amanah Sejahtera']);
		await base.admin.query('update cooperatives set merged_into = null where id = $1', [dormant]);
	});

	it('stays in its office', async () => {
		await register({ name: 'KSP Hanya Di Sragen' });
		expect(await search('hanya di sragen')).toEqual(['KSP Hanya Di Sragen']);
		expect(await search('hanya di sragen', world.buleleng.actors.receptionist)).toEqual([]);
	});
});

describe('registerCooperative', () => {
	it('keeps what the desk knows and reads the rest from the name', async () => {
		const actor = world.sragen.actors.receptionist;
		const { cooperativeId } = await register({
			name: 'KSPPS Berkah Bersama',
			districtCode: '33.14.01',
			legalNumber: '123/BH/KDK.11/V/2003'
		});
		const identity = await read(base.database, actor, (reader) => identityOf(reader, actor, cooperativeId, smallToday));
		expect(identity).toMatchObject({
			name: 'KSPPS Berkah Bersama',
			kind: 'savingsAndLoan',
			pattern: 'sharia',
			legalNumber: '123/BH/KDK.11/V/2003'
		});
		expect(identity.district).toBeTruthy();
		expect(identity.judged.condition).toBeNull();
		expect((await search('berkah bersama'))[0]).toBe('KSPPS Berkah Bersama');
	});

	it('takes none in that is there already, not even on the desk’s word', async () => {
		await register({ name: 'KSU Sumber Rezeki', legalNumber: '77/BH/KDK.11/V/2003' });
		const again = {
			name: 'Koperasi Serba Usaha Soember Redjeki',
			legalNumber: '077 / BH / KDK.11 / V / 2003',
			isAnother: 'on'
		};
		await expect(register(again)).rejects.toEqual(refusal('cooperatives.alreadyKnown'));
	});

	it('asks about a namesake, and takes it in on the desk’s word', async () => {
		await register({ name: 'KSU Karya Mandiri', districtCode: '33.14.01' });
		const namesake = { name: 'KSU Karya Mandiri', districtCode: '33.14.02' };
		await expect(register(namesake)).rejects.toEqual(refusal('cooperatives.perhapsKnown'));
		await expect(register({ ...namesake, isAnother: 'on' })).resolves.toHaveProperty('cooperativeId');
		await expect(register({ name: 'KSU Karya Mandiri' })).rejects.toEqual(refusal('cooperatives.perhapsKnown'));
	});

	it('does not mind a namesake in another office', async () => {
		await expect(register({ name: 'KSU Karya Mandiri' }, world.buleleng.actors.receptionist)).resolves.toHaveProperty(
			'cooperativeId'
		);
	});

	it('knows the districts of its own office only', async () => {
		for (const districtCode of ['51.08.01', '33.14.99'])
			await expect(register({ name: 'KSU Jauh Sekali', districtCode })).rejects.toEqual(refusal('missing'));
		await expect(register({ name: 'KSU Jauh Sekali', districtCode: 'x' })).rejects.toEqual(
			expect.objectContaining({ issues: { districtCode: 'notUnderstood' } })
		);
	});

	it('is for the desk', async () => {
		await expect(register({}, world.sragen.actors.headOfOffice)).rejects.toEqual(refusal('forbidden'));
		await expect(register({}, world.sragen.actors.specialist)).rejects.toEqual(refusal('forbidden'));
	});
});
