import { createHash } from 'node:crypto';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Actor } from '../actor.ts';
import type { Context } from '../command.ts';
import { read, type Database } from '../database/client.ts';
import { newId, type Id } from '../ids.ts';
import { keyedHash } from '../master-key.ts';
import { Refusal } from '../refusal.ts';
import { attempt, limit, networkOf, waitOf } from '../throttle.ts';
import { links } from './tables.ts';

export interface NewLink {
	/** What it opens: board, staffInvite, passwordReset, firstAdmin. */
	readonly purpose: string;
	readonly subjectId: string | null;
	readonly personId?: Id<'Person'> | null;
	/** Whom it is given to, as written on the slip. */
	readonly givenTo: string;
	readonly hours: number;
}

/**
 * Issues a link inside a running command. The command gets the link's id and never the token, so that no result, audit
 * row or log can keep it; `linkToken(id)` gives the token to whoever hands the link over.
 */
export async function issueLink({ tx, actor, now }: Context, link: NewLink): Promise<Id<'Link'>> {
	const id = newId<'Link'>();
	await tx.insert(links).values({
		id,
		officeId: actor.officeId as Id<'Office'> | null,
		tokenHash: hashOf(linkToken(id)),
		purpose: link.purpose,
		subjectId: link.subjectId,
		personId: link.personId ?? null,
		givenTo: link.givenTo,
		createdAt: now,
		createdBy: actor.id,
		expiresAt: new Date(now.getTime() + link.hours * 3_600_000)
	});
	return id;
}

/**
 * The token of a link: 256 bits that nobody can tell apart from random ones, drawn from the link's id under a secret key.
 * The database holds its SHA-256 only, and no id of a link opens anything by itself.
 */
export const linkToken = (id: string): string => keyedHash('link', id);

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

export type Link = typeof links.$inferSelect;

/** Why a token opens nothing. */
export type LinkFault = 'wrong' | 'expired' | 'revoked' | 'used' | { waitSeconds: number };

/**
 * The link of a token, whichever office it belongs to; reads only. Wrong tokens are counted per network, so that nobody
 * can try them by the thousand.
 */
export async function linkByToken(
	database: Database,
	token: string,
	purpose: string,
	visitor: { readonly address: string; readonly now: Date }
): Promise<Link | LinkFault> {
	const tries = limit('link', [networkOf(visitor.address)], 30, 600);
	const waitSeconds = await waitOf(database, tries, visitor.now);
	if (waitSeconds !== null) return { waitSeconds };
	const link = await read(database, { officeId: null, userId: null }, async (reader) => {
		await reader.rows(sql`select set_config('app.token_hash', ${hashOf(token)}, true)`);
		const [row] = await reader
			.select()
			.from(links)
			.where(eq(links.tokenHash, hashOf(token)));
		return row;
	});
	if (!link || link.purpose !== purpose) {
		await attempt(database, tries, visitor.now);
		return 'wrong';
	}
	if (link.revokedAt) return 'revoked';
	if (link.usedAt) return 'used';
	if (link.expiresAt <= visitor.now) return 'expired';
	return link;
}

/** Who acts by a link. */
export const linkActor = (link: Link, permissions: readonly string[]): Actor => ({
	kind: 'link',
	id: link.id,
	officeId: link.officeId,
	userId: null,
	permissions: new Set(permissions),
	clinicIds: [],
	subjectId: link.subjectId,
	personId: link.personId
});

/** Its holder has said who he or she is, after the link was made. */
export async function nameHolder({ tx }: Pick<Context, 'tx'>, linkId: string, givenTo: string): Promise<void> {
	await tx
		.update(links)
		.set({ givenTo })
		.where(eq(links.id, linkId as Id<'Link'>));
}

/** Spends a link that opens once: the second of two who use it at the same moment is refused. */
export async function useLink({ tx, now }: Pick<Context, 'tx' | 'now'>, linkId: string): Promise<void> {
	const spent = await tx
		.update(links)
		.set({ usedAt: now })
		.where(and(eq(links.id, linkId as Id<'Link'>), isNull(links.usedAt), isNull(links.revokedAt)))
		.returning({ id: links.id });
	if (spent.length === 0) throw new Refusal('links.spent');
}

/** Revokes the open links of one purpose for one subject; the number of them. */
export async function revokeLinks(
	{ tx, now }: Pick<Context, 'tx' | 'now'>,
	purpose: string,
	subjectId: string | null
): Promise<number> {
	const revoked = await tx
		.update(links)
		.set({ revokedAt: now })
		.where(
			and(
				eq(links.purpose, purpose),
				subjectId === null ? isNull(links.subjectId) : eq(links.subjectId, subjectId),
				isNull(links.revokedAt),
				isNull(links.usedAt)
			)
		)
		.returning({ id: links.id });
	return revoked.length;
}

/** Revokes open links by their ids; the number of them. */
export async function revokeTheseLinks(
	{ tx, now }: Pick<Context, 'tx' | 'now'>,
	ids: readonly Id<'Link'>[]
): Promise<number> {
	if (ids.length === 0) return 0;
	const revoked = await tx
		.update(links)
		.set({ revokedAt: now })
		.where(and(inArray(links.id, [...ids]), isNull(links.revokedAt)))
		.returning({ id: links.id });
	return revoked.length;
}
