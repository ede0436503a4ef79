import { handInPapers, takeRequestStep } from '#clinic/cooperatives/server/commands/requests.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { requestOf } from '#clinic/cooperatives/server/reads/requests.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('register.view', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const today = dayOf(now, zone);
	const request = await requestOf(reader, actor, event.params.id ?? '', today);
	return {
		request,
		identity: await identityOf(reader, actor, request.cooperativeId, today),
		mayEdit: may(actor, 'register.edit'),
		today,
		zone
	};
});

const ofThis = ({ params }: { readonly params: Partial<Record<string, string>> }) => ({ requestId: params['id'] });
export const actions = {
	papers: act(handInPapers, { with: ofThis }),
	step: act(takeRequestStep, { with: ofThis })
};
