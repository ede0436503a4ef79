import * as v from 'valibot';
import { optionalDay, optionalText, wholeNumber } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';

/** What the office learns of one book year's annual meeting. A report is of a meeting that was held. */
export const meetingInput = v.pipe(
	v.object({
		cooperativeId: idOf<'Cooperative'>(),
		bookYear: wholeNumber(1950, 9999),
		/** Empty: the meeting was not held. */
		heldOn: optionalDay(),
		/** Empty: no report has been handed in. */
		reportedOn: optionalDay(),
		/** From what this is known: minutes, a letter, the board's word. */
		source: optionalText(300)
	}),
	v.forward(
		v.partialCheck(
			[['heldOn'], ['reportedOn']],
			({ heldOn, reportedOn }) => reportedOn === null || heldOn !== null,
			'reportWithoutMeeting'
		),
		['reportedOn']
	),
	v.forward(
		v.partialCheck(
			[['heldOn'], ['reportedOn']],
			({ heldOn, reportedOn }) => heldOn === null || reportedOn === null || heldOn <= reportedOn,
			'reportBeforeMeeting'
		),
		['reportedOn']
	),
	v.forward(
		v.partialCheck(
			[['bookYear'], ['heldOn']],
			({ bookYear, heldOn }) => heldOn === null || Number(heldOn.slice(0, 4)) >= bookYear,
			'meetingBeforeBookYear'
		),
		['heldOn']
	)
);
