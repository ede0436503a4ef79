import * as v from 'valibot';
import { flag, optionalDay, optionalOneOf, optionalText, someOf, wholeNumber } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { optionalCount } from './figure-forms.ts';
import { meetingPapers, meetingWays } from './meeting-papers.ts';
import { versionFields } from './version-forms.ts';

/** What the office learns of one book year's annual meeting. A report is of a meeting that was held. */
export const meetingInput = v.pipe(
	v.object({
		cooperativeId: idOf<'Cooperative'>(),
		bookYear: wholeNumber(1950, 9999),
		/** Empty: the meeting was not held. */
		heldOn: optionalDay(),
		/** Empty: no report has been handed in. */
		reportedOn: optionalDay(),
		way: optionalOneOf(meetingWays),
		/** Members on that day, and how many of them came or were represented. */
		entitled: optionalCount(),
		present: optionalCount(),
		/** The form showed the list of papers; without it what is known of them stays. */
		papersAsked: flag(),
		papers: someOf(meetingPapers),
		seenVersion: v.optional(versionFields.seenVersion),
		knownVersion: versionFields.knownVersion,
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
			[['entitled'], ['present']],
			({ entitled, present }) => entitled === null || present === null || present <= entitled,
			'moreThanMembers'
		),
		['present']
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
