import { assignExaminers } from '#clinic/examinations/server/commands/papers.ts';
import { assignmentsOfCase } from '#clinic/examinations/server/reads/papers.ts';
import { numberPaper, typesetAgain, voidPaper } from '#clinic/papers/server/commands.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('examination.view', async ({ reader, actor, event }) => ({
	zone: event.locals.zone,
	...(await assignmentsOfCase(reader, actor, event.params.id ?? '', event.locals.now))
}));

export const actions = {
	assign: act(assignExaminers),
	number: act(numberPaper),
	void: act(voidPaper),
	again: act(typesetAgain)
};
