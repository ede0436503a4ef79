import { v5 } from 'uuid';
import { offices } from '#clinic/offices/server/tables.ts';
import { systemActor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { perform } from '#platform/command.ts';
import { read, type Database } from '#platform/database/client.ts';
import { raiseOverdue } from './commands/overdue.ts';

/** Names the daily deed of an office, so that it is done once a day however often and by however many processes it is asked. */
const daily = '0b6d2f0a-52f1-4f0e-8a5b-9a5a4f6a7c21';

/** The daily pass of every office, by the office's own day. @returns how many referrals rose */
export async function raiseInAllOffices(database: Database, now: Date): Promise<number> {
	const all = await read(database, { officeId: null, userId: null }, (reader) =>
		reader.select({ id: offices.id, zone: offices.zone }).from(offices)
	);
	let raised = 0;
	for (const { id, zone } of all) {
		const actor = systemActor('referral clock', id, [raiseOverdue.needs]);
		const commandId = v5(`${id} ${dayOf(now, zone)}`, daily);
		raised += (await perform({ database, actor, now, commandId }, raiseOverdue, {})).raised;
	}
	return raised;
}
