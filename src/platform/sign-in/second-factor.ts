import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { isPasswordOf } from './accounts.ts';
import { authAt, signInTables } from './auth.ts';
import { passwordAgain, type SignInAnswer } from './sign-in.ts';
import { passkeys, twoFactors, users } from './tables.ts';
import { headersOf, type Visitor } from './visitor.ts';

/** What an authenticator application is shown: the address for its camera, and ten spare codes to keep on paper. */
export interface TotpSetUp {
	readonly uri: string;
	readonly backupCodes: readonly string[];
}

/** Begins the second step for a signed-in account; it counts once `finishTotp` has seen a right code. */
export async function beginTotp(
	database: Database,
	visitor: Visitor,
	userId: string,
	password: string
): Promise<SignInAnswer | ({ readonly outcome: 'begun' } & TotpSetUp)> {
	const answer = await checkPassword(database, visitor, userId, password);
	if (answer.outcome !== 'in') return answer;
	const begun = await authAt(database, visitor.origin).api.enableTwoFactor({
		headers: headersOf(visitor),
		body: { password, method: 'totp' }
	});
	if (begun.method !== 'totp') throw new Error('another second step than asked for');
	return { outcome: 'begun', uri: begun.totpURI, backupCodes: begun.backupCodes };
}

/** The session is made anew, so the answer carries its cookies. */
export async function finishTotp(database: Database, visitor: Visitor, code: string): Promise<SignInAnswer> {
	const response = await authAt(database, visitor.origin).api.verifyTOTP({
		headers: headersOf(visitor),
		body: { code: code.replace(/\D/g, '') },
		asResponse: true
	});
	return response.ok ? { outcome: 'in', setCookies: response.headers.getSetCookie() } : { outcome: 'wrong' };
}

/** Takes the second step off; passkeys stay. */
export async function endTotp(
	database: Database,
	visitor: Visitor,
	userId: string,
	password: string
): Promise<SignInAnswer> {
	const answer = await checkPassword(database, visitor, userId, password);
	if (answer.outcome !== 'in') return answer;
	await signInTables(database).transaction(async (tx) => {
		await tx.delete(twoFactors).where(eq(twoFactors.userId, userId));
		await tx.update(users).set({ twoFactorEnabled: false, updatedAt: visitor.now }).where(eq(users.id, userId));
	});
	return answer;
}

export const checkPassword = (
	database: Database,
	visitor: Visitor,
	userId: string,
	password: string
): Promise<SignInAnswer> =>
	passwordAgain(database, { userId, address: visitor.address, now: visitor.now }, () =>
		isPasswordOf(signInTables(database), userId, password)
	);

export interface Passkey {
	readonly id: string;
	readonly name: string | null;
	readonly createdAt: Date | null;
}

export const passkeysOf = (database: Database, userId: string): Promise<Passkey[]> =>
	signInTables(database)
		.select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt })
		.from(passkeys)
		.where(eq(passkeys.userId, userId))
		.orderBy(asc(passkeys.createdAt));

/** Removes one of the account's own passkeys; false when it is none of its own. */
export async function removePasskey(database: Database, userId: string, passkeyId: string): Promise<boolean> {
	const removed = await signInTables(database)
		.delete(passkeys)
		.where(and(eq(passkeys.id, passkeyId), eq(passkeys.userId, userId)))
		.returning({ id: passkeys.id });
	return removed.length === 1;
}
