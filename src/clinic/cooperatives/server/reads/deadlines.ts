import { desc, eq } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import type { MeetingDeadline } from '../../meeting-deadlines.ts';
import { meetingDeadlines } from '../tables/duties.ts';

/** The office's own deadlines of annual meetings, the newest first. */
export async function ownDeadlines(reader: Pick<Reader, 'select'>, actor: Actor): Promise<MeetingDeadline[]> {
	const rows = await reader
		.select({
			form: meetingDeadlines.form,
			months: meetingDeadlines.months,
			validFrom: meetingDeadlines.validFrom,
			source: meetingDeadlines.source
		})
		.from(meetingDeadlines)
		.where(eq(meetingDeadlines.officeId, actor.officeId as never))
		.orderBy(desc(meetingDeadlines.validFrom));
	return rows.map((row) => ({ ...row, certainty: 'official' }));
}
