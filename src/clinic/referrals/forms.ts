import * as v from 'valibot';
import { oneOf, optionalText, requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';

/** A person of the clinic, or whoever accepts first. */
const toSomebody = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text) => text || null),
	v.nullable(idOf<'Staff'>())
);

export const newReferral = v.object({
	caseId: idOf<'Case'>(),
	diagnosisId: idOf<'Diagnosis'>(),
	toStaffId: toSomebody,
	question: requiredText(1000)
});

/** A deed that needs to know the referral and nothing else. */
export const referralNamed = v.object({ referralId: idOf<'Referral'>() });

export const referralWithdrawn = v.object({ referralId: idOf<'Referral'>(), why: requiredText(500) });

export const referralAnswer = v.pipe(
	v.object({
		referralId: idOf<'Referral'>(),
		decision: oneOf(['accept', 'refuse']),
		answer: optionalText(1000)
	}),
	v.forward(
		v.partialCheck(
			[['decision'], ['answer']],
			({ decision, answer }) => decision === 'accept' || answer !== null,
			'required'
		),
		['answer']
	)
);
