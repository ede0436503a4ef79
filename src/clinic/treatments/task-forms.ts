import * as v from 'valibot';
import { flag, oneOf, optionalDay, optionalText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { sequenceCodes } from './sequences.ts';

/** The preview as it comes back: what stays ticked, and on which day. */
export const startedSequence = v.pipe(
	v.object({
		caseId: idOf<'Case'>(),
		sequence: oneOf(sequenceCodes),
		steps: v.pipe(
			v.optional(v.array(v.object({ keep: flag(), dueOn: optionalDay() })), []),
			v.transform((steps) => steps.map((step, position) => ({ ...step, position })).filter(({ keep }) => keep))
		)
	}),
	v.forward(
		v.partialCheck([['steps']], ({ steps }) => steps.length > 0, 'atLeastOneStep'),
		['steps']
	)
);
export const taskDone = v.object({ taskId: idOf<'CareTask'>(), note: optionalText(500) });
export const taskNamed = v.object({ taskId: idOf<'CareTask'>() });
