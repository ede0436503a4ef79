import { closeDay } from '#clinic/visits/server/commands/day.ts';
import { waitingRoom } from '#clinic/visits/server/reads.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('queue.call', async ({ reader, actor, event }) => {
	const { waiting, parked, expected, rooms } = await waitingRoom(reader, actor, event.locals.now);
	const inRooms = rooms.flatMap(({ now }) => now ?? []);
	return { left: [...inRooms, ...waiting, ...parked, ...expected] };
});

export const actions = { default: act(closeDay, { to: '/antrean' }) };
