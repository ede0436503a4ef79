import { recordAccess } from '#clinic/cases/server/commands.ts';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { decidePlan } from '#clinic/treatments/server/commands/plans.ts';
import { decidableBy, proposedPlan } from '#clinic/treatments/server/reads.ts';
import { careSettingsOf } from '#clinic/treatments/server/reads/care-settings.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page(
	'plan.approve',
	async ({ reader, actor, event }) => {
		const { zone, now } = event.locals;
		const today = dayOf(now, zone);
		const plan = await proposedPlan(reader, actor, event.params.id ?? '');
		const { number, cooperativeId } = await caseOf(reader, actor, plan.caseId);
		const { name } = await identityOf(reader, actor, cooperativeId, today);
		return {
			plan,
			name,
			number,
			zone,
			today,
			mayDecide: decidableBy(actor, plan, await careSettingsOf(reader, actor)),
			isOwn: plan.proposedBy === actor.id
		};
	},
	{ deed: recordAccess, input: ({ plan }) => ({ caseId: plan.caseId }) }
);

export const actions = {
	default: act(decidePlan, { with: ({ params }) => ({ planId: params.id }), to: '/persetujuan' })
};
