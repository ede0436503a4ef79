import * as v from 'valibot';
import { oneOf, optionalText, requiredDay, requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { groundCodes } from './grounds.ts';

export const recoveryInput = v.object({
	caseId: idOf<'Case'>(),
	note: requiredText(2000),
	/** Recovered goes on under monitoring: the next control has a day. */
	nextOn: requiredDay()
});

export const newProposal = v.object({
	caseId: idOf<'Case'>(),
	ground: oneOf(groundCodes),
	reasons: requiredText(4000)
});

export const proposalDecision = v.pipe(
	v.object({
		proposalId: idOf<'ClosureProposal'>(),
		decision: oneOf(['agree', 'return']),
		reason: optionalText(2000)
	}),
	v.forward(
		v.partialCheck(
			[['decision'], ['reason']],
			({ decision, reason }) => decision === 'agree' || reason !== null,
			'required'
		),
		['reason']
	)
);

export const relapseInput = v.object({ caseId: idOf<'Case'>(), why: requiredText(500) });
export const careEnded = v.object({ caseId: idOf<'Case'>(), note: optionalText(500) });
