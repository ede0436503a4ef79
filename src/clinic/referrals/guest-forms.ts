import * as v from 'valibot';
import { fileUpload } from '#platform/files/file-type.ts';
import {
	flag,
	oneOf,
	optionalPhone,
	optionalText,
	requiredDay,
	requiredText,
	someOf,
	wholeNumber
} from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { personal } from '#platform/personal/marked.ts';
import { consentWays, filePages, guestBackgrounds, longestAccess } from './guests.ts';

/** Who spoke for the cooperative, when, how, and the paper that shows it. */
export const consentEntries = {
	givenBy: requiredText(120),
	givenOn: requiredDay(),
	way: oneOf(consentWays),
	note: optionalText(300),
	file: v.optional(v.nullable(fileUpload()), null)
};

/** A letter or minutes that nobody can show are worth no more than a word. */
export const showsItsPaper = ({ way, file }: { way: string; file: unknown }) =>
	(way !== 'letter' && way !== 'meeting') || file !== null;

export const newGuest = v.pipe(
	v.object({
		caseId: idOf<'Case'>(),
		name: v.pipe(requiredText(120), personal()),
		phone: v.pipe(optionalPhone(), personal()),
		organisation: requiredText(120),
		background: oneOf(guestBackgrounds),
		pages: v.pipe(someOf(filePages), v.minLength(1, 'noPage')),
		question: requiredText(1000),
		days: wholeNumber(1, longestAccess),
		/** The person says that nothing ties him or her to the cooperative. */
		isFree: v.pipe(
			flag(),
			v.check((said) => said, 'sayFree')
		),
		...consentEntries
	}),
	v.forward(v.partialCheck([['way'], ['file']], showsItsPaper, 'consentNeedsPaper'), ['file'])
);

export const guestNamed = v.object({ guestId: idOf<'CaseGuest'>() });
export const guestRevoked = v.object({ guestId: idOf<'CaseGuest'>(), why: requiredText(300) });
export const consentWithdrawn = v.object({ consentId: idOf<'Consent'>(), why: optionalText(300) });

/** What a guest writes. */
export const advice = v.object({ words: requiredText(4000) });
export const adviceTakenUp = v.object({ noteId: idOf<'GuestNote'>(), words: requiredText(500) });
