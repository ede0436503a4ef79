import { recordAccess } from '#clinic/cases/server/commands.ts';
import { decideClosure } from '#clinic/closures/server/commands/outcome.ts';
import { decidableProposal, proposalOf, supportedGrounds, titlesOfRules } from '#clinic/closures/server/reads.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page(
	'closure.approve',
	async ({ reader, actor, event }) => {
		const { zone, now } = event.locals;
		const proposal = await proposalOf(reader, actor, event.params.id ?? '');
		const supported = await supportedGrounds(reader, actor, proposal.caseId, now);
		return {
			proposal,
			zone,
			titles: await titlesOfRules(reader),
			bookYears: supported.find(({ code }) => code === proposal.ground)?.bookYears ?? null,
			mayDecide: decidableProposal(actor, proposal),
			isOwn: proposal.proposedBy === actor.id
		};
	},
	{ deed: recordAccess, input: ({ proposal }) => ({ caseId: proposal.caseId }) }
);

export const actions = {
	default: act(decideClosure, { with: ({ params }) => ({ proposalId: params.id }), to: '/persetujuan' })
};
