import { addProof, dropProof } from '#clinic/treatments/server/commands/proofs.ts';
import { boardAction } from '#clinic/treatments/server/reads/board.ts';
import { act, page } from '#platform/web/page.ts';

// Unlike the other pages for boards this one sends script: photos that it makes smaller save more than it weighs.

export const load = page('plan.tick', async ({ reader, actor, event }) => ({
	action: await boardAction(reader, actor, event.params.id ?? ''),
	me: actor.id,
	base: `/t/${event.params.token ?? ''}`,
	zone: event.locals.zone
}));

export const actions = {
	send: act(addProof, { with: ({ params }) => ({ actionId: params.id }) }),
	drop: act(dropProof)
};
