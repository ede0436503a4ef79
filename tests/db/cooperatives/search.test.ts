import { beforeAll, describe, expect, it } from 'vitest';
import { registerCooperative } from '#clinic/cooperatives/server/commands/registration.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { searchCooperatives } from '#clinic/cooperatives/server/reads/search.ts';
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
		['merah putih karang asem', 'Koperasi Desa Merah Putih Karangasem']
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
