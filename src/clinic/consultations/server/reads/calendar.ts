import { eq } from 'drizzle-orm';
import { holidays } from '#clinic/offices/server/tables.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { usualDays, type ClockDays } from '../../clocks.ts';
import type { WorkCalendar } from '../../working-time.ts';
import { consultationRules } from '../tables.ts';

/** When the actor's office works. All its holidays: a clock may have begun long ago. */
export async function workCalendar(reader: Pick<Reader, 'select'>, actor: Actor): Promise<WorkCalendar> {
	const { hours, zone } = found(await ownOffice(reader as Reader, actor));
	const closed = await reader
		.select({ on: holidays.on, name: holidays.name })
		.from(holidays)
		.where(eq(holidays.officeId, actor.officeId as never));
	return { hours, zone, closed: new Map(closed.map(({ on, name }) => [on, name])) };
}

/** The office's own days for its clocks, or the usual ones. */
export async function clockDays(reader: Pick<Reader, 'select'>, actor: Actor): Promise<ClockDays> {
	const [own] = await reader
		.select()
		.from(consultationRules)
		.where(eq(consultationRules.officeId, actor.officeId as never));
	return own
		? { forward: own.forwardDays, answer: own.answerDays, silence: own.silenceDays, warn: own.warnDays }
		: usualDays;
}
