import { and, eq, isNull, lt, ne, or } from 'drizzle-orm';
import type { Database } from '../database/client.ts';
import { log } from '../log.ts';
import { isPasswordOf, setPassword } from './accounts.ts';
import { authAt, signInTables } from './auth.ts';
import { passwordAgain, type SignInAnswer } from './sign-in.ts';
import { sessions } from './tables.ts';
import { headersOf, type Visitor } from './visitor.ts';

/** Who is signed in on this browser. */
export interface Session {
	readonly id: string;
	readonly userId: string;
	readonly name: string;
	readonly email: string;
	readonly twoFactorEnabled: boolean;
	/** The office in which this browser works; null until one is chosen. */
	readonly officeId: string | null;
	readonly lastActiveAt: Date;
	readonly lockedAt: Date | null;
}

/** The session of a request, read from the database each time, so that signing out everywhere holds at once. */
export async function sessionOf(database: Database, visitor: Visitor): Promise<Session | null> {
	if (!visitor.cookie.includes('klinik.session_token')) return null;
	const found = await authAt(database, visitor.origin).api.getSession({ headers: headersOf(visitor) });
	if (!found) return null;
	const { session, user } = found;
	return {
		id: session.id,
		userId: user.id,
		name: user.name,
		email: user.email,
		twoFactorEnabled: user.twoFactorEnabled === true,
		officeId: session.officeId ?? null,
		lastActiveAt: session.activeAt ?? session.createdAt,
		lockedAt: session.lockedAt ?? null
	};
}

/** On a shared computer an unwatched screen locks after the office's idle minutes, or at the press of a button. */
export const isLocked = (
	{ lockedAt, lastActiveAt }: Pick<Session, 'lockedAt' | 'lastActiveAt'>,
	idleMinutes: number,
	now: Date
) => lockedAt !== null || now.getTime() - lastActiveAt.getTime() > idleMinutes * 60_000;

const minute = 60_000;

/** Notes that this browser did something, at most once a minute. */
export async function touch(database: Database, { id, lastActiveAt }: Session, now: Date): Promise<void> {
	if (now.getTime() - lastActiveAt.getTime() < minute) return;
	await signInTables(database)
		.update(sessions)
		.set({ activeAt: now })
		.where(and(eq(sessions.id, id), or(isNull(sessions.activeAt), lt(sessions.activeAt, now))));
}

export async function lock(database: Database, sessionId: string, now: Date): Promise<void> {
	await signInTables(database).update(sessions).set({ lockedAt: now }).where(eq(sessions.id, sessionId));
}

/** Unlocks by the password of the same account; throttled like sign-in. */
export async function unlock(
	database: Database,
	visitor: Visitor,
	{ sessionId, userId }: { sessionId: string; userId: string },
	password: string
): Promise<SignInAnswer> {
	const own = signInTables(database);
	const answer = await passwordAgain(database, { userId, address: visitor.address, now: visitor.now }, () =>
		isPasswordOf(own, userId, password)
	);
	if (answer.outcome === 'in')
		await own.update(sessions).set({ lockedAt: null, activeAt: visitor.now }).where(eq(sessions.id, sessionId));
	return answer;
}

/** The office in which this browser works from now on. The caller has checked that the account serves there. */
export async function chooseOffice(database: Database, sessionId: string, officeId: string): Promise<void> {
	await signInTables(database).update(sessions).set({ officeId }).where(eq(sessions.id, sessionId));
}

/** Ends this session; the cookies to be taken away. */
export async function signOut(database: Database, visitor: Visitor): Promise<readonly string[]> {
	const response = await authAt(database, visitor.origin).api.signOut({
		headers: headersOf(visitor),
		asResponse: true
	});
	return response.headers.getSetCookie();
}

/** Signs the account out everywhere else. The number of sessions that ended. */
export async function signOutElsewhere(database: Database, userId: string, sessionId: string): Promise<number> {
	const ended = await signInTables(database)
		.delete(sessions)
		.where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId)))
		.returning({ id: sessions.id });
	log('info', 'signed out elsewhere', { sessions: ended.length });
	return ended.length;
}

/** A new password for someone who knows the old one. This browser stays signed in, every other is signed out. */
export async function changePassword(
	database: Database,
	visitor: Visitor,
	{ userId, sessionId }: { userId: string; sessionId: string },
	{ current, password }: { current: string; password: string }
): Promise<SignInAnswer> {
	const own = signInTables(database);
	const answer = await passwordAgain(database, { userId, address: visitor.address, now: visitor.now }, () =>
		isPasswordOf(own, userId, current)
	);
	if (answer.outcome !== 'in') return answer;
	await own.transaction((tx) => setPassword(tx, userId, password, visitor.now));
	await signOutElsewhere(database, userId, sessionId);
	return answer;
}

/** On how many browsers the account is signed in. */
export const openSessions = (database: Database, userId: string): Promise<number> =>
	signInTables(database).$count(sessions, eq(sessions.userId, userId));
