import { beforeAll, describe, expect, it } from 'vitest';
import {
	acceptInvitation,
	inviteStaff,
	issuePasswordReset,
	joinByInvitation,
	renewForgottenPassword,
	revokeSessions
} from '#clinic/offices/server/commands/account.ts';
import { addStaff, removeStaff } from '#clinic/offices/server/commands/staff.ts';
import { postsOf, staffMember } from '#clinic/offices/server/reads.ts';
import { linkPurposes, type LinkPurpose } from '#clinic/offices/roles.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { perform, type AnyCommand } from '#platform/command.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { linkActor, linkByToken, linkToken, type Link } from '#platform/links/links.ts';
import { createAccount } from '#platform/sign-in/accounts.ts';
import { signIn } from '#platform/sign-in/sign-in.ts';
import { smallNow, smallWorld, type SmallOffice, type SmallWorld } from '../../world/small.ts';
import { passwordLink } from '../../../bin/password-link.ts';
import { testDatabase } from '../../database/database.ts';
import { goodPassword as password, visitor } from '../sign-in/browser.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});

const later = (hours: number) => new Date(smallNow.getTime() + hours * 3_600_000);
const todo = (actor: Actor, deed: AnyCommand, input: unknown, now = smallNow, commandId = newId() as string) =>
	perform({ database: test.database, actor, now, commandId }, deed, input);
const admin = (office: SmallOffice = world.sragen) => office.actors.officeAdministrator;
const add = async (office = world.sragen, role = 'adviser') =>
	(
		(await todo(admin(office), addStaff, {
			name: 'Tri Handayani',
			roles: [{ role, fromOn: '2026-03-02', untilOn: '' }]
		})) as { staffId: string }
	).staffId;
/** The holder of a link, as the address opens it. */
async function holder(answer: unknown, purpose: LinkPurpose, now = smallNow): Promise<Actor> {
	const link = await linkByToken(test.database, linkToken((answer as { linkId: string }).linkId), purpose, {
		address: '10.0.0.1',
		now
	});
	return linkActor(link as Link, linkPurposes[purpose]);
}
let people = 0;
const account = (over: Record<string, string> = {}) => ({
	name: 'Tri Handayani',
	email: `tri${++people}@contoh.go.id`,
	password,
	...over
});
/** A colleague with an account of his or her own. */
async function colleague(office = world.sragen, role = 'adviser') {
	const staffId = await add(office, role);
	const invited = await holder(await todo(admin(office), inviteStaff, { staffId }), 'staffInvite');
	const own = account();
	await todo(invited, acceptInvitation, own);
	const { rows } = await test.admin.query('select user_id from staff where id = $1', [staffId]);
	return { staffId, userId: rows[0].user_id as string, ...own };
}
const mayIn = async (email: string, secret: string, address = `10.9.0.${++people}`) =>
	(await signIn(test.database, visitor(address), { email, password: secret })).outcome;

