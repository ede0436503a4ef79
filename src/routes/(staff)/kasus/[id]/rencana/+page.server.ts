import { decidableBy, plansOf, sessionsOf } from '#clinic/treatments/server/reads.ts';
import { tickAction, untickAction } from '#clinic/treatments/server/commands/actions.ts';
import { proposePlan } from '#clinic/treatments/server/commands/plans.ts';
import { recordSession } from '#clinic/treatments/server/commands/sessions.ts';
import { followUpsOf, nextControl } from '#clinic/monitoring/server/reads.ts';
import { mayPlan } from '#clinic/treatments/plans.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';
import { patientOf } from '../patient.ts';

export const load = page('case.view', async (asked) => {
	const { reader, actor } = asked;
	const shown = await patientOf(asked);
	const { id, stage, isClosed } = shown.patient;
	const plans = await plansOf(reader, actor, id);
	const waiting = plans.find(({ state }) => state === 'proposed') ?? null;
	return {
		...shown,
		approved: plans.find(({ state }) => state === 'approved') ?? null,
		waiting,
		returned: plans[0]?.state === 'returned' ? plans[0] : null,
		sessions: await sessionsOf(reader, actor, id),
		nextOn: nextControl(await followUpsOf(reader, actor, id)),
		mayDecide: waiting !== null && decidableBy(actor, waiting),
		mayTick: may(actor, 'plan.tick') && may(actor, 'case.care') && !isClosed,
		mayPropose: may(actor, 'plan.propose') && mayPlan(stage) && !waiting && !isClosed,
		mayNote: may(actor, 'session.record') && mayPlan(stage) && !isClosed
	};
});

const here = { with: ({ params }: { params: Partial<Record<string, string>> }) => ({ caseId: params.id }) };

export const actions = {
	propose: act(proposePlan, here),
	note: act(recordSession, here),
	tick: act(tickAction),
	untick: act(untickAction)
};
