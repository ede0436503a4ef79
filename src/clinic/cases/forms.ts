import * as v from 'valibot';
import { optionalText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { stages } from './journey.ts';

export const openingOfCase = v.object({
	caseId: idOf<'Case'>(),
	cooperativeId: idOf<'Cooperative'>(),
	why: optionalText(500)
});

/** What a later stop reports back. `what` has words in messages: `milestone_<what with _ for . and capitals>`. */
export const reportedMilestone = v.object({
	caseId: idOf<'Case'>(),
	stage: v.nullable(v.picklist(stages)),
	what: v.pipe(v.string(), v.regex(/^[a-z]+\.[a-zA-Z]+$/)),
	params: v.optional(v.record(v.string(), v.union([v.string(), v.number()])), {}),
	subjectId: v.optional(v.nullable(v.pipe(v.string(), v.uuid())), null),
	why: v.optional(v.nullable(v.string()), null)
});
