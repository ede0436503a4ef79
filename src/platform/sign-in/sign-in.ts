import type { Database } from '../database/client.ts';
import { log } from '../log.ts';
import { attempt, forgive, isNoted, limit, networkOf, note, type Limit } from '../throttle.ts';
import { authAt } from './auth.ts';
import { headersOf, type Visitor } from './visitor.ts';

export type SignInAnswer =
	| { readonly outcome: 'in' | 'second'; readonly setCookies: readonly string[] }
	/** One answer for an unknown address, a wrong password, a wrong code. */
	| { readonly outcome: 'wrong' }
	/** The second step waited too long or was tried too often: begin again with the password. */
	| { readonly outcome: 'again' }
	| { readonly outcome: 'wait'; readonly seconds: number };

const quarterHour = 900;

/**
 * Three limits, so that guessing is slow and nobody can lock others out: a person from one network (5 wrong passwords),
 * a network (40, since a whole office shares one), a person from everywhere (30; not asked where he or she has signed
 * in within the last 30 days, so that strangers who guess cannot keep the owner out of the usual place).
 */
function limitsOf(who: string, network: string) {
	return {
		pair: limit('sign-in', [who, network], 5, quarterHour),
		network: limit('sign-in-network', [network], 40, quarterHour),
		person: limit('sign-in-person', [who], 30, quarterHour),
		usual: limit('sign-in-usual', [who, network], 1, 30 * 86_400)
	};
}

/** First step: e-mail and password. */
export async function signIn(
	database: Database,
	visitor: Visitor,
	{ email, password }: { email: string; password: string }
): Promise<SignInAnswer> {
	const who = email.trim().toLowerCase();
	const limits = limitsOf(who, networkOf(visitor.address));
	const seconds = await waiting(database, limits, visitor.now);
	if (seconds !== null) return { outcome: 'wait', seconds };
	const response = await authAt(database, visitor.origin).api.signInEmail({
		// Cookies of an earlier sign-in do not matter here.
		headers: headersOf({ ...visitor, cookie: '' }),
		body: { email: who, password, rememberMe: false },
		asResponse: true
	});
	if (!response.ok) {
		log('info', 'sign-in refused');
		return { outcome: 'wrong' };
	}
	await forgive(database, [limits.pair, limits.network, limits.person]);
	await note(database, limits.usual, visitor.now);
	const { twoFactorRedirect } = (await response.json()) as { twoFactorRedirect?: boolean };
	return { outcome: twoFactorRedirect ? 'second' : 'in', setCookies: response.headers.getSetCookie() };
}

async function waiting(database: Database, limits: ReturnType<typeof limitsOf>, now: Date): Promise<number | null> {
	const first = (await attempt(database, limits.pair, now)) ?? (await attempt(database, limits.network, now));
	if (first !== null) return first;
	const everywhere = await attempt(database, limits.person, now);
	return everywhere !== null && !(await isNoted(database, limits.usual, now)) ? everywhere : null;
}

/** Second step: the code of the telephone, or one of the spare codes. */
export async function signInSecond(
	database: Database,
	visitor: Visitor,
	{ code, kind }: { code: string; kind: 'totp' | 'backup' }
): Promise<SignInAnswer> {
	// Better-auth gives five tries to one first step and ten to an account; this stops a network that begins over and over.
	const tries = limit('second-step', [networkOf(visitor.address)], 20, quarterHour);
	const seconds = await attempt(database, tries, visitor.now);
	if (seconds !== null) return { outcome: 'wait', seconds };
	const { api } = authAt(database, visitor.origin);
	const request = { headers: headersOf(visitor), asResponse: true } as const;
	const response =
		kind === 'totp'
			? await api.verifyTOTP({ ...request, body: { code: code.replace(/\D/g, '') } })
			: await api.verifyBackupCode({ ...request, body: { code: code.trim() } });
	if (response.ok) {
		await forgive(database, [tries]);
		return { outcome: 'in', setCookies: response.headers.getSetCookie() };
	}
	log('info', 'second step refused');
	const { code: reason } = (await response.json()) as { code?: string };
	if (reason === 'INVALID_CODE' || reason === 'INVALID_BACKUP_CODE') return { outcome: 'wrong' };
	return response.status === 429 ? { outcome: 'wait', seconds: quarterHour } : { outcome: 'again' };
}

/** Asks the password once more, of someone who is signed in: to unlock, to change what guards the account. */
export async function passwordAgain(
	database: Database,
	{ userId, address, now }: { userId: string; address: string; now: Date },
	isRight: () => Promise<boolean>
): Promise<SignInAnswer> {
	const tries: Limit = limit('password-again', [userId, networkOf(address)], 5, quarterHour);
	const seconds = await attempt(database, tries, now);
	if (seconds !== null) return { outcome: 'wait', seconds };
	if (!(await isRight())) return { outcome: 'wrong' };
	await forgive(database, [tries]);
	return { outcome: 'in', setCookies: [] };
}
