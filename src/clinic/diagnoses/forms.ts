import * as v from 'valibot';
import { oneOf, optionalText, someOf } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { causeCodes } from './code-list/names.ts';

const byCause = v.optional(v.record(v.picklist(causeCodes, 'notUnderstood'), optionalText(1000)), {});

/** One main cause, any number beside it, what is not the cause, and for each what the officer saw. */
export const diagnosisInput = v.object({
	caseId: idOf<'Case'>(),
	main: oneOf(causeCodes),
	sides: someOf(causeCodes),
	/** Suggestions that are not the cause; each with a reason. */
	rejected: someOf(causeCodes),
	/** By cause: what points to it besides the evidence that the rule finds. */
	notes: byCause,
	/** By suggestion: why not, or why not as main. */
	reasons: byCause
});
