import * as v from 'valibot';
import { optionalText, requiredDay } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';

const some = <Kind extends string>() =>
	v.pipe(v.array(idOf<Kind>(), 'required'), v.minLength(1, 'required'), v.maxLength(50, 'tooLarge:50'));

/** Who is sent to examine which cooperatives, from when until when. */
export const assignmentInput = v.pipe(
	v.object({
		cooperativeIds: some<'Cooperative'>(),
		staffIds: some<'Staff'>(),
		fromOn: requiredDay(),
		untilOn: requiredDay(),
		purpose: optionalText(300)
	}),
	v.forward(
		v.partialCheck([['fromOn'], ['untilOn']], ({ fromOn, untilOn }) => untilOn >= fromOn, 'untilBeforeFrom'),
		['untilOn']
	)
);

export const examinationPapers = ['minutes', 'examinationReport', 'certificate'] as const;
export type ExaminationPaper = (typeof examinationPapers)[number];

export const examinationPaperInput = v.object({
	examinationId: idOf<'Examination'>(),
	kind: v.picklist(examinationPapers, 'required')
});
