import { hashPassword, verifyPassword } from 'better-auth/crypto';
import { and, eq } from 'drizzle-orm';
import { write, type Database, type Tx } from '../database/client.ts';
import { newId } from '../ids.ts';
import { accounts, passkeys, sessions, twoFactors, users } from './tables.ts';

// Accounts in the running transaction of a command. An account belongs to a person; what it opens stands in the staff of an office.

export interface NewAccount {
	readonly name: string;
	readonly email: string;
	readonly password: string;
}

/** A new account with a password. Whether the password is strong enough is asked before (`requireStrong`). */
export async function insertAccount(
	tx: Tx,
	{ name, email, password }: NewAccount,
	now: Date
): Promise<{ userId: string }> {
	const userId = newId();
	const stamps = { createdAt: now, updatedAt: now };
	await tx.insert(users).values({ ...stamps, id: userId, name, email: email.toLowerCase() });
	await tx.insert(accounts).values({
		...stamps,
		id: newId(),
		accountId: userId,
		providerId: 'credential',
		userId,
		password: await hashPassword(password)
	});
	return { userId };
}

/** The same outside a command: for the demonstration world and for tests. */
export const createAccount = (database: Database, account: NewAccount, now = new Date()): Promise<{ userId: string }> =>
	write(database, { officeId: null, userId: null }, null, (tx) => insertAccount(tx, account, now));

export async function accountByEmail(tx: Pick<Tx, 'select'>, email: string): Promise<string | null> {
	const [row] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email.toLowerCase()));
	return row?.id ?? null;
}

export const accountOf = async (tx: Pick<Tx, 'select'>, userId: string) => {
	const [row] = await tx.select({ name: users.name, email: users.email }).from(users).where(eq(users.id, userId));
	return row ?? null;
};

export async function setPassword(tx: Pick<Tx, 'update'>, userId: string, password: string, now: Date): Promise<void> {
	await tx
		.update(accounts)
		.set({ password: await hashPassword(password), updatedAt: now })
		.where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')));
}

/** Sets a new password and ends every session: whoever knew the old one is out. */
export async function renewPassword(tx: Tx, userId: string, password: string, now: Date): Promise<void> {
	await setPassword(tx, userId, password, now);
	await endSessions(tx, userId);
}

/** Signs the account out on every device. The number of sessions that ended. */
export async function endSessions(tx: Tx, userId: string): Promise<number> {
	const ended = await tx.delete(sessions).where(eq(sessions.userId, userId)).returning({ id: sessions.id });
	return ended.length;
}

/** Takes the second step and the passkeys off an account whose owner lost the telephone. */
export async function removeSecondFactor(tx: Tx, userId: string, now: Date): Promise<void> {
	await tx.delete(twoFactors).where(eq(twoFactors.userId, userId));
	await tx.delete(passkeys).where(eq(passkeys.userId, userId));
	await tx.update(users).set({ twoFactorEnabled: false, updatedAt: now }).where(eq(users.id, userId));
}

/** Whether this is the password of the account. */
export async function isPasswordOf(tx: Pick<Tx, 'select'>, userId: string, password: string): Promise<boolean> {
	const [row] = await tx
		.select({ hash: accounts.password })
		.from(accounts)
		.where(and(eq(accounts.userId, userId), eq(accounts.providerId, 'credential')));
	return row?.hash ? verifyPassword({ hash: row.hash, password }) : false;
}

/** Whether anybody has an account here at all. */
export const hasAccounts = async (tx: Pick<Tx, 'select'>): Promise<boolean> =>
	(await tx.select({ id: users.id }).from(users).limit(1)).length > 0;