describe('an invitation', () => {
	it('makes an account that serves in this office', async () => {
		const staffId = await add();
		const answer = await todo(admin(), inviteStaff, { staffId });
		const before = await read(test.database, admin(), (reader) => staffMember(reader, admin(), staffId, smallNow));
		expect(before).toMatchObject({ email: null, invitedUntil: later(7 * 24) });
		const own = account({ name: 'Tri Handayani, S.E.' });
		await todo(await holder(answer, 'staffInvite'), acceptInvitation, own);
		const after = await read(test.database, admin(), (reader) => staffMember(reader, admin(), staffId, smallNow));
		expect(after).toMatchObject({ name: 'Tri Handayani, S.E.', email: own.email, invitedUntil: null });
		expect(await mayIn(own.email, password)).toBe('in');
		const { rows } = await test.admin.query('select user_id from staff where id = $1', [staffId]);
		expect(await postsOf(test.database, rows[0].user_id)).toMatchObject([{ staffId, roles: [{ role: 'adviser' }] }]);
	});

	it('opens once, also for two at the same moment', async () => {
		const staffId = await add();
		const invited = await holder(await todo(admin(), inviteStaff, { staffId }), 'staffInvite');
		const results = await Promise.allSettled([
			todo(invited, acceptInvitation, account()),
			todo(invited, acceptInvitation, account())
		]);
		expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect((results.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({
			code: 'links.spent'
		});
		await expect(todo(invited, acceptInvitation, account())).rejects.toMatchObject({ code: 'links.spent' });
	});

	it('answers the same form sent twice once', async () => {
		const staffId = await add();
		const invited = await holder(await todo(admin(), inviteStaff, { staffId }), 'staffInvite');
		const [own, commandId] = [account(), newId()];
		const answers = await Promise.all([1, 2].map(() => todo(invited, acceptInvitation, own, smallNow, commandId)));
		expect(answers).toEqual([{ staffId }, { staffId }]);
	});

	it('is replaced by the next one', async () => {
		const staffId = await add();
		const first = (await todo(admin(), inviteStaff, { staffId })) as { linkId: string };
		const actor = await holder(first, 'staffInvite');
		await todo(admin(), inviteStaff, { staffId });
		expect(
			await linkByToken(test.database, linkToken(first.linkId), 'staffInvite', { address: '10.0.0.1', now: smallNow })
		).toBe('revoked');
		await expect(todo(actor, acceptInvitation, account())).rejects.toMatchObject({ code: 'links.spent' });
	});

	it('makes no second account for an address, no weak password, no account without a name', async () => {
		const known = await colleague();
		const invited = await holder(await todo(admin(), inviteStaff, { staffId: await add() }), 'staffInvite');
		await expect(todo(invited, acceptInvitation, account({ email: known.email.toUpperCase() }))).rejects.toMatchObject({
			issues: { email: 'emailTaken' }
		});
		await expect(todo(invited, acceptInvitation, account({ password: 'Koperasi2026' }))).rejects.toMatchObject({
			issues: { password: 'passwordWeak' }
		});
		await expect(todo(invited, acceptInvitation, account({ name: ' ', email: 'tri' }))).rejects.toMatchObject({
			issues: { name: 'required', email: 'notAnEmail' }
		});
		// None of these spent the link.
		await todo(invited, acceptInvitation, account());
	});

	it('keeps password, address and token out of the audit', async () => {
		const staffId = await add();
		const answer = (await todo(admin(), inviteStaff, { staffId })) as { linkId: string };
		const own = account();
		await todo(await holder(answer, 'staffInvite'), acceptInvitation, own);
		const { rows } = await test.admin.query('select * from audit_rows');
		for (const secret of [own.password, own.email, linkToken(answer.linkId)])
			expect(JSON.stringify(rows)).not.toContain(secret);
		expect(rows.filter(({ command }) => command === 'offices.acceptInvitation').length).toBeGreaterThan(0);
	});

	it('is not for who has an account, nor for who left, nor for a stranger', async () => {
		const { staffId } = await colleague();
		await expect(todo(admin(), inviteStaff, { staffId })).rejects.toMatchObject({ code: 'offices.hasAccount' });
		await expect(todo(admin(), inviteStaff, { staffId: world.buleleng.actors.adviser.id })).rejects.toMatchObject({
			code: 'missing'
		});
		const gone = await add();
		const invited = await holder(await todo(admin(), inviteStaff, { staffId: gone }), 'staffInvite');
		await todo(admin(), removeStaff, { staffId: gone });
		await expect(todo(admin(), inviteStaff, { staffId: gone })).rejects.toMatchObject({ code: 'missing' });
		await expect(todo(invited, acceptInvitation, account())).rejects.toMatchObject({ code: 'missing' });
	});
});

describe('joining by an invitation', () => {
	it('lets one account serve in two offices', async () => {
		const { userId } = await colleague();
		const staffId = await add(world.buleleng);
		const invited = await holder(await todo(admin(world.buleleng), inviteStaff, { staffId }), 'staffInvite');
		await todo(invited, joinByInvitation, { userId });
		expect((await postsOf(test.database, userId)).map(({ brand }) => brand)).toEqual([
			'Klinik Koperasi',
			'Bina Serasi'
		]);
		await expect(todo(invited, joinByInvitation, { userId })).rejects.toMatchObject({ code: 'links.spent' });
	});

	it('gives an account one post an office', async () => {
		const { userId } = await colleague();
		const invited = await holder(await todo(admin(), inviteStaff, { staffId: await add() }), 'staffInvite');
		await expect(todo(invited, joinByInvitation, { userId })).rejects.toMatchObject({ code: 'offices.alreadyServes' });
	});

	it('lets someone come back who had left', async () => {
		const { userId, staffId: old } = await colleague();
		await todo(admin(), removeStaff, { staffId: old });
		const staffId = await add();
		await todo(await holder(await todo(admin(), inviteStaff, { staffId }), 'staffInvite'), joinByInvitation, {
			userId
		});
		expect((await postsOf(test.database, userId)).map((post) => post.staffId)).toEqual([staffId]);
	});

	it('knows no account that does not exist', async () => {
		const invited = await holder(await todo(admin(), inviteStaff, { staffId: await add() }), 'staffInvite');
		await expect(todo(invited, joinByInvitation, { userId: newId() })).rejects.toMatchObject({ code: 'missing' });
	});
});

describe('a lost password', () => {
	it('is replaced by a link, and every open session ends', async () => {
		const { staffId, email, userId } = await colleague();
		expect(await mayIn(email, password)).toBe('in');
		const renewing = await holder(await todo(admin(), issuePasswordReset, { staffId }), 'passwordReset');
		expect(await mayIn(email, password)).toBe('in');
		await expect(todo(renewing, renewForgottenPassword, { password: 'pendek' })).rejects.toMatchObject({
			issues: { password: 'passwordTooShort' }
		});
		await todo(renewing, renewForgottenPassword, { password: 'gajah ungu terbang rendah' });
		expect(await mayIn(email, password)).toBe('wrong');
		expect((await test.admin.query('select from sessions where user_id = $1', [userId])).rowCount).toBe(0);
		expect(await mayIn(email, 'gajah ungu terbang rendah')).toBe('in');
		await expect(
			todo(renewing, renewForgottenPassword, { password: 'gajah ungu terbang tinggi' })
		).rejects.toMatchObject({ code: 'links.spent' });
	});

	it('leaves the second step on, unless the telephone is lost too', async () => {
		const { staffId, userId } = await colleague();
		const guard = () => test.admin.query('update users set two_factor_enabled = true where id = $1', [userId]);
		const isOn = async () =>
			(await test.admin.query('select two_factor_enabled as on from users where id = $1', [userId])).rows[0].on;
		await guard();
		await todo(admin(), issuePasswordReset, { staffId });
		expect(await isOn()).toBe(true);
		await todo(admin(), issuePasswordReset, { staffId, alsoSecondStep: 'on' });
		expect(await isOn()).toBe(false);
	});

	it('is not replaced for who has no account, nor above the office, nor for who serves elsewhere too', async () => {
		await expect(todo(admin(), issuePasswordReset, { staffId: await add() })).rejects.toMatchObject({
			code: 'offices.noAccount'
		});
		const both = await colleague();
		const second = await add(world.buleleng);
		await todo(
			await holder(await todo(admin(world.buleleng), inviteStaff, { staffId: second }), 'staffInvite'),
			joinByInvitation,
			{ userId: both.userId }
		);
		await expect(todo(admin(), issuePasswordReset, { staffId: both.staffId })).rejects.toMatchObject({
			code: 'offices.servesElsewhere'
		});
		// Whoever runs the machine may.
		await todo(
			systemActor('terminal', world.sragen.officeId, ['staff.manage', 'installation.manage']),
			issuePasswordReset,
			{ staffId: both.staffId }
		);
		const system = await colleague();
		await test.admin.query(`update staff_roles set role = 'systemAdministrator' where staff_id = $1`, [system.staffId]);
		await expect(todo(admin(), issuePasswordReset, { staffId: system.staffId })).rejects.toMatchObject({
			code: 'offices.roleBeyondYou'
		});
	});

	it('of the only administrator is replaced from the terminal of the server', async () => {
		const system = await colleague();
		await test.admin.query(`update staff_roles set role = 'systemAdministrator' where staff_id = $1`, [system.staffId]);
		await test.admin.query('update users set two_factor_enabled = true where id = $1', [system.userId]);
		const wanted = { email: system.email.toUpperCase(), office: world.sragen.code, alsoSecondStep: true };
		const path = await passwordLink(test.appUrl, wanted);
		expect(path).toMatch(/^\/sandi\/[\w-]{40,}$/);
		const { rows } = await test.admin.query('select two_factor_enabled as on from users where id = $1', [
			system.userId
		]);
		expect(rows).toEqual([{ on: false }]);
		await expect(passwordLink(test.appUrl, { ...wanted, email: 'siapa@contoh.id' })).rejects.toThrow('siapa@contoh.id');
		await expect(passwordLink(test.appUrl, { ...wanted, office: '11.01' })).rejects.toThrow('11.01');
	});

	it('link does not serve as an invitation, nor the other way round', async () => {
		const { staffId } = await colleague();
		const { linkId } = (await todo(admin(), issuePasswordReset, { staffId })) as { linkId: string };
		expect(
			await linkByToken(test.database, linkToken(linkId), 'staffInvite', { address: '10.0.0.2', now: smallNow })
		).toBe('wrong');
		const invited = await holder(await todo(admin(), inviteStaff, { staffId: await add() }), 'staffInvite');
		await expect(
			todo(invited, renewForgottenPassword, { password: 'gajah ungu terbang rendah' })
		).rejects.toMatchObject({ code: 'forbidden' });
		await expect(todo(invited, addStaff, {})).rejects.toMatchObject({ code: 'forbidden' });
	});
});

describe('revokeSessions', () => {
	it('signs a colleague out on every device', async () => {
		const { staffId, email } = await colleague();
		await mayIn(email, password);
		await mayIn(email, password);
		expect(await todo(admin(), revokeSessions, { staffId })).toEqual({ ended: 2 });
		await expect(todo(admin(), revokeSessions, { staffId: await add() })).rejects.toMatchObject({
			code: 'offices.noAccount'
		});
		await expect(todo(admin(world.buleleng), revokeSessions, { staffId })).rejects.toMatchObject({ code: 'missing' });
	});
});

describe('an account', () => {
	it('is one for an address, however it is written', async () => {
		await createAccount(test.database, { name: 'A', email: 'Sama@contoh.go.id', password });
		await expect(createAccount(test.database, { name: 'B', email: 'sama@contoh.go.id', password })).rejects.toThrow();
	});
});
