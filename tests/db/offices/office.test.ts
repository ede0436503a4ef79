import { beforeAll, describe, expect, it } from 'vitest';
import {
	addRoom,
	changeClinic,
	changeCrest,
	changeHours,
	changeIdentity,
	changeRoom,
	createOffice,
	removeCrest,
	removeHoliday,
	setHoliday
} from '#clinic/offices/server/commands/office.ts';
import { clinicsOf, crestOf, holidaysOf, officeFace, ownOffice, roomsOf } from '#clinic/offices/server/reads.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { perform, type AnyCommand } from '#platform/command.ts';
import { read, type Reader } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { smallNow as now, smallWorld, type SmallWorld } from '../../world/small.ts';
import { testDatabase } from '../../database/database.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const admin = () => world.sragen.actors.officeAdministrator;
const todo = (deed: AnyCommand, input: unknown, actor: Actor = admin()) =>
	perform({ database: test.database, actor, now, commandId: newId() }, deed, input);
const ask = <T>(question: (reader: Reader, actor: Actor) => Promise<T>, actor = admin()) =>
	read(test.database, actor, (reader) => question(reader, actor));
const identity = {
	name: 'Diskumindag Kabupaten Sragen',
	brand: 'Bina Serasi',
	address: 'Jalan Raya Sukowati 255',
	phone: '0271 891001',
	zone: 'Asia/Jakarta',
	idleMinutes: '20'
};

describe('createOffice', () => {
	const make = (code: string, officeId = newId()) =>
		todo(createOffice, { ...identity, id: officeId, code }, systemActor('test', officeId, ['installation.manage']));

	it('stands on an area of the country, one office an area', async () => {
		await make('32.71');
		await expect(make('32.71')).rejects.toMatchObject({ code: 'offices.codeTaken' });
		await expect(make('99.01')).rejects.toMatchObject({ issues: { code: 'notAnAreaCode' } });
		await make('32');
	});

	it('begins with hours, eight poli, a room and holidays of its own', async () => {
		const officeId = newId();
		await make('35.01', officeId);
		const actor = { ...admin(), officeId };
		expect((await ask(ownOffice, actor))?.hours[1]).toEqual({ opens: '08:00', closes: '15:30' });
		expect(await ask(clinicsOf, actor)).toHaveLength(8);
		expect(await ask(roomsOf, actor)).toHaveLength(1);
		const days = await read(test.database, actor, (reader) => holidaysOf(reader, actor, '2026-08-17'));
		expect(days[0]).toMatchObject({ on: '2026-08-17', kind: 'national', certainty: 'unverified' });
	});
});

