import { sql } from 'drizzle-orm';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { BadInput, command } from '#platform/command.ts';
import type { Id } from '#platform/ids.ts';
import { findInstrument } from '../../catalogue.ts';
import { readingField } from '../../field-names.ts';
import { chosenReadingsInput } from '../../forms.ts';
import { disputedComponents } from '../../readings.ts';
import { officeReadings } from '../tables.ts';

/**
 * How the office reads what the field reads in more than one way. New examinations begin with it; kept ones stay as they
 * were scored.
 */
export const chooseReadings = command({
	name: 'examinations.chooseReadings',
	needs: 'office.manage',
	input: chosenReadingsInput,
	run: async ({ tx, actor, now }, { instrument: code, readings }) => {
		const instrument = findInstrument(code);
		if (!instrument) throw new BadInput({ instrument: 'notUnderstood' });
		const disputed = new Map(disputedComponents(instrument).map((one) => [one.component, one.readings]));
		const chosen = Object.entries(readings);
		const wrong = chosen.filter(
			([component, reading]) => !disputed.get(component)?.some((one) => one.code === reading)
		);
		if (wrong.length > 0)
			throw new BadInput(Object.fromEntries(wrong.map(([component]) => [readingField(component), 'notUnderstood'])));
		if (chosen.length === 0) throw new BadInput({ '': 'required' });
		const byName = await nameOf(tx, actor);
		await tx
			.insert(officeReadings)
			.values(
				chosen.map(([component, reading]) => ({
					officeId: actor.officeId as Id<'Office'>,
					instrument: code,
					component,
					reading,
					at: now,
					by: actor.id,
					byName
				}))
			)
			.onConflictDoUpdate({
				target: [officeReadings.officeId, officeReadings.instrument, officeReadings.component],
				set: {
					reading: sql`excluded.reading`,
					at: sql`excluded.at`,
					by: sql`excluded.by`,
					byName: sql`excluded.by_name`
				},
				// What stays as it was keeps who chose it, and when.
				setWhere: sql`${officeReadings.reading} <> excluded.reading`
			});
		return { instrument: code };
	}
});
