import { describe, expect, it } from 'vitest';
import { createAccount } from '#platform/sign-in/accounts.ts';
import { lock, openSessions, sessionOf, signOut, signOutElsewhere, touch, unlock } from '#platform/sign-in/session.ts';
import { signIn } from '#platform/sign-in/sign-in.ts';
import { testDatabase } from '../../database/database.ts';
import { after, begin, cookieOf, goodPassword as password, visitor } from './browser.ts';

const test = testDatabase();
let people = 0;

async function signedIn() {
	const email = `orang${++people}@contoh.go.id`;
	const { userId } = await createAccount(test.database, { name: 'Orang', email, password });
	const browser = async () =>
		visitor('192.0.2.1', begin, cookieOf(await signIn(test.database, visitor('192.0.2.1'), { email, password })));
	const here = await browser();
	return { userId, email, here, browser, session: (await sessionOf(test.database, here))! };
}

describe('a session', () => {
	it('ends at sign-out, for the cookie as well', async () => {
		const { here } = await signedIn();
		const gone = await signOut(test.database, here);
		expect(gone.some((line) => /klinik\.session_token=;.*Max-Age=0/i.test(line))).toBe(true);
		expect(await sessionOf(test.database, here)).toBeNull();
	});

	it('stays when the account is signed out everywhere else', async () => {
		const { userId, here, browser, session } = await signedIn();
		const [second, third] = [await browser(), await browser()];
		expect(await openSessions(test.database, userId)).toBe(3);
		expect(await signOutElsewhere(test.database, userId, session.id)).toBe(2);
		expect(await sessionOf(test.database, second)).toBeNull();
		expect(await sessionOf(test.database, third)).toBeNull();
		expect(await sessionOf(test.database, here)).not.toBeNull();
	});

	it('signs out nobody else', async () => {
		const [one, other] = [await signedIn(), await signedIn()];
		await signOutElsewhere(test.database, one.userId, one.session.id);
		expect(await sessionOf(test.database, other.here)).not.toBeNull();
	});

	it('notes activity once a minute at most', async () => {
		const { here, session } = await signedIn();
		const at = async () => (await sessionOf(test.database, here))!;
		const start = session.lastActiveAt.getTime();
		const later = (seconds: number) => new Date(start + seconds * 1000);
		await touch(test.database, session, later(59));
		expect((await at()).lastActiveAt).toEqual(session.lastActiveAt);
		await touch(test.database, session, later(60));
		expect((await at()).lastActiveAt).toEqual(later(60));
		await touch(test.database, await at(), later(119));
		expect((await at()).lastActiveAt).toEqual(later(60));
	});
});

describe('a locked screen', () => {
	it('opens by the password of the same account', async () => {
		const { here, session } = await signedIn();
		await lock(test.database, session.id, begin);
		expect((await sessionOf(test.database, here))?.lockedAt).toEqual(begin);
		const own = { sessionId: session.id, userId: session.userId };
		expect((await unlock(test.database, here, own, 'bukan sandi saya')).outcome).toBe('wrong');
		expect((await sessionOf(test.database, here))?.lockedAt).toEqual(begin);
		expect((await unlock(test.database, { ...here, now: after(60) }, own, password)).outcome).toBe('in');
		expect(await sessionOf(test.database, here)).toMatchObject({ lockedAt: null, lastActiveAt: after(60) });
	});

	it('lets wait after five wrong passwords', async () => {
		const { here, session } = await signedIn();
		const own = { sessionId: session.id, userId: session.userId };
		for (let at = 0; at < 5; at++) await unlock(test.database, here, own, 'bukan sandi saya');
		expect(await unlock(test.database, here, own, password)).toEqual({ outcome: 'wait', seconds: 900 });
		expect((await unlock(test.database, { ...here, now: after(900) }, own, password)).outcome).toBe('in');
	});
});
