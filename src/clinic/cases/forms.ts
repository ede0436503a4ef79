import * as v from 'valibot';
import { oneOf, optionalText, requiredText, someOf } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { complaintCodes } from './complaints.ts';
import { stages } from './journey.ts';
import { pressingCodes, triageLevels } from './triage.ts';

export const openingOfCase = v.object({
	caseId: idOf<'Case'>(),
	cooperativeId: idOf<'Cooperative'>(),
	why: optionalText(500)
});

/** What a later stop reports back. `what` has words in messages: `milestone_<what with _ for . and capitals>`. */
export const reportedMilestone = v.object({
	caseId: idOf<'Case'>(),
	stage: v.nullable(v.picklist(stages)),
	what: v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/)),
	params: v.optional(v.record(v.string(), v.union([v.string(), v.number()])), {}),
	subjectId: v.optional(v.nullable(v.pipe(v.string(), v.uuid())), null),
	why: v.optional(v.nullable(v.string()), null)
});

/** What hurts, in the visitor's words and as codes. */
export const complaintInput = v.object({
	caseId: idOf<'Case'>(),
	words: requiredText(2000),
	codes: someOf(complaintCodes)
});

export const triageOverride = v.object({
	caseId: idOf<'Case'>(),
	level: oneOf(triageLevels),
	reason: requiredText(500)
});

const pressingFinding = v.object({
	code: v.picklist(pressingCodes),
	level: v.picklist(triageLevels),
	bookYear: v.number(),
	measured: v.nullable(v.object({ ratio: v.string(), limit: v.string() }))
});

/** What a later stop has learnt, in place of what it said before; left out: nothing new. */
export const learntOfCase = v.object({
	caseId: idOf<'Case'>(),
	findings: v.optional(v.array(pressingFinding)),
	diagnosis: v.optional(
		v.object({
			severity: v.picklist(['light', 'moderate', 'severe']),
			number: v.string(),
			id: v.string(),
			en: v.string()
		})
	)
});

/** A deed that needs to know the case and nothing else. */
export const caseNamed = v.object({ caseId: idOf<'Case'>() });
