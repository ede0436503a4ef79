import { recordDiagnosis } from '#clinic/diagnoses/server/commands.ts';
import { choosableCauses, diagnosesOf } from '#clinic/diagnoses/server/reads.ts';
import { ruleVersion } from '#clinic/diagnoses/rules/second/rules.ts';
import { act, page } from '#platform/web/page.ts';
import { patientOf } from '../patient.ts';

export const load = page('diagnosis.record', async (asked) => {
	const { reader, actor, event } = asked;
	const shown = await patientOf(asked);
	return {
		...shown,
		...(await choosableCauses(reader, actor, { caseId: shown.patient.id, now: event.locals.now })),
		ruleVersion,
		current: await diagnosesOf(reader, actor, shown.patient.id)
	};
});

export const actions = {
	default: act(recordDiagnosis, {
		with: ({ params }) => ({ caseId: params.id }),
		to: (_, { params }) => `/kasus/${params.id}/rujukan`
	})
};
