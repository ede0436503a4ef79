import { beforeAll, describe, expect, it } from 'vitest';
import { addRoom, changeClinic, changeRoom, finishSetUp, setHoliday } from '#clinic/offices/server/commands/office.ts';
import { addStaff, delegateHead, removeStaff } from '#clinic/offices/server/commands/staff.ts';
import { ownOffice, setUpOf } from '#clinic/offices/server/reads.ts';
import {
	actingToday,
	holidaysIn,
	holidayYears,
	mayAct,
	settingsInNumbers
} from '#clinic/offices/server/reads/settings.ts';
import type { Actor } from '#platform/actor.ts';
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
const head = () => world.sragen.actors.headOfOffice;
const todo = (deed: AnyCommand, input: unknown, actor: Actor = admin()) =>
	perform({ database: test.database, actor, now, commandId: newId() }, deed, input);
const ask = <T>(question: (reader: Reader, actor: Actor) => Promise<T>, actor = admin()) =>
	read(test.database, actor, (reader) => question(reader, actor));

describe('holidays by year', () => {
	it('are those from the first to the last day of the year, of the own office', async () => {
		for (const on of ['2026-12-31', '2027-01-01', '2027-12-31'])
			await todo(setHoliday, { on, name: 'Libur daerah', kind: 'regional' });
		const days = async (year: number, actor = admin()) =>
			(await ask((reader) => holidaysIn(reader, actor, year), actor)).map(({ on }) => on);
		expect(await days(2027)).toEqual(['2027-01-01', '2027-12-31']);
		expect((await days(2026)).at(-1)).toBe('2026-12-31');
		expect((await days(2026))[0]).toBe('2026-01-01');
		const buleleng = world.buleleng.actors.officeAdministrator;
		expect(await days(2027, buleleng)).toEqual([]);
		expect(await ask(holidayYears)).toEqual([2026, 2027]);
		expect(await ask(holidayYears, buleleng)).toEqual([2026]);
	});
});

describe('the settings in numbers', () => {
	it('count what is open, who serves, and what nobody has compared', async () => {
		const numbers = () => ask((reader, actor) => settingsInNumbers(reader, actor, 2026));
		const before = await numbers();
		expect(before).toMatchObject({ rooms: { all: 1, open: 1 }, clinics: { all: 8, open: 8 }, staff: 12 });
		const { roomId } = (await todo(addRoom, { name: 'Ruang 2' })) as { roomId: string };
		await todo(changeRoom, { roomId, name: 'Ruang 2', isOpen: '' });
		await todo(changeClinic, { clinicId: world.sragen.clinics.law, name: 'Poli Hukum', prefix: 'H', isOpen: '' });
		const roles = [{ role: 'adviser', fromOn: '2026-03-02', untilOn: '' }];
		const { staffId } = (await todo(addStaff, { name: 'Tri Handayani', roles })) as { staffId: string };
		await todo(setHoliday, { on: '2026-05-01', name: 'Hari Buruh Internasional', kind: 'national' });
		expect(await numbers()).toMatchObject({
			rooms: { all: 2, open: 1 },
			clinics: { all: 8, open: 7 },
			staff: 13,
			holidays: { all: before.holidays.all, unsure: before.holidays.unsure - 1 }
		});
		await todo(removeStaff, { staffId });
		expect((await numbers()).staff).toBe(12);
	});
});

describe('the set-up', () => {
	it('is told by the deeds of the office, and ends when the administrator says so', async () => {
		const done = async (actor = admin()) =>
			(await ask(setUpOf, actor)).filter(({ isDone }) => isDone).map(({ name }) => name);
		const buleleng = world.buleleng.actors.officeAdministrator;
		expect(await done(buleleng)).toEqual(['register']);
		await todo(addRoom, { name: 'Ruang 2' }, buleleng);
		expect(await done(buleleng)).toEqual(['rooms', 'register']);
		expect((await ask(ownOffice, buleleng))!.setUpAt).toBeNull();
		await todo(finishSetUp, {}, buleleng);
		expect((await ask(ownOffice, buleleng))!.setUpAt).toEqual(now);
		expect((await ask(ownOffice))!.setUpAt).toBeNull();
	});
});

describe('acting for the head', () => {
	it('may whoever serves in the office itself, but not the head', async () => {
		const { specialist, adviser } = world.sragen.actors;
		const ids = (await ask(mayAct, head())).map(({ staffId }) => staffId as string);
		expect(ids).toContain(adviser.id);
		expect(ids).not.toContain(head().id);
		// From outside.
		expect(ids).not.toContain(specialist.id);
		expect(ids).not.toContain(world.buleleng.actors.adviser.id);
		expect(ids).toHaveLength(10);
	});

	it('shows who acts on a day, on the first and the last of them', async () => {
		const { headOfDivision } = world.sragen.actors;
		await todo(delegateHead, { staffId: headOfDivision.id, fromOn: '2026-03-03', untilOn: '2026-03-05' }, head());
		const on = async (day: string, actor = admin()) =>
			(await ask((reader) => actingToday(reader, actor, day), actor)).map(({ name }) => name);
		expect(await on('2026-03-02')).toEqual([]);
		expect(await on('2026-03-03')).toEqual(['Endang Lestari']);
		expect(await on('2026-03-05')).toEqual(['Endang Lestari']);
		expect(await on('2026-03-06')).toEqual([]);
		expect(await on('2026-03-03', world.buleleng.actors.officeAdministrator)).toEqual([]);
	});
});
