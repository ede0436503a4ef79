import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { describe, expect, it } from 'vitest';
import { createAccount, removeSecondFactor } from '#platform/sign-in/accounts.ts';
import { signInTables } from '#platform/sign-in/auth.ts';
import { beginTotp, endTotp, finishTotp } from '#platform/sign-in/second-factor.ts';
import { chooseOffice, sessionOf } from '#platform/sign-in/session.ts';
import { signIn, signInSecond } from '#platform/sign-in/sign-in.ts';
import type { Tx } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { after, begin, cookieOf, goodPassword as password, visitor } from './browser.ts';

const test = testDatabase();
let people = 0;
const codeOf = (uri: string) =>
	createOTP(new TextDecoder().decode(base32.decode(new URL(uri).searchParams.get('secret')!))).totp();
const wrongCode = async (uri: string) => String((Number(await codeOf(uri)) + 1) % 1_000_000).padStart(6, '0');

/** A person with the second step on, and the address of the set-up. */
async function guarded() {
	const email = `orang${++people}@contoh.go.id`;
	const address = `192.0.2.${people}`;
	const { userId } = await createAccount(test.database, { name: 'Orang', email, password });
	const first = await signIn(test.database, visitor(address), { email, password });
	const browser = visitor(address, begin, cookieOf(first));
	const begun = await beginTotp(test.database, browser, userId, password);
	if (begun.outcome !== 'begun') throw new Error(begun.outcome);
	const finished = await finishTotp(test.database, browser, await codeOf(begun.uri));
	return { email, userId, address, begun, finished, cookie: cookieOf(finished, browser.cookie) };
}

