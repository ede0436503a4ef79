import { beforeAll, describe, expect, it } from 'vitest';
import { finishSetUp } from '#clinic/offices/server/commands/office.ts';
import {
	firstAdministratorPath,
	foundOffice,
	issueFirstAdministratorLink
} from '#clinic/offices/server/commands/first-office.ts';
import { linkPurposes } from '#clinic/offices/roles.ts';
import {
	clinicsOf,
	ownOffice,
	postsOf,
	provinces,
	seatsIn,
	setUpOf,
	staffActor
} from '#clinic/offices/server/reads.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { linkActor, linkByToken, type Link } from '#platform/links/links.ts';
import { signIn } from '#platform/sign-in/sign-in.ts';
import { testDatabase } from '../../database/database.ts';
import { begin as now, after, goodPassword as password, visitor } from '../sign-in/browser.ts';

const test = testDatabase();
const mode = (value: string) =>
	test.admin.query(
		`insert into settings (key, value) values ('mode', $1) on conflict (key) do update set value = excluded.value`,
		[JSON.stringify(value)]
	);
const account = { name: 'Hadi Purnomo', email: 'hadi@sragenkab.go.id', password };
const form = (over: Record<string, unknown> = {}) => ({
	code: '33.14',
	name: 'Dinas Koperasi Kabupaten Sragen',
	brand: 'Bina Serasi',
	address: 'Jalan Raya Sukowati 255',
	phone: '0271 891 001',
	zone: 'Asia/Jakarta',
	account,
	...over
});
/** The holder of the link: inside the office to be, whose id is the link's. */
async function holder(path: string | null, at = now): Promise<Actor> {
	const link = (await linkByToken(test.database, path!.replace('/awal/', ''), 'firstAdmin', {
		address: '10.0.0.1',
		now: at
	})) as Link;
	return { ...linkActor(link, linkPurposes.firstAdmin), officeId: link.id };
}
const found = (actor: Actor, input: unknown, commandId: string = newId()) =>
	perform({ database: test.database, actor, now, commandId }, foundOffice, input);
const counts = async () =>
	(
		await test.admin.query(
			'select (select count(*) from users)::int as users, (select count(*) from offices)::int as offices'
		)
	).rows[0];

describe('the first administrator', () => {
	beforeAll(() => mode('demo'));

	it('has no link in the demonstration', async () => {
		const system = systemActor('start', null, ['installation.manage']);
		await expect(
			perform({ database: test.database, actor: system, now, commandId: newId() }, issueFirstAdministratorLink, {})
		).rejects.toMatchObject({ code: 'offices.notReal' });
	});

	it('has a link of one hour in real mode; a new one revokes the old', async () => {
		await mode('real');
		const [first, second] = [
			await firstAdministratorPath(test.database, now),
			await firstAdministratorPath(test.database, now)
		];
		const look = (path: string | null, at = now) =>
			linkByToken(test.database, path!.replace('/awal/', ''), 'firstAdmin', { address: '10.0.0.1', now: at });
		expect(await look(first)).toBe('revoked');
		expect(await look(second, after(3599))).toHaveProperty('id');
		expect(await look(second, after(3600))).toBe('expired');
	});

	it('finds all provinces, and in a province its own seat, regencies and cities', async () => {
		const all = await read(test.database, { officeId: null, userId: null }, provinces);
		expect(all).toHaveLength(38);
		const seats = await read(test.database, { officeId: null, userId: null }, (reader) => seatsIn(reader, '33'));
		expect(seats).toHaveLength(36);
		expect(seats.map(({ code }) => code)).toEqual(expect.arrayContaining(['33', '33.14', '33.72']));
	});

	it('makes nothing by halves: a wrong form leaves no office, no account, and the link as it was', async () => {
		const actor = await holder(await firstAdministratorPath(test.database, now));
		await expect(found(actor, form({ code: '99.99' }))).rejects.toMatchObject({ issues: { code: 'notAnAreaCode' } });
		await expect(found(actor, form({ code: '33.14.01' }))).rejects.toMatchObject({ issues: { code: 'notAnAreaCode' } });
		await expect(found(actor, form({ account: { ...account, password: 'Koperasi2026' } }))).rejects.toMatchObject({
			issues: { 'account.password': 'passwordWeak' }
		});
		await expect(found({ ...actor, permissions: new Set(linkPurposes.board) }, form())).rejects.toMatchObject({
			code: 'forbidden'
		});
		expect(await counts()).toEqual({ users: 0, offices: 0 });
	});

	it('makes the office and the account at once, once, and then there is no link any more', async () => {
		const path = await firstAdministratorPath(test.database, now);
		const actor = await holder(path);
		const commandId = newId();
		const answers = await Promise.all([found(actor, form(), commandId), found(actor, form(), commandId)]);
		expect(answers[0]).toEqual(answers[1]);
		expect(await counts()).toEqual({ users: 1, offices: 1 });
		await expect(found(actor, form({ code: '33.13' }))).rejects.toMatchObject({ code: 'offices.begun' });
		expect(await firstAdministratorPath(test.database, now)).toBeNull();
		expect(
			await linkByToken(test.database, path!.replace('/awal/', ''), 'firstAdmin', { address: '10.0.0.1', now })
		).toBe('used');

		expect((await signIn(test.database, visitor('10.0.0.1'), account)).outcome).toBe('in');
		const { rows } = await test.admin.query('select id from users');
		const [post] = await postsOf(test.database, rows[0].id);
		expect(post).toMatchObject({
			officeName: 'Dinas Koperasi Kabupaten Sragen',
			officeCode: '33.14',
			brand: 'Bina Serasi',
			hasCrest: false
		});
		const staff = await staffActor(test.database, rows[0].id, post!, now);
		expect([...staff.permissions]).toEqual(
			expect.arrayContaining(['installation.manage', 'office.manage', 'staff.manage', 'register.import'])
		);
		expect(await read(test.database, staff, (reader) => clinicsOf(reader, staff))).toHaveLength(8);

		const steps = await read(test.database, staff, (reader) => setUpOf(reader, staff));
		expect(steps.filter(({ isDone }) => isDone).map(({ name }) => name)).toEqual(['identity']);
		await perform({ database: test.database, actor: staff, now, commandId: newId() }, finishSetUp, {});
		expect(await read(test.database, staff, (reader) => ownOffice(reader, staff))).toMatchObject({ setUpAt: now });
	});

	it('leaves an audit row that names no password and no address of mail', async () => {
		const { rows } = await test.admin.query(`select * from audit_rows where command = 'offices.foundOffice'`);
		expect(rows).toHaveLength(1);
		expect(JSON.stringify(rows)).not.toMatch(/kucing|hadi@/);
	});
});
