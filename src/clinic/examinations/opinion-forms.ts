import * as v from 'valibot';
import { optionalText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { examinationInput } from './forms.ts';

export const askedOpinion = v.object({
	examinationId: idOf<'Examination'>(),
	toStaffId: v.pipe(v.string('required'), v.nonEmpty('required'), idOf<'Staff'>()),
	question: optionalText(500)
});

export const namedOpinion = v.object({ opinionId: idOf<'SecondOpinion'>() });

/** An examination as its form sends it; what is examined, and by what, is the request's and not the form's. */
export const givenOpinion = v.object({
	...v.omit(examinationInput, ['caseId', 'instrument', 'version', 'bookYear', 'subject']).entries,
	...namedOpinion.entries
});
