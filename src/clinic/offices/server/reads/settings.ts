import { and, asc, between, eq, gte, isNull, lte, ne, sql } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { clinics, holidays, rooms, staff, staffRoles } from '../tables.ts';

/** The office's closed days of one year. */
export const holidaysIn = (reader: Reader, actor: Actor, year: number) =>
	reader
		.select({ on: holidays.on, name: holidays.name, kind: holidays.kind, certainty: holidays.certainty })
		.from(holidays)
		.where(and(eq(holidays.officeId, actor.officeId as never), between(holidays.on, `${year}-01-01`, `${year}-12-31`)))
		.orderBy(holidays.on);

/** Years of which the office has a list of holidays. */
export async function holidayYears(reader: Reader, actor: Actor): Promise<number[]> {
	const year = sql<number>`extract(year from ${holidays.on})::int`;
	const rows = await reader
		.selectDistinct({ year })
		.from(holidays)
		.where(eq(holidays.officeId, actor.officeId as never));
	return rows.map((row) => row.year).sort((a, b) => a - b);
}

/** How many of what the office has: for the overview of its settings. */
export async function settingsInNumbers(reader: Reader, actor: Actor, year: number) {
	const officeId = actor.officeId as never;
	const count = { all: sql<number>`count(*)::int` };
	const [room] = await reader
		.select({ ...count, open: sql<number>`count(*) filter (where ${rooms.isOpen})::int` })
		.from(rooms)
		.where(eq(rooms.officeId, officeId));
	const [clinic] = await reader
		.select({ ...count, open: sql<number>`count(*) filter (where ${clinics.isOpen})::int` })
		.from(clinics)
		.where(eq(clinics.officeId, officeId));
	const [colleague] = await reader
		.select(count)
		.from(staff)
		.where(and(eq(staff.officeId, officeId), isNull(staff.leftAt)));
	const days = await holidaysIn(reader, actor, year);
	return {
		rooms: room!,
		clinics: clinic!,
		staff: colleague!.all,
		holidays: { all: days.length, unsure: days.filter(({ certainty }) => certainty !== 'official').length }
	};
}

/** Who may stand in for the head of office who asks: colleagues of the office itself, nobody from outside. */
export const mayAct = (reader: Reader, actor: Actor) =>
	reader
		.select({ staffId: staff.id, name: staff.name, title: staff.title })
		.from(staff)
		.where(
			and(
				eq(staff.officeId, actor.officeId as never),
				isNull(staff.leftAt),
				isNull(staff.organisation),
				ne(staff.id, actor.id as never)
			)
		)
		.orderBy(asc(staff.name));

/** Who acts as head of office today, and for whom. */
export const actingToday = (reader: Reader, actor: Actor, today: Day) =>
	reader
		.select({ name: staff.name, untilOn: staffRoles.untilOn })
		.from(staffRoles)
		.innerJoin(staff, eq(staff.id, staffRoles.staffId))
		.where(
			and(
				eq(staffRoles.officeId, actor.officeId as never),
				sql`${staffRoles.onBehalfOf} is not null`,
				lte(staffRoles.fromOn, today),
				gte(staffRoles.untilOn, today),
				isNull(staff.leftAt)
			)
		)
		.orderBy(asc(staff.name));
