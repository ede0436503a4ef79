import { colleaguesWho } from '#clinic/offices/server/reads/colleagues.ts';
import { answerReferral, recordReferralAccess } from '#clinic/referrals/server/commands.ts';
import { referralFile } from '#clinic/referrals/server/reads.ts';
import { mayPlan } from '#clinic/treatments/plans.ts';
import { proposePlan } from '#clinic/treatments/server/commands/plans.ts';
import { recordSession } from '#clinic/treatments/server/commands/sessions.ts';
import { plansOf, sessionsOf } from '#clinic/treatments/server/reads.ts';
import { planStart } from '#clinic/treatments/server/reads/templates.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page(
	'referral.answer',
	async ({ reader, actor, event }) => {
		const { zone, now } = event.locals;
		const file = await referralFile(reader, actor, event.params.id ?? '');
		const { caseId, id, state } = file.referral;
		const isTheirs = state === 'accepted';
		const plans = isTheirs ? await plansOf(reader, actor, caseId) : [];
		const sessions = isTheirs ? await sessionsOf(reader, actor, caseId) : [];
		const mayPropose = isTheirs && mayPlan(file.stage) && plans[0]?.state !== 'proposed';
		return {
			file,
			zone,
			today: dayOf(now, zone),
			plan: plans[0] ?? null,
			mayPropose,
			colleagues: (await colleaguesWho(reader, actor, 'session.record', dayOf(now, zone))).filter(
				({ staffId }) => staffId !== actor.id
			),
			start: mayPropose
				? await planStart(reader, actor, file.diagnosis.cause, event.url.searchParams.get('templat'), dayOf(now, zone))
				: null,
			sessions: sessions.filter(({ referralId }) => referralId === id),
			/** Staff of the office go on in the case itself. */
			maySeeCase: may(actor, 'case.view')
		};
	},
	{ deed: recordReferralAccess, input: ({ file }) => ({ referralId: file.referral.id }) }
);

const here = { with: ({ params }: { params: Partial<Record<string, string>> }) => ({ referralId: params.id }) };

export const actions = {
	answer: act(answerReferral, {
		...here,
		to: ({ referralId, isAccepted }) => (isAccepted ? `/rujukan/${referralId}` : '/rujukan')
	}),
	note: act(recordSession, here),
	propose: act(proposePlan, here)
};
