import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { cases } from '#clinic/cases/server/tables.ts';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { staff } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import { addDays, type Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { careTasks } from '../tables/tasks.ts';

/** How far ahead the list of tasks looks. */
export const tasksAheadDays = 7;

const isOpen = sql`${careTasks.doneAt} is null and ${careTasks.droppedAt} is null`;

/** What is to be done next in a case, by day. */
export async function openTasksOf(reader: Pick<Reader, 'select'>, actor: Actor, caseId: string) {
	const { id } = await caseOf(reader, actor, caseId);
	return reader
		.select({ id: careTasks.id, what: careTasks.what, dueOn: careTasks.dueOn })
		.from(careTasks)
		.where(and(eq(careTasks.caseId, id), isOpen))
		.orderBy(asc(careTasks.dueOn), asc(careTasks.position), asc(careTasks.id));
}

/** Tasks that are due within a week or late, in all open cases of the office, the latest first. */
export const tasksDue = (reader: Pick<Reader, 'select'>, actor: Actor, today: Day) =>
	reader
		.select({
			id: careTasks.id,
			what: careTasks.what,
			dueOn: careTasks.dueOn,
			caseId: cases.id,
			number: cases.number,
			cooperative: cooperatives.name,
			adviserId: cases.adviserId,
			adviser: staff.name
		})
		.from(careTasks)
		.innerJoin(cases, eq(cases.id, careTasks.caseId))
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(cases.cooperativeId)))
		.leftJoin(staff, eq(staff.id, cases.adviserId))
		.where(
			and(
				eq(careTasks.officeId, actor.officeId as never),
				isOpen,
				lte(careTasks.dueOn, addDays(today, tasksAheadDays)),
				isNull(cases.closedAt)
			)
		)
		.orderBy(asc(careTasks.dueOn), asc(careTasks.id))
		.limit(300);
