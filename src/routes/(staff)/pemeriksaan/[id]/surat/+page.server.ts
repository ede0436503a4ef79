import { draftExaminationPaper } from '#clinic/examinations/server/commands/papers.ts';
import { papersOfExamination } from '#clinic/examinations/server/reads/papers.ts';
import { numberPaper, typesetAgain, voidPaper } from '#clinic/papers/server/commands.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('examination.view', async ({ reader, actor, event }) => ({
	zone: event.locals.zone,
	today: dayOf(event.locals.now, event.locals.zone),
	...(await papersOfExamination(reader, actor, event.params.id ?? '', event.locals.now))
}));

export const actions = {
	draft: act(draftExaminationPaper, { with: ({ params }) => ({ examinationId: params.id }) }),
	number: act(numberPaper),
	void: act(voidPaper),
	again: act(typesetAgain)
};
