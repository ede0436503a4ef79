import { beforeAll, describe, expect, it } from 'vitest';
import { addStaff, changeRoles, changeStaff, removeStaff } from '#clinic/offices/server/commands/staff.ts';
import { postsOf, staffList, staffMember } from '#clinic/offices/server/reads.ts';
import type { Role } from '#clinic/offices/roles.ts';
import type { Actor } from '#platform/actor.ts';
import { perform, type AnyCommand } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { createAccount } from '#platform/sign-in/accounts.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { testDatabase } from '../../database/database.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});

const today = '2026-03-02';
const todo = (actor: Actor, deed: AnyCommand, input: unknown, now = smallNow) =>
	perform({ database: test.database, actor, now, commandId: newId() }, deed, input);
const admin = () => world.sragen.actors.officeAdministrator;
const role = (name: Role, fromOn = today, untilOn = '') => ({ role: name, fromOn, untilOn });
const person = (over: Record<string, unknown> = {}) => ({
	name: 'Tri Handayani',
	title: 'Penyuluh',
	organisation: '',
	roles: [role('adviser')],
	clinicIds: [],
	...over
});
const add = async (over: Record<string, unknown> = {}) =>
	((await todo(admin(), addStaff, person(over))) as { staffId: string }).staffId;
const member = (staffId: string, actor = admin(), now = smallNow) =>
	read(test.database, actor, (reader) => staffMember(reader, actor, staffId, now));
const rolesToday = async (staffId: string, now = smallNow) => {
	const row = await member(staffId);
	const on = now.toISOString().slice(0, 10);
	return row!.roles
		.filter(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on <= untilOn))
		.map((held) => held.role);
};

describe('addStaff', () => {
	it('puts a colleague in the books with roles and poli', async () => {
		const staffId = await add({
			roles: [role('adviser', '2026-01-01', '2026-12-31'), role('inspector')],
			clinicIds: [world.sragen.clinics.finance]
		});
		expect(await member(staffId)).toMatchObject({
			name: 'Tri Handayani',
			title: 'Penyuluh',
			organisation: null,
			email: null,
			leftAt: null,
			invitedUntil: null,
			roles: [
				{ role: 'inspector', fromOn: today, untilOn: null, actsFor: null },
				{ role: 'adviser', fromOn: '2026-01-01', untilOn: '2026-12-31' }
			],
			clinics: [{ id: world.sragen.clinics.finance }]
		});
	});

	it('reads the rows of the form: a row without its tick is no role', async () => {
		const staffId = await add({
			roles: [{ fromOn: today, untilOn: '' }, role('adviser'), { role: '', fromOn: today, untilOn: '' }]
		});
		expect(await rolesToday(staffId)).toEqual(['adviser']);
	});

	it.each([
		['no name', { name: ' ' }, { name: 'required' }],
		['no role', { roles: [{ fromOn: today, untilOn: '' }] }, { roles: 'noRole' }],
		['a role twice', { roles: [role('adviser'), role('adviser')] }, { roles: 'roleTwice' }],
		['dates the wrong way round', { roles: [role('adviser', today, '2026-03-01')] }, { roles: 'untilBeforeFrom' }],
		['a role without a day', { roles: [role('adviser', '')] }, { 'roles.0.fromOn': 'required' }]
	])('understands no form with %s', async (_, over, issues) => {
		await expect(todo(admin(), addStaff, person(over))).rejects.toMatchObject({ issues });
	});

	it('gives no role above the office', async () => {
		for (const name of ['systemAdministrator', 'provinceObserver', 'ministryObserver'] as const)
			await expect(todo(admin(), addStaff, person({ roles: [role(name)] }))).rejects.toMatchObject({
				code: 'offices.roleBeyondYou'
			});
	});

	it('does not know the poli of another office', async () => {
		await expect(
			todo(admin(), addStaff, person({ clinicIds: [world.buleleng.clinics.finance] }))
		).rejects.toMatchObject({ code: 'missing' });
	});
});

describe('changeStaff', () => {
	it('changes name, title, organisation and poli', async () => {
		const staffId = await add({ clinicIds: [world.sragen.clinics.finance] });
		await todo(admin(), changeStaff, {
			staffId,
			name: 'Tri H.',
			title: '',
			organisation: 'Dekopinda',
			clinicIds: [world.sragen.clinics.law]
		});
		expect(await member(staffId)).toMatchObject({
			name: 'Tri H.',
			title: null,
			organisation: 'Dekopinda',
			clinics: [{ id: world.sragen.clinics.law }]
		});
	});

	it('does not know the staff of another office', async () => {
		const staffId = world.buleleng.actors.adviser.id;
		const answers = await Promise.all(
			[staffId, newId(), 'bukan-id'].map((id) =>
				todo(admin(), changeStaff, { staffId: id, name: 'X', title: '', organisation: '' }).catch(
					(problem: { code: string }) => problem.code
				)
			)
		);
		expect(answers).toEqual(['missing', 'missing', 'missing']);
	});
});

