import { eq } from 'drizzle-orm';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { placeInput, placeText } from '../../place-forms.ts';
import { changesBy, keepChanges, openRecord } from '../changes.ts';
import { cooperatives } from '../tables.ts';

/** Notes where a cooperative is found, how exactly, and on which day somebody last saw it there. */
export const recordPlace = command({
	name: 'cooperatives.recordPlace',
	needs: 'register.edit',
	input: placeInput,
	run: async (context, { cooperativeId, seenVersion, knownVersion, source, ...given }) => {
		const { tx, actor, now } = context;
		const record = await openRecord(context, cooperativeId);
		const reader = readerOf(tx);
		if (given.placeConfirmedOn > dayOf(now, found(await ownOffice(reader, actor)).zone))
			throw new BadInput({ placeConfirmedOn: 'dayToCome' });
		const { placeAccuracyMetres, placeConfirmedOn } = given;
		const changes = await changesBy(context, {
			record,
			seenVersion,
			knownVersion,
			given: { place: placeText(given), placeAccuracyMetres, placeConfirmedOn },
			current: {
				place: placeText(record),
				placeAccuracyMetres: record.placeAccuracyMetres,
				placeConfirmedOn: record.placeConfirmedOn
			}
		});
		const isChanged = (field: string) => changes.some((change) => change.field === field);
		await tx
			.update(cooperatives)
			.set({
				// Both numbers are one place: never the latitude of one officer with the longitude of another.
				...(isChanged('place') && { latitude: given.latitude, longitude: given.longitude }),
				...(isChanged('placeAccuracyMetres') && { placeAccuracyMetres }),
				placeConfirmedOn,
				placeConfirmedBy: await nameOf(reader, actor)
			})
			.where(eq(cooperatives.id, record.id));
		await keepChanges(context, changes, { record, why: source });
		return { cooperativeId: record.id };
	}
});
