import { eq } from 'drizzle-orm';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { readLegalNumber } from '../../legal-numbers.ts';
import { foldCooperativeName } from '../../names.ts';
import { correctedCooperative, type Basics } from '../../registration-forms.ts';
import { changesBy, keepChanges, openRecord } from '../changes.ts';
import { refuseForeignArea } from '../own-area.ts';
import { cooperatives } from '../tables.ts';
import { refuseFuture } from './registration.ts';

/** May be a person's own: that it changed is kept, not the number. */
const hidden: readonly string[] = ['phone', 'email', 'fax'] satisfies (keyof Basics)[];

/**
 * Puts right what the register says of a cooperative, but for its life status, which is decided. Only what the sender
 * changed is written; the history keeps what stood there, what stands now, and why.
 */
export const correctCooperative = command({
	name: 'cooperatives.correctCooperative',
	needs: 'register.edit',
	input: correctedCooperative,
	run: async (context, { cooperativeId, seenVersion, knownVersion, reason, ...given }) => {
		const { tx, actor, now } = context;
		const record = await openRecord(context, cooperativeId);
		refuseFuture(given, dayOf(now, found(await ownOffice(readerOf(tx), actor)).zone));
		const current = Object.fromEntries(
			(Object.keys(given) as (keyof Basics)[]).map((field) => [field, record[field]])
		) as Basics;
		const changes = await changesBy(context, { record, seenVersion, knownVersion, given, current });
		const written = { ...current, ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) } as Basics;
		if (written.districtCode !== null) await refuseForeignArea(context, written.districtCode, 3);
		if (written.villageCode !== null) {
			if (!written.villageCode.startsWith(`${written.districtCode}.`))
				throw new BadInput({ villageCode: 'notInDistrict' });
			await refuseForeignArea(context, written.villageCode, 4);
		}
		const { core, norm } = foldCooperativeName(written.name);
		await tx
			.update(cooperatives)
			.set({
				...written,
				core,
				norm,
				legalNumberNorm: written.legalNumber && (readLegalNumber(written.legalNumber)?.norm ?? null),
				// The district as it was written stays until one is chosen.
				districtText: written.districtCode === null ? record.districtText : null
			})
			.where(eq(cooperatives.id, record.id));
		await keepChanges(context, changes, { record, why: reason, hidden });
		return { cooperativeId: record.id, fields: changes.map(({ field }) => field) };
	}
});