describe('the settings of an office', () => {
	it('change its identity, and nobody else’s', async () => {
		await todo(changeIdentity, identity);
		expect(await ask(ownOffice)).toMatchObject({ name: identity.name, idleMinutes: 20 });
		expect(await ask(ownOffice, world.buleleng.actors.officeAdministrator)).toMatchObject({
			name: 'Dinas Koperasi Kabupaten Buleleng',
			idleMinutes: 15
		});
		for (const idleMinutes of ['0', '481'])
			await expect(todo(changeIdentity, { ...identity, idleMinutes })).rejects.toHaveProperty('issues.idleMinutes');
		await expect(todo(changeIdentity, { ...identity, zone: 'Europe/Berlin' })).rejects.toMatchObject({
			issues: { zone: 'required' }
		});
		await expect(todo(changeIdentity, identity, world.sragen.actors.adviser)).rejects.toMatchObject({
			code: 'forbidden'
		});
	});

	it('take a crest by its true type, and give it to everybody', async () => {
		const bytes = Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1');
		expect(await todo(changeCrest, { crest: { name: 'lambang.txt', bytes } })).toEqual({ type: 'image/png' });
		expect(await crestOf(test.database, '33.14')).toEqual({ type: 'image/png', base64: bytes.toString('base64') });
		expect((await officeFace(test.database, world.sragen.officeId))?.hasCrest).toBe(true);
		await expect(
			todo(changeCrest, { crest: { name: 'lambang.png', bytes: Buffer.from('<html>') } })
		).rejects.toMatchObject({
			issues: { crest: 'notAPicture' }
		});
		await todo(removeCrest, {});
		expect(await crestOf(test.database, '33.14')).toBeNull();
		expect((await officeFace(test.database, world.sragen.officeId))?.hasCrest).toBe(false);
	});

	it('take no crest above 200 kB', async () => {
		const png = (size: number) => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(size - 8)]);
		await todo(changeCrest, { crest: { name: 'a.png', bytes: png(200 * 1024) } });
		await expect(todo(changeCrest, { crest: { name: 'a.png', bytes: png(200 * 1024 + 1) } })).rejects.toMatchObject({
			issues: { crest: 'pictureTooLarge' }
		});
		await expect(todo(changeCrest, {})).rejects.toMatchObject({ issues: { crest: 'required' } });
	});

	it('change the hours: a day without times is closed', async () => {
		// As the form sends them: positions 1 to 7 of a list.
		const hours: unknown[] = [];
		hours[1] = { opens: '07:30', closes: '16:00' };
		hours[2] = { opens: '', closes: '' };
		await todo(changeHours, { hours });
		expect((await ask(ownOffice))?.hours).toEqual({ 1: { opens: '07:30', closes: '16:00' } });
	});

	it.each([
		['one time only', { 1: { opens: '08:00', closes: '' } }, { 'hours.1': 'bothTimes' }],
		['closing at opening', { 1: { opens: '08:00', closes: '08:00' } }, { 'hours.1': 'closesBeforeOpening' }],
		[
			'no such time',
			{ 1: { opens: '24:00', closes: '25:00' } },
			{ 'hours.1.opens': 'notATime', 'hours.1.closes': 'notATime' }
		],
		['never open', { 1: { opens: '', closes: '' } }, { hours: 'neverOpen' }]
	])('understand no hours with %s', async (_, hours, issues) => {
		await expect(todo(changeHours, { hours })).rejects.toMatchObject({ issues });
	});

	it('add, rename and close rooms; no two of one name', async () => {
		const { roomId } = (await todo(addRoom, { name: 'Ruang Dua' })) as { roomId: string };
		await expect(todo(addRoom, { name: 'Ruang Dua' })).rejects.toMatchObject({ code: 'offices.roomExists' });
		await expect(todo(changeRoom, { roomId, name: 'Ruang Konsultasi', isOpen: 'on' })).rejects.toMatchObject({
			code: 'offices.roomExists'
		});
		await todo(changeRoom, { roomId, name: 'Ruang Dua' });
		expect((await ask(roomsOf)).find(({ id }) => id === roomId)).toMatchObject({ name: 'Ruang Dua', isOpen: false });
		await expect(todo(changeRoom, { roomId: world.buleleng.roomId, name: 'X', isOpen: 'on' })).rejects.toMatchObject({
			code: 'missing'
		});
		await todo(addRoom, { name: 'Ruang Dua' }, world.buleleng.actors.officeAdministrator);
	});

	it('change a poli and its letter; the counter’s own letter is not free', async () => {
		const clinicId = world.sragen.clinics.law;
		await todo(changeClinic, { clinicId, name: 'Poli Hukum', prefix: 'z', isOpen: '' });
		expect((await ask(clinicsOf)).find(({ id }) => id === clinicId)).toMatchObject({ prefix: 'Z', isOpen: false });
		await expect(todo(changeClinic, { clinicId, name: 'Poli Hukum', prefix: 'K', isOpen: 'on' })).rejects.toMatchObject(
			{ code: 'offices.prefixTaken' }
		);
		await expect(todo(changeClinic, { clinicId, name: 'Poli Hukum', prefix: 'B', isOpen: 'on' })).rejects.toMatchObject(
			{
				issues: { prefix: 'letterOfTheCounter' }
			}
		);
		await expect(
			todo(changeClinic, { clinicId, name: 'Poli Hukum', prefix: 'ZZ', isOpen: 'on' })
		).rejects.toMatchObject({ issues: { prefix: 'notALetter' } });
		await expect(
			todo(changeClinic, { clinicId: world.buleleng.clinics.law, name: 'X', prefix: 'X', isOpen: 'on' })
		).rejects.toMatchObject({ code: 'missing' });
	});

	it('set, correct and remove a closed day', async () => {
		const days = async () =>
			(await read(test.database, admin(), (reader) => holidaysOf(reader, admin(), '2026-05-27'))).filter(
				({ on }) => on === '2026-05-27'
			);
		await todo(setHoliday, { on: '2026-05-27', name: 'Hari jadi Sragen', kind: 'regional' });
		expect(await days()).toMatchObject([{ name: 'Hari jadi Sragen', kind: 'regional', certainty: 'official' }]);
		await todo(removeHoliday, { on: '2026-05-27' });
		expect(await days()).toEqual([]);
		await expect(todo(removeHoliday, { on: '2026-05-27' })).rejects.toMatchObject({ code: 'missing' });
		await expect(todo(setHoliday, { on: '2026-02-30', name: 'X', kind: 'regional' })).rejects.toMatchObject({
			issues: { on: 'notADay' }
		});
	});
});
