import { beforeAll, expect, it } from 'vitest';
import { mergeCooperatives } from '#clinic/cooperatives/server/commands/merge.ts';
import { recordPlace } from '#clinic/cooperatives/server/commands/place.ts';
import { registerCooperative } from '#clinic/cooperatives/server/commands/registration.ts';
import { spreadOf } from '#clinic/reports/server/reads/spread.ts';
import { countsOf } from '#clinic/reports/spread.ts';
import type { Actor } from '#platform/actor.ts';
import { read } from '#platform/database/client.ts';
import { testDatabase } from '../../database/database.ts';
import { smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { act, diagnosed } = ward(test, () => world.sragen);
const spread = (actor: Actor) => read(test.database, actor, (reader) => spreadOf(reader, actor, smallToday));
const desk = () => world.sragen.actors.receptionist;
const place = (cooperativeId: string) =>
	act(desk(), recordPlace, {
		cooperativeId,
		latitude: '-7,4251',
		longitude: '110,9012',
		placeConfirmedOn: smallToday,
		seenVersion: 1
	});

it('has every cooperative of the office, with its state, and a point where one was noted', async () => {
	const { healthy, dormant } = world.sragen.cooperatives;
	await place(healthy);
	const spots = await spread(desk());
	expect(countsOf(spots)).toMatchObject({ total: 7, placed: 1, unplaced: 6 });
	expect(spots.find(({ id }) => id === healthy)).toMatchObject({
		position: [110.9012, -7.4251],
		condition: 'healthy',
		cause: null
	});
	expect(spots.find(({ id }) => id === dormant)).toMatchObject({ position: null, condition: 'dormant' });
	const elsewhere = await spread(world.buleleng.actors.receptionist);
	expect(elsewhere.filter(({ position }) => position !== null)).toEqual([]);
});

it('names the main cause of the open case to who may see cases, also under a merged record', async () => {
	const { cooperativeId } = await diagnosed();
	const of = async (id: string, actor: Actor) => (await spread(actor)).find((spot) => spot.id === id);
	expect(await of(cooperativeId, desk())).toMatchObject({ cause: 'cashShort' });
	const onlyRegister: Actor = { ...desk(), permissions: new Set(['register.view']) };
	expect(await of(cooperativeId, onlyRegister)).toMatchObject({ cause: null });

	const { cooperativeId: winnerId } = await act(desk(), registerCooperative, { name: 'KSP Bersama', isAnother: 'on' });
	await act(desk(), mergeCooperatives, { winnerId, winnerVersion: 1, loserId: cooperativeId, loserVersion: 1 });
	expect(await of(winnerId, desk())).toMatchObject({ cause: 'cashShort' });
	expect(await of(cooperativeId, desk())).toBeUndefined();
});