describe('changeRoles', () => {
	it('takes a role away at once and gives another', async () => {
		const staffId = await add({ roles: [role('adviser', '2026-01-01')] });
		await todo(admin(), changeRoles, { staffId, roles: [role('inspector')] });
		expect(await rolesToday(staffId)).toEqual(['inspector']);
		expect((await member(staffId))!.roles).toMatchObject([
			{ role: 'inspector' },
			{ role: 'adviser', untilOn: '2026-03-01' }
		]);
	});

	it('drops a role that began today', async () => {
		const staffId = await add({ roles: [role('adviser'), role('inspector')] });
		await todo(admin(), changeRoles, { staffId, roles: [role('adviser')] });
		expect((await member(staffId))!.roles.map((held) => held.role)).toEqual(['adviser']);
	});

	it('neither gives nor takes a role above the office', async () => {
		const staffId = await add();
		await expect(todo(admin(), changeRoles, { staffId, roles: [role('ministryObserver')] })).rejects.toMatchObject({
			code: 'offices.roleBeyondYou'
		});
		await expect(
			todo(admin(), changeRoles, { staffId: world.sragen.actors.systemAdministrator.id, roles: [role('adviser')] })
		).rejects.toMatchObject({
			code: 'offices.roleBeyondYou'
		});
		const both: Actor = { ...admin(), permissions: new Set([...admin().permissions, 'installation.manage']) };
		await todo(both, changeRoles, { staffId, roles: [role('ministryObserver')] });
		expect(await rolesToday(staffId)).toEqual(['ministryObserver']);
	});

	it('keeps one administrator in the office', async () => {
		const staffId = admin().id;
		await expect(todo(admin(), changeRoles, { staffId, roles: [role('adviser')] })).rejects.toMatchObject({
			code: 'offices.lastAdministrator'
		});
		const second = await add({ roles: [role('officeAdministrator')] });
		await todo(admin(), changeRoles, { staffId, roles: [role('adviser')] });
		await todo(admin(), changeRoles, { staffId, roles: [role('officeAdministrator', '2025-01-01')] });
		await todo(admin(), removeStaff, { staffId: second });
	});

	it('lets two administrators who take the role from each other at once not both succeed', async () => {
		const [one, two] = [await add({ roles: [role('officeAdministrator')] }), admin().id];
		const as = (staffId: string): Actor => ({ ...admin(), id: staffId });
		const results = await Promise.allSettled([
			todo(as(one), changeRoles, { staffId: two, roles: [role('adviser')] }),
			todo(as(two), changeRoles, { staffId: one, roles: [role('adviser')] })
		]);
		expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		await todo(as(one), changeRoles, { staffId: two, roles: [role('officeAdministrator')] });
		await todo(as(two), changeRoles, { staffId: one, roles: [role('adviser')] });
	});
});

describe('removeStaff', () => {
	it('ends the post, and keeps the name in the books', async () => {
		const { userId } = await createAccount(test.database, {
			name: 'Tri',
			email: 'tri@contoh.go.id',
			password: 'kucing hitam naik sepeda'
		});
		const staffId = await add();
		await test.admin.query('update staff set user_id = $1 where id = $2', [userId, staffId]);
		expect(await postsOf(test.database, userId)).toHaveLength(1);
		await todo(admin(), removeStaff, { staffId });
		expect(await postsOf(test.database, userId)).toEqual([]);
		expect(await member(staffId)).toMatchObject({ name: 'Tri Handayani', leftAt: smallNow });
		const list = await read(test.database, admin(), (reader) => staffList(reader, admin(), smallNow));
		expect(list.findIndex((row) => row.staffId === staffId)).toBeGreaterThan(
			list.findIndex((row) => row.leftAt === null)
		);
		await expect(todo(admin(), removeStaff, { staffId })).rejects.toMatchObject({ code: 'missing' });
	});

	it('is not done to oneself, nor to the last administrator, nor above the office', async () => {
		await expect(todo(admin(), removeStaff, { staffId: admin().id })).rejects.toMatchObject({
			code: 'offices.notYourself'
		});
		await expect(todo({ ...admin(), id: newId() }, removeStaff, { staffId: admin().id })).rejects.toMatchObject({
			code: 'offices.lastAdministrator'
		});
		await expect(
			todo(admin(), removeStaff, { staffId: world.sragen.actors.systemAdministrator.id })
		).rejects.toMatchObject({
			code: 'offices.roleBeyondYou'
		});
	});
});
