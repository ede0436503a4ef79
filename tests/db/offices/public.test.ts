import { beforeAll, describe, expect, it } from 'vitest';
import { changeClinic, setHoliday } from '#clinic/offices/server/commands/office.ts';
import { publicOffice, publicOffices, regulationList } from '#clinic/offices/server/reads/public.ts';
import { regulations } from '#clinic/offices/regulations.ts';
import { perform, type AnyCommand } from '#platform/command.ts';
import { read, readElsewhere } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { clinicsOf } from '#clinic/offices/server/reads.ts';
import { smallNow as now, smallWorld, type SmallWorld } from '../../world/small.ts';
import { testDatabase } from '../../database/database.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const admin = () => world.sragen.actors.officeAdministrator;
const todo = (deed: AnyCommand, input: unknown) =>
	perform({ database: test.database, actor: admin(), now, commandId: newId() }, deed, input);
const found = async (text: string) => (await publicOffices(test.database, text)).offices.map(({ code }) => code);

describe('publicOffices', () => {
	it('lists every office with its area and province, by area', async () => {
		const { offices, total } = await publicOffices(test.database, '');
		expect(total).toBe(2);
		expect(offices.map(({ code }) => code)).toEqual(['51.08', '33.14']);
		expect(offices[1]).toMatchObject({ brand: 'Bina Serasi', hasCrest: false });
		expect(offices[1]!.area).toMatch(/sragen/i);
		expect(offices[1]!.province).toMatch(/jawa tengah/i);
	});

	it.each([
		['the regency', 'kab. sragen', ['33.14']],
		['the province', 'Jawa Tengah', ['33.14']],
		['the brand', 'bina', ['33.14']],
		['the name of the office', 'KABUPATEN BULELENG', ['51.08']],
		['spaces around', '  buleleng ', ['51.08']],
		['what is nowhere', 'Surabaya', []],
		['a sign that would match all', '%', []],
		['another such sign', '_', []]
	])('finds by %s', async (_, text, codes) => expect(await found(text)).toEqual(codes));

	it('does not take a word of the level alone for an area', async () => {
		expect(await found('kota')).toEqual([]);
	});
});

describe('publicOffice', () => {
	it('tells address, hours, poli that are open and the holidays of the next sixty days', async () => {
		const [first] = await read(test.database, admin(), (reader) => clinicsOf(reader, admin()));
		await todo(changeClinic, { clinicId: first!.id, name: first!.name, prefix: first!.prefix, isOpen: '' });
		await todo(setHoliday, { on: '2026-03-02', name: 'Hari jadi hari ini', kind: 'regional' });
		await todo(setHoliday, { on: '2026-05-01', name: 'Hari keenam puluh', kind: 'regional' });
		const office = await publicOffice(test.database, '33.14', now);
		expect(office).toMatchObject({ code: '33.14', brand: 'Bina Serasi', today: '2026-03-02', zone: 'Asia/Jakarta' });
		expect(office.clinics).toHaveLength(7);
		expect(office.clinics.map(({ code }) => code)).not.toContain(first!.code);
		expect(office.holidays[0]).toEqual({ on: '2026-03-02', name: 'Hari jadi hari ini', certainty: 'official' });
		expect(office.holidays.at(-1)!.on).toBe('2026-05-01');
		expect(office.holidays.find(({ on }) => on === '2026-03-19')).toMatchObject({ certainty: 'unverified' });
	});

	it('names the holidays of its own office only', async () => {
		const { holidays } = await publicOffice(test.database, '51.08', now);
		expect(holidays.map(({ name }) => name)).not.toContain('Hari jadi hari ini');
	});

	it('hands out no id', async () => {
		expect(JSON.stringify(await publicOffice(test.database, '33.14', now))).not.toContain(world.sragen.officeId);
	});

	it.each(['32.71', '99', 'xx', ''])('does not know an office with the code "%s"', async (code) => {
		await expect(publicOffice(test.database, code, now)).rejects.toMatchObject({ code: 'missing' });
	});
});

describe('regulationList', () => {
	it('names every rule that the product cites', async () => {
		const rows = await regulationList(test.database);
		expect(rows).toHaveLength(regulations.length);
		expect(rows.find(({ code }) => code === 'uu-11-2020')).toMatchObject({
			validUntil: '2022-12-29',
			replacedBy: 'uu-6-2023',
			certainty: 'unverified'
		});
		const days = rows.map(({ validFrom }) => validFrom);
		expect(days).toEqual([...days].sort().reverse());
	});
});

describe('readElsewhere', () => {
	it('sees the other office while it asks, and its own again afterwards', async () => {
		const [sragen, buleleng] = [world.sragen.actors.adviser, world.buleleng.actors.adviser];
		const rows = await read(test.database, sragen, async (reader) => {
			const ids = async () => (await clinicsOf(reader, buleleng)).map(({ id }) => id);
			const before = await ids();
			const there = await readElsewhere(reader, { from: sragen, to: buleleng }, ids);
			return { before, there, after: await ids() };
		});
		expect(rows.before).toEqual([]);
		expect(rows.there).toContain(world.buleleng.clinics.finance);
		expect(rows.after).toEqual([]);
	});
});
