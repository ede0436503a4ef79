import { v5 } from 'uuid';
import { offices } from '#clinic/offices/server/tables.ts';
import { systemActor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { perform } from '#platform/command.ts';
import { read, type Database } from '#platform/database/client.ts';
import { raiseCards } from './commands/cards.ts';

/** Names the daily deed of an office, so that it is done once a day however often and by however many processes it is asked. */
const daily = 'b0a6c5a4-5d36-4a5c-9d56-0b1de1f4b6a2';

/** The daily pass of every office, by the office's own day. @returns how many cards were raised */
export async function raiseInAllOffices(database: Database, now: Date): Promise<number> {
	const all = await read(database, { officeId: null, userId: null }, (reader) =>
		reader.select({ id: offices.id, zone: offices.zone }).from(offices)
	);
	let raised = 0;
	for (const { id, zone } of all) {
		const actor = systemActor('monitoring', id, [raiseCards.needs]);
		const commandId = v5(`${id} ${dayOf(now, zone)}`, daily);
		raised += (await perform({ database, actor, now, commandId }, raiseCards, {})).raised;
	}
	return raised;
}
