import { beforeAll, describe, expect, it } from 'vitest';
import { whoComes, whoHolds } from '#clinic/offices/server/arrival.ts';
import { inviteStaff } from '#clinic/offices/server/commands/account.ts';
import { addStaff } from '#clinic/offices/server/commands/staff.ts';
import { perform } from '#platform/command.ts';
import { newId } from '#platform/ids.ts';
import { linkToken } from '#platform/links/links.ts';
import { createAccount } from '#platform/sign-in/accounts.ts';
import { chooseOffice, lock, sessionOf } from '#platform/sign-in/session.ts';
import { signIn } from '#platform/sign-in/sign-in.ts';
import { smallNow, smallWorld, type SmallOffice, type SmallWorld } from '../../world/small.ts';
import { testDatabase } from '../../database/database.ts';
import { cookieOf, goodPassword as password, visitor } from '../sign-in/browser.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
let people = 0;

/** Someone signed in who serves in these offices, and the browser. */
async function serving(...offices: [SmallOffice, string][]) {
	const email = `orang${++people}@contoh.go.id`;
	const { userId } = await createAccount(test.database, { name: 'Tri', email, password });
	for (const [office, staffId] of offices) {
		await test.admin.query('update staff set user_id = null where user_id = $1 and office_id = $2', [
			userId,
			office.officeId
		]);
		await test.admin.query('update staff set user_id = $1 where id = $2', [userId, staffId]);
	}
	const address = `10.3.0.${people}`;
	const answer = await signIn(test.database, visitor(address, smallNow), { email, password });
	const browser = visitor(address, smallNow, cookieOf(answer));
	// The session begins at the moment of the test, not of the machine.
	await test.admin.query('update sessions set active_at = $1 where user_id = $2', [smallNow, userId]);
	return { userId, browser, sessionId: (await sessionOf(test.database, browser))!.id };
}
const later = (minutes: number) => new Date(smallNow.getTime() + minutes * 60_000);

describe('who comes', () => {
	it('is nobody without a session', async () => {
		expect(await whoComes(test.database, visitor('10.3.1.1', smallNow))).toMatchObject({
			session: null,
			actor: null,
			isLocked: false
		});
	});

	it('is the staff actor of the one office where the account serves', async () => {
		const { browser } = await serving([world.sragen, world.sragen.actors.adviser.id]);
		const arrival = await whoComes(test.database, browser);
		expect(arrival.actor).toMatchObject({
			kind: 'staff',
			id: world.sragen.actors.adviser.id,
			officeId: world.sragen.officeId
		});
		expect(arrival.actor!.permissions.has('queue.call')).toBe(true);
		expect(arrival.actor!.clinicIds).toEqual([world.sragen.clinics.finance]);
		expect(arrival).toMatchObject({ zone: 'Asia/Jakarta', face: { brand: 'Bina Serasi' }, idleMinutes: 15 });
	});

	it('has to say in which of several offices, and then is there', async () => {
		const { browser, sessionId } = await serving(
			[world.sragen, world.sragen.actors.inspector.id],
			[world.buleleng, world.buleleng.actors.inspector.id]
		);
		const before = await whoComes(test.database, browser);
		expect(before).toMatchObject({ actor: null, isLocked: false });
		expect(before.posts).toHaveLength(2);
		await chooseOffice(test.database, sessionId, world.buleleng.officeId);
		const after = await whoComes(test.database, browser);
		expect(after).toMatchObject({ zone: 'Asia/Makassar', actor: { id: world.buleleng.actors.inspector.id } });
		// An office in which the account does not serve is none, whatever the session says.
		await chooseOffice(test.database, sessionId, newId());
		expect((await whoComes(test.database, browser)).actor).toBeNull();
	});

	it('has no office once he or she has left', async () => {
		const { browser } = await serving([world.sragen, world.sragen.actors.fieldOfficer.id]);
		await test.admin.query('update staff set left_at = now() where id = $1', [world.sragen.actors.fieldOfficer.id]);
		const arrival = await whoComes(test.database, browser);
		expect(arrival.session).not.toBeNull();
		expect(arrival).toMatchObject({ actor: null, posts: [] });
	});

	it('acts for nobody while the screen is locked, by the idle minutes of the office or by the button', async () => {
		const { browser, sessionId } = await serving([world.buleleng, world.buleleng.actors.receptionist.id]);
		await test.admin.query('update offices set idle_minutes = 5 where id = $1', [world.buleleng.officeId]);
		expect(await whoComes(test.database, { ...browser, now: later(5) })).toMatchObject({
			isLocked: false,
			actor: { kind: 'staff' }
		});
		expect(await whoComes(test.database, { ...browser, now: later(5.1) })).toMatchObject({
			isLocked: true,
			actor: null
		});
		await lock(test.database, sessionId, smallNow);
		expect(await whoComes(test.database, browser)).toMatchObject({ isLocked: true, actor: null });
	});
});

describe('who holds a link', () => {
	it('acts in the office of the link, within its purpose', async () => {
		const admin = world.sragen.actors.officeAdministrator;
		const request = () => ({ database: test.database, actor: admin, now: smallNow, commandId: newId() });
		const { staffId } = await perform(request(), addStaff, {
			name: 'Baru',
			roles: [{ role: 'adviser', fromOn: '2026-03-02', untilOn: '' }]
		} as never);
		const { linkId } = await perform(request(), inviteStaff, { staffId });
		const at = { address: '10.3.2.1', now: smallNow };
		expect(await whoHolds(test.database, linkToken(linkId), 'staffInvite', at)).toMatchObject({
			actor: {
				kind: 'link',
				officeId: world.sragen.officeId,
				subjectId: staffId,
				permissions: new Set(['invitation.accept'])
			},
			face: { brand: 'Bina Serasi' }
		});
		expect(await whoHolds(test.database, linkToken(linkId), 'board', at)).toEqual({ fault: 'wrong' });
		expect(await whoHolds(test.database, linkToken(newId()), 'staffInvite', at)).toEqual({ fault: 'wrong' });
		expect(await whoHolds(test.database, linkToken(linkId), 'staffInvite', { ...at, now: later(7 * 24 * 60) })).toEqual(
			{ fault: 'expired' }
		);
	});
});
