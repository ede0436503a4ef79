import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { command, type Context } from '#platform/command.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { deviceNamed, newDevice, pairing } from '../../device-forms.ts';
import { nextSeries, pairingMinutes } from '../../devices.ts';
import { codeHash, deviceToken, pairingCode, tokenHash } from '../devices.ts';
import { devices } from '../tables.ts';

const freshCode = (deviceId: string, now: Date) => {
	const codeUntil = new Date(now.getTime() + pairingMinutes * 60_000);
	return { codeUntil, codeHash: codeHash(pairingCode(deviceId, codeUntil)) };
};

/** A kiosk or a board of this office; it is paired by a code that its page shows for some minutes. */
export const addDevice = command({
	name: 'visits.addDevice',
	needs: 'office.manage',
	input: newDevice,
	run: async ({ tx, actor, now }, { kind, name }) => {
		const officeId = actor.officeId as Id<'Office'>;
		// A series is one kiosk's for good: also that of a machine that is gone stands on old slips.
		await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`devices.${officeId}`}))`);
		const taken = await tx
			.select({ series: devices.series })
			.from(devices)
			.where(and(eq(devices.officeId, officeId), isNotNull(devices.series)));
		const deviceId = newId<'Device'>();
		await tx.insert(devices).values({
			id: deviceId,
			officeId,
			kind,
			name,
			series: kind === 'kiosk' ? nextSeries(new Set(taken.map(({ series }) => series!))) : null,
			...freshCode(deviceId, now),
			createdAt: now,
			createdBy: actor.id
		});
		return { deviceId };
	}
});

const own = ({ actor }: Context, deviceId: Id<'Device'>) =>
	and(eq(devices.id, deviceId), eq(devices.officeId, actor.officeId as Id<'Office'>));

/** A new code: to pair the machine again, or another one in its place. The one that is paired goes on until then. */
export const renewPairing = command({
	name: 'visits.renewPairing',
	needs: 'office.manage',
	input: deviceNamed,
	run: async (context, { deviceId }) => {
		const [device] = await context.tx
			.update(devices)
			.set({ ...freshCode(deviceId, context.now), revokedAt: null })
			.where(own(context, deviceId))
			.returning({ id: devices.id });
		found(device);
		return { deviceId };
	}
});

/** The machine is lost or sold: what it holds opens nothing from now on. */
export const revokeDevice = command({
	name: 'visits.revokeDevice',
	needs: 'office.manage',
	input: deviceNamed,
	run: async (context, { deviceId }) => {
		const [device] = await context.tx
			.update(devices)
			.set({ revokedAt: context.now, tokenHash: null, codeHash: null, codeUntil: null })
			.where(own(context, deviceId))
			.returning({ id: devices.id });
		found(device);
		return null;
	}
});

/** The code was typed at the machine: from now on it is this one. The code is spent. */
export const pairDevice = command({
	name: 'visits.pairDevice',
	needs: 'device.pair',
	input: pairing,
	run: async (context, { deviceId, codeHash: typed }) => {
		const { tx, now } = context;
		const [device] = await tx.select().from(devices).where(own(context, deviceId)).for('update');
		const { codeHash: expected, codeUntil, pairing: before, kind } = found(device);
		if (expected === null || expected !== typed || codeUntil === null || codeUntil <= now)
			throw new Refusal('visits.pairingSpent');
		const turn = before + 1;
		await tx
			.update(devices)
			.set({
				pairing: turn,
				tokenHash: tokenHash(deviceToken(deviceId, turn)),
				pairedAt: now,
				codeHash: null,
				codeUntil: null
			})
			.where(own(context, deviceId));
		return { deviceId, kind, pairing: turn };
	}
});
