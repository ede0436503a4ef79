import * as v from 'valibot';
import { requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { consentEntries, showsItsPaper } from './guest-forms.ts';

/** A recovered cooperative says that it will help others. */
export const mentorConsent = v.pipe(
	v.object({ mentorId: idOf<'Cooperative'>(), ...consentEntries }),
	v.forward(v.partialCheck([['way'], ['file']], showsItsPaper, 'consentNeedsPaper'), ['file'])
);

/** A mentor for a case; the patient's own consent comes with it. */
export const newMentorship = v.pipe(
	v.object({
		caseId: idOf<'Case'>(),
		mentorId: idOf<'Cooperative'>(),
		aim: requiredText(500),
		...consentEntries
	}),
	v.forward(v.partialCheck([['way'], ['file']], showsItsPaper, 'consentNeedsPaper'), ['file'])
);

export const endedMentorship = v.object({ mentorshipId: idOf<'Mentorship'>(), why: requiredText(300) });
