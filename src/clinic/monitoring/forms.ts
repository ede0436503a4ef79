import * as v from 'valibot';
import { optionalDay, optionalOneOf, optionalText, requiredDay, requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { answers, questionCodes, type Given } from './questions.ts';

const optionalId = <Kind extends string>() =>
	v.pipe(
		v.optional(v.nullable(v.string()), null),
		v.transform((text) => text || null),
		v.nullable(idOf<Kind>())
	);

export const plannedFollowUp = v.object({ caseId: idOf<'Case'>(), dueOn: requiredDay() });

/** The series of controls of the office, counted from a day. */
export const plannedControls = v.object({ caseId: idOf<'Case'>(), fromOn: requiredDay() });

/** Recovered, watched on: the next control has its day, the rest of the series follows it. */
export const watchedOn = v.object({ caseId: idOf<'Case'>(), nextOn: requiredDay() });

const answer = v.object({ answer: optionalOneOf([...answers, 'still']), note: optionalText(300) });
/** What this version does not ask is not kept. */
const given = v.pipe(
	v.optional(v.record(v.string(), v.unknown()), {}),
	v.transform((said) => Object.fromEntries(questionCodes.flatMap((code) => (said[code] ? [[code, said[code]]] : [])))),
	v.record(v.string(), answer),
	v.transform((said) => said as Given)
);

export const doneFollowUp = v.object({
	caseId: idOf<'Case'>(),
	/** The control that was planned; none when the board came by itself. */
	followUpId: optionalId<'FollowUp'>(),
	findings: requiredText(4000),
	answers: given,
	/** The examination made at this control. */
	examinationId: optionalId<'Examination'>(),
	nextOn: optionalDay()
});

export const cardSettled = v.object({ cardId: idOf<'MonitoringCard'>(), how: requiredText(500) });
export const nothing = v.object({});
