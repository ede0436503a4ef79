import { describe, expect, it } from 'vitest';
import { createAccount } from '#platform/sign-in/accounts.ts';
import { authAt } from '#platform/sign-in/auth.ts';
import { sessionOf } from '#platform/sign-in/session.ts';
import { signIn } from '#platform/sign-in/sign-in.ts';
import { testDatabase } from '../../database/database.ts';
import { after, begin, cookieOf, goodPassword as password, setCookiesOf, visitor } from './browser.ts';

const test = testDatabase();
let people = 0;
const person = async () => {
	const email = `orang${++people}@contoh.go.id`;
	const { userId } = await createAccount(test.database, { name: `Orang ${people}`, email, password });
	return { email, userId };
};
let networks = 0;
const freshAddress = () => `198.51.${Math.floor(++networks / 250)}.${networks % 250}`;
const outcomes = async (times: number, attempt: () => ReturnType<typeof signIn>) => {
	const all: string[] = [];
	for (let at = 0; at < times; at++) all.push((await attempt()).outcome);
	return all;
};

describe('sign-in by password', () => {
	it('opens a session that the cookies carry, until the browser is closed', async () => {
		const { email, userId } = await person();
		const answer = await signIn(test.database, visitor('10.0.1.1'), { email: email.toUpperCase(), password });
		expect(answer.outcome).toBe('in');
		const session = await sessionOf(test.database, visitor('10.0.1.1', begin, cookieOf(answer)));
		expect(session).toMatchObject({ userId, email, officeId: null, lockedAt: null });
		const cookie = setCookiesOf(answer).find((line) => line.startsWith('klinik.session_token'))!;
		expect(cookie).toMatch(/HttpOnly/i);
		expect(cookie).toMatch(/SameSite=Lax/i);
		expect(cookie).not.toMatch(/Max-Age/i);
	});

	it('sets secure cookies under https', async () => {
		const { email } = await person();
		const answer = await signIn(
			test.database,
			{ ...visitor('10.0.1.2'), origin: 'https://klinik.contoh.go.id' },
			{ email, password }
		);
		expect(setCookiesOf(answer).every((line) => /Secure/.test(line))).toBe(true);
	});

	it('notes the true address of the client', async () => {
		const { email, userId } = await person();
		await signIn(test.database, visitor('203.0.113.9'), { email, password });
		const { rows } = await test.admin.query('select ip_address from sessions where user_id = $1', [userId]);
		expect(rows).toEqual([{ ip_address: '203.0.113.9' }]);
	});

	it('takes no cookie that was made up', async () => {
		expect(await sessionOf(test.database, visitor('10.0.1.3', begin, 'klinik.session_token=abc.def'))).toBeNull();
	});

	it('knows no sign-up from outside', async () => {
		const answer = await authAt(test.database, 'http://localhost:3000').handler(
			new Request('http://localhost:3000/api/auth/sign-up/email', {
				method: 'POST',
				headers: { 'content-type': 'application/json', origin: 'http://localhost:3000', 'x-klinik-ip': '10.0.1.4' },
				body: JSON.stringify({ name: 'Tamu', email: 'tamu@contoh.id', password })
			})
		);
		expect(answer.status).toBe(400);
		expect((await test.admin.query(`select from users where email = 'tamu@contoh.id'`)).rowCount).toBe(0);
	});
});

describe('a wrong password and an unknown address', () => {
	it('are answered alike', async () => {
		const { email } = await person();
		const wrong = await signIn(test.database, visitor(freshAddress()), { email, password: 'bukan sandi saya' });
		const unknown = await signIn(test.database, visitor(freshAddress()), { email: 'entah@contoh.go.id', password });
		expect(wrong).toEqual({ outcome: 'wrong' });
		expect(unknown).toEqual(wrong);
	});

	it('take a similar time', async () => {
		const { email } = await person();
		const took = async (who: string) => {
			const times: number[] = [];
			for (let at = 0; at < 5; at++) {
				const start = performance.now();
				await signIn(test.database, visitor(freshAddress()), { email: who, password: 'bukan sandi saya' });
				times.push(performance.now() - start);
			}
			return times.sort((a, b) => a - b)[2]!;
		};
		const [known, unknown] = [await took(email), await took('entah2@contoh.go.id')];
		// Without the hash of the password an unknown address would be some ten times as fast.
		expect(unknown).toBeGreaterThan(known / 3);
		expect(unknown).toBeLessThan(known * 3);
	});
});

