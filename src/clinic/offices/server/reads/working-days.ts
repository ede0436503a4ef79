import { and, eq, gt, lte } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import { addDays, type Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { workingTerm, type WorkingTerm } from '../../working-days.ts';
import { holidays, offices } from '../tables.ts';

/** The deadline that so many working days of the actor's office after a day make, by its hours and holidays of now. */
export async function workingTermFrom(
	reader: Pick<Reader, 'select'>,
	actor: Actor,
	from: Day,
	days: number
): Promise<WorkingTerm> {
	const [office] = await reader
		.select({ hours: offices.hours })
		.from(offices)
		.where(eq(offices.id, actor.officeId as never));
	const closed = await reader
		.select({ on: holidays.on, name: holidays.name })
		.from(holidays)
		.where(
			and(eq(holidays.officeId, actor.officeId as never), gt(holidays.on, from), lte(holidays.on, addDays(from, 366)))
		);
	return workingTerm(found(office).hours, new Map(closed.map(({ on, name }) => [on, name])), from, days);
}
