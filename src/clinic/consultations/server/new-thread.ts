import { sql } from 'drizzle-orm';
import { registerPerson } from '#clinic/cooperatives/server/commands/people.ts';
import type { Capacity } from '#clinic/cooperatives/kinds.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { runWithin, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { findingHash, sealFor } from '#platform/personal/seal.ts';
import { found } from '#platform/refusal.ts';
import { wordsOf } from '../search-words.ts';
import { firstLine, type Channel } from '../thread.ts';
import { moveTo, note } from './in-hand.ts';
import { threadMessages, threads } from './tables.ts';

export interface NewThread {
	readonly threadId: Id<'Thread'>;
	readonly channel: Channel;
	/** Left out: the first words. */
	readonly subject?: string;
	readonly body: string;
	/** Null: nobody gave a name. */
	readonly name: string | null;
	readonly phone: string | null;
	readonly email: string | null;
	readonly capacity: Capacity | null;
	readonly cooperativeSaid: string | null;
	readonly cooperativeId: Id<'Cooperative'> | null;
	/** Somebody who is known already. */
	readonly personId?: Id<'Person'> | null;
}

/** Opens a thread with its first message and starts its first clock. */
export async function openThread(context: Context, given: NewThread) {
	const { tx, actor, now } = context;
	const { threadId, channel, body, name } = given;
	const officeId = actor.officeId as Id<'Office'>;
	const personId =
		given.personId ??
		(name === null ? null : (await runWithin(context, registerPerson, { name, phone: given.phone ?? '' })).personId);
	const number = await nextNumber(context);
	await tx.insert(threads).values({
		id: threadId,
		officeId,
		number,
		subject: given.subject ?? firstLine(body),
		channel,
		state: 'new',
		personId,
		askerName: name,
		capacity: given.capacity,
		emailSealed: personId && given.email ? (await sealFor(context, personId, { email: given.email }))['email']! : null,
		cooperativeSaid: given.cooperativeSaid,
		cooperativeId: given.cooperativeId,
		emailHash: personId && given.email ? findingHash(officeId, 'email', given.email) : null,
		words: wordsOf([number, name, given.cooperativeSaid, given.subject ?? null, body]),
		openedAt: now,
		lastAt: now
	});
	const messageId = await addMessage(context, threadId, { direction: 'in', channel, body, byName: name });
	await note(context, threadId, 'opened');
	await moveTo(context, threadId, 'new');
	return { threadId, number, messageId };
}

interface NewMessage {
	readonly direction: 'in' | 'out';
	readonly channel: Channel;
	readonly body: string;
	/** Null: an asker without a name. */
	readonly byName: string | null;
	readonly answeredBy?: Id<'Staff'> | null;
}

/** How somebody without a name is called in the record; people read the word of their language. */
export const nameless = '–';

export async function addMessage(
	{ tx, actor, now }: Context,
	threadId: Id<'Thread'>,
	{ byName, ...message }: NewMessage
): Promise<Id<'ThreadMessage'>> {
	const id = newId<'ThreadMessage'>();
	const officeId = actor.officeId as Id<'Office'>;
	await tx
		.insert(threadMessages)
		.values({ ...message, id, officeId, threadId, byName: byName ?? nameless, by: actor.id, at: now });
	return id;
}

/** The next number of the office's year: consecutive, never given twice. */
async function nextNumber({ tx, actor, now }: Context): Promise<string> {
	const { zone } = found(await ownOffice(readerOf(tx), actor));
	const year = Number(dayOf(now, zone).slice(0, 4));
	const { rows } = await tx.execute<{ last: number }>(sql`
		insert into thread_series (office_id, year, last) values (${actor.officeId}::uuid, ${year}, 1)
		on conflict (office_id, year) do update set last = thread_series.last + 1
		returning last`);
	return `${year}-${String(rows[0]!.last).padStart(5, '0')}`;
}
