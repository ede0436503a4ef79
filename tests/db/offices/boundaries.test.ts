import { beforeAll, expect, it } from 'vitest';
import { removeBoundaries, setBoundaries } from '#clinic/offices/server/commands/boundaries.ts';
import { boundariesFile, boundariesOf } from '#clinic/offices/server/reads/boundaries.ts';
import type { Actor } from '#platform/actor.ts';
import { perform, type AnyCommand } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow as now, smallWorld, type SmallWorld } from '../../world/small.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const admin = () => world.sragen.actors.officeAdministrator;
const todo = (deed: AnyCommand, input: unknown, actor: Actor = admin()) =>
	perform({ database: test.database, actor, now, commandId: newId() }, deed, input);
const shapes = (actor: Actor = admin()) => read(test.database, actor, (reader) => boundariesOf(reader, actor));
const file = (actor: Actor = admin()) => read(test.database, actor, (reader) => boundariesFile(reader, actor));

const area = (name: string, west: number) => ({
	type: 'Feature',
	properties: { nama: name, penduduk: 41_000 },
	geometry: {
		type: 'Polygon',
		coordinates: [
			[
				[west, -7.5],
				[west + 0.1, -7.5],
				[west + 0.1, -7.4],
				[west, -7.5]
			]
		]
	}
});
const upload = (value: unknown, name = 'batas.geojson') => ({
	boundaries: { name, bytes: new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)) }
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

it('an office’s areas are kept, replaced as a whole, and removed; another office sees none of them', async () => {
	const point = { type: 'Feature', properties: null, geometry: { type: 'Point', coordinates: [111, -7] } };
	await todo(setBoundaries, upload(collection(area('Miri', 110.7), area('Gesi', 111), point)));
	expect(await file()).toMatchObject({
		fileName: 'batas.geojson',
		leftOut: 1,
		positionsRead: 8,
		positionsKept: 8,
		uploadedAt: now,
		uploadedByName: 'Putu Ariani'
	});
	expect((await shapes()).map(({ name }) => name)).toEqual(['Miri', 'Gesi']);
	expect(await shapes(world.buleleng.actors.officeAdministrator)).toEqual([]);
	const { rows } = await test.admin.query('select shapes::text from office_boundaries');
	expect(rows[0].shapes).not.toContain('penduduk');

	await todo(setBoundaries, upload(collection(area('Tangen', 111)), 'baru.json'));
	expect((await shapes()).map(({ name }) => name)).toEqual(['Tangen']);
	expect(await file()).toMatchObject({ fileName: 'baru.json', leftOut: 0 });

	await expect(todo(removeBoundaries, {}, world.buleleng.actors.officeAdministrator)).rejects.toMatchObject({
		code: 'missing'
	});
	await todo(removeBoundaries, {});
	expect(await shapes()).toEqual([]);
	expect(await file()).toBeNull();
});

it('a file that is refused leaves what stands', async () => {
	await todo(setBoundaries, upload(collection(area('Miri', 110.7))));
	await expect(todo(setBoundaries, upload('{"type":"Feature"'))).rejects.toMatchObject({
		code: 'offices.boundariesNotJson'
	});
	await expect(todo(setBoundaries, upload(' '.repeat(4 * 1_048_576 + 1)))).rejects.toMatchObject({
		issues: { boundaries: 'fileTooLarge:4' }
	});
	await expect(todo(setBoundaries, {})).rejects.toMatchObject({ issues: { boundaries: 'required' } });
	expect((await shapes()).map(({ name }) => name)).toEqual(['Miri']);
});

it('two files at once: one of them stands whole', async () => {
	await Promise.all([
		todo(setBoundaries, upload(collection(area('A', 110.7), area('B', 110.8)), 'satu.json')),
		todo(setBoundaries, upload(collection(area('C', 110.7)), 'dua.json'))
	]);
	const kept = (await file())!;
	expect(kept.fileName === 'satu.json' ? ['A', 'B'] : ['C']).toEqual(kept.shapes.map(({ name }) => name));
});
