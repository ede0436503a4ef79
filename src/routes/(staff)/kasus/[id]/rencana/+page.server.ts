import { diagnosesOf } from '#clinic/diagnoses/server/reads.ts';
import { colleaguesWho } from '#clinic/offices/server/reads/colleagues.ts';
import { papersOn } from '#clinic/papers/server/reads.ts';
import { decidableBy, plansOf, sessionsOf } from '#clinic/treatments/server/reads.ts';
import { careSettingsOf } from '#clinic/treatments/server/reads/care-settings.ts';
import { planStart } from '#clinic/treatments/server/reads/templates.ts';
import { tickAction, untickAction } from '#clinic/treatments/server/commands/actions.ts';
import { proposePlan } from '#clinic/treatments/server/commands/plans.ts';
import { agreeToSession, recordSession } from '#clinic/treatments/server/commands/sessions.ts';
import { followUpsOf, nextControl } from '#clinic/monitoring/server/reads.ts';
import { mayPlan } from '#clinic/treatments/plans.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';
import { patientOf } from '../patient.ts';

export const load = page('case.view', async (asked) => {
	const { reader, actor, event } = asked;
	const shown = await patientOf(asked);
	const { id, stage, isClosed } = shown.patient;
	const plans = await plansOf(reader, actor, id);
	const waiting = plans.find(({ state }) => state === 'proposed') ?? null;
	const approved = plans.find(({ state }) => state === 'approved') ?? null;
	const mayPropose = may(actor, 'plan.propose') && mayPlan(stage) && !waiting && !isClosed;
	const [main] = await diagnosesOf(reader, actor, id);
	return {
		...shown,
		approved,
		waiting,
		returned: plans[0]?.state === 'returned' ? plans[0] : null,
		sessions: await sessionsOf(reader, actor, id),
		nextOn: nextControl(await followUpsOf(reader, actor, id)),
		prescription: approved && ((await papersOn(reader, actor, approved.id))[0] ?? null),
		start:
			mayPropose && main
				? await planStart(reader, actor, main.cause, event.url.searchParams.get('templat'), shown.today)
				: null,
		colleagues: (await colleaguesWho(reader, actor, 'session.record', shown.today)).filter(
			({ staffId }) => staffId !== actor.id
		),
		me: actor.id,
		mayDecide: waiting !== null && decidableBy(actor, waiting, await careSettingsOf(reader, actor)),
		mayTick: may(actor, 'plan.tick') && may(actor, 'case.care') && !isClosed,
		mayPropose,
		mayNote: may(actor, 'session.record') && mayPlan(stage) && !isClosed
	};
});

const here = { with: ({ params }: { params: Partial<Record<string, string>> }) => ({ caseId: params.id }) };

export const actions = {
	propose: act(proposePlan, here),
	note: act(recordSession, here),
	agree: act(agreeToSession),
	tick: act(tickAction),
	untick: act(untickAction)
};
