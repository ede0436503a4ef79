import { careSettingsOf } from '#clinic/treatments/server/reads/care-settings.ts';
import { opensOn } from '#clinic/treatments/server/reads/templates.ts';
import { workingDayFrom } from '#clinic/treatments/templates.ts';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { controlDays, type PlannedControl } from '../../controls.ts';

/** The office's series of controls from a day on, each on a day on which it is open. */
export async function seriesFrom(
	reader: Reader,
	actor: Actor,
	from: Day,
	after: Day = from
): Promise<PlannedControl[]> {
	const { controlMonths } = await careSettingsOf(reader, actor);
	const isOpen = await opensOn(reader, actor, from);
	return controlDays(from, controlMonths, (day) => workingDayFrom(day, isOpen), after);
}
