import { milestonesOf } from '#clinic/cases/server/reads.ts';
import { preview, sequenceCodes, suggestedSequence } from '#clinic/treatments/sequences.ts';
import { dropTask, finishTask, startSequence } from '#clinic/treatments/server/commands/tasks.ts';
import { openTasksOf } from '#clinic/treatments/server/reads/tasks.ts';
import { opensOn } from '#clinic/treatments/server/reads/templates.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';
import { patientOf } from '../patient.ts';

const isDay = (text: string | null): text is string =>
	text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

export const load = page('case.view', async (asked) => {
	const { reader, actor, event } = asked;
	const shown = await patientOf(asked);
	const { id, isClosed } = shown.patient;
	const address = event.url.searchParams;
	const suggested = suggestedSequence((await milestonesOf(reader, actor, id)).map(({ what }) => what));
	const chosen = sequenceCodes.find((code) => code === address.get('urutan')) ?? null;
	const asOf = address.get('mulai');
	const fromOn = isDay(asOf) && asOf >= shown.today ? asOf : shown.today;
	return {
		...shown,
		tasks: await openTasksOf(reader, actor, id),
		suggested,
		chosen,
		fromOn,
		preview: chosen ? preview(chosen, fromOn, await opensOn(reader, actor, shown.today)) : [],
		mayPlan: may(actor, 'case.care') && !isClosed
	};
});

const here = { with: ({ params }: { params: Partial<Record<string, string>> }) => ({ caseId: params.id }) };

export const actions = {
	start: act(startSequence, { ...here, to: (_, { url }) => url.pathname }),
	finish: act(finishTask),
	drop: act(dropTask)
};
