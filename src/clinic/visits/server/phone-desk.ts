import { eq } from 'drizzle-orm';
import { offices } from '#clinic/offices/server/tables.ts';
import { systemActor, type Actor } from '#platform/actor.ts';
import { read, type Database } from '#platform/database/client.ts';
import { keyedHash } from '#platform/master-key.ts';
import { found } from '#platform/refusal.ts';
import { attempt, limit, networkOf } from '#platform/throttle.ts';
import { offeredBy } from './giving.ts';

/** Whoever asks for a number by telephone has no account: the program acts, in that office, and may do this alone. */
export const phoneActor = (officeId: string): Actor => systemActor('phone', officeId, ['ticket.take']);

/** The telephone as its ticket keeps it: nobody can tell from it which one it was. */
export const holderOf = (phone: string): string => keyedHash('device', `phone.${phone}`);

/** What an office offers to telephones now. @throws Refusal missing */
export async function deskOf(database: Database, code: string, now: Date) {
	const id = await read(database, { officeId: null, userId: null }, async (reader) => {
		const [office] = await reader.select({ id: offices.id }).from(offices).where(eq(offices.code, code));
		return found(office).id;
	});
	const actor = phoneActor(id);
	return read(database, actor, (reader) => offeredBy(reader, actor, now));
}

/** A waiting room shares one network, so many may ask from it; a machine that asks by the thousand is slowed down. */
export const mayAskByPhone = (database: Database, officeId: string, address: string, now: Date) =>
	attempt(database, limit('number', [officeId, networkOf(address)], 60, 600), now);
