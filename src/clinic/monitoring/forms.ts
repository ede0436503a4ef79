import * as v from 'valibot';
import { optionalDay, requiredDay, requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';

const optionalId = <Kind extends string>() =>
	v.pipe(
		v.optional(v.nullable(v.string()), null),
		v.transform((text) => text || null),
		v.nullable(idOf<Kind>())
	);

export const plannedFollowUp = v.object({ caseId: idOf<'Case'>(), dueOn: requiredDay() });

export const doneFollowUp = v.object({
	caseId: idOf<'Case'>(),
	/** The control that was planned; none when the board came by itself. */
	followUpId: optionalId<'FollowUp'>(),
	findings: requiredText(4000),
	/** The examination made at this control. */
	examinationId: optionalId<'Examination'>(),
	nextOn: optionalDay()
});
