import { addDevice, renewPairing, revokeDevice } from '#clinic/visits/server/commands/devices.ts';
import { devicesOf } from '#clinic/visits/server/reads/devices.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('office.manage', async ({ reader, actor, event }) => ({
	devices: await devicesOf(reader, actor, event.locals.now),
	origin: event.url.origin,
	zone: event.locals.zone
}));

export const actions = { add: act(addDevice), renew: act(renewPairing), revoke: act(revokeDevice) };