describe('the throttle', () => {
	it('gives five wrong passwords a quarter of an hour, then not even the right one counts', async () => {
		const { email } = await person();
		const address = freshAddress();
		const wrong = (now = begin) =>
			signIn(test.database, visitor(address, now), { email, password: 'salah sekali ini' });
		const right = (now: Date) => signIn(test.database, visitor(address, now), { email, password });
		expect(await outcomes(5, () => wrong())).toEqual(Array(5).fill('wrong'));
		expect(await right(after(60))).toEqual({ outcome: 'wait', seconds: 840 });
		expect((await right(after(899))).outcome).toBe('wait');
		expect((await right(after(900))).outcome).toBe('in');
	});

	it('counts the same address however it is written', async () => {
		const { email } = await person();
		const address = freshAddress();
		await outcomes(3, () => signIn(test.database, visitor(address), { email, password: 'salah sekali ini' }));
		await outcomes(2, () =>
			signIn(test.database, visitor(address), { email: ` ${email.toUpperCase()}`, password: 'salah sekali ini' })
		);
		expect((await signIn(test.database, visitor(address), { email, password })).outcome).toBe('wait');
	});

	it('gives no try more to who hurries', async () => {
		const { email } = await person();
		const address = freshAddress();
		const all = await Promise.all(
			Array.from({ length: 12 }, () => signIn(test.database, visitor(address), { email, password: 'salah sekali ini' }))
		);
		expect(all.filter(({ outcome }) => outcome === 'wrong')).toHaveLength(5);
		expect(all.filter(({ outcome }) => outcome === 'wait')).toHaveLength(7);
	});

	it('locks out who guesses, and nobody else: neither the owner elsewhere nor others in the same network', async () => {
		const [victim, colleague] = [await person(), await person()];
		const attacker = freshAddress();
		await outcomes(20, () =>
			signIn(test.database, visitor(attacker), { email: victim.email, password: 'salah sekali ini' })
		);
		expect((await signIn(test.database, visitor(freshAddress()), { email: victim.email, password })).outcome).toBe(
			'in'
		);
		expect((await signIn(test.database, visitor(attacker), { email: colleague.email, password })).outcome).toBe('in');
	});

	/** As if so many attempts had been counted under every limit of this kind: each true one costs a tenth of a second. */
	const counted = (kind: string, count: number) =>
		test.admin.query('update throttles set count = $2 where key like $1', [`${kind}.%`, count]);

	it('slows a network that tries many accounts, and no other network', async () => {
		const attacker = freshAddress();
		let guess = 0;
		const wrong = () =>
			signIn(test.database, visitor(attacker), { email: `tebak${++guess}@contoh.go.id`, password: 'salah sekali ini' });
		await wrong();
		await counted('sign-in-network', 39);
		expect(await outcomes(2, wrong)).toEqual(['wrong', 'wait']);
		const { email } = await person();
		expect((await signIn(test.database, visitor(attacker), { email, password })).outcome).toBe('wait');
		expect((await signIn(test.database, visitor(freshAddress()), { email, password })).outcome).toBe('in');
	});

	it('slows guesses from everywhere, and still lets the owner in at the usual place', async () => {
		const { email } = await person();
		const usual = freshAddress();
		expect((await signIn(test.database, visitor(usual), { email, password })).outcome).toBe('in');
		const wrong = () => signIn(test.database, visitor(freshAddress()), { email, password: 'salah sekali ini' });
		await wrong();
		await counted('sign-in-person', 29);
		expect(await outcomes(2, wrong)).toEqual(['wrong', 'wait']);
		expect((await signIn(test.database, visitor(freshAddress()), { email, password })).outcome).toBe('wait');
		expect((await signIn(test.database, visitor(usual), { email, password })).outcome).toBe('in');
	});

	it('counts a whole IPv6 network as one', async () => {
		const { email } = await person();
		let host = 0;
		const wrong = () =>
			signIn(test.database, visitor(`2001:db8:1:2::${++host}`), { email, password: 'salah sekali ini' });
		expect((await outcomes(6, wrong)).at(-1)).toBe('wait');
	});

	it('does not count who signs in rightly', async () => {
		const { email } = await person();
		const address = freshAddress();
		expect(await outcomes(8, () => signIn(test.database, visitor(address), { email, password }))).toEqual(
			Array(8).fill('in')
		);
	});

	it('keeps neither addresses nor accounts in its table', async () => {
		const { rows } = await test.admin.query<{ key: string }>('select key from throttles');
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.filter(({ key }) => /@|198\.51|2001/.test(key))).toEqual([]);
	});
});
