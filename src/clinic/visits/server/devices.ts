import { createHash } from 'node:crypto';
import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { devicePurposes } from '#clinic/offices/roles.ts';
import { officeFace, type OfficeFace } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { read, type Database } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { keyedHash } from '#platform/master-key.ts';
import { attempt, limit, networkOf, waitOf } from '#platform/throttle.ts';
import { codeOf, codesOf, tidyCode } from '#platform/typed-code.ts';
import type { DeviceKind } from '../devices.ts';
import { devices } from './tables.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * The code that pairs a machine, drawn from its id and the moment until which it is good: no row and no answer of a command
 * keeps it, and the page of the administrator can show it again.
 */
export function pairingCode(deviceId: string, until: Date): string {
	const drawn = BigInt(`0x${sha256(keyedHash('device', `code.${deviceId}.${until.toISOString()}`)).slice(0, 24)}`);
	return codeOf(drawn % codesOf(8), 8);
}

export const codeHash = (code: string): string => sha256(keyedHash('device', `typed.${tidyCode(code)}`));

/** What the machine keeps and shows at every request; a new pairing has a new one. */
export const deviceToken = (deviceId: string, pairing: number): string =>
	keyedHash('device', `token.${deviceId}.${pairing}`);

export const tokenHash = sha256;

const nobody = { officeId: null, userId: null } as const;

/** The machine that waits to be paired with this code; wrong ones are counted per network. */
export async function deviceByCode(
	database: Database,
	code: string,
	{ address, now }: { readonly address: string; readonly now: Date }
): Promise<{ deviceId: Id<'Device'>; officeId: Id<'Office'> } | 'wrong' | { waitSeconds: number }> {
	const tries = limit('pair', [networkOf(address)], 10, 600);
	const waitSeconds = await waitOf(database, tries, now);
	if (waitSeconds !== null) return { waitSeconds };
	const hash = codeHash(code);
	const row = await read(database, nobody, async (reader) => {
		await reader.rows(sql`select set_config('app.token_hash', ${hash}, true)`);
		const [found] = await reader
			.select({ deviceId: devices.id, officeId: devices.officeId })
			.from(devices)
			.where(and(eq(devices.codeHash, hash), gt(devices.codeUntil, now), isNull(devices.revokedAt)));
		return found;
	});
	if (row) return row;
	await attempt(database, tries, now);
	return 'wrong';
}

export interface DeviceArrival {
	readonly actor: Actor;
	readonly face: OfficeFace;
	readonly kind: DeviceKind;
}

/** The machine that shows this token, or null. */
export async function whichDevice(database: Database, token: string): Promise<DeviceArrival | null> {
	const hash = tokenHash(token);
	const row = await read(database, nobody, async (reader) => {
		await reader.rows(sql`select set_config('app.token_hash', ${hash}, true)`);
		const [found] = await reader
			.select({ id: devices.id, officeId: devices.officeId, kind: devices.kind })
			.from(devices)
			.where(and(eq(devices.tokenHash, hash), isNull(devices.revokedAt)));
		return found;
	});
	const face = row && (await officeFace(database, row.officeId));
	if (!row || !face) return null;
	return {
		face,
		kind: row.kind,
		actor: {
			kind: 'device',
			id: row.id,
			officeId: row.officeId,
			userId: null,
			permissions: new Set(devicePurposes[row.kind]),
			clinicIds: [],
			subjectId: null,
			personId: null
		}
	};
}
