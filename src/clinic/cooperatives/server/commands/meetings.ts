import { and, eq } from 'drizzle-orm';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { meetingInput } from '../../meeting-forms.ts';
import { changesBy, keepChanges, openRecord } from '../changes.ts';
import { annualMeetings } from '../tables.ts';

const unknown = { heldOn: null, reportedOn: null, way: null, entitled: null, present: null, papers: null };

/**
 * Notes what is known of a book year's annual meeting: held, reported, by whom attended, which of its papers the office
 * has. What stood there before stays in the history with its source.
 */
export const recordAnnualMeeting = command({
	name: 'cooperatives.recordAnnualMeeting',
	needs: 'register.edit',
	input: meetingInput,
	run: async (context, { cooperativeId, bookYear, source, seenVersion, knownVersion, papersAsked, ...meeting }) => {
		const { tx, actor, now } = context;
		const record = await openRecord(context, cooperativeId);
		const today = dayOf(now, found(await ownOffice(readerOf(tx), actor)).zone);
		if (bookYear > Number(today.slice(0, 4))) throw new BadInput({ bookYear: 'yearToCome' });
		if (meeting.heldOn !== null && meeting.heldOn > today) throw new BadInput({ heldOn: 'dayToCome' });
		if (meeting.reportedOn !== null && meeting.reportedOn > today) throw new BadInput({ reportedOn: 'dayToCome' });
		const ofYear = and(eq(annualMeetings.cooperativeId, record.id), eq(annualMeetings.bookYear, bookYear));
		const [row] = await tx.select().from(annualMeetings).where(ofYear);
		const { heldOn, reportedOn, way, entitled, present, papers } = row ?? unknown;
		const current = { heldOn, reportedOn, way, entitled, present, papers };
		const given = { ...meeting, papers: papersAsked ? meeting.papers : papers };
		// That a meeting was not held is news too, the first time: then nothing differs from what is not known.
		const isFirst = row === undefined;
		const prefix = `meetings.${bookYear}.`;
		const edit = { record, prefix, seenVersion: seenVersion ?? record.version, knownVersion, given, current };
		const changes = isFirst && isEmpty(given) ? [] : await changesBy(context, edit);
		const written = { ...current, ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) };
		await tx
			.insert(annualMeetings)
			.values({ officeId: record.officeId, cooperativeId: record.id, bookYear, ...written, createdAt: now })
			.onConflictDoUpdate({ target: [annualMeetings.cooperativeId, annualMeetings.bookYear], set: written });
		await keepChanges(context, changes, { record, prefix, why: source });
		return { cooperativeId: record.id, bookYear };
	}
});

const isEmpty = (meeting: Readonly<Record<string, unknown>>) =>
	Object.values(meeting).every((value) => value === null || (Array.isArray(value) && value.length === 0));
