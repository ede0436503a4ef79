import { eq, sql } from 'drizzle-orm';
import { read, type Database } from '#platform/database/client.ts';
import { linkToken } from '#platform/links/links.ts';
import { keyedHash } from '#platform/master-key.ts';
import { attempt, limit, networkOf, waitOf } from '#platform/throttle.ts';
import { tidyCode } from '#platform/typed-code.ts';
import { trackingCodes } from '../tables.ts';

/** Six digits drawn from the link's id under a secret key: told whenever its holder asks, and kept nowhere. */
export const pinOf = (linkId: string): string =>
	String(Buffer.from(keyedHash('link', `pin ${linkId}`), 'base64url').readUIntBE(0, 6) % 1_000_000).padStart(6, '0');

export const accessHash = (code: string, pin: string): string => keyedHash('find', `tracking|${code}|${pin}`);

export type Tracked = { readonly token: string } | { readonly waitSeconds: number } | 'wrong';

/** The way back to a question by code and PIN. Wrong ones are counted for each network and for each code. */
export async function trackedBy(
	database: Database,
	{ code: typed, pin }: { readonly code: string; readonly pin: string },
	visitor: { readonly address: string; readonly now: Date }
): Promise<Tracked> {
	const code = tidyCode(typed).slice(0, 20);
	const tries = [limit('tracking', [networkOf(visitor.address)], 20, 900), limit('tracking code', [code], 10, 3600)];
	for (const one of tries) {
		const waitSeconds = await waitOf(database, one, visitor.now);
		if (waitSeconds !== null) return { waitSeconds };
	}
	const hash = accessHash(code, pin.replace(/\D/g, '').slice(0, 12));
	const linkId = await read(database, { officeId: null, userId: null }, async (reader) => {
		await reader.rows(sql`select set_config('app.token_hash', ${hash}, true)`);
		const [row] = await reader
			.select({ linkId: trackingCodes.linkId })
			.from(trackingCodes)
			.where(eq(trackingCodes.accessHash, hash));
		return row?.linkId ?? null;
	});
	if (linkId) return { token: linkToken(linkId) };
	for (const one of tries) await attempt(database, one, visitor.now);
	return 'wrong';
}
