import { and, eq } from 'drizzle-orm';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { readLegalNumber } from '../../legal-numbers.ts';
import { foldCooperativeName } from '../../names.ts';
import { correctedCooperative, type Basics } from '../../registration-forms.ts';
import { refuseForeignArea } from '../own-area.ts';
import { registeredAs } from '../reads/identity.ts';
import { cooperatives } from '../tables.ts';
import { refuseFuture } from './registration.ts';

/** Puts right what the register says of a cooperative. The audit row keeps what stood there, what stands now, and why. */
export const correctCooperative = command({
	name: 'cooperatives.correctCooperative',
	needs: 'register.edit',
	input: correctedCooperative,
	run: async (context, { cooperativeId: asked, seenAt, reason: _, ...given }) => {
		const { tx, actor, now } = context;
		const reader = readerOf(tx);
		const cooperativeId = await registeredAs(reader, actor, asked);
		const [held] = await tx
			.select()
			.from(cooperatives)
			.where(and(eq(cooperatives.id, cooperativeId), eq(cooperatives.officeId, actor.officeId as never)))
			.for('no key update');
		const before = found(held);
		if (before.updatedAt.getTime() !== Date.parse(seenAt)) throw new Refusal('cooperatives.changedMeanwhile');
		refuseFuture(given, dayOf(now, found(await ownOffice(reader, actor)).zone));
		if (given.districtCode !== null) await refuseForeignArea(context, given.districtCode, 3);
		if (given.villageCode !== null) {
			if (!given.villageCode.startsWith(`${given.districtCode}.`)) throw new BadInput({ villageCode: 'notInDistrict' });
			await refuseForeignArea(context, given.villageCode, 4);
		}
		const changes = changesBetween(before, given);
		if (Object.keys(changes).length === 0) throw new Refusal('cooperatives.nothingChanged');
		const { core, norm } = foldCooperativeName(given.name);
		await tx
			.update(cooperatives)
			.set({
				...given,
				core,
				norm,
				legalNumberNorm: given.legalNumber && (readLegalNumber(given.legalNumber)?.norm ?? null),
				// The district as it was written stays until one is chosen.
				districtText: given.districtCode === null ? before.districtText : null,
				updatedAt: now
			})
			.where(eq(cooperatives.id, cooperativeId));
		return { cooperativeId, changes };
	}
});

type Value = Basics[keyof Basics];
type Changes = Record<string, { from: Value; to: Value } | { hidden: true }>;

/** May be a person's own: that it changed is kept, not the number. */
const hidden: readonly (keyof Basics)[] = ['phone', 'email'];

function changesBetween(before: Basics, after: Basics): Changes {
	const fields = (Object.keys(after) as (keyof Basics)[]).filter((field) => before[field] !== after[field]);
	return Object.fromEntries(
		fields.map((field) => [
			field,
			hidden.includes(field) ? { hidden: true as const } : { from: before[field], to: after[field] }
		])
	);
}
