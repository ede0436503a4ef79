import * as v from 'valibot';
import { oneOf, optionalText, someOf } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { causeCodes } from './causes.ts';

/** One main cause, any number beside it, and for each what the officer saw. */
export const diagnosisInput = v.object({
	caseId: idOf<'Case'>(),
	main: oneOf(causeCodes),
	sides: someOf(causeCodes),
	/** By cause: what points to it besides the evidence that the rule finds. */
	notes: v.optional(v.record(v.picklist(causeCodes, 'notUnderstood'), optionalText(1000)), {})
});
