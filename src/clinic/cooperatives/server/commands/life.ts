import { eq } from 'drizzle-orm';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { lifeStatusOf, nextLifeStatuses, registeredLife } from '../../life.ts';
import { lifeDecisionInput } from '../../record-forms.ts';
import { keepChanges, openRecord } from '../changes.ts';
import { cooperatives } from '../tables.ts';
import { lifeDecisions } from '../tables/record.ts';

/** Moves the life status of a cooperative by a decision with a document. There is no other way to move it. */
export const decideLifeStatus = command({
	name: 'cooperatives.decideLifeStatus',
	needs: 'life.decide',
	input: lifeDecisionInput,
	run: async (context, { cooperativeId, status, seenStatus, documentNumber, decidedOn, reason }) => {
		const { tx, actor, now } = context;
		const record = await openRecord(context, cooperativeId);
		const before = lifeStatusOf(record);
		if (before !== seenStatus) throw new Refusal('cooperatives.lifeDecidedMeanwhile');
		if (!nextLifeStatuses(before).includes(status)) throw new Refusal('cooperatives.lifeCannotGoThere');
		const reader = readerOf(tx);
		if (decidedOn > dayOf(now, found(await ownOffice(reader, actor)).zone))
			throw new BadInput({ decidedOn: 'dayToCome' });
		await tx.insert(lifeDecisions).values({
			id: newId(),
			officeId: record.officeId,
			cooperativeId: record.id,
			before,
			after: status,
			documentNumber,
			decidedOn,
			reason,
			by: actor.id,
			byName: await nameOf(reader, actor),
			at: now
		});
		await tx.update(cooperatives).set(registeredLife(status)).where(eq(cooperatives.id, record.id));
		await keepChanges(context, [{ field: 'lifeStatus', before, after: status }], { record, why: reason });
		return { cooperativeId: record.id };
	}
});
