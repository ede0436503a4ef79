import { diagnosesOf } from '#clinic/diagnoses/server/reads.ts';
import { workingTermFrom } from '#clinic/offices/server/reads/working-days.ts';
import { makeReferral, withdrawReferral } from '#clinic/referrals/server/commands.ts';
import { clearConflict, endRelation, recordRelation } from '#clinic/referrals/server/commands/relations.ts';
import { referralsOf } from '#clinic/referrals/server/reads.ts';
import { proposalsFor } from '#clinic/referrals/server/reads/candidates.ts';
import { answerDaysOf } from '#clinic/referrals/server/reads/settings.ts';
import { relationsTo, specialistsOf } from '#clinic/referrals/server/reads/specialists.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';
import { patientOf } from '../patient.ts';

export const load = page('case.view', async (asked) => {
	const { reader, actor, event } = asked;
	const shown = await patientOf(asked);
	const { patient, today, zone } = shown;
	const referrals = await referralsOf(reader, actor, patient.id);
	const waiting = referrals.filter(({ state }) => state === 'sent').map(({ diagnosisId }) => diagnosisId);
	const causes = await diagnosesOf(reader, actor, patient.id);
	const open = causes.filter(({ id }) => !waiting.includes(id));
	const chosen = open.find(({ id }) => id === event.url.searchParams.get('sebab')) ?? open[0] ?? null;
	const [proposal] = chosen
		? await proposalsFor(reader, actor, { caseId: patient.id, causes: [chosen.cause], today, zone })
		: [];
	const colleagues = await specialistsOf(reader, actor, { today, zone }, patient.cooperativeId);
	return {
		...shown,
		hasDiagnosis: causes.length > 0,
		open: open.map(({ id, cause, clinic, rank }) => ({ id, cause, clinic, rank })),
		chosen: chosen && { id: chosen.id, clinic: chosen.clinic, cause: chosen.cause },
		people: proposal?.people ?? [],
		due: await workingTermFrom(reader, actor, today, await answerDaysOf(reader, actor)),
		referrals,
		relations: await relationsTo(reader, actor, patient.cooperativeId),
		colleagues: colleagues.map(({ staffId, name, conflict }) => ({ staffId, name, conflict })),
		mayRefer: may(actor, 'referral.make') && !patient.isClosed,
		mayManage: may(actor, 'specialist.manage')
	};
});

const here = { with: ({ params }: { params: Partial<Record<string, string>> }) => ({ caseId: params.id }) };

export const actions = {
	send: act(makeReferral, here),
	withdraw: act(withdrawReferral),
	relation: act(recordRelation, here),
	clear: act(clearConflict, here),
	endRelation: act(endRelation)
};
