import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { takeOverRegister } from '#clinic/cooperatives/server/commands/take-over.ts';
import { cooperatives, people } from '#clinic/cooperatives/server/tables.ts';
import { rolePermissions, roles } from '#clinic/offices/roles.ts';
import { perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { unseal } from '#platform/personal/seal.ts';
import { smallWorld, type SmallWorld } from '#world/small.ts';
import { testDatabase } from '../../database/database.ts';

const db = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(db.database);
});

describe('the small world', () => {
	test.each(roles)('has a %s in each office, with the permissions of the role and nothing else', (role) => {
		for (const { actors } of [world.sragen, world.buleleng]) {
			expect([...actors[role].permissions].sort()).toEqual([...rolePermissions[role]].sort());
			expect(actors[role].clinicIds.length).toBe(role === 'adviser' || role === 'specialist' ? 1 : 0);
		}
	});

	test('has the cooperatives it promises, each in its own office', async () => {
		for (const office of [world.sragen, world.buleleng]) {
			const own = await read(db.database, office.system, (reader) =>
				reader.select({ id: cooperatives.id }).from(cooperatives)
			);
			expect(own.map(({ id }) => id).sort()).toEqual(Object.values(office.cooperatives).sort());
		}
	});

	test('has one open case, not yet past the counter', async () => {
		const { system, caseId, cooperatives: of } = world.sragen;
		const open = await read(db.database, system, (reader) => caseOf(reader, system, caseId));
		expect(open).toMatchObject({ cooperativeId: of.inCare, stage: 'arrived', closedAt: null });
	});
});

describe('taking over a register', () => {
	const person = () => ({ id: newId<'Person'>(), name: 'Parjo', phone: '0812-0000-9999' });
	const cooperative = (districtCode: string, personId: string) => ({
		id: newId<'Cooperative'>(),
		name: 'KSU Sri Redjeki',
		kind: 'consumer' as const,
		pattern: 'conventional' as const,
		form: 'primary' as const,
		hasSavingsUnit: true,
		legalNumber: '007/BH/KWK.11/IV/99',
		legalOn: '1999-04-01',
		registryNumber: null,
		businessNumber: null,
		address: null,
		districtCode,
		villageCode: null,
		phone: null,
		registryStatus: 'active' as const,
		foundedOn: '1999-01-01',
		figures: [
			{
				bookYear: 2024,
				members: 30,
				ownCapitalRupiah: '9007199254740993',
				outsideCapitalRupiah: '-1',
				assetsRupiah: null,
				turnoverRupiah: '0',
				netSurplusRupiah: null
			}
		],
		meetings: [{ bookYear: 2024, heldOn: '2025-02-01', reportedOn: null }],
		board: [{ id: newId<'BoardTerm'>(), personId, role: 'chair' as const, fromOn: '2024-04-01', untilOn: null }]
	});
	const request = () => ({
		database: db.database,
		actor: world.sragen.actors.officeAdministrator,
		now: world.now,
		commandId: newId()
	});

	test('folds names and numbers as the import does, keeps amounts exactly and seals telephone numbers', async () => {
		const parjo = person();
		const taken = cooperative('33.14.07', parjo.id);
		expect(await perform(request(), takeOverRegister, { people: [parjo], cooperatives: [taken] })).toEqual({
			cooperatives: 1,
			people: 1
		});
		const [row] = await read(db.database, world.sragen.system, (reader) =>
			reader.select().from(cooperatives).where(eq(cooperatives.id, taken.id))
		);
		expect(row).toMatchObject({
			core: 'sri reyeki',
			norm: 'ksu sri reyeki',
			legalNumberNorm: '7/BH/KWK/11/IV/1999',
			districtCode: '33.14.07'
		});
		const figures = await db.admin.query('select * from cooperative_figures where cooperative_id = $1', [taken.id]);
		expect(figures.rows).toMatchObject([
			{ own_capital_rupiah: 9007199254740993n, outside_capital_rupiah: -1n, assets_rupiah: null, turnover_rupiah: 0n }
		]);
		const opened = await read(db.database, world.sragen.system, async (reader) => {
			const [kept] = await reader.select().from(people).where(eq(people.id, parjo.id));
			return unseal(reader, 'phone', [{ personId: kept!.id, sealed: kept!.phoneSealed }]);
		});
		expect(opened.get(parjo.id)).toBe('0812-0000-9999');
	});

	test('leaves names and telephone numbers of people out of its audit row', async () => {
		const audit = await db.admin.query(
			`select input::text from audit_rows where command = 'cooperatives.takeOverRegister'`
		);
		expect(audit.rows.length).toBeGreaterThan(0);
		for (const { input } of audit.rows) expect(input).not.toMatch(/Parjo|0812/);
	});

	test('done twice under one id is done once', async () => {
		const parjo = person();
		const input = { people: [parjo], cooperatives: [cooperative('33.14.07', parjo.id)] };
		const same = request();
		await perform(same, takeOverRegister, input);
		expect(await perform(same, takeOverRegister, input)).toEqual({ cooperatives: 1, people: 1 });
		const found = await db.admin.query('select 1 from people where id = $1', [parjo.id]);
		expect(found.rowCount).toBe(1);
	});

	test('a cooperative of a foreign area is refused, and nothing of that register is kept', async () => {
		const parjo = person();
		const register = {
			people: [parjo],
			cooperatives: [cooperative('33.14.07', parjo.id), cooperative('51.08.01', parjo.id)]
		};
		await expect(perform(request(), takeOverRegister, register)).rejects.toMatchObject({
			code: 'cooperatives.foreignArea',
			params: { area: '51.08.01', office: '33.14' }
		});
		const found = await db.admin.query('select 1 from people where id = $1', [parjo.id]);
		expect(found.rowCount).toBe(0);
	});

	test('needs the permission', async () => {
		const actor = world.sragen.actors.receptionist;
		await expect(
			perform({ ...request(), actor }, takeOverRegister, { people: [], cooperatives: [] })
		).rejects.toMatchObject({ code: 'forbidden' });
	});
});
