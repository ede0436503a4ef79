import { asc, eq } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { pairingCode } from '../devices.ts';
import { devices } from '../tables.ts';

/** The office's machines, with the code of those that wait to be paired. */
export async function devicesOf(reader: Reader, actor: Actor, now: Date) {
	const rows = await reader
		.select()
		.from(devices)
		.where(eq(devices.officeId, actor.officeId as never))
		.orderBy(asc(devices.createdAt), asc(devices.id));
	return rows.map(({ id, kind, name, series, codeUntil, pairedAt, revokedAt }) => ({
		deviceId: id,
		kind,
		name,
		series,
		pairedAt,
		revokedAt,
		code: codeUntil && codeUntil > now ? { text: pairingCode(id, codeUntil), until: codeUntil } : null
	}));
}

/** The machine that asks. */
export async function ownDevice(reader: Reader, actor: Actor) {
	const [row] = await reader
		.select({ name: devices.name, series: devices.series })
		.from(devices)
		.where(eq(devices.id, actor.id as never));
	return found(row);
}
