import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import { BadInput, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { keep } from '#platform/files/files.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import type { ConsentPurpose, ConsentWay } from '../guests.ts';
import { consents } from './tables/guests.ts';

interface Given {
	readonly givenBy: string;
	readonly givenOn: Day;
	readonly way: ConsentWay;
	readonly note: string | null;
	readonly file: { readonly name: string; readonly bytes: Uint8Array } | null;
}

interface About {
	readonly cooperativeId: Id<'Cooperative'>;
	readonly caseId: Id<'Case'> | null;
	readonly purpose: ConsentPurpose;
}

/** Takes down that a cooperative agreed, with the paper that shows it. */
export async function recordConsent(context: Context, about: About, given: Given): Promise<Id<'Consent'>> {
	const { tx, actor, now } = context;
	const reader = readerOf(tx);
	if (given.givenOn > dayOf(now, found(await ownOffice(reader, actor)).zone))
		throw new BadInput({ givenOn: 'dayToCome' });
	const id = newId<'Consent'>();
	const { file, ...said } = given;
	await tx.insert(consents).values({
		...about,
		...said,
		id,
		officeId: actor.officeId as Id<'Office'>,
		fileId: file && (await keep(context, file)).id,
		recordedAt: now,
		recordedBy: actor.id,
		recordedByName: await nameOf(reader, actor)
	});
	return id;
}
