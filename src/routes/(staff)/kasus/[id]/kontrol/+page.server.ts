import { examinationsOfCase } from '#clinic/examinations/server/reads.ts';
import { usualNextControl } from '#clinic/monitoring/controls.ts';
import { planFollowUp, recordFollowUp } from '#clinic/monitoring/server/commands.ts';
import { followUpsOf } from '#clinic/monitoring/server/reads.ts';
import { mayFollow } from '#clinic/cases/journey.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';
import { patientOf } from '../patient.ts';

export const load = page('case.view', async (asked) => {
	const { reader, actor } = asked;
	const shown = await patientOf(asked);
	const { id, stage, isClosed } = shown.patient;
	const controls = await followUpsOf(reader, actor, id);
	const used = new Set(controls.map(({ examination }) => examination?.id));
	const examinations = await examinationsOfCase(reader, actor, id);
	return {
		...shown,
		controls,
		planned: controls.find(({ doneAt }) => !doneAt) ?? null,
		examinations: examinations.filter((one) => !used.has(one.id)).map(({ id, bookYear, at }) => ({ id, bookYear, at })),
		usualNext: usualNextControl(stage, shown.today),
		mayRecord: may(actor, 'followUp.record') && !isClosed && (mayFollow(stage, 'monitoring') || stage === 'monitoring')
	};
});

const here = { with: ({ params }: { params: Partial<Record<string, string>> }) => ({ caseId: params.id }) };

export const actions = {
	record: act(recordFollowUp, here),
	plan: act(planFollowUp, here)
};
