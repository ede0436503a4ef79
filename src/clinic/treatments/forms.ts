import * as v from 'valibot';
import { oneOf, optionalText, requiredDay, requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { actionOwners, mostActions } from './plans.ts';

/** A case of the office, or a referral that the actor accepted; the page's address says which. */
const where = {
	caseId: v.optional(v.nullable(idOf<'Case'>()), null),
	referralId: v.optional(v.nullable(idOf<'Referral'>()), null)
};

export const sessionNote = v.object({
	...where,
	complaint: requiredText(2000),
	findings: requiredText(4000),
	assessment: requiredText(2000),
	plan: requiredText(2000)
});

const action = v.object({ what: requiredText(300), owner: oneOf(actionOwners), dueOn: requiredDay() });

/** A line of the form left empty is no action; the others keep their place, so that an error finds its line. */
const isEmpty = (line: unknown) => {
	const { what = '', dueOn = '' } = (line ?? {}) as { what?: unknown; dueOn?: unknown };
	return `${String(what)}${String(dueOn)}`.trim() === '';
};
const noAction = v.pipe(
	v.unknown(),
	v.transform(() => null)
);

export const newPlan = v.object({
	...where,
	aim: requiredText(500),
	actions: v.pipe(
		v.optional(v.array(v.lazy((line) => (isEmpty(line) ? noAction : action))), []),
		v.transform((lines) => lines.flatMap((filled, line) => (filled ? [{ ...filled, line }] : []))),
		v.minLength(1, 'atLeastOneAction'),
		v.maxLength(mostActions, `tooManyActions:${mostActions}`)
	)
});

export const planDecision = v.pipe(
	v.object({
		planId: idOf<'TreatmentPlan'>(),
		decision: oneOf(['approve', 'return']),
		reason: optionalText(1000)
	}),
	v.forward(
		v.partialCheck(
			[['decision'], ['reason']],
			({ decision, reason }) => decision === 'approve' || reason !== null,
			'required'
		),
		['reason']
	)
);

export const actionTick = v.object({ actionId: idOf<'PlanAction'>(), note: optionalText(500) });
