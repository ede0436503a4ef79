import { beforeAll, describe, expect, it } from 'vitest';
import { viewLimit, type ViewPage } from '#clinic/cooperatives/saved-view-forms.ts';
import { forgetView, saveView } from '#clinic/cooperatives/server/commands/saved-views.ts';
import { viewsFor } from '#clinic/cooperatives/server/reads/saved-views.ts';
import type { Actor } from '#platform/actor.ts';
import { systemActor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';

const base = testDatabase();
let world: SmallWorld;
let desk: Actor;
let colleague: Actor;
beforeAll(async () => {
	world = await smallWorld(base.database);
	desk = world.sragen.actors.receptionist;
	colleague = world.sragen.actors.adviser;
});

const at = (commandId = newId()) => ({ database: base.database, now: smallNow, commandId });
const save = (name: string, over: { query?: string; isShared?: string; page?: ViewPage } = {}, actor = desk) =>
	perform({ ...at(), actor }, saveView, { name, query: 'jenis=consumer&rat=belum', ...over });
const forget = (viewId: string, actor = desk) => perform({ ...at(), actor }, forgetView, { viewId });
const views = (actor = desk, page: ViewPage = 'list') =>
	read(base.database, actor, (reader) => viewsFor(reader, actor, page));
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });

describe('saved views', () => {
	it('are one’s own until they are shared, and then the office’s', async () => {
		await save('Belum RAT');
		await save('Bersama', { isShared: 'on' });
		expect(await views()).toMatchObject([
			{ name: 'Belum RAT', query: 'jenis=consumer&rat=belum', isShared: false, isOwn: true },
			{ name: 'Bersama', isShared: true, isOwn: true, byName: 'Siti Aminah' }
		]);
		expect(await views(colleague)).toMatchObject([{ name: 'Bersama', isOwn: false, byName: 'Siti Aminah' }]);
		expect(await views(world.buleleng.actors.receptionist)).toEqual([]);
	});

	it('keep filters and nothing else of an address', async () => {
		const { query } = await save('Rapi', { query: 'hal=7&status=active&setelah=x&jenis=bank&cari=%20sri%20' });
		expect(query).toBe('cari=sri&status=active');
		await expect(save('Kosong', { query: 'hal=2' })).rejects.toEqual(refusal('cooperatives.viewWithoutFilter'));
	});

	it('of the map stand with the map', async () => {
		const { query } = await save('Peta sakit', {
			page: 'map',
			query: '?keadaan=sick&sebab=cashShort&hal=3&kecamatan=%3Cx%3E'
		});
		expect(query).toBe('keadaan=sick&sebab=cashShort');
		// The same name in the list is another view.
		await save('Peta sakit');
		expect((await views(desk, 'map')).map(({ name }) => name)).toEqual(['Peta sakit']);
		expect((await views()).filter(({ name }) => name === 'Peta sakit')).toMatchObject([
			{ query: 'jenis=consumer&rat=belum' }
		]);
		await expect(save('Kosong', { page: 'map', query: 'hal=2' })).rejects.toEqual(
			refusal('cooperatives.viewWithoutFilter')
		);
	});

	it('of the same name take each other’s place', async () => {
		const first = await save('Ganti');
		const second = await save('GANTI', { query: 'kuk=4', isShared: 'on' });
		expect(second.viewId).toBe(first.viewId);
		expect((await views()).filter(({ name }) => /ganti/i.test(name))).toMatchObject([
			{ name: 'GANTI', query: 'kuk=4', isShared: true }
		]);
		// A colleague's view of that name is another.
		await save('Ganti', {}, colleague);
		expect((await views(colleague)).filter(({ name }) => /ganti/i.test(name))).toHaveLength(2);
	});

	it('go when their owner takes them away, and nobody else', async () => {
		const { viewId } = await save('Sebentar', { isShared: 'on' });
		await expect(forget(viewId, colleague)).rejects.toEqual(refusal('missing'));
		await expect(forget(viewId, world.buleleng.actors.receptionist)).rejects.toEqual(refusal('missing'));
		expect(await forget(viewId)).toEqual({ name: 'Sebentar' });
		await expect(forget(viewId)).rejects.toEqual(refusal('missing'));
	});

	it('are at most so many a person, also from two windows at once', async () => {
		const actor = world.sragen.actors.headOfDivision;
		for (let turn = 1; turn < viewLimit; turn++) await save(`Nomor ${turn}`, {}, actor);
		const answers = await Promise.allSettled([save('A', {}, actor), save('B', {}, actor), save('C', {}, actor)]);
		expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { code: 'cooperatives.tooManyViews', params: { limit: viewLimit } }
		});
		expect(await views(actor)).toHaveLength(viewLimit + (await sharedByOthers(actor)));
		await expect(save('Nomor 1', { query: 'kuk=1' }, actor)).resolves.toMatchObject({ query: 'kuk=1' });
	});

	it('belong to people', async () => {
		const program = systemActor('test', world.sragen.officeId, ['register.view']);
		await expect(save('Program', {}, program)).rejects.toEqual(refusal('forbidden'));
		expect(await views(program)).toEqual([]);
	});
});

const sharedByOthers = async (actor: Actor) => (await views(actor)).filter(({ isOwn }) => !isOwn).length;
