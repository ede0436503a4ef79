import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { decideRows, type Decided } from '../../import-outcomes.ts';
import { placer, type Place } from '../../placing.ts';
import type { ReadRow, TakenRow } from '../../register-read.ts';
import { areasUnder, knownAmong } from './known-rows.ts';

/** What would become of each row of a file, by the areas and the register of the actor's office as they are now. */
export async function decideAgainstRegister(
	reader: Reader,
	actor: Actor,
	officeCode: string,
	rows: readonly ReadRow[]
): Promise<Decided[]> {
	const placeRow = placer(await areasUnder(reader, officeCode));
	const places = new Map<number, Place>();
	const placeOf = ({ position, fields }: TakenRow): Place => {
		const place = places.get(position) ?? placeRow(fields);
		places.set(position, place);
		return place;
	};
	const known = await knownAmong(reader, actor, rows, placeOf);
	return decideRows(rows, placeOf, known, newId);
}
