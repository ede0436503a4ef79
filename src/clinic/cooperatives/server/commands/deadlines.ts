import * as v from 'valibot';
import { command } from '#platform/command.ts';
import { oneOf, requiredDay, requiredText, wholeNumber } from '#platform/fields.ts';
import { newId } from '#platform/ids.ts';
import { forms } from '../../kinds.ts';
import { lawfulMonths } from '../../meeting-deadlines.ts';
import { meetingDeadlines } from '../tables/duties.ts';

/** The office's own deadline of annual meetings from a day on; never later than the law's. The same day again replaces it. */
export const setMeetingDeadline = command({
	name: 'cooperatives.setMeetingDeadline',
	needs: 'office.manage',
	input: v.object({
		form: oneOf(forms),
		months: wholeNumber(1, lawfulMonths),
		validFrom: requiredDay(),
		source: requiredText(200)
	}),
	run: async ({ tx, actor, now }, { form, months, validFrom, source }) => {
		await tx
			.insert(meetingDeadlines)
			.values({ id: newId(), officeId: actor.officeId as never, form, months, validFrom, source, createdAt: now })
			.onConflictDoUpdate({
				target: [meetingDeadlines.officeId, meetingDeadlines.form, meetingDeadlines.validFrom],
				set: { months, source }
			});
		return { form, months };
	}
});
