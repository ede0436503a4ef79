import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import { drizzle } from 'drizzle-orm/node-postgres';
import { now } from '../clock.ts';
import type { Database } from '../database/client.ts';
import { keyFor } from '../master-key.ts';
import { longestPassword, shortestPassword } from './strength.ts';
import * as tables from './tables.ts';

/** Set by our own web server on every request, whatever the visitor sent. */
export const addressHeader = 'x-klinik-ip';

/** A session ends a day after sign-in, and with the browser. Until then an unwatched screen locks (`isLocked`). */
const sessionSeconds = 24 * 3600;
const product = 'Klinik Koperasi';

/** The connection for sign-in's own tables, which belong to persons and not to offices. */
const drizzleOf = (database: Database) => drizzle({ client: database.pool, casing: 'snake_case', schema: tables });
export type SignInTables = ReturnType<typeof drizzleOf>;

function makeAuth(own: SignInTables, origin: string) {
	return betterAuth({
		appName: product,
		baseURL: origin,
		secret: Buffer.from(keyFor('signIn')).toString('base64url'),
		database: drizzleAdapter(own, { provider: 'pg', usePlural: true, schema: tables, transaction: true }),
		telemetry: { enabled: false },
		logger: { disabled: true },
		emailAndPassword: {
			enabled: true,
			// Accounts are made by invitation (`insertAccount`), never from outside.
			disableSignUp: true,
			minPasswordLength: shortestPassword,
			maxPasswordLength: longestPassword
		},
		session: {
			expiresIn: sessionSeconds,
			disableSessionRefresh: true,
			additionalFields: {
				activeAt: { type: 'date', required: false, input: false },
				lockedAt: { type: 'date', required: false, input: false },
				officeId: { type: 'string', required: false, input: false }
			}
		},
		// The first moment of activity comes from the same clock as all later ones.
		databaseHooks: {
			session: { create: { before: (session) => Promise.resolve({ data: { ...session, activeAt: now() } }) } }
		},
		// Forms without script are throttled by `signIn`; this is for the addresses that passkeys ask by script.
		rateLimit: { enabled: true, storage: 'database', window: 60, max: 30 },
		advanced: { cookiePrefix: 'klinik', ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 64 } },
		plugins: [
			twoFactor({ issuer: product }),
			passkey({
				rpName: product,
				rpID: new URL(origin).hostname,
				origin,
				authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
				// A passkey stands for both factors, so the device must have asked for its PIN or finger.
				registration: {
					afterVerification: ({ verification }) => requireVerified(verification.registrationInfo?.userVerified)
				},
				authentication: {
					afterVerification: ({ verification }) => requireVerified(verification.authenticationInfo.userVerified)
				}
			})
		]
	});
}
export type Auth = ReturnType<typeof makeAuth>;

function requireVerified(verified: boolean | undefined): void {
	if (!verified) throw new APIError('UNAUTHORIZED', { message: 'user verification required' });
}

interface Opened {
	readonly tables: SignInTables;
	readonly byOrigin: Map<string, Auth>;
}
const opened = new WeakMap<Database, Opened>();

function open(database: Database): Opened {
	let own = opened.get(database);
	if (!own) opened.set(database, (own = { tables: drizzleOf(database), byOrigin: new Map() }));
	return own;
}

/** Sign-in's own tables. */
export const signInTables = (database: Database): SignInTables => open(database).tables;

/**
 * Sign-in as seen at one address: cookies are `secure` under https, and a passkey belongs to the host it was made for.
 * Our web server lets through its own address and this machine's names only.
 */
export function authAt(database: Database, origin: string): Auth {
	const { tables: own, byOrigin } = open(database);
	let auth = byOrigin.get(origin);
	if (!auth) {
		if (byOrigin.size >= 16) byOrigin.clear();
		byOrigin.set(origin, (auth = makeAuth(own, origin)));
	}
	return auth;
}
