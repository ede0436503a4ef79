import { causes } from '#clinic/diagnoses/causes.ts';
import { diagnosesOf } from '#clinic/diagnoses/server/reads.ts';
import { examinationsOfCase } from '#clinic/examinations/server/reads.ts';
import { usualNextControl } from '#clinic/monitoring/controls.ts';
import { lastAnswers, questionsFor } from '#clinic/monitoring/questions.ts';
import { settleCard } from '#clinic/monitoring/server/commands/cards.ts';
import { planControls, planFollowUp, recordFollowUp } from '#clinic/monitoring/server/commands/controls.ts';
import { followUpsOf } from '#clinic/monitoring/server/reads.ts';
import { seriesFrom } from '#clinic/monitoring/server/reads/series.ts';
import { cardsOfCase } from '#clinic/monitoring/server/reads/worklists.ts';
import { mayFollow } from '#clinic/cases/journey.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';
import { patientOf } from '../patient.ts';

export const load = page('case.view', async (asked) => {
	const { reader, actor } = asked;
	const shown = await patientOf(asked);
	const { id, stage, isClosed } = shown.patient;
	const controls = await followUpsOf(reader, actor, id);
	const planned = controls.filter(({ doneAt }) => !doneAt);
	const used = new Set(controls.map(({ examination }) => examination?.id));
	const examinations = await examinationsOfCase(reader, actor, id);
	const [main] = await diagnosesOf(reader, actor, id);
	const group = causes.find(({ code }) => code === main?.cause)?.clinic ?? null;
	return {
		...shown,
		controls,
		planned,
		questions: questionsFor(group),
		last: lastAnswers(controls),
		cards: await cardsOfCase(reader, actor, id),
		series: await seriesFrom(reader, actor, shown.today),
		examinations: examinations.filter((one) => !used.has(one.id)).map(({ id, bookYear, at }) => ({ id, bookYear, at })),
		usualNext: planned[1]?.dueOn ?? usualNextControl(stage, shown.today),
		maySettle: may(actor, 'case.care') && !isClosed,
		mayRecord: may(actor, 'followUp.record') && !isClosed && (mayFollow(stage, 'monitoring') || stage === 'monitoring')
	};
});

const here = { with: ({ params }: { params: Partial<Record<string, string>> }) => ({ caseId: params.id }) };

export const actions = {
	record: act(recordFollowUp, here),
	plan: act(planFollowUp, here),
	series: act(planControls, here),
	settle: act(settleCard)
};
