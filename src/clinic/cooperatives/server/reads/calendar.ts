import { and, asc, eq, inArray, isNull, notExists, sql } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { outboxMessages } from '#platform/messaging/tables.ts';
import { dutiesOf, fallingIll, type Duty, type Falling } from '../../calendar.ts';
import type { DutyKind } from '../../duty-kinds.ts';
import { cooperatives } from '../tables.ts';
import { dutyReminders } from '../tables/duties.ts';
import { licences } from '../tables/record.ts';
import { ownDeadlines } from './deadlines.ts';
import { dutyFacts, type Owing } from './duty-facts.ts';

export interface DueLine extends Duty {
	readonly cooperative: Pick<Owing, 'id' | 'name' | 'district' | 'phone'>;
}
export interface FallingLine extends Falling {
	readonly cooperative: DueLine['cooperative'];
}

export interface Calendar {
	/** Everything that is owed, by its day; those whose day is past first. */
	readonly due: readonly DueLine[];
	/** Who will be worse at the end of next quarter, and why; the gravest first. */
	readonly falling: readonly FallingLine[];
}

export interface Within {
	readonly kind: DutyKind | null;
	/** Code of a district. */
	readonly district: string | null;
}

/** What falls due for the cooperatives of an office, and who falls ill if nothing happens. */
export async function calendarOf(reader: Reader, actor: Actor, within: Within, today: Day): Promise<Calendar> {
	const own = await ownDeadlines(reader, actor);
	const all = await dutyFacts(reader, actor, today);
	const owing = all.filter(({ districtCode }) => within.district === null || districtCode === within.district);
	const brief = ({ id, name, district, phone }: Owing) => ({ id, name, district, phone });
	const due = owing.flatMap((facts) =>
		dutiesOf(facts, today, own)
			.filter(({ kind }) => within.kind === null || kind === within.kind)
			.map((duty): DueLine => ({ ...duty, cooperative: brief(facts) }))
	);
	const falling = owing.flatMap((facts) => {
		const falls = fallingIll(facts, today, own);
		return falls === null ? [] : [{ ...falls, cooperative: brief(facts) }];
	});
	const gravity = { healthy: 0, cold: 1, sick: 2, dormant: 3 } as const;
	return {
		due: due.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)),
		falling: falling.sort((a, b) => gravity[b.then] - gravity[a.then])
	};
}

/** What falls due for one cooperative. */
export async function dutiesFor(reader: Reader, actor: Actor, cooperativeId: string, today: Day): Promise<Duty[]> {
	const [facts] = await dutyFacts(reader, actor, today, cooperativeId);
	return facts ? dutiesOf(facts, today, await ownDeadlines(reader, actor)) : [];
}

/** Reminders that nobody has passed on yet, the nearest day first. */
export async function openReminders(reader: Reader, actor: Actor, today: Day, limit: number) {
	const rows = await reader
		.select({
			id: dutyReminders.id,
			kind: dutyReminders.kind,
			about: dutyReminders.about,
			dueOn: dutyReminders.dueOn,
			daysBefore: dutyReminders.daysBefore,
			cooperativeId: dutyReminders.cooperativeId,
			cooperative: cooperatives.name,
			phone: cooperatives.phone,
			/** Of a licence that runs out: which kind. */
			licence: licences.kind,
			total: sql<number>`count(*) over ()::int`
		})
		.from(dutyReminders)
		.innerJoin(cooperatives, eq(cooperatives.id, dutyReminders.cooperativeId))
		.leftJoin(
			licences,
			sql`${dutyReminders.kind} in ('certificate', 'licence') and ${licences.id}::text = ${dutyReminders.about}`
		)
		.where(
			and(
				eq(dutyReminders.officeId, actor.officeId as never),
				isNull(dutyReminders.settledAt),
				// Told by a message that has left.
				notExists(
					reader
						.select({ id: outboxMessages.id })
						.from(outboxMessages)
						.where(
							and(
								eq(outboxMessages.id, dutyReminders.messageId),
								inArray(outboxMessages.state, ['sent', 'delivered', 'read', 'byHand'])
							)
						)
				),
				sql`${dutyReminders.dueOn} >= ${today}`
			)
		)
		.orderBy(asc(dutyReminders.dueOn), asc(cooperatives.name), asc(dutyReminders.daysBefore))
		.limit(limit);
	return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
export type OpenReminder = Awaited<ReturnType<typeof openReminders>>['rows'][number];
