import { ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { meetingInput } from '../../meeting-forms.ts';
import { registeredAs } from '../reads/identity.ts';
import { annualMeetings } from '../tables.ts';

/**
 * Notes whether a book year's annual meeting was held and reported. What was noted before is replaced; the audit rows
 * keep every version with its source.
 */
export const recordAnnualMeeting = command({
	name: 'cooperatives.recordAnnualMeeting',
	needs: 'register.edit',
	input: meetingInput,
	run: async ({ tx, actor, now }, { cooperativeId, bookYear, heldOn, reportedOn }) => {
		const reader = readerOf(tx);
		const id = await registeredAs(reader, actor, cooperativeId);
		const today = dayOf(now, found(await ownOffice(reader, actor)).zone);
		if (bookYear > Number(today.slice(0, 4))) throw new BadInput({ bookYear: 'yearToCome' });
		if (heldOn !== null && heldOn > today) throw new BadInput({ heldOn: 'dayToCome' });
		if (reportedOn !== null && reportedOn > today) throw new BadInput({ reportedOn: 'dayToCome' });
		await tx
			.insert(annualMeetings)
			.values({ officeId: actor.officeId as never, cooperativeId: id, bookYear, heldOn, reportedOn, createdAt: now })
			.onConflictDoUpdate({
				target: [annualMeetings.cooperativeId, annualMeetings.bookYear],
				set: { heldOn, reportedOn }
			});
		return { cooperativeId: id, bookYear };
	}
});
