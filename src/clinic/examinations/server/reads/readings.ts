import { and, eq } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { findInstrument, instruments } from '../../catalogue.ts';
import { disputedComponents, readingsFor, type Readings } from '../../readings.ts';
import { officeReadings } from '../tables.ts';

/** What the actor's office has chosen for an instrument; a component without an entry is read as printed. */
export async function chosenReadings(
	reader: Pick<Reader, 'select'>,
	actor: Actor,
	instrument: string
): Promise<Readings> {
	const rows = await reader
		.select({ component: officeReadings.component, reading: officeReadings.reading })
		.from(officeReadings)
		.where(and(eq(officeReadings.officeId, actor.officeId as never), eq(officeReadings.instrument, instrument)));
	return Object.fromEntries(rows.map(({ component, reading }) => [component, reading]));
}

/** Every instrument of which the field reads something in more than one way, newest rule first, with the office's choice. */
export async function readingsToChoose(reader: Pick<Reader, 'select'>, actor: Actor) {
	const rows = await reader
		.select()
		.from(officeReadings)
		.where(eq(officeReadings.officeId, actor.officeId as never));
	const newest = instruments.filter((instrument) => findInstrument(instrument.code) === instrument).reverse();
	return newest.flatMap((instrument) => {
		const components = disputedComponents(instrument);
		if (components.length === 0) return [];
		const own = rows.filter((row) => row.instrument === instrument.code);
		const chosen = readingsFor(instrument, {}, Object.fromEntries(own.map((row) => [row.component, row.reading])));
		const last = own.reduce<(typeof own)[number] | null>((a, b) => (a === null || b.at > a.at ? b : a), null);
		return [
			{
				code: instrument.code,
				title: instrument.title,
				regulation: instrument.regulation,
				components: components.map((one) => ({ ...one, chosen: chosen[one.component] ?? '' })),
				last: last && { at: last.at, byName: last.byName }
			}
		];
	});
}
export type ReadingsToChoose = Awaited<ReturnType<typeof readingsToChoose>>;
