import { and, eq, sql } from 'drizzle-orm';
import { openingAt } from '#clinic/offices/opening.ts';
import { generalPrefix } from '#clinic/offices/poli.ts';
import { clinicsOf, holidaysOf, ownOffice } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import { formatClock } from '#ui/dates.ts';
import { mayGive, mostButtons, type Giving } from '../quota.ts';
import { closedAt } from './reads/board.ts';
import { deskServices, tickets } from './tables.ts';

/** A queue as a machine offers it. */
export interface Offered {
	/** Null: for those who do not know which poli they need. */
	readonly clinicId: Id<'Clinic'> | null;
	readonly name: string | null;
	readonly prefix: string;
	readonly papers: string | null;
	readonly onKiosk: boolean;
	readonly giving: Giving;
}

/** Every queue of the office with what holds for it now: hours, holidays, the end of the day, the quota. */
export async function offeredBy(reader: Reader, actor: Actor, now: Date) {
	const office = found(await ownOffice(reader, actor));
	const today = dayOf(now, office.zone);
	const closed = new Map((await holidaysOf(reader, actor, today)).map(({ on, name }) => [on, name]));
	const opening = openingAt(office.hours, closed, today, formatClock(now, office.zone, 'en', false));
	const dayIsClosed = (await closedAt(reader, actor, today)) !== null;
	const rules = await reader
		.select()
		.from(deskServices)
		.where(eq(deskServices.officeId, actor.officeId as never));
	const counts = await reader
		.select({ prefix: tickets.prefix, given: sql<number>`count(*)::int` })
		.from(tickets)
		.where(
			and(
				eq(tickets.officeId, actor.officeId as never),
				eq(tickets.on, today),
				sql`${tickets.state} not in ('cancelled', 'expected')`
			)
		)
		.groupBy(tickets.prefix);
	const given = new Map(counts.map(({ prefix, given: count }) => [prefix, count]));
	const queues = [
		{ id: null, name: null, prefix: generalPrefix },
		...(await clinicsOf(reader, actor)).filter(({ isOpen }) => isOpen)
	];
	const chosen = rules.some(({ onKiosk }) => onKiosk);
	const queuesOffered = queues.map(({ id, name, prefix }, place): Offered => {
		const rule = rules.find(({ clinicId }) => clinicId === id);
		return {
			clinicId: id,
			name,
			prefix,
			papers: rule?.papers ?? null,
			// Until the office has chosen, the first ones: a kiosk must work on its first day.
			onKiosk: chosen ? (rule?.onKiosk ?? false) : place < mostButtons,
			giving: mayGive({
				opening,
				dayIsClosed,
				dailyQuota: rule?.dailyQuota ?? null,
				given: given.get(prefix) ?? 0
			})
		};
	});
	return { office, today, opening, queues: queuesOffered };
}
