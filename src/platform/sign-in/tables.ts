import { bigint, boolean, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { moment } from '../database/columns.ts';

// The tables of better-auth, under its own field names. An account belongs to a person, not to an office:
// what it opens in which office stands in the office's staff.

export const users = pgTable('users', {
	id: text().primaryKey(),
	name: text().notNull(),
	email: text().notNull().unique(),
	emailVerified: boolean().notNull().default(false),
	image: text(),
	createdAt: moment().notNull().defaultNow(),
	updatedAt: moment().notNull().defaultNow(),
	twoFactorEnabled: boolean().default(false)
});

const userId = () =>
	text()
		.notNull()
		.references(() => users.id, { onDelete: 'cascade' });

export const sessions = pgTable(
	'sessions',
	{
		id: text().primaryKey(),
		expiresAt: moment().notNull(),
		token: text().notNull().unique(),
		createdAt: moment().notNull().defaultNow(),
		updatedAt: moment().notNull(),
		ipAddress: text(),
		userAgent: text(),
		userId: userId(),
		/** When this browser last did something; older than the office's idle minutes means locked. */
		activeAt: moment(),
		/** Set by the lock button; cleared by the password. */
		lockedAt: moment(),
		/** The office in which this browser works now. */
		officeId: text()
	},
	(t) => [index().on(t.userId)]
);

export const accounts = pgTable(
	'accounts',
	{
		id: text().primaryKey(),
		accountId: text().notNull(),
		providerId: text().notNull(),
		userId: userId(),
		accessToken: text(),
		refreshToken: text(),
		idToken: text(),
		accessTokenExpiresAt: moment(),
		refreshTokenExpiresAt: moment(),
		scope: text(),
		password: text(),
		createdAt: moment().notNull().defaultNow(),
		updatedAt: moment().notNull()
	},
	(t) => [index().on(t.userId)]
);

export const verifications = pgTable(
	'verifications',
	{
		id: text().primaryKey(),
		identifier: text().notNull(),
		value: text().notNull(),
		expiresAt: moment().notNull(),
		createdAt: moment().notNull().defaultNow(),
		updatedAt: moment().notNull().defaultNow()
	},
	(t) => [index().on(t.identifier)]
);

export const twoFactors = pgTable(
	'two_factors',
	{
		id: text().primaryKey(),
		secret: text().notNull(),
		backupCodes: text().notNull(),
		userId: userId(),
		verified: boolean().default(true),
		failedVerificationCount: integer().default(0),
		lockedUntil: moment()
	},
	(t) => [index().on(t.userId), index().on(t.secret)]
);

export const passkeys = pgTable(
	'passkeys',
	{
		id: text().primaryKey(),
		name: text(),
		publicKey: text().notNull(),
		userId: userId(),
		credentialID: text('credential_id').notNull(),
		counter: integer().notNull(),
		deviceType: text().notNull(),
		backedUp: boolean().notNull(),
		transports: text(),
		createdAt: moment().defaultNow(),
		aaguid: text()
	},
	(t) => [index().on(t.userId), index().on(t.credentialID)]
);

export const rateLimits = pgTable(
	'rate_limits',
	{
		id: text().primaryKey(),
		key: text().notNull(),
		count: integer().notNull(),
		lastRequest: bigint({ mode: 'number' }).notNull()
	},
	(t) => [uniqueIndex().on(t.key)]
);
