import { and, desc, eq, inArray } from 'drizzle-orm';
import { staff } from '#clinic/offices/server/tables.ts';
import { may, type Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { overdueDigests, threads } from '../tables.ts';

/** The newest digest for whoever asks: a head of office sees what is late by two working days, everybody else all of it. */
export async function overdueDigest(reader: Reader, actor: Actor) {
	const level = may(actor, 'closure.approve') ? 'headOfOffice' : 'headOfDivision';
	const [digest] = await reader
		.select()
		.from(overdueDigests)
		.where(and(eq(overdueDigests.officeId, actor.officeId as never), eq(overdueDigests.level, level)))
		.orderBy(desc(overdueDigests.on))
		.limit(1);
	if (!digest) return null;
	const late = await reader
		.select({
			id: threads.id,
			number: threads.number,
			subject: threads.subject,
			state: threads.state,
			dueAt: threads.dueAt,
			officer: staff.name
		})
		.from(threads)
		.leftJoin(staff, eq(staff.id, threads.forwardedTo))
		.where(inArray(threads.id, digest.threadIds as never[]))
		.orderBy(threads.dueAt);
	return { on: digest.on, at: digest.at, level, late };
}
