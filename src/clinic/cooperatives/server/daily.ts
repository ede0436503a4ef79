import { v5 } from 'uuid';
import { offices } from '#clinic/offices/server/tables.ts';
import { systemActor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { perform } from '#platform/command.ts';
import { read, type Database } from '#platform/database/client.ts';
import { requestNationSweep } from './commands/duplicates.ts';
import { remindOfDuties } from './commands/reminders.ts';

/** Names the daily deed of an office, so that it is done once a day however often and by however many processes it is asked. */
const daily = '6f1c2c0e-6a0b-4c3e-9a51-5b8f3f6f0d11';

/** Names the weekly sweep of the nation in the same way. */
const weekly = '0b6f4a1e-3d52-4f0c-8f0e-6a1d2b7c9e42';

/**
 * Has every office's register looked through for duplicates once a week: from one o'clock on Sunday night, western time, or
 * when the program wakes after it.
 */
export async function sweepEveryWeek(database: Database, now: Date): Promise<void> {
	const commandId = v5(`week ${weekOf(now)}`, weekly);
	const actor = systemActor('weekly sweep', null, [requestNationSweep.needs]);
	await perform({ database, actor, now, commandId }, requestNationSweep, {});
}

/** The number of the week; it begins on Sunday at 01.00 in Jakarta, Saturday 18.00 UTC. The first day of 1970 was a Thursday. */
const weekOf = (now: Date): number => Math.floor((now.getTime() - 66 * HOUR) / (7 * 24 * HOUR));
const HOUR = 3_600_000;

/** The daily pass of every office, by the office's own day. @returns how many reminders were made */
export async function remindAllOffices(database: Database, now: Date): Promise<number> {
	const all = await read(database, { officeId: null, userId: null }, (reader) =>
		reader.select({ id: offices.id, zone: offices.zone }).from(offices)
	);
	let made = 0;
	for (const { id, zone } of all) {
		const actor = systemActor('duty reminders', id, [remindOfDuties.needs]);
		const commandId = v5(`${id} ${dayOf(now, zone)}`, daily);
		made += (await perform({ database, actor, now, commandId }, remindOfDuties, {})).made;
	}
	return made;
}
