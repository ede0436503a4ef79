import { addRoom, changeRoom } from '#clinic/offices/server/commands/office.ts';
import { roomsOf } from '#clinic/offices/server/reads.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('office.manage', async ({ reader, actor }) => ({
	rooms: (await roomsOf(reader, actor)).map(({ id, name, isOpen }) => ({ id, name, isOpen }))
}));

export const actions = { add: act(addRoom), change: act(changeRoom) };
