import * as v from 'valibot';
import { optionalText, requiredDay, requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { mostInvited } from './trainings.ts';

export const newTraining = v.object({
	title: requiredText(150),
	trainers: requiredText(200),
	place: requiredText(200),
	heldOn: requiredDay(),
	fromTime: v.pipe(v.string('required'), v.trim(), v.regex(/^([01]\d|2[0-3])[:.][0-5]\d$/, 'notATime')),
	caseIds: v.pipe(
		v.optional(v.array(idOf<'Case'>()), []),
		v.minLength(1, 'required'),
		v.maxLength(mostInvited, `tooManyInvited:${mostInvited}`)
	)
});
export const trainingNamed = v.object({ trainingId: idOf<'Training'>() });

/** Who is there, as he or she types it on the telephone. */
export const attended = v.object({ name: requiredText(100), cooperative: requiredText(150) });
export const attendanceWritten = v.object({ trainingId: idOf<'Training'>(), ...attended.entries });
export const attendanceMatched = v.object({
	attendanceId: idOf<'Attendance'>(),
	cooperativeId: v.pipe(optionalText(40), v.nullable(idOf<'Cooperative'>()))
});
