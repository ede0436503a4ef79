import * as v from 'valibot';
import { causeCodes } from '#clinic/diagnoses/causes.ts';
import { weekOfHours } from '#clinic/offices/forms.ts';
import { oneOf, optionalWholeNumber, requiredDay, requiredText, someOf, wholeNumber } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { relationKinds } from './conflicts.ts';

/** What a person of a poli takes on. */
export const changedSpecialist = v.object({
	staffId: idOf<'Staff'>(),
	/** Rows `hours.1.opens` …; all empty: at the office's hours. */
	hours: v.optional(weekOfHours(), {}),
	causes: someOf(causeCodes),
	/** Districts of the office's own area. */
	districts: v.optional(v.array(v.pipe(v.string(), v.maxLength(13, 'notUnderstood'))), []),
	weeklyLimit: optionalWholeNumber(0, 50)
});

export const newPause = v.pipe(
	v.object({ staffId: idOf<'Staff'>(), fromOn: requiredDay(), untilOn: requiredDay(), reason: requiredText(200) }),
	v.forward(
		v.check(({ fromOn, untilOn }) => fromOn <= untilOn, 'untilBeforeFrom'),
		['untilOn']
	)
);
export const endedPause = v.object({ pauseId: idOf<'SpecialistPause'>() });

export const answerLimit = v.object({ answerDays: wholeNumber(1, 30) });

/** Somebody says of himself or herself, on the referral's page. */
export const ownRelation = v.object({
	referralId: idOf<'Referral'>(),
	kind: oneOf(relationKinds),
	note: requiredText(300)
});
/** The office says of a colleague, on the case's page. */
export const recordedRelation = v.object({
	caseId: idOf<'Case'>(),
	staffId: idOf<'Staff'>(),
	kind: oneOf(relationKinds),
	note: requiredText(300)
});
/** The head of division decides that a name found on the board is no conflict. */
export const clearedConflict = v.object({
	caseId: idOf<'Case'>(),
	staffId: idOf<'Staff'>(),
	note: requiredText(300)
});
export const endedRelation = v.object({ relationId: idOf<'Relation'>(), why: requiredText(300) });