describe('the second step', () => {
	it('is asked for only after the right code has been seen once', async () => {
		const email = 'ragu@contoh.go.id';
		const { userId } = await createAccount(test.database, { name: 'Ragu', email, password });
		const first = await signIn(test.database, visitor('192.0.2.200'), { email, password });
		const browser = visitor('192.0.2.200', begin, cookieOf(first));
		expect((await beginTotp(test.database, browser, userId, 'bukan sandi saya')).outcome).toBe('wrong');
		const begun = await beginTotp(test.database, browser, userId, password);
		expect(begun).toMatchObject({ outcome: 'begun', uri: expect.stringMatching(/^otpauth:\/\/totp\//) });
		expect('backupCodes' in begun && begun.backupCodes).toHaveLength(10);
		expect((await finishTotp(test.database, browser, await wrongCode((begun as { uri: string }).uri))).outcome).toBe(
			'wrong'
		);
		expect((await signIn(test.database, visitor('192.0.2.200'), { email, password })).outcome).toBe('in');
	});

	it('opens nothing by the password alone', async () => {
		const { email, address } = await guarded();
		const first = await signIn(test.database, visitor(address), { email, password });
		expect(first.outcome).toBe('second');
		expect(await sessionOf(test.database, visitor(address, begin, cookieOf(first)))).toBeNull();
	});

	it('opens with the code of the telephone, written with or without a space', async () => {
		const { email, address, userId, begun } = await guarded();
		const first = await signIn(test.database, visitor(address), { email, password });
		const browser = visitor(address, begin, cookieOf(first));
		expect(
			(await signInSecond(test.database, browser, { code: await wrongCode(begun.uri), kind: 'totp' })).outcome
		).toBe('wrong');
		const code = await codeOf(begun.uri);
		const second = await signInSecond(test.database, browser, {
			code: `${code.slice(0, 3)} ${code.slice(3)}`,
			kind: 'totp'
		});
		expect(second.outcome).toBe('in');
		const session = await sessionOf(test.database, visitor(address, begin, cookieOf(second, browser.cookie)));
		expect(session).toMatchObject({ userId, twoFactorEnabled: true });
	});

	it('takes a spare code once', async () => {
		const { email, address, begun } = await guarded();
		const spare = async () => {
			const first = await signIn(test.database, visitor(address), { email, password });
			return signInSecond(test.database, visitor(address, begin, cookieOf(first)), {
				code: begun.backupCodes[0]!,
				kind: 'backup'
			});
		};
		expect((await spare()).outcome).toBe('in');
		expect((await spare()).outcome).toBe('wrong');
	});

	it('sends back to the password after five wrong codes', async () => {
		const { email, address, begun } = await guarded();
		const first = await signIn(test.database, visitor(address), { email, password });
		const browser = visitor(address, begin, cookieOf(first));
		const wrong = await wrongCode(begun.uri);
		const tries: string[] = [];
		for (let at = 0; at < 6; at++)
			tries.push((await signInSecond(test.database, browser, { code: wrong, kind: 'totp' })).outcome);
		expect(tries).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'again']);
		expect((await signInSecond(test.database, browser, { code: await codeOf(begun.uri), kind: 'totp' })).outcome).toBe(
			'again'
		);
	});

	it('opens nothing without a first step', async () => {
		const { begun } = await guarded();
		const answer = await signInSecond(test.database, visitor('192.0.2.250'), {
			code: await codeOf(begun.uri),
			kind: 'totp'
		});
		expect(answer.outcome).toBe('again');
	});

	it('lets a network wait that begins over and over', async () => {
		const address = '192.0.2.251';
		const tries: string[] = [];
		for (let at = 0; at < 21; at++)
			tries.push((await signInSecond(test.database, visitor(address), { code: '000000', kind: 'totp' })).outcome);
		expect(tries[19]).toBe('again');
		expect(tries[20]).toBe('wait');
		expect(
			(await signInSecond(test.database, visitor(address, after(900)), { code: '000000', kind: 'totp' })).outcome
		).toBe('again');
	});

	it('keeps the office in which the browser works', async () => {
		const email = 'kantor@contoh.go.id';
		const { userId } = await createAccount(test.database, { name: 'Kantor', email, password });
		const browser = visitor(
			'192.0.2.201',
			begin,
			cookieOf(await signIn(test.database, visitor('192.0.2.201'), { email, password }))
		);
		const officeId = newId();
		await chooseOffice(test.database, (await sessionOf(test.database, browser))!.id, officeId);
		const begun = await beginTotp(test.database, browser, userId, password);
		const finished = await finishTotp(test.database, browser, await codeOf((begun as { uri: string }).uri));
		const session = await sessionOf(test.database, visitor('192.0.2.201', begin, cookieOf(finished, browser.cookie)));
		expect(session?.officeId).toBe(officeId);
	});

	it('is taken off by the password, not without', async () => {
		const { email, userId, address, cookie } = await guarded();
		const browser = visitor(address, begin, cookie);
		expect((await endTotp(test.database, browser, userId, 'bukan sandi saya')).outcome).toBe('wrong');
		expect((await signIn(test.database, visitor(address), { email, password })).outcome).toBe('second');
		expect((await endTotp(test.database, browser, userId, password)).outcome).toBe('in');
		expect((await signIn(test.database, visitor(address), { email, password })).outcome).toBe('in');
	});

	it('is taken off for who lost the telephone', async () => {
		const { email, userId, address } = await guarded();
		await signInTables(test.database).transaction((tx) => removeSecondFactor(tx as unknown as Tx, userId, begin));
		expect((await signIn(test.database, visitor(address), { email, password })).outcome).toBe('in');
	});

	it('keeps the secret and the spare codes unreadable in the database', async () => {
		const { userId, begun } = await guarded();
		const { rows } = await test.admin.query('select secret, backup_codes from two_factors where user_id = $1', [
			userId
		]);
		const secret = new TextDecoder().decode(base32.decode(new URL(begun.uri).searchParams.get('secret')!));
		expect(JSON.stringify(rows)).not.toContain(secret);
		expect(JSON.stringify(rows)).not.toContain(begun.backupCodes[0]);
	});
});
