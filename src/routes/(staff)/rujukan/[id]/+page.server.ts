import { colleaguesWho } from '#clinic/offices/server/reads/colleagues.ts';
import { answerReferral, recordReferralAccess } from '#clinic/referrals/server/commands.ts';
import { declareRelation } from '#clinic/referrals/server/commands/relations.ts';
import { referralFile, referralHead } from '#clinic/referrals/server/reads.ts';
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
		const today = dayOf(now, zone);
		const { referral, conflict } = await referralHead(reader, actor, event.params.id ?? '');
		const { caseId, id, state } = referral;
		const isTheirs = state === 'accepted';
		const file = conflict ? null : await referralFile(reader, actor, id);
		const plans = isTheirs ? await plansOf(reader, actor, caseId) : [];
		const sessions = isTheirs ? await sessionsOf(reader, actor, caseId) : [];
		const mayPropose = isTheirs && file !== null && mayPlan(file.stage) && plans[0]?.state !== 'proposed';
		return {
			referral,
			/** Why the actor may not take it: then nothing of the file is shown. */
			conflict,
			file,
			isAsked: referral.toStaffId === actor.id,
			zone,
			today,
			plan: plans[0] ?? null,
			mayPropose,
			colleagues: (await colleaguesWho(reader, actor, 'session.record', dayOf(now, zone))).filter(
				({ staffId }) => staffId !== actor.id
			),
			start:
				mayPropose && file
					? await planStart(
							reader,
							actor,
							file.diagnosis.cause,
							event.url.searchParams.get('templat'),
							dayOf(now, zone)
						)
					: null,
			sessions: sessions.filter(({ referralId }) => referralId === id),
			/** Staff of the office go on in the case itself. */
			maySeeCase: may(actor, 'case.view')
		};
	},
	{ deed: recordReferralAccess, input: ({ file, referral }) => (file ? { referralId: referral.id } : null) }
);

const here = { with: ({ params }: { params: Partial<Record<string, string>> }) => ({ referralId: params.id }) };

export const actions = {
	answer: act(answerReferral, {
		...here,
		to: ({ referralId, isAccepted }) => (isAccepted ? `/rujukan/${referralId}` : '/rujukan')
	}),
	relation: act(declareRelation, { ...here, to: '/rujukan' }),
	note: act(recordSession, here),
	propose: act(proposePlan, here)
};
